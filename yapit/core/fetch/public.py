"""Requests to public addresses only: the address that was checked is the one that is connected to."""

from __future__ import annotations

import ipaddress
import socket

import httpx

from yapit.core.errors import SourceError

_CURE = "Give the address of a page on the public internet."
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
"""IPv4 addresses as IPv6 networks spell them."""


class PublicTransport(httpx.BaseTransport):
    """Resolves the name itself and asks for the address, so that a name that changes its mind gains nothing.

    The host and the certificate are still those of the name. Proxies are not used:
    they would resolve the name again.
    """

    def __init__(self) -> None:
        self._inner = httpx.HTTPTransport(trust_env=False)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        host = request.url.host
        addresses = public_addresses(host, request.url.port or (443 if request.url.scheme == "https" else 80))
        for address in addresses[:-1]:
            try:
                return self._inner.handle_request(_at(request, address))
            except httpx.ConnectError:
                continue  # a host often has addresses of both kinds while this machine reaches one
        return self._inner.handle_request(_at(request, addresses[-1]))

    def close(self) -> None:
        self._inner.close()


def _at(request: httpx.Request, address: str) -> httpx.Request:
    """The request to an address, with the host and the certificate of the name."""
    return httpx.Request(
        request.method,
        request.url.copy_with(host=address),
        headers=request.headers,
        stream=request.stream,
        extensions={**request.extensions, "sni_hostname": request.url.host},
    )


def public_addresses(host: str, port: int) -> list[str]:
    """The addresses of a name, at least one.

    Raises:
        SourceError: One of them is not public.
        httpx.ConnectError: It has none.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise httpx.ConnectError(f"name not known: {error}") from error
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    for address in addresses:
        if not is_public(address):
            raise SourceError(f"{host} is on a private network", cure=_CURE)
    if not addresses:
        raise httpx.ConnectError("name not known: it has no address")
    return addresses


def is_public(address: str) -> bool:
    """Whether an address, and the IPv4 address that may be wrapped in it, can be reached from everywhere."""
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        wrapped = _wrapped(ip)
        if wrapped is not None:
            return _is_open(wrapped)
    return _is_open(ip)


def _wrapped(ip: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    if ip.ipv4_mapped is not None:
        return ip.ipv4_mapped
    if ip in _NAT64:
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    if ip.teredo is not None:
        return ip.teredo[1]
    return ip.sixtofour


def _is_open(ip: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified)
