"""Every word of a procedure is there in both languages, and every letter can be written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
from string import Formatter
from typing import Any

import pytest

from qingdan.law.grammar.periods import Event
from qingdan.law.grammar.rules import Deemed, Duty, Term
from qingdan.law.grammar.text import Text
from qingdan.procedures.catalogue import letters, procedures
from qingdan.procedures.grammar.guards import Flag, Guard
from qingdan.procedures.grammar.letters import GAPS, Letter
from qingdan.procedures.grammar.procedure import Procedure

ALL = procedures()
every = pytest.mark.parametrize("proc", ALL, ids=lambda p: p.key)


def texts(thing: object, seen: set[int]) -> Iterator[Text]:
    """All words a declaration brings along; those of the law's own objects are the law's."""
    if isinstance(thing, Text):
        yield thing
    elif isinstance(thing, (Event, Term, Duty, Deemed, Enum)) or id(thing) in seen:
        return
    elif isinstance(thing, dict):
        for value in thing.values():
            yield from texts(value, seen)
    elif isinstance(thing, (tuple, list)):
        for value in thing:
            yield from texts(value, seen)
    elif is_dataclass(thing) and not isinstance(thing, type):
        seen.add(id(thing))
        for part in fields(thing):
            if part.name not in {"cite", "also_cites"}:
                yield from texts(getattr(thing, part.name), seen)


@every
def test_every_word_is_in_both_languages(proc: Procedure) -> None:
    for text in texts(proc, set()):
        assert text.en != text.zh, text
        assert re.search(r"[\u4e00-\u9fff]", text.zh), f"no Chinese: {text.zh}"
        assert not re.search(r"[\u4e00-\u9fff]", text.en), f"Chinese in English: {text.en}"
        assert not re.search(r"[,;:?!]", re.sub(r"\d[,:]\d|\{[^}]*\}", "", text.zh)), f"half-width: {text.zh}"
        for said in (text.en, text.zh):
            assert said == said.strip()
            assert "  " not in said


@every
def test_every_refusal_says_why_at_some_length_with_its_article(proc: Procedure) -> None:
    for step in proc.steps.values():
        judged: tuple[Guard | Flag, ...] = (*step.guards, *step.flags)
        for guard in judged:
            assert guard.cite.article > 0
            assert len(guard.says.en) >= 15, f"{step.key}: {guard.says.en}"
            assert len(guard.says.zh) >= 6, f"{step.key}: {guard.says.zh}"
        assert len({g.says.en for g in step.guards}) == len(step.guards), f"{step.key} refuses twice alike"
        assert len({f.key for f in step.flags}) == len(step.flags), step.key


def gaps(said: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(said) if name is not None}


@pytest.mark.parametrize("letter", letters().values(), ids=str)
def test_a_letter_has_gaps_we_can_fill_and_the_same_in_both_languages(letter: Letter) -> None:
    for text in (letter.title, *letter.says):
        assert gaps(text.en) == gaps(text.zh), text
        assert gaps(text.en) <= set(GAPS), text
    assert letter.says


def test_every_letter_is_served_by_something() -> None:
    served: set[Any] = {part.serves for proc in ALL for part in proc.parts}
    assert sorted(k for k, letter in letters().items() if letter not in served) == []
