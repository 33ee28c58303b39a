"""Article 27(3): grant where all conditions of Article 25 are met, deny where one is not, and say why either way."""

from __future__ import annotations

from qingdan.law.events import licence as events
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.in_force import facts_of
from qingdan.law.model_law.a25_conditions import CONDITIONS
from qingdan.law.neighbours.licensing_decision import deliver_licence, publish_grants
from qingdan.law.numbers import Kind
from qingdan.law.readings.licensing import license_term_months
from qingdan.law.statutes import LICENSING_LAW, MODEL_LAW
from qingdan.procedures.fragments import licence_letters as letters
from qingdan.procedures.fragments.hearing import RESTS_ON
from qingdan.procedures.fragments.licence_examination import HEARING, UNDECIDED
from qingdan.procedures.grammar.effects import Effect, Enters
from qingdan.procedures.grammar.fields import REASONS, Asks, Field, choice, conditions, day, prose
from qingdan.procedures.grammar.guards import Guard, all_met, not_future, some_unmet
from qingdan.procedures.grammar.roles import By
from qingdan.procedures.grammar.steps import Step, intake, reviewer
from qingdan.procedures.stages import delivered, denied, granted

_DECIDE, _CONDITIONS = Cite(MODEL_LAW, 27, 3), Cite(MODEL_LAW, 25)
WEIGHED = tuple(c for c in CONDITIONS if any(f.weighed for f in facts_of(c.met_when)))
"""The conditions that a person must weigh: commensurate, suitable, proportionate."""

KIND = choice(
    "kind",
    Text("what the licence is for", "许可类别"),
    {k.value: k.says for k in (Kind.PROVISION_LICENCE, Kind.RESEARCH_LICENCE)},
    public=True,
)
SCOPE = prose("scope", Text("scope of the licence", "许可范围"), public=True)
TERM = Field(
    key="term_months",
    asks=Asks.NUMBER,
    says=Text("term of the licence, in months", "许可有效期（月）"),
    low=license_term_months.low,
    high=license_term_months.high,
    public=True,
    suggests=license_term_months,
)
CHECKLIST = conditions("conditions", Text("conditions of Article 25", "第二十五条许可条件"), *CONDITIONS)

conditions_all_met = all_met(
    "conditions",
    Text(
        "a licence is granted only where every condition is found met; clear up what is unknown, deny where one is not met",
        "全部许可条件均认定符合的，方可准予许可；不明的应当查明，不符合的应当决定不予许可",
    ),
    _CONDITIONS,
)
weighed_with_reasons = Guard(
    says=Text(
        "whether staff, safeguards, emergency mechanism and means are commensurate is a judgement: say on each point why",
        "专职人员、保障措施、应急机制、场所资金是否相适应属于裁量判断，应当逐项说明理由",
    ),
    cite=_CONDITIONS,
    asks=("conditions",),
    met=lambda s: all(s.given["conditions"][c.key].get("why") for c in WEIGHED),
)
some_condition_unmet = some_unmet(
    "conditions",
    Text(
        "a licence is denied only where a condition is found not met; name it",
        "符合全部许可条件的应当准予许可；不予许可的，应当指明不符合的条件",
    ),
    Cite(LICENSING_LAW, 38),
)
_as_asked = Guard(
    says=Text(
        "what is granted must be what was applied for, to develop or to provide",
        "准予的许可类别应当与申请一致（研发或者提供）",
    ),
    cite=Cite(MODEL_LAW, 24),
    asks=("kind",),
    met=lambda s: s.given["kind"] == s.kept.get("kind"),
)


def decision(*, provided: tuple[Guard, ...] = (), besides: tuple[Effect, ...] = ()) -> tuple[Step, ...]:
    """Return the decision and the delivery of the licence.

    ``provided`` is what else a grant presupposes, ``besides`` what it does to an older licence.
    """
    return (
        reviewer(
            "grant",
            Text("Grant the licence", "准予许可"),
            _DECIDE,
            at=UNDECIDED,
            to=granted,
            confirmed_by=By.HEAD,
            asks=(CHECKLIST, KIND, SCOPE, TERM, REASONS, RESTS_ON),
            guards=(
                *HEARING.settled,
                HEARING.on_the_record,
                conditions_all_met,
                weighed_with_reasons,
                _as_asked,
                *provided,
            ),
            tells=(events.licence_granted, events.licence_grant_published),
            serves=letters.licence_decision_letter,
            publishes=True,
            effects=(
                Enters(kind="kind", shows=("kind", "scope", "term_months"), term_months="term_months"),
                *besides,
            ),
        ),
        reviewer(
            "deny",
            Text("Deny the licence", "不予许可"),
            _DECIDE,
            at=UNDECIDED,
            to=denied,
            confirmed_by=By.HEAD,
            asks=(CHECKLIST, REASONS, RESTS_ON),
            guards=(*HEARING.settled, HEARING.on_the_record, some_condition_unmet),
            tells=(events.licence_denied,),
            serves=letters.denial_of_licence,
        ),
        intake(
            "deliver",
            Text("Deliver the licence", "颁发、送达许可证"),
            deliver_licence.cite,
            at=granted,
            to=delivered,
            asks=(day("delivered_on", Text("day on which it was handed over or served", "送达日期")),),
            guards=(
                not_future(
                    "delivered_on",
                    Text("delivery is recorded once it is done", "送达后方可记录"),
                    deliver_licence.cite,
                ),
                Guard(
                    says=Text("the licence cannot be delivered before it is granted", "送达不得早于许可决定"),
                    cite=deliver_licence.cite,
                    asks=("delivered_on",),
                    met=lambda s: s.given["delivered_on"] >= str(s.taken_on("grant")),
                ),
            ),
            tells=(events.licence_delivered,),
            told_on="delivered_on",
            serves=letters.licence_certificate,
        ),
    )


DECISION_CLOCKS = (publish_grants, deliver_licence)
