"""What a lawyer expects of a product on a day, compared with what is judged. Used by examples and scenarios.

An expectation names a day (``on``) and any of: track; candidates and meanwhile; entries of the
list; history; holds and fails (findings); conditions of the licence; due, due_at, standing,
ground, keep, says of duties and terms, by key (a list where there are several instances);
provisional, absent, overdue; open questions; rests_on (readings, at least these); becomes (track
under another edition of the sample). ``readings`` and ``answers`` put the question otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from qingdan.law.grammar.rules import Finding
from qingdan.law.judge import Judgement, judge
from qingdan.law.judge.obligations import Obligation, Standing, moment_text
from qingdan.law.judge.relisting import who_changes_track
from qingdan.law.judge.resting import resting_on
from qingdan.law.negative_list.sample import EDITIONS
from qingdan.law.timeline import Change, Product

WORDS = {True: "yes", False: "no", None: "unknown"}


def differences(product: Product, readings: Mapping[str, Any], expected: Mapping[str, Any]) -> list[str]:
    """Return in words everything in which the judgement differs from ``expected``."""
    wanted = dict(expected)
    judged = judge(
        _otherwise(product, wanted.pop("answers", {})),
        _day(wanted.pop("on")),
        readings={**readings, **wanted.pop("readings", {})},
    )
    found = []
    for name, value in wanted.items():
        got = _CHECKS[name](judged, value)
        if got is not None:
            found.append(f"{name}: expected {value}, judged {got}")
    return found


def _otherwise(product: Product, answers: Mapping[str, Any]) -> Product:
    """Return the product with other answers, on every day."""
    kept = (Change(c.on, {k: v for k, v in c.answers.items() if k not in answers}) for c in product.changes)
    return replace(product, answers={**product.answers, **answers}, changes=tuple(kept))


def _day(given: date | str) -> date:
    return given if isinstance(given, date) else date.fromisoformat(given)


def _track(judged: Judgement, wanted: str) -> str | None:
    got = judged.track.track.value if judged.track.track else "open"
    return None if got == wanted else got


def _candidates(judged: Judgement, wanted: list[str]) -> list[str] | None:
    got = [t.value for t in judged.track.candidates]
    return None if got == wanted else got


def _meanwhile(judged: Judgement, wanted: str) -> str | None:
    got = judged.track.meanwhile.value
    return None if got == wanted else got


def _entries(judged: Judgement, wanted: list[str]) -> list[str] | None:
    got = [e.key for e in judged.conclusion(_finding(judged, "on_negative_list")).listing]
    return None if got == wanted else got


def _history(judged: Judgement, wanted: Mapping[Any, str]) -> dict[str, str] | None:
    got = {str(day): t.value if t else "open" for day, t in judged.history}
    return None if got == {str(d): t for d, t in wanted.items()} else got


def _finding(judged: Judgement, key: str) -> Finding:
    return next(f for f in judged.law.findings if f.key == key)


def _values(value: bool) -> Callable[[Judgement, list[str]], list[str] | None]:  # noqa: FBT001
    def check(judged: Judgement, wanted: list[str]) -> list[str] | None:
        got = [
            f"{key} is {WORDS[v]}"
            for key in wanted
            if (v := judged.conclusion(_finding(judged, key)).value) is not value
        ]
        return got or None

    return check


def _conditions(judged: Judgement, wanted: Mapping[str, Any]) -> dict[str, str] | None:
    met = {c.rule.key: c.value for c in judged.conditions}
    got = {k: WORDS[met[k]] if k in met else "not asked" for k in wanted}
    return None if got == {k: WORDS.get(v, v) for k, v in wanted.items()} else got


def _all(judged: Judgement) -> tuple[Obligation, ...]:
    return (*judged.obligations, *judged.authority_duties, *judged.terms)


def _each(
    of: Callable[[Obligation], object], same: Callable[[object, object], bool] = lambda a, b: str(a) == str(b)
) -> Callable[[Judgement, Mapping[str, Any]], dict[str, Any] | None]:
    """Return a check of something about each instance of the duties named."""

    def check(judged: Judgement, wanted: Mapping[str, Any]) -> dict[str, Any] | None:
        wrong = {}
        for key, value in wanted.items():
            got = [of(o) for o in _all(judged) if o.duty.key == key]
            values = value if isinstance(value, list) else [value]
            if len(got) != len(values) or not all(same(g, v) for g, v in zip(got, values, strict=True)):
                wrong[key] = [str(g) for g in got] or "not owed"
        return wrong or None

    return check


def _remarks(owed: Obligation) -> str:
    return " | ".join(r.en for r in owed.remarks)


def _provisional(judged: Judgement, wanted: list[str]) -> list[str] | None:
    got = {o.duty.key for o in _all(judged) if o.provisional}
    return None if set(wanted) <= got else sorted(got)


def _absent(judged: Judgement, wanted: list[str]) -> list[str] | None:
    return sorted({o.duty.key for o in _all(judged)} & set(wanted)) or None


def _overdue(judged: Judgement, wanted: list[str]) -> list[str] | None:
    got = sorted(o.duty.key for o in _all(judged) if o.standing is Standing.OVERDUE)
    return None if got == sorted(wanted) else got


def _open(judged: Judgement, wanted: list[str]) -> list[str] | None:
    got = [q.fact.key for q in judged.open_questions]
    return None if sorted(got) == sorted(wanted) else got


def _rests_on(judged: Judgement, wanted: Iterable[str]) -> list[str] | None:
    got = [r.name for r in resting_on(judged)]
    return None if set(wanted) <= set(got) else got


def _becomes(judged: Judgement, wanted: Mapping[str, str]) -> dict[str, str] | None:
    wrong = {}
    for key, track in wanted.items():
        new = next(e for e in EDITIONS if e.key == key)
        moved = who_changes_track(
            [judged.product], judged.law.edition, new, judged.on, readings=judged.law.readings
        )
        after = moved[0].after.track if moved else judged.track.track
        if (after.value if after else "open") != track:
            wrong[key] = after.value if after else "open"
    return wrong or None


_CHECKS: Mapping[str, Callable[[Judgement, Any], object]] = {
    "track": _track,
    "candidates": _candidates,
    "meanwhile": _meanwhile,
    "entries": _entries,
    "history": _history,
    "holds": _values(value=True),
    "fails": _values(value=False),
    "conditions": _conditions,
    "due": _each(lambda o: o.due),
    "due_at": _each(lambda o: moment_text(o.due_at) if o.due_at else None),
    "standing": _each(lambda o: o.standing.value),
    "ground": _each(lambda o: o.ground.value),
    "keep": _each(lambda o: o.keep_until),
    "says": _each(_remarks, lambda got, wanted: str(wanted) in str(got)),
    "provisional": _provisional,
    "absent": _absent,
    "overdue": _overdue,
    "open": _open,
    "rests_on": _rests_on,
    "becomes": _becomes,
}
