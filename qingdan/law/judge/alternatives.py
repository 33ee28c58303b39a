"""What the other readings would give: the same product judged again, one open point at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from qingdan.law.grammar.parts import readings_in
from qingdan.law.grammar.readings import Chosen, Reading
from qingdan.law.grammar.rules import Duty, Finding, LicenceCondition, Rule, Term
from qingdan.law.grammar.text import Text
from qingdan.law.judge.book import Ground
from qingdan.law.judge.judging import FINDING_OF, Judgement, judge_track, reopened
from qingdan.law.judge.obligations import Obligation
from qingdan.law.judge.owed import obligations
from qingdan.law.judge.resting import dates_rest_on
from qingdan.law.judge.running_terms import running_terms
from qingdan.law.model_law.tracks import Track
from qingdan.law.pack import Pack, conditions_of

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
    Duties that nothing has triggered under either reading are left out too.
    """
    effects = []
    for reading in judged.law.pack.readings:
        affected = _affected(judged.law.pack, reading)
        taken = judged.law.taken(reading)
        for other in _choices(reading) if affected else ():
            if other != taken:
                changes = tuple(dict.fromkeys(_changes(judged, affected, reading, other)))
                if changes:
                    effects.append(ReadingEffect(reading, taken, other, changes))
    return tuple(effects)


@lru_cache(maxsize=1024)
def _affected(pack: Pack, reading: Reading) -> tuple[Rule, ...]:
    """Return the rules about a product that come to something else if ``reading`` is taken otherwise."""
    kinds = (*FINDING_OF.values(), *pack.of(Duty), *pack.of(Term), *pack.of(LicenceCondition))
    return tuple(r for r in kinds if reading in readings_in(*conditions_of(r)) or reading in dates_rest_on(r))


def _choices(reading: Reading) -> tuple[Chosen, ...]:
    if reading.options is not None:
        return tuple(reading.options)
    few = reading.high - reading.low < FEW
    return tuple(range(reading.low, reading.high + 1)) if few else ()


def _changes(
    judged: Judgement, affected: tuple[Rule, ...], reading: Reading, other: Chosen
) -> Iterator[Text]:
    """Judge the affected rules again, and only those."""
    book = reopened(judged, reading, other)
    if any(isinstance(r, Finding) for r in affected):
        candidates = judge_track(book, judged.on).candidates
        if candidates != judged.track.candidates:
            yield _BECOMES.filled(what=_TRACK, a=_named(judged.track.candidates), b=_named(candidates))
    would = [o for r in affected if isinstance(r, Duty) for o in obligations(r, book)]
    would += [o for r in affected if isinstance(r, Term) for o in running_terms(r, book)]
    was = [o for o in (*judged.obligations, *judged.authority_duties, *judged.terms) if o.duty in affected]
    ours, theirs = _by_instance(was), _by_instance(would)
    for key in [*ours, *(k for k in theirs if k not in ours)]:
        yield from _changed(ours.get(key), theirs.get(key))
    for c in judged.conditions:
        if c.rule in affected and isinstance(c.rule, LicenceCondition):
            value = book.held(c.rule.met_when, judged.on)
            if value is not c.value:
                yield _BECOMES.filled(what=c.rule.says, a=_VALUES[c.value], b=_VALUES[value])


_BECOMES = Text("{what}: {a} becomes {b}", "{what}：{a}变为{b}")
_TRACK = Text("track", "监管方式")
_VALUES = {
    True: Text("met", "满足"),
    False: Text("not met", "不满足"),
    None: Text("not yet known", "尚不能判断"),
}


def _named(tracks: tuple[Track, ...]) -> Text:
    return Text(" or ".join(t.says.en for t in tracks), "或者".join(t.says.zh for t in tracks))


def _changed(was: Obligation | None, would: Obligation | None) -> Iterator[Text]:
    """Yield how one instance of a duty differs: owed or not, its due day, how long its records stay."""
    if would is None and was is not None:
        yield Text("no longer owed: {what}", "不再承担：{what}").filled(what=was.says)
    elif was is None and would is not None:
        yield Text("owed in addition: {what}", "另须承担：{what}").filled(what=would.says)
    elif was is not None and would is not None:
        if was.due != would.due:
            yield _BECOMES.filled(what=was.says, a=_day(was.due), b=_day(would.due))
        if was.keep_until != would.keep_until:
            kept = Text("records of: {what}", "记录保存：{what}").filled(what=was.says)
            yield _BECOMES.filled(what=kept, a=_day(was.keep_until), b=_day(would.keep_until))
        if was.ground is not would.ground:
            yield _BECOMES.filled(what=was.says, a=_GROUNDS[was.ground], b=_GROUNDS[would.ground])


_GROUNDS = {
    Ground.SHOWN: Text("applies", "适用"),
    Ground.PRESUMED: Text("presumed to apply until a benefit is shown", "证明属于豁免等情形前推定适用"),
    Ground.OPEN: Text("may apply", "可能适用"),
}


def _day(day: date | None) -> Text:
    return Text("no date", "无日期") if day is None else Text(str(day), str(day))


def _by_instance(owed: Iterable[Obligation]) -> dict[tuple[str, str], Obligation]:
    return {(o.duty.key, str(o.start)): o for o in owed if o.waits_for is None}
