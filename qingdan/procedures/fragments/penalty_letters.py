"""Letters of every penalty case. Notices of what is intended, and decisions, are the procedure's own."""

from __future__ import annotations

import sys

from qingdan.law.grammar.named import declared_in
from qingdan.law.grammar.text import Text
from qingdan.procedures.grammar.letters import Form, Letter

receipt_for_defence = Letter(
    title=Text("Receipt for statement and defence", "陈述、申辩材料收件回执"),
    form=Form.RECEIPT,
    says=(
        Text(
            "Your statement and defence in case {case} were received on {on}. They will be reviewed; defending yourself "
            "never makes a penalty heavier.",
            "已于{on}收到你（单位）在案件{case}中的陈述、申辩。本机关将予以复核，不因陈述、申辩给予更重的处罚。",
        ),
    ),
)
notice_of_renewed_investigation = Letter(
    title=Text("Notice that the investigation is reopened", "补充调查告知书"),
    says=(
        Text(
            "What you were told of an intended penalty in case {case} is withdrawn while facts are examined again. If a penalty is "
            "still intended afterwards, you will be told anew, with the same rights.",
            "案件{case}的事实需要补充调查，此前的拟处罚告知不再适用。调查后仍拟处罚的，将重新告知，你（单位）享有的权利不变。",
        ),
    ),
)
decision_not_to_penalise = Letter(
    title=Text("Decision to impose no penalty", "不予行政处罚决定书"),
    form=Form.DECISION,
    says=(
        Text(
            "Case {case} is closed on {on} without a penalty. The reasons are given below.",
            "案件{case}于{on}结案，不予行政处罚。理由如下。",
        ),
    ),
)
decision_on_soft_measure = Letter(
    title=Text("Decision to impose no penalty, and measure taken instead", "不予行政处罚决定书（柔性措施）"),
    form=Form.DECISION,
    says=(
        Text(
            "The violation in case {case} is minor and is not penalised. In its place the measure named below is taken, so that "
            "you go on lawfully. It is no penalty.",
            "案件{case}所涉违法行为轻微，依法不予行政处罚，采取下列措施促使依法合规开展活动。该措施不属于行政处罚。",
        ),
    ),
)
notice_of_transfer = Letter(
    title=Text("Notice of transfer to the judicial organs", "案件移送告知书"),
    says=(
        Text(
            "Case {case} shows a suspected crime and was handed to the judicial organs on {on}.",
            "案件{case}涉嫌犯罪，已于{on}依法移送司法机关。",
        ),
    ),
)

declared_in(sys.modules[__name__], Letter)
