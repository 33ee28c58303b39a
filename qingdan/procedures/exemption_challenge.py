"""Article 45: an exemption questioned, upheld or lost; and the provider's own report that a condition fell away.

Questions first, an answer within the time stated, then a reasoned finding by two officers. Until then the exemption
stands, and silence loses nothing. Once lost, the product is filed within ten working days (``exemption.loss_wd``); the
case waits for that filing, and hands over what is never filed.
"""

from __future__ import annotations

import sys
from typing import Any

from qingdan.law.events import registry as events
from qingdan.law.grammar.named import declared_in
from qingdan.law.grammar.rules import Role
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.grammar.units import Unit
from qingdan.law.model_law.a45_loss import file_after_losing_exemption
from qingdan.law.model_law.a45_verification import decide_challenge
from qingdan.law.statutes import MODEL_LAW
from qingdan.procedures import exemption_letters as letters
from qingdan.procedures.exemption_fields import (
    ANSWER_WITHIN,
    ANSWERS,
    CITE,
    CONDITIONS,
    TIME_ENOUGH,
)
from qingdan.procedures.fragments.completeness import refer_to_licensing
from qingdan.procedures.grammar.clocks import SetPeriod
from qingdan.procedures.grammar.effects import Records
from qingdan.procedures.grammar.fields import REASONS, Asks, Field, choice, day, documents, items
from qingdan.procedures.grammar.guards import (
    Flag,
    Guard,
    late,
    not_during,
    not_future,
    once_over,
    subject_is,
)
from qingdan.procedures.grammar.procedure import Procedure, Subject
from qingdan.procedures.grammar.roles import By
from qingdan.procedures.grammar.stages import Stage
from qingdan.procedures.grammar.steps import Step, applicant, reviewer
from qingdan.procedures.stages import (
    abandoned,
    exemption_answered,
    exemption_enjoyed,
    exemption_lost,
    exemption_questioned,
    exemption_upheld,
    filing_noted,
    sent_to_enforcement,
)

answer_to_challenge = SetPeriod(
    cite=CITE,
    binds=Role.PROVIDER,
    says=Text("answering questions about the exemption", "答复对豁免的质疑"),
    length=ANSWER_WITHIN.key,
    unit=Unit.WORKING_DAY,
    after=events.exemption_challenged,
    on_lapse=Text(
        "it may be found on what is on file; silence alone loses nothing",
        "可依现有材料作出认定；未答复本身不导致丧失豁免",
    ),
    stopped_by=(events.exemption_challenge_answered, events.exemption_decided, events.exemption_lost),
)
_EXEMPT = subject_is(
    "exempt",
    frozenset({True}),
    Text(
        "no exemption is on record: there is nothing to question or to lose", "无豁免记录，无可核查或者丧失"
    ),
    CITE,
)
_DOUBTED = Field(
    key="doubted",
    asks=Asks.CHOICES,
    says=Text("conditions in doubt", "存疑的条件"),
    options=CONDITIONS,
)
_FELL_AWAY_ON = day("fell_away_on", Text("day from which it no longer holds", "不再符合条件之日"))
_NOT_TO_COME = not_future(
    _FELL_AWAY_ON.key,
    Text(
        "the exemption holds until a condition has fallen away", "条件丧失前豁免仍然成立，该日期不得晚于今日"
    ),
    CITE,
)
_SINCE = choice(
    "held",
    Text("did it ever hold?", "豁免是否曾经成立"),
    {
        "fell_away": Text("it held, and a condition fell away", "曾经成立，后丧失条件"),
        "never": Text("it never held", "自始不成立"),
    },
)
_ONE_NOT_MET = Guard(
    says=Text(
        "an exemption is lost only where a condition is found not met; what is merely unclear is asked about",
        "仅在认定某项条件不符合时方可认定丧失豁免；不明的，应当先行询问",
    ),
    cite=CITE,
    asks=(ANSWERS.key,),
    met=lambda s: any(found["found"] == "not_met" for found in s.given[ANSWERS.key].values()),
)
_NOT_BEFORE_THE_ANSWER = not_during(
    answer_to_challenge,
    Text("the time for answering still runs; wait for it", "答复期限尚未届满，应当等候"),
    CITE,
)
_LETTER_SERVED = Guard(
    says=Text("the questions have not been served yet", "询问通知书尚未送达"),
    cite=CITE,
    met=lambda s: s.deadline(answer_to_challenge) is not None,
)
_ENDS_THE_RECORD = (Records(what="exemption_lost", ends=("exemption", "exemption_confirmed")),)


def _questions(key: str, says: Text, at: Stage, **more: Any) -> Step:  # noqa: ANN401 - what Step takes
    return Step(
        key=key,
        says=says,
        cite=CITE,
        by=(By.REVIEWER, By.INSPECTOR),
        at=(at,),
        to=exemption_questioned,
        asks=(
            _DOUBTED,
            items(
                "questions",
                Text("questions and the facts behind them, point by point", "询问事项及其事实根据"),
            ),
            ANSWER_WITHIN,
        ),
        on_service=(events.exemption_challenged,),
        serves=letters.questions_about_exemption,
        **more,
    )


