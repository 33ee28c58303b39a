"""A small procedure to try the engine on: the law's own licence clocks, and of everything a step can be one."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from qingdan.law.calendars import Calendar, official_calendar
from qingdan.law.events import incident
from qingdan.law.events import licence as events
from qingdan.law.grammar.named import declared_in
from qingdan.law.grammar.rules import Role
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.grammar.units import SHANGHAI, Unit
from qingdan.law.in_force import in_force
from qingdan.law.model_law.a27_decision import (
    licence_decision,
    licence_decision_extended,
    tell_reason_of_extension,
)
from qingdan.law.model_law.a27_preliminary_review import (
    deemed_acceptance,
    preliminary_review,
    review_of_supplement,
    supplement_period,
)
from qingdan.law.numbers import Kind
from qingdan.law.pack import model_law
from qingdan.law.statutes import MODEL_LAW
from qingdan.procedures import stages
from qingdan.procedures.engine import Actor, Outcome, Setting, State, opened, take
from qingdan.procedures.fragments.excluded_time import excluded_time
from qingdan.procedures.grammar.clocks import SetPeriod
from qingdan.procedures.grammar.effects import Enters
from qingdan.procedures.grammar.fields import (
    NOTE,
    REASONS,
    Asks,
    Field,
    choice,
    day,
    documents,
    items,
    line,
    number,
)
from qingdan.procedures.grammar.guards import in_time, not_future
from qingdan.procedures.grammar.letters import Form, Letter
from qingdan.procedures.grammar.procedure import Procedure, Subject
from qingdan.procedures.grammar.roles import By
from qingdan.procedures.grammar.steps import applicant, by_law, head, intake, reviewer

A27 = Cite(MODEL_LAW, 27)
trial_letter = Letter(
    title=Text("Notice", "通知书"), says=(Text("Read this by {due}.", "请于{due}前阅知。"),)
)
trial_denial = Letter(
    title=Text("Denial", "不予许可决定书"),
    says=(Text("Denied.", "不予许可。"),),
    form=Form.DECISION,
    adverse=True,
)
expert_period = SetPeriod(
    cite=A27,
    binds=Role.APPLICANT,
    says=Text("period set for the expert", "专家意见期限"),
    length="days",
    unit=Unit.DAY,
    after=events.counted_against_licence,
    on_lapse=Text("the review goes on without", "不待意见继续审查"),
)
alarm_period = SetPeriod(
    cite=A27,
    binds=Role.APPLICANT,
    says=Text("hours to answer an alarm", "答复时限"),
    length=lambda _: 24,
    unit=Unit.HOUR,
    after=incident.incident_detected,
    on_lapse=Text("the alarm is overdue", "逾期"),
)
_WHY = Text("choose", "选择")
TRIAL = Procedure(
    key="trial",
    says=Text("Trial", "试验"),
    gloss=Text("To try the engine on.", "用于试验引擎。"),
    cite=A27,
    subject=Subject.PRODUCT,
    opened_by=(By.APPLICANT,),
    opens_at=stages.drafted,
    clocks=(
        preliminary_review,
        supplement_period,
        review_of_supplement,
        licence_decision,
        licence_decision_extended,
        tell_reason_of_extension,
        expert_period,
        alarm_period,
    ),
    parts=(
        applicant(
            "submit",
            Text("Submit", "提交申请"),
            A27,
            at=stages.drafted,
            to=stages.received,
            asks=(documents("form", Text("form", "申请书")), NOTE),
            tells=(events.licence_application_received,),
            serves=trial_letter,
        ),
        intake(
            "call_to_supplement",
            Text("Call to supplement", "一次性告知补正"),
            A27,
            at=stages.received,
            to=stages.supplement_due,
            once=True,
            asks=(items("defects", Text("defects", "需补正的内容")),),
            on_service=(events.licence_supplement_requested,),
            serves=trial_letter,
        ),
        applicant(
            "supplement",
            Text("Supplement", "补正"),
            A27,
            at=stages.supplement_due,
            to=stages.received,
            asks=(
                Field(key="answers", says=Text("answers", "逐项答复"), asks=Asks.REPLIES, to="defects"),
                day("received_on", Text("received on", "收到日期")),
            ),
            guards=(not_future("received_on", Text("not yet here: wait", "尚未收到，请待收到后办理"), A27),),
            tells=(events.licence_supplement_received,),
            told_on="received_on",
        ),
        reviewer(
            "accept",
            Text("Accept", "受理"),
            A27,
            at=stages.received,
            to=stages.accepted,
            tells=(events.licence_application_accepted,),
            serves=trial_letter,
        ),
        by_law(
            "deemed_accepted",
            Text("Counts as accepted", "视为受理"),
            A27,
            when=preliminary_review,
            at=stages.received,
            to=stages.accepted,
            deemed=deemed_acceptance,
            from_start=True,
            tells=(events.licence_application_accepted,),
        ),
        *excluded_time(licence_decision, stages.accepted),
        head(
            "extend",
            Text("Extend", "延长审查期限"),
            A27,
            at=stages.accepted,
            once=True,
            asks=(REASONS,),
            guards=(
                in_time(
                    licence_decision, Text("the period is over: decide now", "期限已满，请立即决定"), A27
                ),
            ),
            tells=(events.licence_extension_approved,),
            on_service=(events.licence_extension_told,),
            serves=trial_letter,
        ),
        reviewer(
            "ask_expert",
            Text("Ask an expert", "征询专家意见"),
            A27,
            at=stages.accepted,
            asks=(
                number("days", Text("days", "天数"), 1, 60),
                choice("field", _WHY, {"law": Text("law", "法律"), "technology": Text("technology", "技术")}),
                line("expert", Text("expert", "专家")),
            ),
            tells=(events.counted_against_licence,),
        ),
        reviewer(
            "raise_alarm",
            Text("Raise an alarm", "发出警示"),
            A27,
            at=stages.accepted,
            tells=(incident.incident_detected,),
        ),
        reviewer(
            "grant",
            Text("Grant", "准予许可"),
            A27,
            at=stages.accepted,
            to=stages.granted,
            confirmed_by=By.HEAD,
            asks=(REASONS,),
            tells=(events.licence_granted,),
            serves=trial_letter,
            effects=(Enters(kind=Kind.PROVISION_LICENCE),),
            publishes=True,
        ),
        reviewer(
            "deny",
            Text("Deny", "不予许可"),
            A27,
            at=stages.accepted,
            to=stages.denied,
            confirmed_by=By.HEAD,
            asks=(REASONS,),
            tells=(events.licence_denied,),
            serves=trial_denial,
        ),
        applicant(
            "withdraw",
            Text("Withdraw", "撤回申请"),
            A27,
            at=(stages.received, stages.supplement_due, stages.accepted),
            to=stages.withdrawn,
            tells=(events.licence_application_withdrawn,),
        ),
    ),
)
for _kind in (Letter, SetPeriod):
    declared_in(sys.modules[__name__], _kind)

SAID = "认定的事实清楚，符合第二十七条规定的条件，应予许可。"
FORM = "12345678-1234-5678-1234-567812345678"


def setting(
    *, readings: Mapping[str, Any] | None = None, known_on: date | None = None, **subject: object
) -> Setting:
    """Return the law as it stands by default, or under other readings."""
    calendar: Calendar = official_calendar()
    return Setting(
        in_force(model_law(), readings=readings),
        calendar.as_known_on(known_on) if known_on else calendar,
        subject,
    )


def noon(on: str, at: str = "12:00") -> datetime:
    """Return an instant in Chinese time."""
    return datetime.combine(date.fromisoformat(on), time.fromisoformat(at), SHANGHAI)


def who(name: str, *capacities: By) -> Actor:
    """Return somebody with capacities."""
    return Actor(name, frozenset(capacities))


PARTY = who("company", By.APPLICANT)
LI = who("li", By.REVIEWER)
WANG = who("wang", By.HEAD)
SETTING = setting()


def done(  # noqa: PLR0913 - a step is all of this
    state: State,
    key: str,
    on: str,
    by: Actor,
    *,
    served: bool = True,
    setting: Setting = SETTING,
    at: str = "12:00",
    **given: object,
) -> Outcome:
    """Take one step of the trial procedure."""
    return take(TRIAL, state, key, given, by=by, at=noon(on, at), setting=setting, served=served)


def received(on: str = "2026-03-02") -> State:
    """Return a case whose application was submitted."""
    return done(opened(TRIAL), "submit", on, PARTY, form=[FORM]).state


def accepted(on: str = "2026-03-02") -> State:
    """Return a case submitted and accepted on one day."""
    return done(received(on), "accept", on, LI).state
