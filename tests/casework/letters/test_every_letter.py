"""Every letter of every procedure, issued and printed: complete, in both languages, with dates, numbers and remedies."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader
from pytest_django import Settings

from qingdan.casework.actions.lettering import _NO_DAY
from qingdan.casework.letters import letter_pdf, paper_of
from qingdan.casework.models import Notice
from qingdan.law.calendars import official_calendar
from qingdan.law.clock import count, wording
from qingdan.law.grammar.text import LANGS
from qingdan.law.grammar.units import Unit
from qingdan.procedures.catalogue import procedures
from qingdan.procedures.grammar.letters import Letter
from qingdan.procedures.grammar.procedure import Procedure
from tests.casework.letters.issued import AT, every_letter, parts_with_letters

pytestmark = pytest.mark.django_db
every = pytest.mark.parametrize("declared", procedures(), ids=lambda p: p.key)


def last_day(amount: int, unit: Unit) -> date:
    due = count(AT.date(), amount, unit, calendar=official_calendar()).due
    assert due is not None
    return due


RECONSIDERATION, SUIT = last_day(60, Unit.DAY), last_day(6, Unit.MONTH)


def letter(declared: Procedure, notice: Notice) -> Letter:
    return next(p.serves for p in parts_with_letters(declared) if p.key == notice.event.key and p.serves)


@every
def test_it_is_whole_in_print_with_its_dates_numbers_and_remedies(
    declared: Procedure, settings: Settings
) -> None:
    settings.DEMO = True
    for notice in every_letter(declared):
        said = letter(declared, notice)
        _printed_whole(notice)
        _gaps_filled(notice, said)
        _remedies_named(notice, declared, adverse=said.adverse)


def _printed_whole(notice: Notice) -> None:
    paper = paper_of(notice)
    pages = PdfReader(BytesIO(letter_pdf(notice))).pages
    words = _squeezed("".join(page.extract_text() for page in pages))
    for lang in LANGS:
        for text in (paper.title, *paper.paragraphs, *paper.redress, *(row.label for row in paper.facts)):
            assert "{" not in text.of(lang), notice.letter
            assert _NO_DAY.of(lang) not in text.of(lang), notice.letter
            assert _squeezed(text.of(lang)) in words, f"{notice.letter}: {text.of(lang)}"
    assert "演示Demonstration" in words
    assert _squeezed(paper.reasons) in words
    assert all(cite.of("zh") in words for cite in paper.cites), notice.letter


def _gaps_filled(notice: Notice, said: Letter) -> None:
    """What a gap names stands in the text."""
    gaps, text = "".join(p.zh for p in said.says), "".join(p.zh for p in paper_of(notice).paragraphs)
    if "{due}" in gaps:
        due = date.fromisoformat(notice.paper["due"])
        assert due > AT.date(), notice.letter
        assert wording.on(due).zh in text, notice.letter
    assert "{number}" not in gaps or str(notice.paper["number"]) in text, notice.letter
    assert "{on}" not in gaps or wording.on(AT.date()).zh in text, notice.letter
    assert "{case}" not in gaps or notice.case.ref in text, notice.letter


def _remedies_named(notice: Notice, declared: Procedure, *, adverse: bool) -> None:
    """An adverse letter names the remedies and their last days, and no other does."""
    redress = paper_of(notice).redress
    assert bool(redress) is adverse, notice.letter
    if not redress:
        return
    lapse = declared.lapses.get(notice.event.key)
    if lapse is not None and lapse.deemed is None:
        asking, suing = redress
        assert "应当先申请行政复议" in suing.zh, "a failure to act goes to reconsideration first"
        assert wording.on(RECONSIDERATION).zh not in asking.zh, (
            "nothing was served that a last day could run from"
        )
        return
    asking, suing, runs_on = redress
    assert wording.on(RECONSIDERATION).zh in asking.zh, notice.letter
    assert wording.on(RECONSIDERATION).en in asking.en, notice.letter
    assert wording.on(SUIT).zh in suing.zh, notice.letter
    assert "不停止" in runs_on.zh


@every
def test_what_must_still_be_served_names_periods_from_its_service_and_no_days(declared: Procedure) -> None:
    for notice in every_letter(declared, online=False):
        paper = paper_of(notice)
        step = declared.steps.get(notice.event.key)
        assert (notice.served_on is None) is (notice.party_id is not None), notice.letter
        if notice.served_on is not None:
            continue
        assert not any(wording.on(d).zh in r.zh for r in paper.redress for d in (RECONSIDERATION, SUIT))
        starts = step is not None and any(e in declared.starts for e in step.on_service)
        if starts and "{due}" in "".join(p.zh for p in letter(declared, notice).says):
            assert "自送达之日起满" in "".join(p.zh for p in paper.paragraphs), notice.letter
            assert "after service" in "".join(p.en for p in paper.paragraphs), notice.letter
            assert notice.paper["due"] is None


def _squeezed(text: str) -> str:
    """Text without what line breaks add or take."""
    return "".join(text.split()).replace("-", "").replace("\u00ad", "").replace("\u2010", "")
