"""Scenarios that a lawyer can read: a product over time, and what holds on the day before, on the day, the day after."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from qingdan.intake.case import CaseFile, case_from
from qingdan.intake.document import Document, read_document
from qingdan.law.pack import model_law
from tests.law.judge.expected import differences

FOLDER = Path(__file__).parent / "scenarios"
BASES = read_document(FOLDER / "bases.yaml").data
TOPICS = sorted(p for p in FOLDER.glob("*.yaml") if p.stem != "bases")


def _case(told: dict[str, Any]) -> CaseFile:
    fields = {k: told[k] for k in ("changes", "events", "readings", "expect") if k in told}
    answers = {**BASES[told["base"]], **told.get("answers", {})}
    return case_from(
        Document(told["scenario"], {"product": "Scenario", "answers": answers, **fields}, {}), model_law()
    )


SCENARIOS = [(path.stem, told) for path in TOPICS for told in read_document(path).data]


@pytest.mark.parametrize(("topic", "told"), SCENARIOS, ids=[f"{t}: {s['scenario']}" for t, s in SCENARIOS])
def test_scenario(topic: str, told: dict[str, Any]) -> None:
    case = _case(told)
    wrong = [
        f"on {expected['on']}: {difference}"
        for expected in case.expect
        for difference in differences(case.product, case.readings, expected)
    ]
    assert not wrong, f"{topic}: {told['scenario']}\n  " + "\n  ".join(wrong)
