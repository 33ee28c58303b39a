"""``qingdan law``, ``facts``, ``deadline``, ``number``, ``schema``: what the law holds, shown and as data."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from qingdan.law.grammar.rules import Duty, Penalty, Term
from qingdan.law.in_force import InForce
from qingdan.law.pack import model_law
from qingdan.law.proof.examination import Examination, examine
from qingdan.law.proof.setting import Setting
from tests.cli.conftest import Call


@cache
def examined_once(law: InForce, setting: Setting) -> Examination:
    return examine(law, setting)


@pytest.fixture
def _examined(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let several tests look at one examination: it takes a second."""
    monkeypatch.setattr("qingdan.law.proof.examination.examine", examined_once)


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("number", [1, 25, 27, 43, 61, 62, 71])
def test_an_article_shows_its_gloss_and_every_rule(call: Call, number: int, lang: str) -> None:
    page = call("law", "article", number, "--lang", lang).out
    article = model_law().article(number)
    assert (article.gloss.zh if lang == "zh" else article.gloss.en) in page
    for rule in model_law().rules_of(number):
        assert rule.key in page


def test_an_article_names_bearer_period_and_evidence_of_a_duty(call: Call) -> None:
    page = call("law", "article", 43).out
    assert "provider · within 10 working days after: the product or service is first provided" in page
    assert "done by the event registry_filed" in page
    assert "shown by: receipt of the filing" in page


def test_a_declaratory_article_says_why_it_is_not_modelled(call: Call) -> None:
    page = call("law", "article", 1).out
    assert "Not modelled" in page


def test_every_article_is_also_data(call: Call) -> None:
    data = call("law", "article", 33, "--format", "json").data
    assert data["article"] == 33
    assert {r["rule"] for r in data["rules"]} == {r.key for r in model_law().rules_of(33)}


@pytest.mark.parametrize(
    ("option", "number"),
    [
        ((), 73),
        (("--readings",), len(model_law().readings)),
        (("--duties",), len(model_law().of(Duty))),
        (("--terms",), len(model_law().of(Term))),
        (("--penalties",), len(model_law().of(Penalty))),
    ],
)
def test_each_list_is_complete(call: Call, option: tuple[str, ...], number: int) -> None:
    assert len(call("law", "list", *option, "--format", "json").data) == number
    assert len(call("law", "list", *option).out.splitlines()) >= number


def test_coverage_is_complete_in_every_format(call: Call) -> None:
    assert len(call("law", "coverage", "--format", "json").data) == 73
    markdown = call("law", "coverage", "--format", "markdown")
    assert markdown.code == 0
    assert len(markdown.out.splitlines()) == 75
    assert "modelled" in call("law", "coverage").out


