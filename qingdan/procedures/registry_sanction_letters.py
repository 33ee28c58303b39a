"""Letters of the revocation and the ex-officio cancellation of a registration (Article 63)."""

from __future__ import annotations

import sys

from qingdan.law.grammar.named import declared_in
from qingdan.law.grammar.text import Text
from qingdan.procedures.grammar.letters import Form, Letter

_INTENDED = Text(
    "On the facts, reasons and grounds below it is intended to revoke registration {number}, to issue a warning and to make a public "
    "criticism (Article 63(2)), as far as the Penalty Law does not bar the latter two. A fine, where one is intended, is named below and decided in the penalty procedure.",
    "根据下列事实、理由和依据，拟撤销登记备案{number}，并给予警告、通报批评（第六十三条第二款），《行政处罚法》规定不得处罚的除外。拟处罚款的，列明于下，另依行政处罚程序决定。",
)
_SPEAK = Text(
    "You may state your case and defend yourself within the period set below. That never makes a penalty heavier.",
    "你（单位）有权在下列期限内陈述、申辩。本机关不因你（单位）陈述、申辩给予更重的处罚。",
)
notice_of_intended_registry_revocation = Letter(
    title=Text(
        "Notice of intended penalty and revocation of the registration", "撤销登记备案及行政处罚事先告知书"
    ),
    says=(_INTENDED, _SPEAK),
)
hearing_notice_of_registry_revocation = Letter(
    title=Text(
        "Notice of intended penalty and of the right to a hearing: revocation of the registration",
        "撤销登记备案及行政处罚听证告知书",
    ),
    says=(
        _INTENDED,
        Text(
            "You may ask for a hearing within five working days of receiving this notice, free of charge.",
            "你（单位）有权在收到本告知书后五个工作日内申请听证，不承担听证费用。",
        ),
        _SPEAK,
    ),
)
decision_on_registry_revocation = Letter(
    title=Text("Decision to revoke the registration", "撤销登记备案及行政处罚决定书"),
    form=Form.DECISION,
    adverse=True,
    says=(
        Text(
            "Registration {number} was obtained by improper means and is revoked from the service of this decision. The "
            "measures of Article 63(2) that are taken are named below.",
            "登记备案{number}系以不正当手段取得，自本决定送达之日起予以撤销。依第六十三条第二款采取的措施列明于下。",
        ),
        Text(
            "Do not show the number any more. Providing the product further needs a new and truthful registration.",
            "不得继续使用该备案编号。继续提供该产品、服务的，应当重新如实办理登记备案。",
        ),
    ),
)
notice_of_intended_cancellation = Letter(
    title=Text("Notice of intended cancellation of the registration", "拟注销登记备案告知书"),
    says=(
        Text(
            "On the ground below it is intended to cancel registration {number} ex officio (Article 63(3)). This is no penalty: it ends "
            "what has ceased to exist.",
            "因下列事由，拟依职权注销登记备案{number}（第六十三条第三款）。注销不属于行政处罚，系对已终止事项的处理。",
        ),
        Text(
            "If the service goes on, or the ground does not hold, say so within the period set below, with evidence. You may also "
            "deregister yourself.",
            "服务仍在提供或者上述事由不成立的，请在下列期限内书面说明并附证据。你（单位）也可以自行办理注销备案。",
        ),
    ),
)
receipt_for_views_on_cancellation = Letter(
    title=Text("Receipt for your statement", "陈述意见收件回执"),
    form=Form.RECEIPT,
    says=(
        Text(
            "Your statement was received on {on} and will be considered.",
            "已于{on}收到你（单位）的意见，本机关将予以考虑。",
        ),
    ),
)
decision_on_registry_cancellation = Letter(
    title=Text("Decision to cancel the registration", "依职权注销登记备案决定书"),
    form=Form.DECISION,
    adverse=True,
    says=(
        Text(
            "Registration {number} is cancelled from the service of this decision (Article 63(3)). If the service is provided again, register it anew.",
            "登记备案{number}自本决定送达之日起注销（第六十三条第三款）。再次提供服务的，应当重新办理登记备案。",
        ),
    ),
)
notice_of_registration_kept = Letter(
    title=Text("Notice that the registration stands", "维持登记备案告知书"),
    says=(
        Text(
            "Registration {number} is not cancelled: the ground was not borne out.",
            "登记备案{number}不予注销，拟注销事由不成立。",
        ),
    ),
)

declared_in(sys.modules[__name__], Letter)
