"""Letters of renewal (Article 29(3), Licensing Law 50)."""

from __future__ import annotations

import sys

from qingdan.law.grammar.named import declared_in
from qingdan.law.grammar.text import Text
from qingdan.procedures.grammar.letters import Form, Letter

receipt_of_renewal_application = Letter(
    title=Text("Receipt for an application for renewal", "延续许可申请收件回执"),
    form=Form.RECEIPT,
    says=(
        Text(
            "The application to renew licence {number} was received on {on} under {case}. It is decided before the licence "
            "expires, by {due}; if it is not, the licence counts as renewed by law.",
            "已于{on}收到许可{number}的延续申请，编号{case}。本机关将在有效期届满前（至{due}）作出决定；逾期未作决定的，依法视为准予延续。",
        ),
    ),
)
request_for_renewal_documents = Letter(
    title=Text("Request for documents on renewal", "延续申请补充材料告知书"),
    says=(
        Text(
            "To decide on renewing {number} the points below are needed. Please answer each by {due}. The decision remains due "
            "before the licence expires and is otherwise made on what is there.",
            "审查许可{number}的延续申请，需要补充下列内容，请于{due}前（含当日）逐项答复。决定期限不变，逾期未补充的依现有材料作出决定。",
        ),
    ),
)
receipt_of_renewal_documents = Letter(
    title=Text("Receipt for documents on renewal", "延续申请补充材料收件回执"),
    form=Form.RECEIPT,
    says=(Text("Your answers in {case} were received on {on}.", "已于{on}收到{case}的补充材料。"),),
)
decision_to_renew = Letter(
    title=Text("Decision to renew the licence", "准予延续许可决定书"),
    form=Form.DECISION,
    says=(
        Text(
            "Licence {number} of {party} for {product} is renewed from the end of its present term. Number and scope stay as they are.",
            "准予{party}就{product}取得的许可{number}自原有效期届满起延续，编号和许可范围不变。",
        ),
    ),
)
notice_of_deemed_renewal = Letter(
    title=Text("Notice that the licence counts as renewed", "视为准予延续告知书"),
    form=Form.DECISION,
    says=(
        Text(
            "Renewal of licence {number} was sought in time and was not decided before the licence expired. By law it counts as "
            "renewed from the end of its term. Number and scope stay as they are.",
            "许可{number}的延续申请已按期提出，本机关在有效期届满前未作决定，依法自原有效期届满起视为准予延续，编号和许可范围不变。",
        ),
    ),
)
denial_of_renewal = Letter(
    title=Text("Decision not to renew the licence", "不予延续许可决定书"),
    form=Form.DECISION,
    adverse=True,
    says=(
        Text(
            "Licence {number} is not renewed, for the reasons below. It stays in force until the end of its term, {until}; after "
            "that the activity must stop unless a new licence has been granted.",
            "许可{number}不予延续，理由如下。该许可在有效期届满（{until}）前仍然有效；届满后未取得新许可的，应当停止相应活动。",
        ),
    ),
)
confirmation_of_renewal_withdrawal = Letter(
    title=Text("Confirmation that renewal is no longer sought", "撤回延续申请确认书"),
    form=Form.RECEIPT,
    says=(
        Text(
            "The application to renew {number} was withdrawn on {on}. The licence ends with its term, {until}.",
            "许可{number}的延续申请已于{on}撤回，该许可于{until}届满失效。",
        ),
    ),
)

declared_in(sys.modules[__name__], Letter)
