# One definition of clean, for people, hooks and CI alike. Run it with the environment active.
.PHONY: check lint types imports test format docs

check: lint types imports test

lint:
	ruff check .
	ruff format --check .

types:
	mypy

imports:
	lint-imports --no-logo

test:
	pytest

format:
	ruff check --fix .
	ruff format .

docs:
	python scripts/build_cli_docs.py
	python scripts/build_key_docs.py
