"""One module or package an engine. None knows another; all register under the entry point `yapit.engines`."""
