"""`python -m yapit` is the `yapit` command."""

from __future__ import annotations

from yapit.cli.main import main

if __name__ == "__main__":
    main()
