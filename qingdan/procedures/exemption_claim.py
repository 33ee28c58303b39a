"""Article 45: a provider says why its product need not be registered, and how that comes to hold.

By its own declaration, which is recorded and acknowledged (reading ``exemption.mode`` self_declared), or only once the
authority has confirmed it (approved). Either way four conditions, each with its reason: what is unknown is not exempt.
A recorded exemption may be questioned later (exemption_challenge).
"""

from __future__ import annotations

import sys

from qingdan.law.events import registry as events
from qingdan.law.grammar.named import declared_in
from qingdan.law.grammar.rules import Role
from qingdan.law.grammar.text import Text
from qingdan.law.grammar.units import Unit
from qingdan.law.model_law.a45_verification import confirm_exemption
from qingdan.law.readings.registry import exemption_mode
from qingdan.procedures import exemption_letters as letters
from qingdan.procedures.exemption_fields import (
    ALL_MET_WITH_REASONS,
    ANSWER_WITHIN,
    ANSWERS,
    BASIS,
    BY_RULE,
    CITE,
    CLAIM,
    NAMES_THE_RULE,
    NOT_LISTED_FOR_CERTAIN,
    PROVIDES,
    TIME_ENOUGH,
)
from qingdan.procedures.grammar.clocks import SetPeriod
from qingdan.procedures.grammar.effects import Records
from qingdan.procedures.grammar.fields import NOTE, REASONS, Asks, Field, documents, items
from qingdan.procedures.grammar.guards import Guard, not_during
from qingdan.procedures.grammar.procedure import Procedure, Subject
from qingdan.procedures.grammar.roles import By
from qingdan.procedures.grammar.steps import applicant, reviewer
from qingdan.procedures.stages import (
    drafted,
    exemption_claimed,
    exemption_questioned,
    exemption_recorded,
    exemption_refused,
    withdrawn,
)

answer_about_claim = SetPeriod(
    cite=CITE,
    binds=Role.PROVIDER,
    says=Text("answering questions about the claim", "答复对豁免申请的询问"),
    length=ANSWER_WITHIN.key,
    unit=Unit.WORKING_DAY,
    after=events.exemption_claim_questioned,
    on_lapse=Text("it may be decided on what is on file", "可依现有材料作出决定"),
    stopped_by=(events.exemption_claim_explained, events.exemption_claim_withdrawn),
)
_DECLARES = Guard(
    says=Text(
        "by the reading taken an exemption must be confirmed: ask for confirmation instead",
        "按所采解释，豁免须经主管机关确认，请申请确认",
    ),
    cite=CITE,
    met=lambda s: s.taken_reading(exemption_mode) == "self_declared",
)
_ASKS = Guard(
    says=Text(
        "by the reading taken a provider exempts itself: declare it, nothing needs confirming",
        "按所采解释，豁免由提供者自行声明，无需确认；请直接声明",
    ),
    cite=CITE,
    met=lambda s: s.taken_reading(exemption_mode) == "approved",
)
_ANSWERS_AGREE = Guard(
    says=Text(
        "by the answers on record the product must be licensed or registered: correct them first if they are wrong",
        "按现有答复该产品应当取得许可或者登记备案；答复有误的，请先更正",
    ),
    cite=CITE,
    asks=(BASIS.key,),
    met=lambda s: s.subject.get("track") not in {"licence", "registry"} or s.given[BASIS.key] == "rule",
)
_NOT_BEFORE_THE_ANSWER = not_during(
    answer_about_claim,
    Text("the time for answering still runs; wait for it", "答复期限尚未届满，应当等候"),
    CITE,
)
_UNDECIDED = (exemption_claimed, exemption_questioned)
_MINE = (PROVIDES, NOT_LISTED_FOR_CERTAIN, ALL_MET_WITH_REASONS, NAMES_THE_RULE)

PROCEDURE = Procedure(
    key="exemption_claim",
    says=Text("Claim of exemption from registration", "豁免登记备案"),
    gloss=Text(
        "The provider answers the four conditions with reasons, or names the rule that exempts its product. It thereby exempts itself, and "
        "the record is acknowledged; or, by the other reading, the authority confirms or refuses with reasons, after questions if need be.",
        "提供者逐项说明四项条件及理由，或者指明豁免依据。由此自行豁免并予记录；按另一解释，则由主管机关（必要时经询问）"
        "作出确认或者说明理由不予确认。",
    ),
    cite=CITE,
    also_cites=(BY_RULE,),
    subject=Subject.PRODUCT,
    opened_by=(By.APPLICANT,),
    opens_at=drafted,
    clocks=(confirm_exemption, answer_about_claim),
    parts=(
        applicant(
            "declare_exempt",
            Text("Declare the product exempt", "声明豁免"),
            CITE,
            at=drafted,
            to=exemption_recorded,
            asks=CLAIM,
            guards=(_DECLARES, *_MINE, _ANSWERS_AGREE),
            tells=(events.exemption_claimed,),
            serves=letters.acknowledgement_of_exemption,
            effects=(Records(what="exemption"),),
        ),
        applicant(
            "ask_confirmation",
            Text("Ask for confirmation of the exemption", "申请确认豁免"),
            CITE,
            at=drafted,
            to=exemption_claimed,
            asks=CLAIM,
            guards=(_ASKS, *_MINE),
            tells=(events.exemption_claimed,),
            serves=letters.receipt_of_exemption_claim,
        ),
        reviewer(
            "ask_further",
            Text("Ask further", "进一步询问"),
            CITE,
            at=exemption_claimed,
            to=exemption_questioned,
            asks=(items("questions", Text("questions, point by point", "询问事项")), ANSWER_WITHIN),
            guards=(TIME_ENOUGH,),
            on_service=(events.exemption_claim_questioned,),
            pauses=(confirm_exemption,),
            serves=letters.questions_about_exemption,
        ),
        applicant(
            "answer",
            Text("Answer", "答复"),
            CITE,
            at=exemption_questioned,
            to=exemption_claimed,
            asks=(
                Field(
                    key="replies",
                    asks=Asks.REPLIES,
                    to="questions",
                    says=Text("answer to each", "逐项答复"),
                ),
                documents("answer_documents", Text("documents", "证明材料"), required=False),
            ),
            tells=(events.exemption_claim_explained,),
            resumes=(confirm_exemption,),
            serves=letters.receipt_of_answers,
        ),
        reviewer(
            "confirm_exempt",
            Text("Confirm the exemption", "确认豁免"),
            CITE,
            at=_UNDECIDED,
            to=exemption_recorded,
            asks=(REASONS,),
            guards=(NOT_LISTED_FOR_CERTAIN, _NOT_BEFORE_THE_ANSWER),
            confirmed_by=By.HEAD,
            tells=(events.exemption_decided,),
            serves=letters.confirmation_of_exemption,
            effects=(Records(what="exemption_confirmed"),),
        ),
        reviewer(
            "refuse_exemption",
            Text("Refuse to confirm", "不予确认"),
            CITE,
            at=_UNDECIDED,
            to=exemption_refused,
            asks=(ANSWERS, REASONS),
            guards=(_NOT_BEFORE_THE_ANSWER,),
            confirmed_by=By.HEAD,
            tells=(events.exemption_decided,),
            serves=letters.refusal_of_exemption,
        ),
        applicant(
            "withdraw",
            Text("Withdraw the claim", "撤回豁免申请"),
            CITE,
            at=_UNDECIDED,
            to=withdrawn,
            asks=(NOTE,),
            tells=(events.exemption_claim_withdrawn,),
        ),
    ),
)

declared_in(sys.modules[__name__], SetPeriod)
