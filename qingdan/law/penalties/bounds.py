"""What the law allows for a violation: rules, ranges, measures, what must come first, and until when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from qingdan.law.clock import Pause
from qingdan.law.grammar.conditions import ALWAYS
from qingdan.law.grammar.readings import Chosen, Reading
from qingdan.law.grammar.rules import Bar, Factor, Finding, Fine, Measure, Penalty
from qingdan.law.grammar.text import Lang
from qingdan.law.neighbours.penalty_law import BY_GENERAL_LAW
from qingdan.law.neighbours.penalty_lenience import first_slight_corrected, mitigated
from qingdan.law.penalties.code import PenaltyCode, penalty_code
from qingdan.law.penalties.consequences import Check, Consequence, FineRange
from qingdan.law.penalties.derived import full_answers, pauses_of
from qingdan.law.penalties.file import Person, Proposal, Violation, read
from qingdan.law.penalties.refused import Refused, Sheet
from qingdan.law.penalties.refusing import refusals, struck
from qingdan.law.penalties.sums import bases, open_points, span
from qingdan.law.penalties.telling import LABELS, check_data, consequence_data, listed, told
from qingdan.law.penalties.timetable import DueDate, in_course, timetable, window

OF_THE_PROPOSAL = (
    "relied_on",
    "proposed_fine",
    "proposed_person_fine",
    "proposed_confiscation",
    "closes_or_revokes",
)


@dataclass(frozen=True, slots=True)
class Bounds:
    """The bounds of what may be done about one violation. ``refused`` concerns the proposal, if there is one."""

    consequences: tuple[Consequence, ...]
    checks: tuple[Check, ...]
    lenience: tuple[Check, ...]
    factors: tuple[Factor, ...]
    timetable: tuple[DueDate, ...]
    window: tuple[date | None, date | None]
    proposed: Proposal | None
    refused: tuple[Refused, ...]
    readings: tuple[tuple[Reading, Chosen], ...]

    @property
    def lawful(self) -> bool | None:
        """Tell whether the proposal can stand: False unlawful, None something must be shown first or none was made."""
        if self.proposed is None:
            return None
        if any(r.unlawful for r in self.refused):
            return False
        return None if self.refused else True

    @property
    def impossible(self) -> bool:
        """Tell whether the period for a hearing outlasts the time to decide."""
        first, last = self.window
        return first is not None and last is not None and first > last

    def as_data(self) -> dict[str, Any]:
        """Return everything as plain data that JSON can hold."""
        first, last = self.window
        return {
            "consequences": [consequence_data(c) for c in self.consequences],
            "checks": [check_data(c) for c in self.checks],
            "lenience": [check_data(c) for c in self.lenience],
            "factors": [
                {"key": f.key, "says": f.says.as_data(), "asks": f.asks.as_data()} for f in self.factors
            ],
            "timetable": [d.as_data() for d in self.timetable],
            "decide_from": None if first is None else first.isoformat(),
            "decide_until": None if last is None else last.isoformat(),
            "impossible": self.impossible,
            "lawful": self.lawful,
            "refused": [r.as_data() for r in self.refused],
            "readings": {r.name: choice for r, choice in self.readings},
        }

    def explain(self, lang: Lang) -> str:
        """Return the bounds in words, one statement a line."""
        return "\n".join(self._lines(lang))

    def _lines(self, lang: Lang) -> Iterator[str]:
        label = {k: v.of(lang) for k, v in LABELS.items()}
        colon = "：" if lang == "zh" else ": "
        if not self.consequences:
            yield label["nothing"]
        for c in self.consequences:
            yield from told(c, lang, label, colon)
        for check in self.lenience:
            if check.value and not isinstance(check.rule, Bar):
                yield f"{label['lenience']}{colon}{check.rule.says.of(lang)} [{check.rule.cite.of(lang)}]"
        if self.timetable:
            yield label["due"]
            for due in self.timetable:
                estimate = f" {label['estimate']}" if due.deadline.provisional else ""
                yield f"  {due.deadline.due}{estimate}  {due.term.says.of(lang)} [{due.term.cite.of(lang)}]"
        if self.impossible:
            yield label["impossible"]
        if self.proposed is not None:
            key = "stands" if self.lawful else "refused" if self.lawful is False else "unshown"
            yield label[key]
            yield from (f"  - {r.explain(lang)}" for r in self.refused)
        if self.readings:
            taken = (f"{r.name} = {r.said(choice).of(lang)}" for r, choice in self.readings)
            yield f"{label['readings']}{colon}{listed(taken, lang)}"


def bound(  # noqa: PLR0913 - each argument is one part of a violation file
    answers: Mapping[str, object] | Violation,
    *,
    turnover: Mapping[int, Mapping[str, int]] | None = None,
    dates: Mapping[str, date] | None = None,
    excluded_time: Iterable[Pause] = (),
    persons: Iterable[Person] = (),
    proposed: Proposal | Mapping[str, object] | None = None,
    readings: Mapping[str, object] | None = None,
) -> Bounds:
    """Return what the law allows for a violation, and what it refuses of ``proposed``.

    ``answers`` are answers by fact, or a whole ``Violation`` (then only ``readings`` may add to it). Sums in fen.
    Raises UnknownFact, WrongAnswer, UnknownReading or BadViolation, each naming what is wrong.
    """
    if isinstance(answers, Violation):
        violation = answers
    else:
        wanted = read({"proposed": proposed}).proposed if isinstance(proposed, Mapping) else proposed
        violation = Violation(
            answers, turnover or {}, dates or {}, tuple(excluded_time), tuple(persons), wanted, {}
        )
    code = penalty_code({**violation.readings, **(readings or {})})
    in_course(violation.dates)
    sheet = Sheet.of(code, violation, full_answers(violation, code))
    pauses = pauses_of(violation, code)
    found = tuple(_consequence(sheet, p) for p in code.penalties.values())
    kept = tuple(sorted((c for c in found if c.applies is not False), key=lambda c: c.applies is None))
    grave = sheet.answers.get("harms_life_health_or_finance")
    return Bounds(
        consequences=kept,
        checks=tuple(_check(sheet, bar) for bar in code.bars),
        lenience=tuple(_check(sheet, f) for f in (mitigated, first_slight_corrected)),
        factors=code.factors,
        timetable=timetable(violation.dates, pauses, grave=grave if isinstance(grave, bool) else None),
        window=window(violation.dates, pauses),
        proposed=violation.proposed,
        refused=() if violation.proposed is None else refusals(sheet, violation.proposed),
        readings=_rested_on(code, kept),
    )


def _check(sheet: Sheet, rule: Bar | Finding) -> Check:
    condition = rule.when if isinstance(rule, Bar) else rule
    value = sheet.value(condition)
    return Check(rule, value, sheet.missing(condition) if value is None else ())


def _consequence(sheet: Sheet, penalty: Penalty) -> Consequence:
    """Apply one rule as if it were relied on, whatever is proposed."""
    applies = sheet.value(penalty.when)
    here = sheet.without(*OF_THE_PROPOSAL).given(relied_on=penalty.key)
    barred = tuple(b for b in here.code.bars if here.value(b.when)) if applies is not False else ()
    gone = {m for b in barred for m in struck(b)}
    general = tuple(m for m in BY_GENERAL_LAW if m not in penalty.obliged)
    no_gains = {Measure.CONFISCATION} if sheet.net_gains() == 0 else set()
    no_fines = any(b.fines for b in barred)
    no_persons = any(b.persons and (b.fines or b.measures is None or b.measures) for b in barred)
    return Consequence(
        penalty=penalty,
        applies=applies,
        why=sheet.why(penalty.when),
        missing=sheet.missing(penalty.when) if applies is None else (),
        obliged=tuple(m for m in penalty.obliged if m not in gone | no_gains),
        available=tuple(m for m in (*penalty.measures, *general) if m not in gone | no_gains),
        entity=None if penalty.entity is None or no_fines else fine_range(here, penalty.entity),
        persons=None if penalty.persons is None or no_persons else fine_range(here, penalty.persons),
        responsible=tuple(p.name for p in sheet.violation.persons if p.person_directly_responsible),
        barred=barred,
    )


def fine_range(sheet: Sheet, fine: Fine) -> FineRange:
    """Return the range of one fine under the answers and readings of ``sheet``."""
    code, taken = sheet.code, sheet.code.taken
    low, high = span(fine.low, sheet.answers, taken), span(fine.high, sheet.answers, taken)
    open_now = True if fine.presupposes is ALWAYS else sheet.value(fine.presupposes)
    unknown = () if high.exact else tuple(k for k in bases(fine.high, taken) if k not in sheet.answers)
    waits = sheet.missing(fine.presupposes) if open_now is None else ()
    elsewise: list[tuple[Reading, Chosen, int]] = []
    for reading in dict.fromkeys(open_points(fine.high, taken)):
        for option in reading.options or ():
            if option == taken(reading):
                continue

            def otherwise(r: Reading, *, at: Reading = reading, to: str = option) -> Chosen:
                return to if r is at else code.taken(r)

            other = span(fine.high, sheet.answers, otherwise)
            if other.exact and other != high:
                elsewise.append((reading, option, other.low))
    return FineRange(
        low=0 if sheet.value(mitigated) else low.low,
        high=high.low,
        perhaps_to=high.high,
        open=open_now,
        presupposes=fine.otherwise if open_now is not True else None,
        missing=(*waits, *unknown),
        elsewise=tuple(elsewise),
    )


def _rested_on(code: PenaltyCode, consequences: Iterable[Consequence]) -> tuple[tuple[Reading, Chosen], ...]:
    used: dict[Reading, None] = {}
    for consequence in consequences:
        used.update(dict.fromkeys(consequence.penalty.readings))
        for bar in consequence.barred:
            used.update(dict.fromkeys(bar.readings))
    return tuple((reading, code.taken(reading)) for reading in used)
