"""Issue the letter of an act: what it says is fixed here, once and for all.

Names, numbers, dates and remedies are kept as they were on the day of issue. A letter that reaches the party at once
names last days; one that must still be served names periods from its service, as the paper in the envelope does.
What was given in the act is not copied: it stays in the sealed, erasable payload (see ``letters``).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from qingdan.casework import alerts
from qingdan.casework.actions.naming import names_of
from qingdan.casework.models import Case, Event, Notice, RegisterEntry
from qingdan.law.clock import SHANGHAI, Deadline, wording
from qingdan.law.grammar.text import Text
from qingdan.law.grammar.units import Unit
from qingdan.procedures import engine
from qingdan.procedures.engine import Outcome, Setting, State, deadline_of
from qingdan.procedures.grammar.clocks import Clock, bound, said
from qingdan.procedures.grammar.effects import Enters
from qingdan.procedures.grammar.letters import Letter
from qingdan.procedures.grammar.procedure import Procedure, Subject
from qingdan.procedures.grammar.roles import By
from qingdan.procedures.grammar.steps import Step
from qingdan.procedures.redress import remedies

THIRD_PARTIES = Text("the third parties concerned", "各利害关系人")
EVERYBODY = Text("the public", "社会公众")
_NO_DAY = Text("the day told in the case", "案件所载之日")
_PROVISIONAL = Text(
    " (provisional: the public holidays concerned are not announced)", "（暂计，所涉放假安排尚未公布）"
)
_FROM_SERVICE = Text("the end of {period} after service", "自送达之日起满{period}之日")


@dataclass(frozen=True, slots=True)
class Issuing:
    """An act whose letter is issued: everything the letter draws on."""

    case: Case
    procedure: Procedure
    outcome: Outcome
    event: Event
    setting: Setting
    number: str | None
    deadlines: Mapping[str, Deadline | None]

    @property
    def on(self) -> date:
        """The day of issue."""
        return self.event.at.astimezone(SHANGHAI).date()

    @property
    def step(self) -> Step | None:
        """The step taken; None for what happened by law."""
        return self.procedure.steps.get(self.outcome.key)


def issue(act: Issuing, letter: Letter) -> Notice:
    """Keep the letter of an act; where the party agreed to electronic service it is served at once."""
    case = act.case
    party = None if letter.to_third_parties else case.party
    at_once = party is None or party.served_online
    # no page is printed yet: what it says is kept, and set when somebody asks for it
    notice = Notice.objects.create(
        event=act.event,
        case=case,
        party=party,
        letter=letter.key,
        issued_on=act.on,
        paper=_paper(act, letter, at_once=at_once),
        served_on=act.on if at_once else None,
        means=_means(act, to_party=party is not None) if at_once else "",
        public=act.outcome.publishes,
    )
    alerts.served(notice)
    return notice


def _means(act: Issuing, *, to_party: bool) -> Notice.Means:
    announced = act.outcome.publishes and not to_party
    return Notice.Means.ANNOUNCEMENT if announced else Notice.Means.ONLINE


def _paper(act: Issuing, letter: Letter, *, at_once: bool) -> dict[str, Any]:
    """Return all that the page shows besides what was given, as plain data."""
    case, entry = act.case, _entry(act)
    clock, deadline = _running(act, letter)
    until = _when(clock, deadline)
    if act.outcome.key in act.outcome.state.unserved and (later := _from_service(act)) is not None:
        clock, until, deadline = *later, None
    number = act.number or (entry.number if entry else None)
    gaps: dict[str, Text | str] = {
        "party": Text(case.party.name_en or case.party.name, case.party.name) if case.party else "",
        "product": Text(case.product.name_en or case.product.name, case.product.name) if case.product else "",
        "case": case.ref,
        "on": wording.on(act.on),
        "due": until or _NO_DAY,
        "number": number or "",
        "until": wording.on(entry.expires_on) if entry and entry.expires_on else _NO_DAY,
    }
    return {
        "title": letter.title.as_data(),
        "form": letter.form.value,
        "office": {"en": case.office.name_en, "zh": case.office.name_zh},
        "says": [p.filled(**gaps).as_data() for p in letter.says],
        "addressee": _addressee(case, letter).as_data(),
        "number": number,
        "due": deadline.due.isoformat() if deadline and deadline.due else None,
        "until": until.as_data() if until else None,
        "for": said(clock).as_data() if clock else None,
        "flags": [f.says.as_data() for f in act.outcome.flags],
        "signed": _signed(act),
        "officers": names_of(act.step.asks, act.outcome.given) if act.step else {},
        "adverse": letter.adverse,
        "redress": [r.as_data() for r in _redress(act, at_once=at_once)] if letter.adverse else [],
        "restricted": act.procedure.restricted,
    }


def _redress(act: Issuing, *, at_once: bool) -> tuple[Text, ...]:
    """Return what can be done against the act. A lapse by which nothing is deemed is a failure to act."""
    failed = act.step is None and act.procedure.lapses[act.outcome.key].deemed is None
    kind = "failure_to_act" if failed else "other"
    return remedies(act.outcome.cite, act.on if at_once else None, act.setting, act=kind)


def _entry(act: Issuing) -> RegisterEntry | None:
    """Return the entry the letter speaks of: the one this case is about, or that came in its place by it."""
    replaces = act.procedure.subject is Subject.ENTRY and any(
        isinstance(effect, Enters) for part in act.procedure.parts for effect in part.effects
    )
    own = RegisterEntry.objects.filter(case=act.case).order_by("-pk").first() if replaces else None
    return own or act.case.entry


def _addressee(case: Case, letter: Letter) -> Text:
    if letter.to_third_parties:
        return THIRD_PARTIES
    return EVERYBODY if case.party is None else Text(case.party.name, case.party.name)


def _signed(act: Issuing) -> dict[str, str] | None:
    """Return in what capacity the letter was signed; nobody signs what was received or what the law does.

    Capacities, not names: the office acts, and who it was stands in the record of the case.
    """
    if act.step is None:
        return None
    capacity = act.step.confirmed_by or By(json.loads(act.event.header)["capacity"])
    return capacity.says.as_data() if capacity.official else None


def _running(act: Issuing, letter: Letter) -> tuple[Clock | None, Deadline | None]:
    """Return the clock a letter speaks of: that which the act moved, first of those that bind the party."""
    state = act.outcome.state
    found = first_due(act.procedure, state, act.deadlines)
    if found[0] is None and any("{due}" in p.en for p in letter.says):
        running = {k: act.procedure.clock_named[k] for k, run in state.clocks.items() if run.runs}
        ends = {k: deadline_of(clock, state.clocks[k], act.setting) for k, clock in running.items()}
        found = first_due(act.procedure, state, ends)
    return found


def first_due(
    procedure: Procedure, state: State, deadlines: Mapping[str, Deadline | None]
) -> tuple[Clock | None, Deadline | None]:
    """Return which of these clocks runs out first, and when: those that bind the party before those of the authority."""
    found = [
        (bound(procedure.clock_named[k]).official, d.due, k, d)
        for k, d in deadlines.items()
        if d is not None and d.due is not None and state.clocks[k].runs
    ]
    if not found:
        return None, None
    _, _, key, deadline = min(found, key=lambda f: f[:3])
    return procedure.clock_named[key], deadline


def _when(clock: Clock | None, deadline: Deadline | None) -> Text | None:
    if clock is None or deadline is None or deadline.due is None:
        return None
    if deadline.unit is Unit.HOUR and deadline.due_at is not None:
        return wording.at(deadline.due_at)
    day = wording.on(deadline.due)
    if not deadline.provisional:
        return day
    return Text(f"{day.en}{_PROVISIONAL.en}", f"{day.zh}{_PROVISIONAL.zh}")


def _from_service(act: Issuing) -> tuple[Clock, Text] | None:
    """Return the period that service of the letter will start: what would run, were it served at once."""
    served = engine.serve(
        act.procedure,
        act.outcome.state,
        act.outcome.key,
        on=act.on,
        at=act.event.at,
        setting=act.setting,
    )
    clock, deadline = first_due(act.procedure, served.state, deadlines_of(act.procedure, served, act.setting))
    if clock is None or deadline is None:
        return None
    return clock, _FROM_SERVICE.filled(period=deadline.unit.said(deadline.amount))


def deadlines_of(procedure: Procedure, outcome: Outcome, setting: Setting) -> dict[str, Deadline | None]:
    """Return the deadlines of the clocks that an outcome changed."""
    state: State = outcome.state
    return {k: deadline_of(procedure.clock_named[k], state.clocks[k], setting) for k in outcome.clocks}
