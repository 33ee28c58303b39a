"""Letters of a hearing. The offer is the procedure's own: it says what is intended and why."""

from __future__ import annotations

import sys

from qingdan.law.grammar.named import declared_in
from qingdan.law.grammar.text import Text
from qingdan.procedures.grammar.letters import Form, Letter

receipt_for_hearing_request = Letter(
    title=Text("Receipt for a request for a hearing", "听证申请收件回执"),
    form=Form.RECEIPT,
    says=(
        Text(
            "Your request for a hearing was received on {on}. You will be told time and place at least seven working days "
            "ahead. The hearing costs you nothing.",
            "已于{on}收到你（单位）的听证申请。本机关将在举行听证的七个工作日前通知时间、地点。你（单位）不承担听证费用。",
        ),
    ),
)
notice_of_hearing = Letter(
    title=Text("Notice of hearing", "听证通知书"),
    says=(
        Text(
            "A hearing in case {case} is held at the time and place named below. It is chaired by the person named, who has "
            "not handled the case; you may object to the chair for a conflict of interest.",
            "案件{case}将于下列时间、地点举行听证，由下列非本案承办人员主持。你（单位）认为主持人与本案有直接利害关系的，有权申请回避。",
        ),
        Text(
            "You may come yourself or send one or two agents, bring evidence, and question that of the authority. A record is kept, "
            "which you check and sign.",
            "你（单位）可以亲自参加，也可以委托一至二人代理，可以提出证据、进行申辩和质证。听证制作笔录，交你（单位）核对无误后签字或者盖章。",
        ),
        Text(
            "Where the law leaves the time for the hearing out of the period for deciding, it does not count from {on} until "
            "the hearing is held; you are hereby told so.",
            "依法不计入办理期限的听证时间，自{on}起至举行听证之日止，特此一并告知。",
        ),
    ),
)

declared_in(sys.modules[__name__], Letter)
