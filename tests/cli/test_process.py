"""The command as its own process: pipes, full disks, terminals, completion, the locale."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.cli.conftest import ROOT

COMMAND = [sys.executable, "-m", "qingdan.cli"]
PLAIN = {
    k: v for k, v in os.environ.items() if k not in ("COLUMNS", "LC_ALL", "LANG", "QINGDAN_LANG", "NO_COLOR")
}


def start(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *words], cwd=ROOT, env=PLAIN | environment, capture_output=True, text=True, check=False
    )


def test_a_reader_that_goes_away_is_no_error() -> None:
    for form in ("text", "json"):
        command = f"{sys.executable} -m qingdan.cli law list --readings --format {form} | head -1; echo ${{PIPESTATUS[0]}}"
        piped = subprocess.run(
            ["bash", "-c", command], cwd=ROOT, env=PLAIN, capture_output=True, text=True, check=False
        )
        assert piped.stdout.splitlines()[-1] == "0"
        assert piped.stderr == ""


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full on this system")  # noqa: PTH110 - a device
def test_a_full_disk_is_told_not_traced() -> None:
    with open("/dev/full", "w") as full:  # noqa: PTH123 - a device
        done = subprocess.run(
            [*COMMAND, "facts"],
            cwd=ROOT,
            env=PLAIN,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 2
    assert "No space left on device" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_locale_chooses_the_language_and_the_option_wins() -> None:
    assert "判断一个产品文件" in start("--help", LANG="zh_CN.UTF-8").stdout
    assert "Judge a product file" in start("--help", LANG="zh_CN.UTF-8", QINGDAN_LANG="en").stdout
    assert "Judge a product file" in start("--help", "--lang", "en", LANG="zh_CN.UTF-8").stdout


def test_completion_offers_readings_and_editions() -> None:
    asked = {"_QINGDAN_COMPLETE": "complete_bash", "COMP_CWORD": "3"}
    assert "license.decision.unit=" in start(COMP_WORDS="qingdan assess --reading license.d", **asked).stdout
    assert "sample-2027" in start(COMP_WORDS="qingdan assess --list sam", **asked).stdout


def test_on_a_terminal_colour_is_used_unless_no_color_is_set() -> None:
    import pty

    def shown(**environment: str) -> str:
        main, side = pty.openpty()
        with subprocess.Popen(
            [*COMMAND, "penalty", "examples/violations/state_organ.yaml"],
            cwd=ROOT,
            env=PLAIN | {"TERM": "xterm-256color"} | environment,
            stdout=side,
            stderr=side,
        ) as process:
            os.close(side)
            text = b""
            while True:
                try:
                    part = os.read(main, 65536)
                except OSError:  # the other side is closed
                    break
                if not part:
                    break
                text += part
            process.wait()
        os.close(main)
        return text.decode()

    red = "\x1b[1;31m"
    assert red in shown()
    assert red not in shown(NO_COLOR="1")


def test_starting_loads_none_of_the_slow_parts() -> None:
    code = (
        "import sys; from qingdan.cli.app import run; run(['--help']); "
        "print(*{m for m in sys.modules if m in ('polars', 'z3', 'yaml', 'qingdan.law.model_law', 'qingdan.law.judge')})"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=PLAIN, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == ""
