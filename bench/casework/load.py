"""The load: a few connections, each driving one case after the other, every request with its own Idempotency-Key.

Run as ``python -m bench.casework.load PORT PLAN CONNECTIONS WARM``: prints one line of JSON. Requests are put together
beforehand and one process serves all sockets, so that it takes little from what is measured.
"""

from __future__ import annotations

import json
import os
import selectors
import socket
import sys
import time
from collections.abc import Iterator
from pathlib import Path

_RUN = f"{time.time():.0f}.{os.getpid()}"
_HEAD = (
    "POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {token}\r\nContent-Type: application/json\r\n"
    "Idempotency-Key: {key}\r\nContent-Length: {length}\r\n\r\n"
)


class Driver:
    """One connection with one request under way."""

    def __init__(self, port: int, cases: Iterator[tuple[int, list[list[str]]]]) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._cases = cases
        self._number = -1
        self._requests: list[list[str]] = []
        self._case = ""
        self._answer = bytearray()
        self.step = -1
        self.sent = 0.0
        self.times: list[tuple[float, float, int]] = []

    def send(self) -> bool:
        """Send the next request; tell whether there was one."""
        self.step += 1
        if self.step == len(self._requests):
            self._number, self._requests = next(self._cases, (-1, []))
            self.step = 0
            if not self._requests:
                return False
        token, path, body = self._requests[self.step]
        content = body.encode()
        head = _HEAD.format(
            path=path.format(self._case),
            token=token,
            key=f"{_RUN}.{self._number}.{self.step}",
            length=len(content),
        )
        self.sent = time.perf_counter()
        self.socket.sendall(head.encode() + content)
        return True

    def receive(self) -> bool:
        """Take in what has come; tell whether the answer is whole. Anything but success ends the run."""
        self._answer += self.socket.recv(65536)
        head, _, body = self._answer.partition(b"\r\n\r\n")
        length = int(head.lower().partition(b"content-length:")[2].split(b"\r\n")[0] or -1)
        if length < 0 or len(body) < length:
            return False
        done = time.perf_counter()
        status = int(self._answer[9:12])
        if status not in {200, 201}:
            raise SystemExit(f"step {self.step}: {status} {body.decode()}")
        if self.step == 0:
            self._case = str(json.loads(body)["id"])
        self.times.append((done, done - self.sent, self.step))
        self._answer.clear()
        return True


def run(port: int, plan: list[list[list[str]]], connections: int) -> list[tuple[float, float, int]]:
    """Drive all cases; return for each request when it was acknowledged, how long it took, and which step it was."""
    cases = iter(list(enumerate(plan)))
    drivers = [Driver(port, cases) for _ in range(connections)]
    with selectors.DefaultSelector() as ready:
        for driver in drivers:
            if driver.send():
                ready.register(driver.socket, selectors.EVENT_READ, driver)
        while ready.get_map():
            for key, _ in ready.select():
                if key.data.receive() and not key.data.send():
                    ready.unregister(key.fileobj)
    return sorted(t for d in drivers for t in d.times)


def main() -> None:
    """Run, leave out what warms up and what runs out, and print the figures."""
    port, plan, connections, warm = int(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    began = time.process_time()
    times = run(port, json.loads(Path(plan).read_text()), connections)
    # each worker process warms up; at the end connections run idle one after the other
    kept = times[warm : -10 * connections]
    seconds = kept[-1][0] - kept[0][0]
    took = sorted(t for _, t, _ in kept)
    figures = {
        "steps": len(kept),
        "all": len(times),
        "per_second": (len(kept) - 1) / seconds,
        "p50": took[len(took) // 2] * 1000,
        "p99": took[len(took) * 99 // 100] * 1000,
        "most": took[-1] * 1000,
        "load_cpu": (time.process_time() - began) / len(times) * 1000,
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
