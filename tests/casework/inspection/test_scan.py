"""The scanner's protocol against a server that speaks it, over both kinds of socket.

The server here knows one piece of malware: the test file that the industry agreed on, which is harmless.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest

from qingdan.casework.inspection import ClamAV, Clean, Infected, Unavailable

# Split, so that no scanner takes this file for the real test file.
EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
LIMIT = 1_000_000
Answer = Callable[[socket.socket], None]


def speak(line: socket.socket) -> None:
    """Answer one INSTREAM as clamd does."""
    with line.makefile("rb") as said:
        assert said.read(10) == b"zINSTREAM\0"
        content = b""
        while length := int.from_bytes(said.read(4)):
            content += said.read(length)
            if len(content) > LIMIT:
                line.sendall(b"INSTREAM size limit exceeded. ERROR\0")
                return
    found = EICAR in content
    line.sendall(b"stream: Win.Test.EICAR_HDB-1 FOUND\0" if found else b"stream: OK\0")


class Server:
    """Serves one connection after another until it is closed."""

    def __init__(self, listening: socket.socket, answer: Answer) -> None:
        self.listening, self.answer = listening, answer
        self.thread = threading.Thread(target=self._serve, daemon=True)
        self.thread.start()

    def _serve(self) -> None:
        while True:
            try:
                line, _ = self.listening.accept()
            except OSError:
                return
            with line:
                try:
                    self.answer(line)
                except OSError:
                    continue

    def close(self) -> None:
        self.listening.shutdown(socket.SHUT_RDWR)
        self.listening.close()
        self.thread.join(2)


@pytest.fixture
def serve() -> Iterator[Callable[[Answer], str]]:
    servers: list[Server] = []

    def start(answer: Answer) -> str:
        listening = socket.create_server(("127.0.0.1", 0))
        servers.append(Server(listening, answer))
        return f"127.0.0.1:{listening.getsockname()[1]}"

    yield start
    for server in servers:
        server.close()


def test_clean_and_infected_over_tcp(serve: Callable[[Answer], str]) -> None:
    scanner = ClamAV(serve(speak), timeout=2)
    assert scanner.scan(BytesIO(b"a" * 200_000)) == Clean()
    assert scanner.scan(BytesIO(b"")) == Clean()
    assert scanner.scan(BytesIO(b"a" * 65_530 + EICAR)) == Infected("Win.Test.EICAR_HDB-1")


def test_clean_and_infected_over_a_unix_socket(tmp_path: Path) -> None:
    listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    listening.bind(str(tmp_path / "clamd"))
    listening.listen()
    server = Server(listening, speak)
    scanner = ClamAV(f"unix:{tmp_path / 'clamd'}", timeout=2)
    assert scanner.scan(BytesIO(b"text")) == Clean()
    assert scanner.scan(BytesIO(EICAR)) == Infected("Win.Test.EICAR_HDB-1")
    server.close()


def test_what_the_scanner_will_not_read_is_not_called_clean(serve: Callable[[Answer], str]) -> None:
    verdict = ClamAV(serve(speak), timeout=2).scan(BytesIO(bytes(5 * LIMIT)))
    assert isinstance(verdict, Unavailable)


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"stream: ",
        b"OK\0",
        b"stream: OK FOUND maybe\0",
        b"stream:  FOUND",
        b"\xff\xfe",
        b"UNKNOWN COMMAND\0",
        b"a" * 9000,
    ],
)
def test_an_answer_that_is_no_verdict_is_none(serve: Callable[[Answer], str], said: bytes) -> None:
    def answer(line: socket.socket) -> None:
        line.recv(4096)
        line.sendall(said)

    assert isinstance(ClamAV(serve(answer), timeout=2).scan(BytesIO(b"x")), Unavailable)


def test_a_silent_scanner_is_unavailable_when_the_time_is_up(serve: Callable[[Answer], str]) -> None:
    released = threading.Event()

    def answer(_line: socket.socket) -> None:
        released.wait(2)

    verdict = ClamAV(serve(answer), timeout=0.2).scan(BytesIO(b"x"))
    released.set()
    assert isinstance(verdict, Unavailable)
    assert "timed out" in verdict.reason or "too long" in verdict.reason


@pytest.mark.parametrize(
    "address", ["unix:/nonexistent/clamd", "127.0.0.1:1", "127.0.0.1:port", "", "unix:", "[::1]:1"]
)
def test_an_address_where_nobody_listens_is_unavailable(address: str) -> None:
    assert isinstance(ClamAV(address, timeout=0.3).scan(BytesIO(b"x")), Unavailable)
