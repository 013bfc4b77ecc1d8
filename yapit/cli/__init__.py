"""The `yapit` command: one module a subcommand; each imports what it needs when it runs."""
