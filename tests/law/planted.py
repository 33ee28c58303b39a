"""Small laws with faults planted in them, for the tests of proof and comparison."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qingdan.law.grammar.conditions import Choice, Condition, Fact, Number, YesNo
from qingdan.law.grammar.named import Named, christen
from qingdan.law.grammar.periods import Event
from qingdan.law.grammar.readings import Reading
from qingdan.law.grammar.rules import Article, Duty, Finding, Role, Rule
from qingdan.law.grammar.text import Cite, Statute, Text
from qingdan.law.in_force import InForce
from qingdan.law.pack import Pack

PLANTED = Statute("planted", Text("Planted Law", "试验法"), Text("Planted Law", "试验法"))


def text(words: str) -> Text:
    return Text(words, words)


def place(article: int) -> Cite:
    return Cite(PLANTED, article)


def question(words: str) -> YesNo:
    return YesNo(
        asks=text(f"Is it {words}?"), cite=place(1), yes=text(f"it is {words}"), no=text(f"it is not {words}")
    )


def number(words: str, high: int = 100) -> Number:
    return Number(asks=text(words), cite=place(1), unit=text("pieces"), high=high)


def choice(words: str, *options: str) -> Choice:
    return Choice(asks=text(words), cite=place(1), options={o: text(o) for o in options})


def finding(article: int, words: str, when: Condition, **more: Any) -> Finding:  # noqa: ANN401
    return Finding(cite=place(article), says=text(words), denies=text(f"not: {words}"), when=when, **more)


def duty(article: int, words: str, when: Condition, **more: Any) -> Duty:  # noqa: ANN401
    return Duty(
        cite=place(article), bearer=more.pop("bearer", Role.PROVIDER), when=when, must=text(words), **more
    )


def event(words: str) -> Event:
    return Event(says=text(words), cite=place(1))


def reading(name: str, default: Any, *options: str) -> Reading:  # noqa: ANN401
    return Reading(
        name=name,
        cite=place(9),
        asks=text(f"{name}?"),
        why=text("the text is open"),
        default=default,
        options={o: text(o) for o in options} or None,
    )


def pack_of(declared: Mapping[str, object], articles: tuple[Article, ...] = (), key: str = "planted") -> Pack:
    """Return a pack of everything declared, each thing under its name."""
    christen(declared, Named)
    things = [t for t in declared.values() if isinstance(t, Named)]
    return Pack(
        key=key,
        statute=PLANTED,
        articles=articles,
        facts=tuple(t for t in things if isinstance(t, Fact)),
        violation_facts=(),
        events=tuple(t for t in things if isinstance(t, Event)),
        readings=tuple(t for t in things if isinstance(t, Reading)),
        rules=tuple(sorted((t for t in things if isinstance(t, Rule)), key=lambda r: r.cite.article)),
    )


def law_of(declared: Mapping[str, object], **readings: Any) -> InForce:  # noqa: ANN401
    """Return the law of a small pack, under readings given as ``name=choice``."""
    return InForce(pack_of(declared), readings={k.replace("_", "."): v for k, v in readings.items()})
