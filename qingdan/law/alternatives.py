"""What the other readings would give: the same product judged again, one open point at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from qingdan.law.grammar.conditions import AtLeast, Condition, Taking
from qingdan.law.grammar.periods import AtOnce, Every, Period, UnitByReading, Yearly
from qingdan.law.grammar.readings import Chosen, Reading
from qingdan.law.grammar.rules import Duty, Rule, Term
from qingdan.law.grammar.text import Text
from qingdan.law.judge import Judgement, rejudge
from qingdan.law.obligations import Obligation
from qingdan.law.pack import conditions_of
from qingdan.law.reasons import parts_of


@dataclass(frozen=True)
class ReadingEffect:
    """What changes if ``reading`` is taken as ``other`` and not as ``taken``."""

    reading: Reading
    taken: Chosen
    other: Chosen
    changes: tuple[Text, ...]


def alternatives(judged: Judgement) -> tuple[ReadingEffect, ...]:
    """Return every reading whose other options would change this judgement, and how."""
    effects = []
    for reading in _in_play(judged):
        taken = judged.law.taken(reading)
        for other in reading.options or ():
            if other != taken:
                changes = tuple(_changes(judged, rejudge(judged, reading, other)))
                if changes:
                    effects.append(ReadingEffect(reading, taken, other, changes))
    return tuple(effects)


def resting_on(judged: Judgement) -> tuple[Reading, ...]:
    """Return the open points that the rules applied to this product pass through."""
    return _in_play(judged)


def _in_play(judged: Judgement) -> tuple[Reading, ...]:
    applied: list[Rule] = [o.duty for o in (*judged.obligations, *judged.terms)]
    found: dict[Reading, None] = {}
    seen: set[int] = set()
    for rule in (*applied, judged.track.why.finding):
        for condition in conditions_of(rule):
            _collect(condition, found, seen)
        if isinstance(rule, (Duty, Term)):
            for reading in _of_timing(rule):
                found[reading] = None
    # a reading can also bring in a rule that does not apply under the one taken
    for finding in judged.law.findings:
        _collect(finding, found, seen)
    return tuple(sorted(found, key=lambda r: r.name))


def _collect(condition: Condition, found: dict[Reading, None], seen: set[int]) -> None:
    if id(condition) in seen:
        return
    seen.add(id(condition))
    if isinstance(condition, Taking):
        found[condition.reading] = None
    if isinstance(condition, AtLeast) and isinstance(condition.bound, Reading):
        found[condition.bound] = None
    for part in parts_of(condition):
        _collect(part, found, seen)


def _of_timing(rule: Duty | Term) -> Iterator[Reading]:
    timing = rule.period if isinstance(rule, Term) else rule.within
    if isinstance(timing, AtOnce):
        timing = timing.at_latest
    if isinstance(timing, (Period, Every)):
        if isinstance(timing.amount, Reading):
            yield timing.amount
        if isinstance(timing.unit, UnitByReading):
            yield timing.unit.reading
    if isinstance(timing, Yearly):
        yield timing.monthday
    if isinstance(rule, Duty) and rule.keeps is not None and isinstance(rule.keeps.amount, Reading):
        yield rule.keeps.amount


def _changes(one: Judgement, other: Judgement) -> Iterator[Text]:
    if one.track.track is not other.track.track:
        open_ = Text("not yet known", "尚不能判断")
        yield Text("track: {a} becomes {b}", "监管方式：{a}变为{b}").filled(
            a=one.track.track.says if one.track.track else open_,
            b=other.track.track.says if other.track.track else open_,
        )
    ours, theirs = _by_instance(one), _by_instance(other)
    for key in [*ours, *(k for k in theirs if k not in ours)]:
        was, would = ours.get(key), theirs.get(key)
        if would is None and was is not None:
            yield Text("no longer owed: {what}", "不再承担：{what}").filled(what=was.says)
        elif was is None and would is not None:
            yield Text("owed in addition: {what}", "另须承担：{what}").filled(what=would.says)
        elif was is not None and would is not None and (was.due, was.keep_until) != (would.due, would.keep_until):
            a, b = was.due or was.keep_until, would.due or would.keep_until
            yield Text("{what}: {a} becomes {b}", "{what}：{a}变为{b}").filled(what=was.says, a=str(a), b=str(b))


def _by_instance(judged: Judgement) -> dict[tuple[str, str], Obligation]:
    return {(o.duty.key, str(o.start)): o for o in (*judged.obligations, *judged.terms)}
