"""Web and worker in one foreground command: started together, stopped together, and if one dies both end."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from contextlib import closing

from qingdan.law.grammar.refusal import Refusal
from qingdan.law.grammar.text import Text

_PATIENCE = 60.0  # seconds for the web server to answer at first
_GRACE = 15.0  # seconds for a process to end by itself
_PAUSE = 0.2


class CannotServe(Refusal):
    """The address is taken, or a process has died."""


def demand_free(host: str, port: int) -> None:
    """Raise CannotServe where something else listens at the address, or it cannot be used."""
    with closing(socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as taken:
            raise CannotServe(
                Text(
                    f"{host}:{port} cannot be used ({taken.strerror}): stop what listens there, or choose another port, "
                    f"for instance `make run PORT={port + 1}`",
                    f"无法使用{host}:{port}（{taken.strerror}）：请停止占用该端口的程序，或者改用其他端口，"
                    f"例如 make run PORT={port + 1}",
                )
            ) from taken


def web(host: str, port: int, workers: int) -> list[str]:
    """Return the command of the web server. On SQLite one process with a few threads serves best."""
    server = [sys.executable, "-m", "granian", "--interface", "wsgi", "--no-ws", "--log-level", "warning"]
    return [
        *server,
        "--host",
        host,
        "--port",
        str(port),
        "--workers",
        str(workers),
        "--blocking-threads",
        "4",
        "qingdan.wsgi:application",
    ]


def worker() -> list[str]:
    """Return the command of the worker."""
    return [sys.executable, "-m", "qingdan.manage", "work"]


class Together:
    """The processes as one."""

    def __init__(self, *commands: list[str]) -> None:
        self._commands = commands
        self._running: list[subprocess.Popen[bytes]] = []
        self._asked = False

    def run(self, url: str, ready: Callable[[], None]) -> None:
        """Start, call ``ready`` once ``url`` answers, and go on until Ctrl-C or SIGTERM; then end everything.

        Raises CannotServe if a process dies by itself, or nothing answers within a minute.
        """
        before = {number: signal.signal(number, self._ask) for number in (signal.SIGINT, signal.SIGTERM)}
        try:
            for command in self._commands:
                # a session of its own: Ctrl-C reaches us alone, and we end the others in order
                self._running.append(subprocess.Popen(command, start_new_session=True))  # noqa: S603 - our own commands
            self._await(url)
            if not self._asked:
                ready()
            while not self._asked:
                self._demand_alive()
                time.sleep(_PAUSE)
        finally:
            self._end()
            for number, handler in before.items():
                signal.signal(number, handler)

    def _ask(self, *_: object) -> None:
        self._asked = True

    def _await(self, url: str) -> None:
        until = time.monotonic() + _PATIENCE
        while not self._asked:
            self._demand_alive()
            try:
                urllib.request.urlopen(url, timeout=5).close()  # noqa: S310 # nosec B310 - our own address
            except (urllib.error.URLError, OSError):
                if time.monotonic() > until:
                    raise CannotServe(Text(f"nothing answers at {url}", f"{url} 无响应")) from None
                time.sleep(_PAUSE)
            else:
                return

    def _demand_alive(self) -> None:
        for process in self._running:
            if process.poll() is not None:
                name = " ".join(str(a) for a in process.args[2:4]) if isinstance(process.args, list) else "?"
                raise CannotServe(
                    Text(
                        f"a process has ended by itself ({name}, code {process.returncode}); everything is stopped",
                        f"有进程自行退出（{name}，代码{process.returncode}），已全部停止",
                    )
                )

    def _end(self) -> None:
        for process in self._running:
            if process.poll() is None:
                process.terminate()
        until = time.monotonic() + _GRACE
        for process in self._running:
            try:
                process.wait(max(0.0, until - time.monotonic()))
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
