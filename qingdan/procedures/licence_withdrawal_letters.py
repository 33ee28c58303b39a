"""Letters of withdrawing a licence (Licensing Law 69)."""

from __future__ import annotations

import sys

from qingdan.law.grammar.named import declared_in
from qingdan.law.grammar.text import Text
from qingdan.procedures.grammar.letters import Form, Letter

notice_of_intended_withdrawal = Letter(
    title=Text("Notice of intended withdrawal of a licence", "拟撤销许可告知书"),
    says=(
        Text(
            "Licence {number} appears to have been granted unlawfully, or got by deceit or bribery, as stated below. It is intended "
            "to withdraw it. You may state your case, and show what you relied on, by {due}.",
            "许可{number}涉嫌违法作出或者以欺骗、贿赂等不正当手段取得，具体如下，本机关拟予撤销。"
            "你（单位）可以在{due}前（含当日）陈述、申辩，并说明信赖利益。",
        ),
    ),
)
decision_to_withdraw_for_error = Letter(
    title=Text("Decision to withdraw the licence", "撤销许可决定书"),
    form=Form.DECISION,
    adverse=True,
    says=(
        Text(
            "Licence {number} of {party} for {product} is withdrawn, for the reasons below. Lawful interests of the holder that were "
            "harmed by this are compensated by the authority.",
            "撤销{party}就{product}取得的许可{number}，理由如下。被许可人的合法权益因此受到损害的，由本机关依法赔偿。",
        ),
    ),
)
decision_to_withdraw_for_fraud = Letter(
    title=Text("Decision to withdraw a licence got by deceit or bribery", "撤销以不正当手段取得的许可决定书"),
    form=Form.DECISION,
    adverse=True,
    says=(
        Text(
            "Licence {number} of {party} for {product} was got by deceit, bribery or other improper means and is withdrawn. What was "
            "gained by it is not protected. Where the licence directly concerns public safety, health or life, it cannot be applied "
            "for again until {due} has passed. The penalty that the law orders besides is decided separately.",
            "{party}以欺骗、贿赂等不正当手段取得{product}的许可{number}，予以撤销，基于该许可取得的利益不受保护。"
            "许可事项直接关系公共安全、人身健康、生命财产安全的，至{due}止不得再次申请。依法应当给予的行政处罚，另行决定。",
        ),
    ),
)
decision_to_leave_standing = Letter(
    title=Text("Decision to leave the licence standing", "不予撤销许可决定书"),
    form=Form.DECISION,
    says=(
        Text(
            "Licence {number} is not withdrawn, for the reasons below.",
            "许可{number}不予撤销，理由如下。",
        ),
    ),
)

declared_in(sys.modules[__name__], Letter)
