"""A URL to bytes, or to a file: bounded, resumed, checked. Nothing else in core touches the network."""

from yapit.core.fetch.client import MAX_REDIRECTS, READ_SECONDS, Progress
from yapit.core.fetch.documents import MAX_BYTES, MAX_SECONDS, Fetched, fetch
from yapit.core.fetch.downloads import download

__all__ = [
    "MAX_BYTES",
    "MAX_REDIRECTS",
    "MAX_SECONDS",
    "READ_SECONDS",
    "Fetched",
    "Progress",
    "download",
    "fetch",
]
