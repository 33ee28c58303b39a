"""Letters of cancellation (Article 29(4), Licensing Law 70)."""

from __future__ import annotations

import sys

from qingdan.law.grammar.named import declared_in
from qingdan.law.grammar.text import Text
from qingdan.procedures.grammar.letters import Form, Letter

receipt_of_cancellation_application = Letter(
    title=Text("Receipt for an application for cancellation", "注销许可申请收件回执"),
    form=Form.RECEIPT,
    says=(
        Text(
            "The application to cancel licence {number} was received on {on} under {case}.",
            "已于{on}收到注销许可{number}的申请，编号{case}。",
        ),
    ),
)
notice_of_intended_striking_off = Letter(
    title=Text("Notice of intended striking off", "拟注销许可告知书"),
    says=(
        Text(
            "There is reason by law to strike off licence {number}, as stated below. If the facts are otherwise, say so and send "
            "what shows it by {due}.",
            "许可{number}存在依法应当办理注销手续的下列情形。你（单位）认为与事实不符的，请于{due}前（含当日）提出并提交证明材料。",
        ),
    ),
)
decision_to_strike_off = Letter(
    title=Text("Decision to strike off the licence of the authority's own accord", "依职权注销许可决定书"),
    form=Form.DECISION,
    adverse=True,
    says=(
        Text(
            "Licence {number} of {party} for {product} is struck off from the service of this decision, for the reasons below.",
            "{party}就{product}取得的许可{number}自本决定送达之日起注销，理由如下。",
        ),
    ),
)
notice_of_cancellation = Letter(
    title=Text("Decision to cancel the licence on application", "准予注销许可决定书"),
    form=Form.DECISION,
    says=(
        Text(
            "At the holder's wish licence {number} for {product} is cancelled as of {on}. Nothing may be done under it any more.",
            "根据被许可人的申请，{product}的许可{number}自{on}起注销，不得再依该许可从事活动。",
        ),
    ),
)
refusal_to_cancel = Letter(
    title=Text("Decision not to cancel the licence", "不予注销许可决定书"),
    form=Form.DECISION,
    adverse=True,
    says=(
        Text(
            "Licence {number} is not cancelled, for the reasons below. Its duties go on.",
            "许可{number}不予注销，理由如下。被许可人仍应当履行相应义务。",
        ),
    ),
)
notice_of_formalities = Letter(
    title=Text("Notice that the formalities are done", "注销手续办结告知书"),
    says=(
        Text(
            "Licence {number} had ended before. The formalities are done; the register goes on to say how it ended.",
            "许可{number}此前已终止，注销手续现已办结，登记簿继续载明其终止方式。",
        ),
    ),
)

notice_of_no_striking_off = Letter(
    title=Text("Notice that the licence is not struck off", "终止注销程序告知书"),
    says=(
        Text(
            "The reason to strike off licence {number} of which you were told does not hold. The licence is not struck off.",
            "此前告知的注销许可{number}的事由不成立，不予注销，注销程序终止。",
        ),
    ),
)

declared_in(sys.modules[__name__], Letter)