def test_coverage_with_a_silent_article_exits_with_1(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    from qingdan.law.grammar.text import Text

    monkeypatch.setattr("qingdan.law.coverage.faults", lambda _: [Text("Article 9 is silent", "第九条遗漏")])
    done = call("law", "coverage")
    assert done.code == 1
    assert "Article 9 is silent" in done.out


def test_two_readings_differ_in_a_smallest_case(call: Call) -> None:
    done = call("law", "diff", "--reading", "license.decision.unit=working")
    assert done.code == 1
    assert "45 working days" in done.out
    assert "45 days" in done.out


def test_a_reading_does_not_differ_from_itself(call: Call) -> None:
    done = call("law", "diff", "--reading", "license.decision.unit=calendar")
    assert done.code == 0
    assert "no difference" in done.out


def test_two_lists_differ_in_who_needs_a_licence(call: Call) -> None:
    data = call(
        "law", "diff", "--list", "sample-2026", "--against-list", "sample-2027", "--format", "json"
    ).data
    first = data[0]
    assert first["rule"] == "licence_required"
    assert first["case"]["answers"]


@pytest.mark.usefixtures("_examined")
def test_the_law_is_proven_and_findings_about_the_draft_are_no_failure(call: Call, tmp_path: Path) -> None:
    report = tmp_path / "examined.md"
    done = call("law", "check", "--write", report)
    assert done.code == 0
    assert "Every product lands on a track." in done.out
    assert "Findings about the draft" in done.out
    assert "case: " in done.out
    assert "Coverage" in report.read_text(encoding="utf-8")


@pytest.mark.usefixtures("_examined")
def test_a_refutation_of_what_must_hold_exits_with_1(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    from qingdan.cli import law_check

    monkeypatch.setattr(law_check, "MUST_HOLD", frozenset({"penalties.sanctioned"}))
    done = call("law", "check")
    assert done.code == 1
    assert "Refuted, and must hold" in done.out


@pytest.mark.usefixtures("_examined")
def test_every_check_that_must_hold_is_one_that_is_made(call: Call) -> None:
    from qingdan.cli.law_check import MUST_HOLD

    made = {result["check"] for result in call("law", "check", "--format", "json").data}
    assert made >= MUST_HOLD


def test_facts_can_be_searched_in_both_languages(call: Call) -> None:
    assert "sways_public_opinion" in call("facts", "opinion").out
    assert "sways_public_opinion" in call("facts", "舆论").out
    assert call("facts", "opinion", "--format", "json").data[0]["fact"] == "sways_public_opinion"


def test_a_search_without_result_exits_with_1(call: Call) -> None:
    done = call("facts", "zzzz")
    assert done.code == 1
    assert "nothing matches zzzz" in done.err


def test_every_fact_and_event_is_listed(call: Call) -> None:
    pack = model_law()
    assert [f["fact"] for f in call("facts", "--format", "json").data] == [f.key for f in pack.facts]
    listed = call("facts", "--events").out
    assert all(f"{event.key}  " in listed for event in pack.events)


def test_ten_working_days_over_spring_festival(call: Call) -> None:
    brief = call("deadline", "--from", "2026-02-12", "--count", 10, "--unit", "working-days", "--brief")
    assert brief.out.strip() == "2026-03-04"
    told = call("deadline", "--from", "2026-02-12", "--count", 10)
    assert "4 March 2026" in told.out
    assert (
        call("deadline", "--from", "2026-02-12", "--count", 10, "--format", "json")
        .data["due"]
        .startswith("2026-03-04")
    )


def test_an_unannounced_year_is_a_range(call: Call) -> None:
    brief = call("deadline", "--from", "2035-02-01", "--count", 10, "--brief").out.strip()
    first, last = brief.split("/")
    assert first < last


def test_hours_need_a_time(call: Call) -> None:
    done = call("deadline", "--from", "2026-02-17T23:30+08:00", "--count", 4, "--unit", "hours", "--brief")
    assert done.out.startswith("2026-02-18 03:30")
    assert call("deadline", "--from", "2026-02-17", "--count", 4, "--unit", "hours").code == 2


def test_numbers_are_checked(call: Call) -> None:
    assert call("number", "check", "R110108250000420").code == 0
    wrong = call("number", "check", "R110108250000421")
    assert wrong.code == 1
    assert "✗" in wrong.out
    assert call("number", "check", "R110108250000421", "--format", "json").data["valid"] is False
    assert call("number", "check", "91350100M000100Y43").code == 0


@pytest.mark.parametrize("kind", ["case", "violation", "edition"])
def test_schemas_are_printed(call: Call, kind: str) -> None:
    assert json.loads(call("schema", kind).out)["$schema"].endswith("2020-12/schema")


ANOTHER_DRAFT = """
from dataclasses import replace
from qingdan.law.facts import product
from qingdan.law.grammar.named import christen
from qingdan.law.pack import model_law

_old = {r.key: r for r in model_law().rules}["exempt_from_registry"]
_new = replace(_old, unless=_old.unless | product.deep_synthesis)
christen({"exempt_from_registry": _new}, type(_new))
PACK = replace(model_law(), key="another", rules=tuple(_new if r is _old else r for r in model_law().rules))
NO_PACK = 1
"""


def test_another_draft_differs_in_a_smallest_case(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "another_draft.py").write_text(ANOTHER_DRAFT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    done = call("law", "diff", "--against-pack", "another_draft:PACK")
    assert done.code == 1
    assert "The product is exempt from registration" in done.out
    assert "deep synthesis" in done.out


@pytest.mark.parametrize(
    "named", ["no_such_module:PACK", "another_draft:MISSING", "another_draft:NO_PACK", ":"]
)
def test_a_pack_that_is_none_is_refused(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    (tmp_path / "another_draft.py").write_text(ANOTHER_DRAFT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    done = call("law", "diff", "--against-pack", named)
    assert done.code == 2
    assert "--against-pack" in done.err
