"""Article 63(2): a registration obtained by improper means is revoked, with a warning and public criticism.

The three measures are owed together, as the law's own rule lists them. Warning and criticism are penalties, so the Penalty Law
governs the way. In severe cases a fine may follow; it belongs to the penalty procedure and is only named here, because with
it a right to a hearing can arise (63, reading hearing.threshold).
"""

from __future__ import annotations

from qingdan.law.events import enforcement, registry
from qingdan.law.grammar.amounts import Fixed
from qingdan.law.grammar.conditions import taking
from qingdan.law.grammar.rules import MEASURES
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.model_law.a63_registry_liability import registry_deceit
from qingdan.law.neighbours.penalty_hearing import hearing_due
from qingdan.law.neighbours.penalty_terms import case_decision
from qingdan.law.penalties.refusing import struck
from qingdan.law.readings.liability import excluded_time
from qingdan.law.statutes import MODEL_LAW, PENALTY_LAW
from qingdan.procedures import registry_sanction_letters as letters
from qingdan.procedures import stages
from qingdan.procedures.fragments import penalty
from qingdan.procedures.fragments.hearing import PENALTY, RESTS_ON, hearing_passage
from qingdan.procedures.fragments.penalty_ends import ways_out
from qingdan.procedures.fragments.penalty_facts import PROVEN_FIRST, PUNITIVE_BARS, holds, shown
from qingdan.procedures.grammar.effects import Marks, Status
from qingdan.procedures.grammar.fields import REASONS, Asks, Field, choice, number
from qingdan.procedures.grammar.guards import Guard, Situation, subject_is
from qingdan.procedures.grammar.procedure import Procedure, Subject
from qingdan.procedures.grammar.roles import By
from qingdan.procedures.grammar.steps import inspector

CITE = Cite(MODEL_LAW, 63, 2)
_MEASURES = {m.value: MEASURES[m] for m in registry_deceit.obliged}
MEANS = choice(
    "means",
    Text("by which improper means", "不正当手段"),
    {
        "concealed": Text("relevant information concealed", "隐瞒有关情况"),
        "false_materials": Text("false materials provided", "提供虚假材料"),
        "other": Text("other improper means, named in the reasons", "其他不正当手段（理由中载明）"),
    },
    public=True,
)
SEVERE = Field(key="severe", asks=Asks.YES_NO, says=Text("is the violation severe?", "是否情节严重？"))
FINE = number(
    "fine_intended",
    Text(
        "fine intended, in fen; 0 if none; it is decided in the penalty procedure",
        "拟处罚款（分），无则填0；另依处罚程序决定",
    ),
    0,
    10**8,
)
RESULT = Field(
    key="measures",
    says=Text("measures of Article 63(2)", "第六十三条第二款规定的措施"),
    asks=Asks.CHOICES,
    options=_MEASURES,
    public=True,
)


def _owed(s: Situation) -> set[str]:
    """Return what Article 63(2) orders, less what a bar of the Penalty Law strikes: revoking itself is no penalty."""
    gone = {m for bar in PUNITIVE_BARS if holds(s, bar.when) for m in struck(bar)}
    return {m.value for m in registry_deceit.obliged if m not in gone}


def _fine_lawful(s: Situation) -> bool:
    fine, bounds = s.given["fine_intended"], registry_deceit.entity
    assert bounds is not None  # noqa: S101 - the article states both bounds as sums
    assert isinstance(bounds.low, Fixed)  # noqa: S101
    assert isinstance(bounds.high, Fixed)  # noqa: S101
    return fine == 0 or (s.kept.get("severe") is True and bounds.low.fen <= fine <= bounds.high.fen)


def _hearing_due(s: Situation) -> bool | None:
    sums = {"proposed_fine": s.given["fine_intended"], "proposed_confiscation": 0, "proposed_person_fine": 0}
    return holds(s, hearing_due, closes_or_revokes=False, **sums)


