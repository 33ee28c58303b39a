"""Web and worker are one: started together, stopped together, and when one dies the other ends."""

from __future__ import annotations

import os
import signal
import socket
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from qingdan.casework.serving import CannotServe, Together, demand_free

ALIVE = "import http.server, sys; http.server.HTTPServer(('127.0.0.1', int(sys.argv[1])), http.server.SimpleHTTPRequestHandler).serve_forever()"


@pytest.fixture
def port() -> int:
    """A port that nobody uses."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def web(port: int) -> list[str]:
    return [sys.executable, "-c", ALIVE, str(port)]


def lasting(mark: Path, seconds: float) -> list[str]:
    """A process that leaves a mark when it is asked to end."""
    code = f"import signal, time, pathlib, sys\nsignal.signal(15, lambda *_: (pathlib.Path({str(mark)!r}).touch(), sys.exit()))\ntime.sleep({seconds})"
    return [sys.executable, "-c", code]


def test_asked_to_stop_it_stops_both(port: int, tmp_path: Path) -> None:
    mark, began = tmp_path / "ended", time.monotonic()

    def ready() -> None:
        os.kill(os.getpid(), signal.SIGTERM)

    Together(web(port), lasting(mark, 60)).run(f"http://127.0.0.1:{port}/", ready)
    assert mark.exists()
    assert time.monotonic() - began < 10
    demand_free("127.0.0.1", port)


def test_when_one_dies_the_other_is_ended(port: int, tmp_path: Path) -> None:
    mark = tmp_path / "ended"
    dying = [sys.executable, "-c", "import time; time.sleep(0.5); raise SystemExit(3)"]
    with pytest.raises(CannotServe, match="code 3"):
        Together(web(port), lasting(mark, 60), dying).run(f"http://127.0.0.1:{port}/", lambda: None)
    assert mark.exists()


def test_an_address_in_use_is_refused_with_what_to_do(port: int) -> None:
    with closing(socket.socket()) as other:
        other.bind(("127.0.0.1", port))
        other.listen()
        with pytest.raises(CannotServe, match=f"make run PORT={port + 1}"):
            demand_free("127.0.0.1", port)
