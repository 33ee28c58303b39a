"""``qingdan penalty``: bounds, refusals with their article, and what a script reads from the exit code."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.cli.conftest import ROOT, Call

EXAMPLES = ROOT / "examples" / "violations"
NO_PROPOSAL = "violation: {violating_activity: provision, breach: duty, facts_proven: yes, severe: no}\n"


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.yaml")), ids=lambda p: p.stem)
def test_the_exit_code_says_whether_the_proposal_can_stand(call: Call, path: Path) -> None:
    lawful = yaml.safe_load(path.read_text(encoding="utf-8"))["expected"]["lawful"]
    done = call("penalty", path)
    assert done.code == {True: 0, False: 1, None: 3}[lawful]
    data = call("penalty", path, "--format", "json").data
    assert data["lawful"] is lawful


def test_a_lawful_range_is_shown_with_its_conditions(call: Call) -> None:
    page = call("penalty", EXAMPLES / "refused_to_correct.yaml").out
    assert "Ordinary violation" in page
    assert "fine on the party: up to CNY 1,000,000" in page
    assert "A named officer decides." in page


def test_an_unlawful_part_is_refused_with_its_article_and_what_to_do(call: Call) -> None:
    page = call("penalty", EXAMPLES / "registry_by_deceit.yaml").out
    assert "✗ The proposed sanction would be unlawful" in page
    assert "CNY 50,000 is below the least fine, CNY 100,000" in page
    assert "Art. 63(2)" in page
    assert "what to do: " in page


def test_the_page_in_chinese(call: Call) -> None:
    page = call("penalty", EXAMPLES / "state_organ.yaml", "--lang", "zh").out
    assert "✗ 拟处罚违法" in page
    assert "由具名人员决定" in page


def test_another_reading_moves_the_cap(call: Call) -> None:
    path = EXAMPLES / "severe_large_turnover.yaml"
    page = call("penalty", path, "--reading", "fine.tier2.cap_rule=lower")
    assert "fine on the party: up to CNY 10,000,000" in page.out
    assert page.code == 1  # what was proposed is above it


def test_without_a_proposal_the_bounds_are_enough(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "violation.yaml"
    path.write_text(NO_PROPOSAL, encoding="utf-8")
    done = call("penalty", path)
    assert done.code == 0
    assert "Ordinary violation  applies" in done.out
    assert "a fine presupposes that the party refused to correct" in done.out


def test_what_is_not_yet_known_exits_with_3_and_asks(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "violation.yaml"
    path.write_text(NO_PROPOSAL.replace(", severe: no", ""), encoding="utf-8")
    done = call("penalty", path)
    assert done.code == 3
    assert "(severe)" in done.out


def test_an_unknown_reading_is_refused(call: Call) -> None:
    assert call("penalty", EXAMPLES / "state_organ.yaml", "--reading", "a.b=c").code == 2
