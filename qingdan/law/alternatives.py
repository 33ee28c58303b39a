"""What the other readings would give: the same product judged again, one open point at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from qingdan.law.grammar.readings import Chosen, Reading
from qingdan.law.grammar.rules import Duty, Finding, Rule, Term
from qingdan.law.grammar.text import Text
from qingdan.law.judge import FINDING_OF, Judgement, rejudge
from qingdan.law.model_law.tracks import Track
from qingdan.law.obligations import Obligation
from qingdan.law.pack import conditions_of
from qingdan.law.readings.periods import roll_for_authority
from qingdan.law.reasons import readings_in
from qingdan.law.running_terms import rolls
from qingdan.law.timing import readings_of

FEW = 3  # a number with no more choices than this is tried at each of them


@dataclass(frozen=True)
class ReadingEffect:
    """What changes if ``reading`` is taken as ``other`` and not as ``taken``."""

    reading: Reading
    taken: Chosen
    other: Chosen
    changes: tuple[Text, ...]


def alternatives(judged: Judgement) -> tuple[ReadingEffect, ...]:
    """Return every reading whose other options would change this judgement, and how.

    Numbers with a wide range are left out: each is a decision to be made, and has no other reading.
    """
    effects = []
    for reading in _may_matter(judged):
        taken = judged.law.taken(reading)
        for other in _choices(reading):
            if other != taken:
                changes = tuple(dict.fromkeys(_changes(judged, rejudge(judged, reading, other))))
                if changes:
                    effects.append(ReadingEffect(reading, taken, other, changes))
    return tuple(effects)


def resting_on(judged: Judgement) -> tuple[Reading, ...]:
    """Return the open points that this judgement rests on: those its track, duties and terms pass through or name.

    Duties that nothing has triggered yet are left out; what they rest on does not show in any date.
    """
    found: set[Reading] = set()
    for rule in _applied(judged):
        found.update(rule.readings, readings_in(*conditions_of(rule)))
        if isinstance(rule, (Duty, Term)):
            found.update(_of_dates(rule))
    return tuple(sorted(found, key=lambda r: r.name))


def _applied(judged: Judgement) -> Iterator[Rule]:
    todo: list[Finding] = [judged.track.why.finding]
    while todo:
        finding = todo.pop()
        yield finding
        todo += [s.finding for s in judged.conclusion(finding).steps]
    yield from (o.duty for o in (*judged.obligations, *judged.terms) if o.waits_for is None)
    yield from (c.rule for c in judged.conditions)


def _may_matter(judged: Judgement) -> tuple[Reading, ...]:
    """Return every open point that could change the judgement; one can also bring in a rule not applied now."""
    rules: list[Rule] = [*judged.law.findings, *judged.law.pack.of(Duty), *judged.law.pack.of(Term)]
    rules += [c.rule for c in judged.conditions]
    found: set[Reading] = readings_in(*(c for rule in rules for c in conditions_of(rule)))
    for rule in {o.duty for o in (*judged.obligations, *judged.terms)}:
        found.update(_of_dates(rule))
    return tuple(sorted(found, key=lambda r: r.name))


def _of_dates(rule: Duty | Term) -> Iterator[Reading]:
    yield from readings_of(rule)
    if isinstance(rule, Term) and rolls(rule):
        yield roll_for_authority


def _choices(reading: Reading) -> tuple[Chosen, ...]:
    if reading.options is not None:
        return tuple(reading.options)
    few = reading.high - reading.low < FEW
    return tuple(range(reading.low, reading.high + 1)) if few else ()


def _changes(one: Judgement, other: Judgement) -> Iterator[Text]:
    if one.track.candidates != other.track.candidates:
        yield Text("track: {a} becomes {b}", "监管方式：{a}变为{b}").filled(a=_named(one.track.candidates), b=_named(other.track.candidates))
    ours, theirs = _by_instance(one), _by_instance(other)
    for key in [*ours, *(k for k in theirs if k not in ours)]:
        yield from _changed(ours.get(key), theirs.get(key))
    met = {c.rule: c.value for c in other.conditions}
    for c in one.conditions:
        if c.rule in met and met[c.rule] is not c.value:
            yield Text("{what}: {a} becomes {b}", "{what}：{a}变为{b}").filled(
                what=c.rule.says, a=_VALUES[c.value], b=_VALUES[met[c.rule]]
            )


_VALUES = {True: Text("met", "满足"), False: Text("not met", "不满足"), None: Text("not yet known", "尚不能判断")}


def _named(tracks: tuple[Track, ...]) -> Text:
    return Text(" or ".join(t.says.en for t in tracks), "或者".join(t.says.zh for t in tracks))


def _changed(was: Obligation | None, would: Obligation | None) -> Iterator[Text]:
    """Yield how one instance of a duty differs: owed or not, its due day, how long its records stay."""
    becomes = Text("{what}: {a} becomes {b}", "{what}：{a}变为{b}")
    if would is None and was is not None:
        yield Text("no longer owed: {what}", "不再承担：{what}").filled(what=was.says)
    elif was is None and would is not None:
        yield Text("owed in addition: {what}", "另须承担：{what}").filled(what=would.says)
    elif was is not None and would is not None:
        if was.due != would.due:
            yield becomes.filled(what=was.says, a=_day(was), b=_day(would))
        if was.keep_until != would.keep_until:
            kept = Text("records of: {what}", "记录保存：{what}").filled(what=was.says)
            yield becomes.filled(what=kept, a=str(was.keep_until), b=str(would.keep_until))
        if was.ground is not would.ground:
            yield Text("{what}: applies on another ground", "{what}：适用依据不同").filled(what=was.says)


def _day(one: Obligation) -> Text:
    return Text("no date", "无日期") if one.due is None else Text(str(one.due), str(one.due))


def _by_instance(judged: Judgement) -> dict[tuple[str, str], Obligation]:
    return {(o.duty.key, str(o.start)): o for o in (*judged.obligations, *judged.terms)}
