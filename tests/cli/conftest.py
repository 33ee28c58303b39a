"""Calls of the command within this process."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from qingdan.cli.app import run

ROOT = Path(__file__).parent.parent.parent


@dataclass(frozen=True)
class Called:
    """What one call came to."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:  # noqa: ANN401 - whatever the command prints
        return json.loads(self.out)

    @property
    def error(self) -> Any:  # noqa: ANN401
        return json.loads(self.err)["error"]


Call = Callable[..., Called]


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Call:
    """Call ``qingdan`` as ``call("law", "article", 43, stdin="…")``, in English unless told otherwise."""
    for name in ("COLUMNS", "QINGDAN_LANG", "QINGDAN_DEBUG", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_US.UTF-8")

    def one(*words: object, stdin: str = "") -> Called:
        monkeypatch.setattr("sys.stdin", io.StringIO(stdin))
        code = run([str(word) for word in words])
        captured = capsys.readouterr()
        return Called(code, captured.out, captured.err)

    return one


@pytest.fixture
def product(tmp_path: Path) -> Callable[[str], Path]:
    """Write a product file."""

    def write(text: str) -> Path:
        path = tmp_path / "product.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return write
