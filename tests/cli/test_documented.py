"""The documents of the command and its files are true."""

from __future__ import annotations

import json
import re
import subprocess
import sys

import pytest

from qingdan.intake.case import case_from
from qingdan.intake.document import parse_document
from qingdan.intake.edition import edition_from
from qingdan.intake.schema import shipped
from qingdan.intake.violation import violation_from
from qingdan.law.pack import model_law
from tests.cli.conftest import ROOT

FILES = (ROOT / "docs" / "files.md").read_text(encoding="utf-8")
READERS = {"case": case_from, "violation": violation_from, "edition": edition_from}


def example(kind: str) -> str:
    found = re.search(rf"<!-- example: {kind} -->\n```yaml\n(.*?)```", FILES, flags=re.DOTALL)
    assert found
    return found.group(1)


def test_the_page_of_commands_shows_what_they_print() -> None:
    done = subprocess.run(
        [sys.executable, "tools/document_commands.py", "--check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("kind", READERS)
def test_the_example_of_each_file_can_be_read(kind: str) -> None:
    assert READERS[kind](parse_document(example(kind)), model_law())


def test_the_example_of_a_violation_can_be_bounded() -> None:
    assert violation_from(parse_document(example("violation")), model_law()).bounds().consequences


@pytest.mark.parametrize("kind", READERS)
def test_every_field_is_explained(kind: str) -> None:
    schema = json.loads(shipped(f"{kind}.schema.json"))
    fields = [*schema["properties"], *schema["properties"].get("proposed", {}).get("properties", {})]
    for field in fields:
        assert f"`{field}`" in FILES
