"""Which open points of the text a judgement rests on."""

from __future__ import annotations

from qingdan.law.grammar.conditions import AtLeast, Condition, Taking
from qingdan.law.grammar.parts import parts_of, readings_in
from qingdan.law.grammar.readings import Reading
from qingdan.law.grammar.rules import Duty, Finding, Rule, Term
from qingdan.law.judge.judging import FINDING_OF, Judgement
from qingdan.law.judge.relied_on import own_parts, relied_on
from qingdan.law.judge.running_terms import rolls
from qingdan.law.judge.timing import readings_of
from qingdan.law.pack import conditions_of
from qingdan.law.readings.periods import roll_for_authority


def resting_on(judged: Judgement) -> tuple[Reading, ...]:
    """Return the open points that track, conditions, duties and dates pass through or name, by name.

    Duties that nothing has triggered yet are left out: what they rest on does not show in any date.
    """
    rules: list[Rule] = [o.duty for o in (*judged.obligations, *judged.terms) if o.waits_for is None]
    rules += [c.rule for c in judged.conditions]
    found = {reading for rule in rules for reading in (*rule.readings, *dates_rest_on(rule))}
    todo: list[Condition] = [FINDING_OF[t] for t in judged.track.candidates]
    todo += [c for rule in rules for c in conditions_of(rule)]
    seen: set[Condition] = set()
    while todo:
        condition = todo.pop()
        if condition in seen:
            continue
        seen.add(condition)
        if isinstance(condition, Finding):
            found.update(condition.readings)
        found.update(_own_readings(condition))
        todo += [part for part in _relied_on(judged, condition) if isinstance(part, Finding)]
    return tuple(sorted(found, key=lambda r: r.name))


def _relied_on(judged: Judgement, condition: Condition) -> tuple[Condition, ...]:
    """Return what a settled condition relies on; what an open one may come to rely on."""
    if isinstance(condition, Finding) or parts_of(condition):
        known = judged.book.held(condition, judged.on) is not None
        return relied_on(judged.law, condition, judged.codes) if known else tuple(own_parts(condition))
    return ()


def _own_readings(condition: Condition) -> set[Reading]:
    """Return the open points a condition itself names, those of its findings left out."""
    found: set[Reading] = set()
    todo = [condition, *parts_of(condition)]
    while todo:
        part = todo.pop()
        if isinstance(part, (Taking, AtLeast)):
            found |= readings_in(part)
        elif not isinstance(part, Finding):
            todo += parts_of(part)
    return found


def dates_rest_on(rule: Rule) -> tuple[Reading, ...]:
    """Return the open points on which the dates of a rule depend."""
    if not isinstance(rule, (Duty, Term)):
        return ()
    rolled = (roll_for_authority,) if isinstance(rule, Term) and rolls(rule) else ()
    return (*readings_of(rule), *rolled)