PROCEDURE = Procedure(
    key="exemption_challenge",
    says=Text("Questioning and loss of an exemption", "豁免核查与丧失"),
    gloss=Text(
        "The authority questions a recorded exemption, the provider answers within the time stated, and the authority finds with reasons "
        "that it holds or is lost; or the provider reports itself that a condition fell away. What is no longer exempt is registered within "
        "ten working days.",
        "主管机关对已记录的豁免提出质疑，提供者在指定期限内答复，主管机关说明理由认定豁免成立或者丧失；提供者亦可自行报告条件丧失。"
        "丧失豁免的，十个工作日内登记备案。",
    ),
    cite=CITE,
    also_cites=(Cite(MODEL_LAW, 43, 1), Cite(MODEL_LAW, 63, 1)),
    subject=Subject.PRODUCT,
    opened_by=(By.REVIEWER, By.INSPECTOR, By.APPLICANT),
    opens_at=exemption_enjoyed,
    clocks=(answer_to_challenge, decide_challenge, file_after_losing_exemption),
    parts=(
        _questions(
            "put_questions",
            Text("Question the exemption", "质疑豁免"),
            exemption_enjoyed,
            guards=(_EXEMPT, TIME_ENOUGH),
        ),
        applicant(
            "report_loss",
            Text("Report that a condition fell away", "报告豁免条件丧失"),
            CITE,
            at=(exemption_enjoyed, exemption_questioned, exemption_answered),
            to=exemption_lost,
            asks=(_DOUBTED, _FELL_AWAY_ON),
            guards=(_EXEMPT, _NOT_TO_COME),
            flags=(
                late(
                    "loss_reported_late",
                    _FELL_AWAY_ON.key,
                    file_after_losing_exemption,
                    Text("the period for registering is over already", "登记备案期限已经届满"),
                ),
            ),
            tells=(events.exemption_lost,),
            told_on=_FELL_AWAY_ON.key,
            serves=letters.receipt_of_reported_loss,
            effects=_ENDS_THE_RECORD,
        ),
        applicant(
            "answer",
            Text("Answer", "答复"),
            CITE,
            at=exemption_questioned,
            to=exemption_answered,
            asks=(
                Field(
                    key="replies",
                    asks=Asks.REPLIES,
                    to="questions",
                    says=Text("answer to each", "逐项答复"),
                ),
                documents("answer_documents", Text("documents", "证明材料"), required=False),
            ),
            flags=(
                Flag(
                    key="answered_late",
                    says=Text("answered after the time stated", "超过指定期限答复"),
                    cite=CITE,
                    met=lambda s: s.over(answer_to_challenge),
                ),
            ),
            tells=(events.exemption_challenge_answered,),
            serves=letters.receipt_of_answers,
        ),
        _questions(
            "put_more_questions",
            Text("Ask again", "再次询问"),
            exemption_answered,
            guards=(TIME_ENOUGH,),
            pauses=(decide_challenge,),
        ),
        reviewer(
            "uphold",
            Text("Find that the exemption holds", "认定豁免成立"),
            CITE,
            at=(exemption_questioned, exemption_answered),
            to=exemption_upheld,
            asks=(REASONS,),
            confirmed_by=By.HEAD,
            tells=(events.exemption_decided,),
            serves=letters.exemption_holds,
        ),
        reviewer(
            "find_lost",
            Text("Find that the exemption is lost", "认定丧失豁免"),
            CITE,
            at=(exemption_questioned, exemption_answered),
            to=exemption_lost,
            asks=(ANSWERS, _SINCE, _FELL_AWAY_ON, REASONS),
            guards=(_LETTER_SERVED, _NOT_BEFORE_THE_ANSWER, _ONE_NOT_MET, _NOT_TO_COME),
            confirmed_by=By.HEAD,
            tells=(events.exemption_decided,),
            on_service=(events.exemption_lost,),
            binds_on_service=True,
            serves=letters.loss_of_exemption,
            effects=_ENDS_THE_RECORD,
        ),
        refer_to_licensing(
            (exemption_questioned, exemption_answered),
            tells=(events.exemption_decided,),
            effects=_ENDS_THE_RECORD,
        ),
        Step(
            key="note_filing",
            says=Text("Note that the product has been filed", "记录已提交登记备案"),
            cite=Cite(MODEL_LAW, 43, 1),
            by=(By.APPLICANT, By.INTAKE, By.REVIEWER),
            at=(exemption_lost,),
            to=filing_noted,
            guards=(
                Guard(
                    says=Text("no filing of this product has come in", "尚未收到该产品的登记备案"),
                    cite=Cite(MODEL_LAW, 43, 1),
                    met=lambda s: (s.subject.get("filed_on") or "") >= s.kept[_FELL_AWAY_ON.key],
                ),
            ),
        ),
        reviewer(
            "hand_over",
            Text("Hand over to enforcement", "移送查处"),
            Cite(MODEL_LAW, 63, 1),
            at=exemption_lost,
            to=sent_to_enforcement,
            asks=(REASONS,),
            guards=(
                once_over(
                    file_after_losing_exemption,
                    Text("the period for registering still runs", "登记备案期限尚未届满"),
                    CITE,
                ),
            ),
            serves=letters.handing_over_to_enforcement,
        ),
        reviewer(
            "close_as_ended",
            Text("Close: the service has ended", "服务已终止，终结"),
            Cite(MODEL_LAW, 48, 1),
            at=exemption_lost,
            to=abandoned,
            asks=(REASONS,),
        ),
    ),
)

declared_in(sys.modules[__name__], SetPeriod)
