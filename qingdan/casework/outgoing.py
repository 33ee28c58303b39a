"""Requests the system makes to addresses that users name: only to the public internet, and nothing is believed.

The name is resolved once, every address it has must be public, and the connection goes to the very address that was
checked. Redirects are not followed, proxies of the environment not used, answers not read beyond their status. In a
demonstration, plain http and addresses of the machine itself are allowed.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
from collections.abc import Mapping
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from threading import Timer
from typing import NamedTuple
from urllib.parse import SplitResult, urlsplit

from django.conf import settings

from qingdan.casework.actions.refusals import ActionRefused
from qingdan.law.grammar.text import Text

TIMEOUT = 5.0  # seconds, for everything together
_LONGEST = 500
_PORTS = range(1, 65536)
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


class Answer(NamedTuple):
    """What came back: a status, or why none did."""

    status: int | None
    says: str

    @property
    def arrived(self) -> bool:
        """Tell whether the receiver took it."""
        return self.status is not None and 200 <= self.status < 300  # noqa: PLR2004 - success, as HTTP has it


def check_url(url: str) -> None:
    """Refuse an address that nothing may be sent to. Raises ActionRefused."""
    parts = _taken_apart(url)
    addresses_of(parts.hostname or "", parts.port or _default(parts.scheme))


def _taken_apart(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        port, host = parts.port, parts.hostname
    except ValueError:
        raise _bad(Text("is no address; write https://…", "不是有效地址，请写作https://……")) from None
    schemes = {"https", "http"} if settings.DEMO else {"https"}
    if parts.scheme not in schemes:
        raise _bad(Text("must begin with https://", "应当以https://开头"))
    if not host or len(url) > _LONGEST or not url.isascii() or any(c <= " " or c in "\\\x7f" for c in url):
        raise _bad(Text("is no address; write https://…", "不是有效地址，请写作https://……"))
    if parts.username is not None or parts.password is not None or parts.fragment:
        raise _bad(Text("must not hold a name, password or fragment", "不得含有用户名、密码或者片段"))
    if port is not None and port not in _PORTS:
        raise _bad(Text("names no port that exists", "端口无效"))
    return parts


def addresses_of(host: str, port: int) -> list[str]:
    """Return the addresses of a host, all of them public. Raises ActionRefused if one is not, or there is none."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise _bad(Text("cannot be found; check the name", "无法解析，请核对域名")) from None
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    if not settings.DEMO and not all(public(a) for a in addresses):
        raise _bad(Text("must be on the public internet", "应当为公共互联网地址"))
    return addresses


def public(address: str) -> bool:
    """Tell whether an address is one of the public internet, and no other way to write one that is not."""
    found = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        if found in _NAT64 or found.sixtofour is not None or found.teredo is not None:
            return False
        if found.ipv4_mapped is not None:
            found = found.ipv4_mapped
    return found.is_global and not found.is_multicast and not found.is_reserved


def post(url: str, body: bytes, headers: Mapping[str, str]) -> Answer:
    """Send one request and return its status. Never raises: what goes wrong is told."""
    try:
        parts = _taken_apart(url)
        host, port = parts.hostname or "", parts.port or _default(parts.scheme)
        connection = _connection(parts.scheme, host, addresses_of(host, port)[0], port)
    except ActionRefused as refused:
        return Answer(None, refused.of("en"))
    watch = Timer(TIMEOUT, _cut, (connection,))  # each read may take its time: all together may not
    watch.start()
    try:
        connection.request(
            "POST", (parts.path or "/") + (f"?{parts.query}" if parts.query else ""), body, dict(headers)
        )
        status = connection.getresponse().status
    except (OSError, HTTPException, ValueError) as failed:
        return Answer(None, f"no answer: {type(failed).__name__}")
    finally:
        watch.cancel()
        connection.close()
    return Answer(status, f"HTTP {status}")


def _connection(scheme: str, host: str, address: str, port: int) -> HTTPConnection:
    """Return a connection to one address, for the host it was resolved from."""
    made = (
        HTTPSConnection(host, port, timeout=TIMEOUT, context=ssl.create_default_context())
        if scheme == "https"
        else HTTPConnection(host, port, timeout=TIMEOUT)
    )

    def pinned(_: object, timeout: float, source: object = None) -> socket.socket:
        del source
        return socket.create_connection((address, port), timeout)

    made._create_connection = pinned  # type: ignore[attr-defined] # noqa: SLF001 - the one place http.client lets us choose
    return made


def _cut(connection: HTTPConnection) -> None:
    if connection.sock is not None:
        try:
            connection.sock.shutdown(socket.SHUT_RDWR)
        except OSError:
            return


def _default(scheme: str) -> int:
    return 443 if scheme == "https" else 80


def _bad(why: Text) -> ActionRefused:
    return ActionRefused("bad_url", Text(f"the address {why.en}", f"该地址{why.zh}"), field="url")
