from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Call

FOLDER = ROOT / "examples" / "ledger"
KEYS = FOLDER / "keys.txt"
CERTIFICATE, QR = FOLDER / "certificate.json", FOLDER / "certificate-qr.txt"
STATUS, SUSPENDED = FOLDER / "status.txt", FOLDER / "status-suspended.txt"
ON = ("--on", "2026-03-02")


def test_a_certificate_is_read_from_a_file_a_code_or_standard_input(call: Call) -> None:
    text = QR.read_text(encoding="utf-8").strip()
    digits = text.partition("#")[2]
    for given, stdin in (
        (CERTIFICATE, ""),
        (QR, ""),
        (text, ""),
        (digits, ""),
        ("-", text),
        ("-", CERTIFICATE.read_text()),
    ):
        done = call("verify", given, "--key", KEYS, *ON, stdin=stdin)
        assert done.code == 0
        assert "✓ Genuine: entered at 2026-02-24 10:15:00" in done.out
        assert "? Freshness unknown" in done.out
        assert "Product: 云雀对话" in done.out


def test_with_the_status_list_the_answer_is_about_today(call: Call) -> None:
    done = call("verify", QR, "--key", KEYS, "--status", STATUS, *ON)
    assert (done.code, "✓ No adverse status as of 2026-03-01" in done.out) == (0, True)
    done = call("verify", QR, "--key", KEYS, "--status", SUSPENDED, *ON, "--lang", "zh")
    assert done.code == 1
    assert done.out.startswith("✗ 已非封存时的状态：自2026年2月27日起暂扣")
    done = call("verify", QR, "--key", KEYS, "--status", STATUS, "--on", "2026-06-01")
    assert (done.code, "get today's" in done.out) == (3, True)


def test_a_forgery_is_an_answer_and_the_answer_is_no(call: Call, tmp_path: Path) -> None:
    forged = tmp_path / "forged.json"
    forged.write_text(CERTIFICATE.read_text(encoding="utf-8").replace("云雀", "百灵"), encoding="utf-8")
    done = call("verify", forged, "--key", KEYS)
    assert done.code == 1
    assert done.out.startswith("✗ Not genuine: the content is not what was sealed")
    assert "百灵" not in done.out


def test_json_gives_the_verdict_as_data(call: Call) -> None:
    done = call("verify", CERTIFICATE, "--key", KEYS, "--status", SUSPENDED, *ON, "--format", "json")
    assert done.code == 1
    assert done.data["outcome"] == "genuine"
    assert done.data["standing"]["status"] == "suspended"
    assert done.data["entry"]["header"]["number"] == "R110108250000420"


def test_without_a_key_that_signed_nothing_is_judged(call: Call, tmp_path: Path) -> None:
    (tmp_path / "none.txt").write_text("# none\n", encoding="utf-8")
    done = call("verify", CERTIFICATE, "--key", tmp_path / "none.txt")
    assert (done.code, "Cannot be judged" in done.out) == (3, True)


@pytest.mark.parametrize("text", ["", "hello", "QD1:123", "{}", "\udcff", "{" * 200_000])
def test_what_is_no_proof_cannot_be_read(call: Call, text: str) -> None:
    done = call("verify", "-", "--key", KEYS, stdin=text)
    assert (done.code, done.out.startswith("? Cannot be read")) == (2, True)


def test_bad_files_are_named(call: Call, tmp_path: Path) -> None:
    (tmp_path / "keys.txt").write_text("my key\n", encoding="utf-8")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n")
    for words, said in (
        (("no-such-file.json", "--key", KEYS), "no-such-file.json"),
        ((CERTIFICATE, "--key", tmp_path / "keys.txt"), "NAME+ID+KEY"),
        ((CERTIFICATE, "--key", tmp_path / "picture.png"), "picture.png"),
        ((CERTIFICATE,), "--key"),
        ((CERTIFICATE, "--key", KEYS, "--on", "today"), "--on"),
    ):
        done = call("verify", *words)
        assert done.code == 2
        assert said in done.err


def test_a_bare_install_says_what_it_lacks() -> None:
    code = """
import sys
class Absent:
    def find_spec(self, fullname, path=None, target=None):
        if fullname.split('.')[0] == 'cryptography':
            raise ModuleNotFoundError('not installed: ' + fullname, name='cryptography')
sys.meta_path.insert(0, Absent())
from qingdan.cli.app import run
sys.exit(run(sys.argv[1:]))
"""
    words = ["--lang", "en", "verify", str(CERTIFICATE), "--key", str(KEYS)]
    done = subprocess.run(
        [sys.executable, "-c", code, *words], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "qingdan[server]" in done.stderr
