"""Web pages: the passages of a page, and which of them are its article."""
