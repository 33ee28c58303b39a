"""A server that speaks clamd's protocol, over TCP, and knows one piece of malware: the industry's harmless test file."""

from __future__ import annotations

import socket
import threading

# Split, so that no scanner takes this file for the real test file.
EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


class Scanner:
    """Serves until it is closed; ``mood`` is what it does with a stream: judge it, or answer with an error."""

    def __init__(self) -> None:
        self.error: bytes | None = None
        self.scanned = 0
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.address = f"127.0.0.1:{self._listening.getsockname()[1]}"
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def _serve(self) -> None:
        while True:
            try:
                line, _ = self._listening.accept()
            except OSError:
                return
            with line:
                try:
                    self._answer(line)
                except OSError:
                    continue

    def _answer(self, line: socket.socket) -> None:
        with line.makefile("rb") as said:
            assert said.read(10) == b"zINSTREAM\0"
            content = b""
            while length := int.from_bytes(said.read(4)):
                content += said.read(length)
        self.scanned += 1
        verdict = b"stream: Win.Test.EICAR_HDB-1 FOUND" if EICAR in content else b"stream: OK"
        line.sendall((self.error or verdict) + b"\0")

    def close(self) -> None:
        self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        self._thread.join(2)
