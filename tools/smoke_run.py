"""Start `make run` as a visitor would, with nobody at the keyboard; look at it; stop it. Exit code 1 if anything is wrong.

Runs on a free port and in a folder of its own, twice: the first start loads the demonstration, the second must be quick.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from contextlib import closing
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import urlencode

ROOT = Path(__file__).resolve().parents[1]
FIRST, SECOND = 120.0, 10.0  # seconds until it says that it is ready
_PAGES = {
    "/": "演示系统",
    "/?lang=en&q=R10": "Look up",
    "/demo": "qingdan-demonstration",
    "/api/docs": "openapi.json",
    "/v": "<",
    "/accounts/login/": "login",
    "/static/public/public.css": "--paper",
    "/api/register?limit=1": "number",
}


class Wrong(AssertionError):
    """Something did not come out as a visitor expects."""


def main() -> int:
    """Run it; return the exit code."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with tempfile.TemporaryDirectory(prefix="qingdan-smoke-") as data:
        env = {**{k: v for k, v in os.environ.items() if not k.startswith("QINGDAN_")}, "QINGDAN_DATA": data}
        try:
            first = _visit(port, env, FIRST)
            second = _visit(port, env, SECOND)
        except Wrong as wrong:
            print(wrong, file=sys.stderr)  # noqa: T201
            return 1
    print(f"make run: ready after {first:.1f} s, the second time after {second:.1f} s; stopped cleanly")  # noqa: T201
    return 0


def _visit(port: int, env: dict[str, str], within: float) -> float:
    began = time.monotonic()
    command = ["make", "--no-print-directory", "run", f"PORT={port}"]
    running = subprocess.Popen(  # noqa: S603 - our own command
        command,
        cwd=ROOT,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        said = _until_ready(running)
        took = time.monotonic() - began
        if took > within:
            raise Wrong(f"ready only after {took:.1f} s, not within {within:.0f} s\n{said}")
        _look(f"http://127.0.0.1:{port}")
    finally:
        running.send_signal(signal.SIGTERM)
        try:
            said = running.communicate(timeout=30)[0]
        except subprocess.TimeoutExpired:
            running.kill()
            raise Wrong("it does not stop") from None
    with closing(socket.socket()) as probe:
        if probe.connect_ex(("127.0.0.1", port)) == 0:
            raise Wrong(f"something still listens after the end\n{said}")
    return took


def _until_ready(running: subprocess.Popen[str]) -> str:
    said = ""
    assert running.stdout is not None  # noqa: S101 - it is piped
    for line in running.stdout:
        said += line
        if "Ctrl-C" in line:
            return said
    raise Wrong(f"it ended before it was ready\n{said}")


def _look(url: str) -> None:
    jar = CookieJar()
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
    for path, word in _PAGES.items():
        try:
            page = browser.open(f"{url}{path}", timeout=30).read().decode()
        except urllib.error.HTTPError as wrong:
            raise Wrong(f"{path}: {wrong.code}") from wrong
        if word not in page:
            raise Wrong(f"{path} does not say {word!r}")
    token = next(c.value for c in jar if c.name == "csrf")
    form = urlencode({"days": "1", "csrfmiddlewaretoken": token}).encode()
    browser.open(f"{url}/demo/clock", form, timeout=30)
    for _ in range(50):
        ready = json.loads(browser.open(f"{url}/api/health/ready", timeout=30).read())
        if ready["ready"]:
            return
        time.sleep(0.2)
    raise Wrong(f"the worker does not follow the date: {ready}")


if __name__ == "__main__":
    sys.exit(main())
