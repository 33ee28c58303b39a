"""Known malware: a scanner asked over its own protocol. What to do with each answer is the caller's to decide."""

from __future__ import annotations

import socket
import time
from contextlib import closing
from dataclasses import dataclass
from typing import TypeAlias

from qingdan.casework.inspection.held import Readable

_PIECE = 1 << 16
_LONGEST_ANSWER = 4096
_DEFAULT_PORT = 3310


@dataclass(frozen=True, slots=True)
class Clean:
    """Nothing known was found."""


@dataclass(frozen=True, slots=True)
class Infected:
    """Known malware was found, under the scanner's name for it."""

    name: str


@dataclass(frozen=True, slots=True)
class Unavailable:
    """The scanner gave no verdict: the document is neither clean nor infected. ``reason`` is for the log."""

    reason: str


Scan: TypeAlias = Clean | Infected | Unavailable


@dataclass(frozen=True, slots=True)
class ClamAV:
    """A clamd at ``unix:/path/to/socket`` or ``host:port``, spoken to with INSTREAM.

    Attributes:
        address: where it listens; the port may be left out (3310), an IPv6 host stands in brackets.
        timeout: seconds for the whole conversation.
    """

    address: str
    timeout: float = 30.0

    def scan(self, content: Readable) -> Scan:
        """Send ``content`` from where it stands to its end, and return the verdict. Never raises for the scanner's sake."""
        deadline = time.monotonic() + self.timeout
        try:
            with closing(self._connected()) as line:
                refused = self._send(line, content, deadline)
                return _verdict(_answer(line, deadline)) if refused is None else refused
        except (OSError, ValueError) as fault:
            return Unavailable(f"{type(fault).__name__}: {fault}")

    def _connected(self) -> socket.socket:
        if self.address.startswith("unix:"):
            line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            try:
                line.settimeout(self.timeout)
                line.connect(self.address.removeprefix("unix:"))
            except BaseException:
                line.close()
                raise
            return line
        host, colon, port = self.address.rpartition(":")
        if not colon or self.address.endswith("]"):
            host, port = self.address, str(_DEFAULT_PORT)
        return socket.create_connection((host.strip("[]"), int(port)), timeout=self.timeout)

    @staticmethod
    def _send(line: socket.socket, content: Readable, deadline: float) -> Unavailable | None:
        """Send everything. A scanner that hangs up early has said why: its answer is then read all the same."""
        try:
            line.sendall(b"zINSTREAM\0")
            while piece := content.read(_PIECE):
                line.settimeout(_remaining(deadline))
                line.sendall(len(piece).to_bytes(4) + piece)
            line.sendall(bytes(4))
        except (BrokenPipeError, ConnectionResetError) as fault:
            try:
                said = _answer(line, deadline)
            except OSError:
                said = ""
            return Unavailable(said or f"{type(fault).__name__}: {fault}")
        return None


def _answer(line: socket.socket, deadline: float) -> str:
    said = b""
    while not said.endswith(b"\0") and len(said) < _LONGEST_ANSWER:
        line.settimeout(_remaining(deadline))
        piece = line.recv(_LONGEST_ANSWER)
        if not piece:
            break
        said += piece
    return said.rstrip(b"\0\n").decode("utf-8", errors="replace")


def _remaining(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError("the scanner took too long")
    return left


def _verdict(said: str) -> Scan:
    """Read an answer. Only the two exact forms are a verdict; everything else, an error too, is none."""
    words = said.removeprefix("stream: ")
    if words == said:
        return Unavailable(said or "the scanner hung up without an answer")
    if words == "OK":
        return Clean()
    name = words.removesuffix(" FOUND")
    return Infected(name) if name != words and name else Unavailable(said)
