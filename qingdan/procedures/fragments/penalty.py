"""The Penalty Law's way to a decision: two officers find the facts, the party is told and heard, lawyers review, heads decide.

Articles 36-62. A procedure puts the passages together and adds what its own article orders:

    opening(...)         the case is opened (54), which starts the ninety days to decide (60)
    findings(...)        two officers record facts and evidence (42, 46): one proposes, the other confirms
    notice(...)          the intended penalty is told (44); or offer_hearing of the passage ``hearing``, with
                         ``TELLS`` as ``tells_too``, where a hearing is due (63)
    defence(...)         statement and defence, their review (45)
    legal_review(...)    before the decision, by somebody who has not handled the case (58)
    ways_out(...)        of ``penalty_ends``: no penalty (57), soft measure (Article 55), suspected crime (68)

``LAWFUL`` and ``decision_guards`` are what every decision presupposes. Lapsed periods are recorded and escalated: a late
decision is unlawful, and nothing is deemed.
"""

from __future__ import annotations

import sys
from dataclasses import replace

from qingdan.law.events import enforcement as events
from qingdan.law.grammar.named import declared_in
from qingdan.law.grammar.rules import Role
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.grammar.units import Unit
from qingdan.law.neighbours import penalty_terms as terms
from qingdan.law.statutes import PENALTY_LAW
from qingdan.procedures import stages
from qingdan.procedures.fragments import penalty_letters as letters
from qingdan.procedures.fragments.penalty_facts import FINDINGS, NOT_BOTH
from qingdan.procedures.grammar.clocks import Clock, SetPeriod
from qingdan.procedures.grammar.fields import REASONS, Asks, Field, choice, documents, number, prose
from qingdan.procedures.grammar.guards import Guard, Situation
from qingdan.procedures.grammar.letters import Letter
from qingdan.procedures.grammar.roles import By
from qingdan.procedures.grammar.stages import Stage
from qingdan.procedures.grammar.steps import Step, applicant, inspector, legal_reviewer, officer

HANDLERS = ("open_case", "record_findings")
TELLS = (events.intended_penalty_told,)
GROUNDED = replace(
    REASONS,
    says=Text(
        "reasons: the facts found, the evidence for them, the law applied and why",
        "理由：认定的违法事实、证据、适用的依据及裁量说明",
    ),
)
"""What a penalty decision must state (Penalty Law 59(1)(2)-(3))."""
EVIDENCE = documents("evidence", Text("evidence, each item verified", "证据材料（逐项核实）"))
DEFENCE_DAYS = number(
    "defence_days", Text("working days for statement and defence", "陈述、申辩期限（工作日）"), 3, 30
)
COLLECTIVE = documents(
    "collective_record",
    Text("record of the heads' collective discussion", "负责人集体讨论记录"),
    required=False,
)
GRAVE = Field(
    key="grave_or_complex",
    asks=Asks.YES_NO,
    says=Text("is the case grave or complex?", "是否属于情节复杂或者重大违法行为？"),
)
defence_period = SetPeriod(
    cite=Cite(PENALTY_LAW, 44),
    binds=Role.DEVELOPER_OR_PROVIDER,
    says=Text("statement and defence", "陈述、申辩"),
    length="defence_days",
    unit=Unit.WORKING_DAY,
    after=events.intended_penalty_told,
    stopped_by=(events.defence_waived,),
    on_lapse=Text("the authority may decide on the file", "行政机关可以依案卷作出决定"),
)
CLOCKS: tuple[Clock, ...] = (
    terms.case_decision,
    defence_period,
    terms.review_defence,
    terms.service_of_decision,
)


def opening(says: Text, cite: Cite, *asks: Field, guards: tuple[Guard, ...]) -> Step:
    """The case is opened: on a lead, by an inspector."""
    return inspector(
        "open_case",
        says,
        cite,
        at=stages.suspected,
        to=stages.investigated,
        asks=(
            *asks,
            prose("lead", Text("what is suspected, and from which source", "违法线索及来源")),
            REASONS,
        ),
        guards=guards,
        tells=(events.case_opened,),
    )


def findings(cite: Cite, *asks: Field, guards: tuple[Guard, ...] = ()) -> Step:
    """Two officers record what they found, with the evidence; they may do so again until the party is told."""
    return inspector(
        "record_findings",
        Text("Record facts and evidence, as two officers", "两名执法人员记录事实和证据"),
        cite,
        at=stages.investigated,
        confirmed_by=By.INSPECTOR,
        asks=(*asks, *FINDINGS, EVIDENCE, REASONS),
        guards=(*guards, NOT_BOTH),
    )


def recorded(cite: Cite) -> Guard:
    """Only once two officers have recorded facts and evidence."""
    return Guard(
        says=Text(
            "facts and evidence are not recorded yet by two officers; record them first",
            "尚未由两名以上执法人员查明并记录事实和证据，应当先行调查取证",
        ),
        cite=cite,
        met=lambda s: s.taken_on("record_findings") is not None,
    )