registered = subject_is(
    "status",
    frozenset({"active"}),
    Text(
        "only a registration in force can be revoked; see how this one stands in the register",
        "仅有效的登记备案可以撤销；请查明其在名录中的状态",
    ),
    CITE,
)
allowed = shown(
    registry_deceit.when,
    Text(
        "Article 63(2) is for a provider that obtained its registration by improper means; the record does not show that: "
        "investigate further or close the case",
        "第六十三条第二款适用于提供者以不正当手段取得登记备案的情形；案卷尚不足以认定，应当继续调查或者结案",
    ),
    CITE,
    breach="registry_by_deceit",
)
fine_lawful = Guard(
    says=Text(
        "a fine is open only in severe cases, from CNY 100,000 to CNY 1,000,000; name none, or record severity with reasons first",
        "仅情节严重的可以处十万元以上一百万元以下罚款；请不拟罚款，或者先行认定情节严重并载明理由",
    ),
    cite=CITE,
    asks=("fine_intended",),
    met=_fine_lawful,
)
no_hearing_due = Guard(
    says=Text(
        "with the fine intended the party has a right to a hearing; tell it of that right instead",
        "拟处罚款已达听证标准；应当改为告知听证权利",
    ),
    cite=hearing_due.cite,
    asks=("fine_intended",),
    met=lambda s: _hearing_due(s) is False,
)
measures_owed = Guard(
    says=Text(
        "Article 63(2) orders revocation, warning and public criticism together; only what the Penalty Law bars is left out",
        "第六十三条第二款规定应当一并撤销登记备案、警告、通报批评；仅《行政处罚法》不允许的除外",
    ),
    cite=CITE,
    asks=("measures",),
    met=lambda s: set(s.given["measures"]) == _owed(s),
)
PRESUPPOSED = (penalty.recorded(Cite(PENALTY_LAW, 40)), PROVEN_FIRST, allowed, registered)
hearing = hearing_passage(
    PENALTY,
    by=inspector,
    at=stages.investigated,
    offer=letters.hearing_notice_of_registry_revocation,
    handlers=penalty.HANDLERS,
    intends=(FINE, penalty.DEFENCE_DAYS, REASONS),
    guards=(*PRESUPPOSED, fine_lawful),
    tells_too=penalty.TELLS,
    stands_still=(case_decision,),
    stands_still_if=taking(excluded_time, "hearing_and_tests"),
)
TOLD = (stages.penalty_notified, *hearing.stages)

PROCEDURE = Procedure(
    key="registry_revocation",
    says=Text("Revocation of a registration", "撤销登记备案"),
    gloss=Text(
        "A registration obtained by concealment, false materials or other improper means is revoked, with a warning and public "
        "criticism. In severe cases a fine is decided in the penalty procedure.",
        "以隐瞒有关情况、提供虚假材料等不正当手段取得登记备案的，撤销登记备案，给予警告、通报批评；情节严重的，罚款另依处罚程序决定。",
    ),
    cite=CITE,
    also_cites=(Cite(PENALTY_LAW, 44), Cite(PENALTY_LAW, 45), Cite(PENALTY_LAW, 63), Cite(PENALTY_LAW, 64)),
    subject=Subject.ENTRY,
    opened_by=(By.INSPECTOR,),
    opens_at=stages.suspected,
    clocks=(*penalty.CLOCKS, *hearing.clocks),
    parts=(
        penalty.opening(Text("Open the case", "立案"), Cite(PENALTY_LAW, 54, 2), guards=(registered,)),
        penalty.findings(CITE, MEANS, SEVERE),
        penalty.notice(
            letters.notice_of_intended_registry_revocation,
            FINE,
            guards=(*PRESUPPOSED, fine_lawful, no_hearing_due),
        ),
        *hearing.steps,
        *penalty.defence(*TOLD),
        *penalty.legal_review(TOLD, penalty.told_first(), *hearing.settled, *penalty.defence_heard()),
        inspector(
            "revoke_registration",
            Text("Revoke the registration", "撤销登记备案"),
            CITE,
            at=(stages.investigated, *TOLD, stages.legally_reviewed),
            to=stages.registration_revoked,
            confirmed_by=By.HEAD,
            asks=(RESULT, RESTS_ON, penalty.GRAVE, penalty.COLLECTIVE, penalty.GROUNDED),
            guards=(
                penalty.told_first(),
                *hearing.settled,
                penalty.reviewed_first(TOLD),
                *PRESUPPOSED,
                measures_owed,
                hearing.on_the_record,
                penalty.COLLECTIVELY,
            ),
            tells=(enforcement.penalty_decided,),
            on_service=(
                enforcement.penalty_served,
                registry.registration_revoked,
                enforcement.penalty_published,
            ),
            binds_on_service=True,
            serves=letters.decision_on_registry_revocation,
            publishes=True,
            effects=(
                Marks(status=Status.WITHDRAWN, why=Text("revoked, Article 63(2)", "依第六十三条第二款撤销")),
            ),
        ),
        *ways_out(*TOLD, softly=False),
    ),
)
