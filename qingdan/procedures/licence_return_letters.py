"""Letters of a licence returned when the service ends (Article 49(1))."""

from __future__ import annotations

import sys

from qingdan.law.grammar.named import declared_in
from qingdan.law.grammar.text import Text
from qingdan.procedures.grammar.letters import Form, Letter

receipt_of_end_notice = Letter(
    title=Text("Receipt for the notice that a service ends", "终止服务通知收件回执"),
    form=Form.RECEIPT,
    says=(
        Text(
            "The notice that {product} under licence {number} will end was received on {on}. If the day lies less than thirty "
            "working days ahead, that is noted; the notice counts all the same.",
            "已于{on}收到{product}（许可{number}）终止服务的通知。提前不足三十个工作日的，予以注明，不影响通知的受理。",
        ),
        Text(
            "Publish plan and users' rights, and after the end delete personal information (Article 48). Then return the licence.",
            "请依照第四十八条公示终止方案和使用者权利，并在终止后删除用户个人信息；终止后应当交回许可证。",
        ),
    ),
)
reminder_to_return = Letter(
    title=Text("Notice that the licence is to be returned", "交回许可证告知书"),
    says=(
        Text(
            "The service under licence {number} has ended. Return the licence by {due}.",
            "许可{number}项下的服务已终止，请于{due}前（含当日）交回许可证。",
        ),
    ),
)
receipt_of_licence = Letter(
    title=Text("Receipt for a returned licence", "许可证交回回执"),
    form=Form.RECEIPT,
    says=(
        Text(
            "Licence {number} was returned on {on} and will be struck off.",
            "许可{number}已于{on}交回，本机关将办理注销手续。",
        ),
    ),
)
notice_of_striking_off = Letter(
    title=Text("Decision to strike off the licence", "注销许可决定书"),
    form=Form.DECISION,
    says=(
        Text(
            "Licence {number} of {party} for {product} is struck off as of {on}. Nothing may be done under it any more, and the "
            "number is no longer to be shown.",
            "{party}就{product}取得的许可{number}自{on}起注销，不得再依该许可从事活动，并应当停止公示该编号。",
        ),
    ),
)

declared_in(sys.modules[__name__], Letter)
