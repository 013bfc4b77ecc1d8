"""Suites of promises that every adapter of a kind must keep."""
