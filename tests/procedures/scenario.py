"""Runs the scenarios a lawyer can read (tests/procedures/scenarios/*.yaml): who did what when, and what followed.

    - name: "accepted in silence"            # one sentence
      procedure: licence_application
      article: "27(1)"                       # where the law says so
      readings: {license.prelim.lapse: no_effect}   # optional
      subject: {track: licence}              # optional: what guards may ask of the subject
      service: electronic | other            # optional: electronic letters are served at once
      known_on: 2026-12-01                   # optional: only calendars announced by that day are known
      steps:
        - {on: 2026-03-02, take: submit, by: applicant:co, given: sample, stage: received, due: {clock: 2026-03-16}}
        - {on: 2026-03-17, settle: [deemed_accepted], stage: accepted}

``on`` is a day (10:00 in China) or a day with an hour. Each entry does one thing (``take``, ``send_back``, ``serve``,
``choices``, or only ``settle``) and checks what it names. Lapses due by then are recorded first: they must be listed
under ``settle`` there or in the entry before. ``given: sample`` makes valid answers up, ``{_sample: true, ...}`` all but
those stated; confirming repeats what was proposed. What is checked is checked whole: ``told``, ``effects``,
``stopped``, ``started``, ``choices`` and ``greyed`` name all there are.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from typing import Any

from qingdan.law.calendars import official_calendar
from qingdan.law.grammar.refusal import Refusal
from qingdan.law.grammar.units import SHANGHAI
from qingdan.law.in_force import in_force
from qingdan.law.pack import model_law
from qingdan.procedures import engine
from qingdan.procedures.catalogue import procedure
from qingdan.procedures.engine import Actor, Outcome, Setting, StepRefused, What
from qingdan.procedures.engine.clockwork import Sight
from qingdan.procedures.grammar.procedure import Procedure
from qingdan.procedures.grammar.roles import By
from qingdan.procedures.samples import sample
from tests.procedures.scenario_file import ACTIONS, CHECKS, NEEDED, SCENARIO, WITH, Unmet
from tests.procedures.scenario_run import Run, check


def run(scenario: Mapping[str, Any], find: Callable[[str], Procedure] = procedure) -> Run:
    """Run one scenario to its end; raises Unmet, with the path so far, where it comes out otherwise."""
    going = _begin(scenario, find)
    for entry in scenario["steps"]:
        _entry(going, entry)
    return going


def _begin(scenario: Mapping[str, Any], find: Callable[[str], Procedure]) -> Run:
    name = scenario.get("name", "a scenario without a name") if isinstance(scenario, dict) else "?"
    unknown, missing = set(scenario) - SCENARIO, NEEDED - set(scenario)
    if unknown or missing:
        raise Unmet(f"{name}: unknown {sorted(unknown)}, missing {sorted(missing)}")
    if not any(CHECKS & set(entry) for entry in scenario["steps"]):
        raise Unmet(f"{name}: checks nothing")
    if scenario.get("service", "electronic") not in {"electronic", "other"}:
        raise Unmet(f"{name}: service is electronic or other")
    found = find(scenario["procedure"])
    calendar = official_calendar()
    if "known_on" in scenario:
        calendar = calendar.as_known_on(scenario["known_on"])
    law = in_force(model_law(), readings=scenario.get("readings", {}))
    setting = Setting(law, calendar, scenario.get("subject", {}))
    return Run(scenario, found, setting, engine.opened(found), letters=scenario.get("service", "electronic"))


def _entry(going: Run, entry: Mapping[str, Any]) -> None:
    action = next((a for a in ACTIONS if a in entry), "settle")
    allowed = {"on", "settle", action} | WITH[action]
    unknown = set(entry) - allowed
    if unknown or "on" not in entry or (action == "settle" and "settle" not in entry and "due" not in entry):
        going.fail(
            f"{dict(entry)}: unknown here: {sorted(unknown)}; needs `on` and something to do or look at"
        )
    if "subject" in entry:  # the register went on meanwhile
        told = {**going.setting.subject, **entry["subject"]}
        going.setting = Setting(going.setting.law, going.setting.calendar, told)
    at = _instant(entry["on"])
    before = going.state
    settled = _settle(going, entry, at)
    outcomes = settled
    if action != "settle":
        before = going.state
        going.path.append(f"{entry['on']} {action} {entry[action]} by {entry.get('by', '-')}")
        outcomes = _ACT[action](going, entry, at)
    going.note((*settled, *outcomes))
    check(going, entry, before, outcomes)
    if action != "settle":
        going.path[-1] += f" → {going.state.stage}"


def _settle(going: Run, entry: Mapping[str, Any], at: datetime) -> tuple[Outcome, ...]:
    going.state, outcomes = engine.settle(going.procedure, going.state, at=at, setting=going.setting)
    found = [o.key for o in outcomes]
    going.path.extend(f"{entry['on']} by law: {key} → {going.state.stage}" for key in found)
    going.equal("lapsed by then", found, entry.get("settle", []))
    return outcomes


def _take(going: Run, entry: Mapping[str, Any], at: datetime) -> tuple[Outcome, ...]:
    key = entry["take"]
    by = _actor(going, entry)
    given = _given(going, key, entry, at)
    served = going.letters == "electronic"

    def act() -> Outcome:
        return engine.take(
            going.procedure, going.state, key, given, by=by, at=at, setting=going.setting, served=served
        )

    outcome = _unless_refused(going, entry, act)
    if outcome is None:
        return ()
    if outcome.what is What.PROPOSED:
        going.proposed = dict(outcome.given)
    if (outcome.what is What.PROPOSED) is not entry.get("proposed", False):
        going.fail(f"{key} was {outcome.what.value}; say `proposed: true` where it is only proposed")
    return (outcome,)


def _given(going: Run, key: str, entry: Mapping[str, Any], at: datetime) -> dict[str, Any]:
    step = going.procedure.steps.get(key)
    written = entry.get("given")
    waiting = going.state.proposal
    if written is None:
        return going.proposed if waiting is not None and waiting.step == key else {}
    if written == "sample":
        written = {"_sample": True}
    if not isinstance(written, dict):
        going.fail(f"given: {written!r} is neither `sample` nor answers")
    said = {k: _dated(v) for k, v in written.items() if k != "_sample"}
    if not written.get("_sample") or step is None:
        return said
    return sample(step, Sight(going.procedure, going.state, going.setting, at), **said)


def _dated(value: object) -> object:
    """Return what YAML read as a day the way it is given: as text."""
    return value.isoformat() if isinstance(value, date) and not isinstance(value, datetime) else value


def _send_back(going: Run, entry: Mapping[str, Any], _: datetime) -> tuple[Outcome, ...]:
    def act() -> Outcome:
        return engine.send_back(going.procedure, going.state, entry["send_back"], by=_actor(going, entry))

    outcome = _unless_refused(going, entry, act)
    return () if outcome is None else (outcome,)


def _serve(going: Run, entry: Mapping[str, Any], at: datetime) -> tuple[Outcome, ...]:
    on = entry.get("served_on", at.date())

    def act() -> Outcome:
        return engine.serve(going.procedure, going.state, entry["serve"], on=on, at=at, setting=going.setting)

    outcome = _unless_refused(going, entry, act)
    return () if outcome is None else (outcome,)


def _unless_refused(going: Run, entry: Mapping[str, Any], act: Callable[[], Outcome]) -> Outcome | None:
    """Do it and return the outcome; or None where it is refused as written."""
    try:
        outcome = act()
    except Refusal as refused:
        code = refused.code if isinstance(refused, StepRefused) else type(refused).__name__
        if "refused" not in entry:
            going.fail(f"refused ({code}): {refused.of('en')} {refused.of('zh')}")
        going.equal(f"refused ({refused.of('en')})", code, entry["refused"])
        words = f"{refused.of('en')}\n{refused.of('zh')}"
        if str(entry.get("says", "")) not in words:
            going.fail(f"refused, but it does not say {entry['says']!r}: {words}")
        if "field" in entry:
            going.equal("field", getattr(refused, "field", None), entry["field"])
        return None
    if "refused" in entry:
        going.fail(f"written as refused ({entry['refused']}), but it was {outcome.what.value}")
    going.state = outcome.state
    return outcome


def _choices(going: Run, entry: Mapping[str, Any], at: datetime) -> tuple[Outcome, ...]:
    offered = engine.choices(
        going.procedure, going.state, by=_actor(going, entry), at=at, setting=going.setting
    )
    going.equal("open to take", {c.step.key for c in offered if not c.refused}, set(entry["choices"]))
    if "greyed" in entry:
        going.equal("shown but not open", {c.step.key for c in offered if c.refused}, set(entry["greyed"]))
    return ()


_ACT: Mapping[str, Callable[[Run, Mapping[str, Any], datetime], tuple[Outcome, ...]]] = {
    "take": _take,
    "send_back": _send_back,
    "serve": _serve,
    "choices": _choices,
}


def _actor(going: Run, entry: Mapping[str, Any]) -> Actor:
    written = str(entry.get("by", ""))
    who = ""
    held = set()
    for part in written.split("+"):
        capacity, _, person = part.partition(":")
        who = person or who
        try:
            held.add(By(capacity))
        except ValueError:
            going.fail(f"by: {capacity!r} is none of {', '.join(By)}")
    return Actor(who or written, frozenset(held))


def _instant(on: object) -> datetime:
    if isinstance(on, datetime):
        return on.replace(tzinfo=SHANGHAI)
    if isinstance(on, date):
        return datetime.combine(on, time(10), SHANGHAI)
    return datetime.fromisoformat(str(on)).replace(tzinfo=SHANGHAI)