def notice(letter: Letter, *asks: Field, guards: tuple[Guard, ...]) -> Step:
    """The intended penalty is told, with facts, reasons, basis and rights; without a hearing, where none is due."""
    return inspector(
        "notify_intended_penalty",
        Text("Tell of the intended penalty", "告知拟作出的行政处罚"),
        Cite(PENALTY_LAW, 44),
        at=stages.investigated,
        to=stages.penalty_notified,
        asks=(*asks, DEFENCE_DAYS, REASONS),
        guards=guards,
        on_service=TELLS,
        serves=letter,
    )


def defence(*at: Stage) -> tuple[Step, ...]:
    """The party's statement and defence at the stages after the notice, and their review."""
    cite = Cite(PENALTY_LAW, 45, 1)
    pending = Guard(
        says=Text("no statement or defence waits for review", "没有待复核的陈述、申辩"),
        cite=cite,
        met=lambda s: s.running(terms.review_defence),
    )
    answer = {
        "accepted": Text("accepted: the case is closed or changed", "成立，予以采纳"),
        "in_part": Text("accepted in part", "部分成立，部分采纳"),
        "not_accepted": Text("not accepted", "不成立，不予采纳"),
    }
    return (
        applicant(
            "make_defence",
            Text("State your case and defend yourself", "陈述、申辩"),
            cite,
            at=at,
            asks=(
                prose("statement", Text("statement and defence", "陈述、申辩意见")),
                documents("defence_evidence", Text("your evidence", "证据材料"), required=False),
            ),
            tells=(events.defence_made,),
            serves=letters.receipt_for_defence,
        ),
        applicant(
            "waive_defence",
            Text("Say that you have nothing (more) to state", "表示不再陈述、申辩"),
            cite,
            at=at,
            tells=(events.defence_waived,),
        ),
        inspector(
            "review_defence",
            Text("Review statement and defence", "复核陈述、申辩"),
            cite,
            at=at,
            asks=(choice("defence_is", Text("result of the review", "复核结果"), answer), REASONS),
            guards=(pending,),
            tells=(events.defence_reviewed,),
        ),
    )


def defence_heard() -> tuple[Guard, ...]:
    """Refuse to go on while the party may still speak, or what it said is not reviewed."""

    def period_over(s: Situation) -> bool:
        told = (step for step in ("notify_intended_penalty", "offer_hearing") if s.taken_on(step))
        served = all(s.served_on(step) is not None for step in told)
        return served and (not s.running(defence_period) or s.over(defence_period))

    return (
        Guard(
            says=Text(
                "the period for statement and defence still runs, or the notice is not served; wait for its end",
                "陈述、申辩期限尚未届满或者告知书尚未送达；应当等候期限届满",
            ),
            cite=Cite(PENALTY_LAW, 45, 1),
            met=period_over,
        ),
        Guard(
            says=Text(
                "statement and defence are not reviewed; review and record them first",
                "当事人的陈述、申辩尚未复核；应当先行复核并记录",
            ),
            cite=Cite(PENALTY_LAW, 45, 1),
            met=lambda s: not s.running(terms.review_defence),
        ),
    )


def legal_review(at: tuple[Stage, ...], *guards: Guard) -> tuple[Step, ...]:
    """Qualified lawyers pass the case to the decision; or somebody sends it back to be investigated further."""
    cite = Cite(PENALTY_LAW, 58)
    return (
        legal_reviewer(
            "pass_legal_review",
            Text("Pass the legal review", "法制审核通过"),
            cite,
            at=(stages.investigated, *at),
            to=stages.legally_reviewed,
            asks=(documents("review_opinion", Text("opinion of the legal review", "法制审核意见")), REASONS),
            guards=guards,
            apart_from=HANDLERS,
        ),
        officer(
            "reopen_investigation",
            Text("Send the case back to investigation", "退回补充调查"),
            cite,
            at=(*(s for s in at if s not in _HEARING_PENDING), stages.legally_reviewed),
            to=stages.investigated,
            asks=(REASONS,),
            serves=letters.notice_of_renewed_investigation,
        ),
    )


_HEARING_PENDING = (stages.hearing_requested, stages.hearing_announced)


def told_first(cite: Cite = Cite(PENALTY_LAW, 44)) -> Guard:  # noqa: B008 - a citation is a constant
    """Not before the party has been told what is intended."""
    return Guard(
        says=Text(
            "the party has not been told of the intended penalty; serve the notice first",
            "尚未告知当事人拟作出的处罚及其权利；应当先送达事先告知书",
        ),
        cite=cite,
        met=lambda _: True,
        shuts=(stages.investigated,),
    )


def reviewed_first(before: tuple[Stage, ...]) -> Guard:
    """Not before the legal review has been passed."""
    return Guard(
        says=Text(
            "the legal review has not been passed; submit the case to it first",
            "尚未经法制审核；应当先提交法制审核",
        ),
        cite=Cite(PENALTY_LAW, 58),
        met=lambda _: True,
        shuts=before,
    )


COLLECTIVELY = Guard(
    says=Text(
        "a grave or complex case is decided by the heads after collective discussion; enclose the record",
        "情节复杂或者重大违法行为的处罚，应当由负责人集体讨论决定；请附集体讨论记录",
    ),
    cite=Cite(PENALTY_LAW, 57, 2),
    asks=("grave_or_complex",),
    met=lambda s: not s.given["grave_or_complex"] or "collective_record" in s.given,
)


declared_in(sys.modules[__name__], SetPeriod)
