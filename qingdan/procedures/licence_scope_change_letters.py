"""The letter of a reapplication (Article 29(2)); the rest are those of any application."""

from __future__ import annotations

import sys

from qingdan.law.grammar.named import declared_in
from qingdan.law.grammar.text import Text
from qingdan.procedures.grammar.letters import Form, Letter

receipt_of_reapplication = Letter(
    title=Text("Receipt for a reapplication", "重新申请许可收件回执"),
    form=Form.RECEIPT,
    says=(
        Text(
            "The reapplication of {party} because of a change was received on {on} under {case}. Whether it is complete and can "
            "be accepted is examined by {due}.",
            "已于{on}收到{party}因变化重新提出的许可申请，编号{case}。本机关将于{due}前（含当日）完成初审。",
        ),
        Text(
            "Until a new licence is granted, what licence {number} does not cover, or what changes its risk, must not begin. A denial "
            "leaves licence {number} untouched.",
            "取得新许可前，不得从事许可{number}未涵盖或者引起风险变化的活动。不予许可的，不影响许可{number}的效力。",
        ),
    ),
)

declared_in(sys.modules[__name__], Letter)
