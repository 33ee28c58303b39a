"""Answers that follow from dates, from the table of turnovers and from the proposal. A contradiction is refused."""

from __future__ import annotations

from datetime import date

from qingdan.law.clock import Pause
from qingdan.law.grammar.rules import Measure
from qingdan.law.neighbours import penalty_terms as terms
from qingdan.law.penalties.code import PenaltyCode
from qingdan.law.penalties.file import Proposal, Violation, bad
from qingdan.law.penalties.timetable import deadline, over
from qingdan.law.readings import liability

STOPS_OR_REVOKES = frozenset(
    {
        Measure.SUSPEND_OPERATIONS,
        Measure.TERMINATE_OPERATIONS,
        Measure.RECTIFICATION,
        Measure.REVOKE_PERMITS,
        Measure.REVOKE_LICENCE,
    }
)


def full_answers(violation: Violation, code: PenaltyCode) -> dict[str, object]:
    """Return the answers given together with those that follow from the rest of the file."""
    answers = {k: v for k, v in violation.answers.items() if v is not None}
    following = {**_from_dates(violation, code), **_from_turnover(violation, code)}
    if violation.proposed is not None:
        following |= _from_proposal(violation.proposed, code)
    for key, value in following.items():
        if value is None:
            continue
        if answers.get(key, value) != value:
            raise bad(
                key,
                f"answered {answers[key]}, but dates or proposal say {value}",
                f"填写为{answers[key]}，但依日期或者拟处罚内容应为{value}",
            )
        answers[key] = value
    return answers


def _from_dates(violation: Violation, code: PenaltyCode) -> dict[str, object]:
    dates = violation.dates
    decided = dates.get("penalty_decided")
    asked = deadline(terms.hearing_request, dates)
    limit = deadline(terms.case_decision, dates, pauses_of(violation, code))
    return {
        "hearing_request_period_over": over(asked, decided),
        "decided_in_time": _not(over(limit, decided)),
        "discovered_in_time": _in_time(violation),
    }


def pauses_of(violation: Violation, code: PenaltyCode) -> tuple[Pause, ...]:
    """Return the days that do not count toward the time to decide, under the reading taken."""
    return violation.excluded_time if code.taken(liability.excluded_time) == "hearing_and_tests" else ()


def _in_time(violation: Violation) -> bool | None:
    found = violation.dates.get("violation_discovered")
    short = _not(over(deadline(terms.time_bar, violation.dates), found))
    long = _not(over(deadline(terms.time_bar_grave, violation.dates), found))
    grave = violation.answers.get("harms_life_health_or_finance")
    if grave is None:
        return short if short == long else None
    return long if grave else short


def _not(value: bool | None) -> bool | None:  # noqa: FBT001 - three values
    return None if value is None else not value


def _from_turnover(violation: Violation, code: PenaltyCode) -> dict[str, object]:
    year = turnover_year(violation, code)
    row = violation.turnover.get(year, {}) if year is not None else {}
    return {f"turnover_{kind}": fen for kind, fen in row.items()}


def turnover_year(violation: Violation, code: PenaltyCode) -> int | None:
    """Return the year whose turnover counts under the reading taken, or None while its date is unknown."""
    before_act = code.taken(liability.fine_turnover_year) == "before_act"
    on: date | None = violation.dates.get("violation_ended" if before_act else "penalty_decided")
    return None if on is None else on.year - 1


def _from_proposal(proposed: Proposal, code: PenaltyCode) -> dict[str, object]:
    if proposed.rule not in code.penalties:
        known = ", ".join(code.penalties)
        raise bad(
            "proposed.rule",
            f"no penalty is called {proposed.rule}; there are {known}",
            f"无此规定；可填：{known}",
        )
    confiscates = proposed.confiscate
    following: dict[str, object] = {
        "relied_on": proposed.rule,
        "proposed_fine": proposed.fine,
        "proposed_person_fine": max((fine for _, fine in proposed.persons), default=0),
        "proposed_confiscation": confiscates,
        "closes_or_revokes": bool(proposed.measures & STOPS_OR_REVOKES),
        "fine_replaces_correction": proposed.replaces_correction,
    }
    if proposed.factors is not None:
        unknown = [k for k in proposed.factors if k not in {f.key for f in code.factors}]
        if unknown:
            raise bad(
                "proposed.factors",
                f"no factor is called {', '.join(unknown)}",
                f"无此因素：{'、'.join(unknown)}",
            )
        following["factors_weighed"] = all(proposed.factors.get(f.key, "").strip() for f in code.factors)
    return following
