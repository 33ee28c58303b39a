"""Letters of suspension and revocation (Article 28)."""

from __future__ import annotations

import sys

from qingdan.law.grammar.named import declared_in
from qingdan.law.grammar.text import Text
from qingdan.procedures.grammar.letters import Form, Letter

_RIGHTS = Text(
    "You may state your case and defend yourself within the period set below. That never makes a penalty heavier.",
    "你（单位）有权在下列期限内陈述、申辩。本机关不因你（单位）陈述、申辩给予更重的处罚。",
)
notice_of_intended_suspension = Letter(
    title=Text("Notice of intended penalty: suspension of the licence", "行政处罚事先告知书（暂扣许可）"),
    says=(
        Text(
            "On the facts, reasons and grounds below it is intended to suspend licence {number} and to order rectification within a "
            "period (Article 28).",
            "根据下列事实、理由和依据，拟暂扣许可{number}并责令限期改正（第二十八条）。",
        ),
        _RIGHTS,
    ),
)
decision_on_suspension = Letter(
    title=Text(
        "Decision to suspend the licence and order rectification", "行政处罚决定书（暂扣许可并责令限期改正）"
    ),
    form=Form.DECISION,
    adverse=True,
    says=(
        Text(
            "Licence {number} is suspended from the service of this decision. While it is suspended, nothing it covers may be "
            "done except what rectification needs.",
            "自本决定送达之日起暂扣许可{number}。暂扣期间，除整改所需外，不得从事该许可所涉活动。",
        ),
        Text(
            "Correct every point listed below within the period set, and report. If you do not, or a further safety incident or "
            "penalty follows, the licence may be revoked.",
            "请在规定期限内对下列各项逐项改正并提交整改报告。逾期不改正，或者再次发生安全事件、受到行政处罚的，可以吊销许可。",
        ),
    ),
)
receipt_for_rectification_report = Letter(
    title=Text("Receipt for a rectification report", "整改报告收件回执"),
    form=Form.RECEIPT,
    says=(
        Text(
            "Your report was received on {on}. Two officers will check it; the licence stays suspended until it is restored.",
            "已于{on}收到整改报告。本机关将派两名执法人员核查；解除暂扣前许可仍处于暂扣状态。",
        ),
    ),
)
notice_of_rectification_extended = Letter(
    title=Text("Notice: rectification period extended", "延长整改期限决定书"),
    form=Form.DECISION,
    says=(
        Text(
            "At your request the rectification period is extended; it ends on {due}.",
            "经你（单位）申请，整改期限予以延长，至{due}届满。",
        ),
    ),
)
notice_of_extension_refused = Letter(
    title=Text("Decision to refuse more time for rectification", "不予延长整改期限决定书"),
    form=Form.DECISION,
    adverse=True,
    says=(
        Text(
            "The rectification period is not extended. The reasons are given below.",
            "整改期限不予延长，理由如下。",
        ),
    ),
)
notice_of_rectification_incomplete = Letter(
    title=Text("Notice that the rectification is not complete", "整改未完成告知书"),
    says=(
        Text(
            "The check found the points below not yet corrected. The period still runs, to {due}; go on and report again.",
            "经核查，下列各项尚未改正。整改期限至{due}届满，请继续整改并再次报告。",
        ),
    ),
)
decision_on_restoration = Letter(
    title=Text("Decision to lift the suspension", "解除暂扣许可决定书"),
    form=Form.DECISION,
    says=(
        Text(
            "The rectification was checked and found complete. Licence {number} is in force again from {on}.",
            "经核查，整改已完成。自{on}起解除对许可{number}的暂扣。",
        ),
    ),
)
finding_of_non_correction = Letter(
    title=Text("Finding that nothing was corrected in time", "逾期未改正认定书"),
    form=Form.DECISION,
    adverse=True,
    says=(
        Text(
            "The rectification period has ended and the points below are not corrected. Licence {number} stays suspended, and may be "
            "revoked; you would first be told, with a right to a hearing. You may still correct and report.",
            "整改期限已届满，下列各项仍未改正。许可{number}继续暂扣，并可以依法吊销；吊销前将另行告知听证权利。你（单位）仍可继续整改并报告。",
        ),
    ),
)
notice_of_intended_revocation = Letter(
    title=Text(
        "Notice of intended penalty and of the right to a hearing: revocation of the licence",
        "行政处罚听证告知书（吊销许可）",
    ),
    says=(
        Text(
            "On the facts, reasons and grounds below it is intended to revoke licence {number} (Article 28).",
            "根据下列事实、理由和依据，拟吊销许可{number}（第二十八条）。",
        ),
        Text(
            "You may ask for a hearing within five working days of receiving this notice, free of charge.",
            "你（单位）有权在收到本告知书后五个工作日内申请听证，不承担听证费用。",
        ),
        _RIGHTS,
    ),
)
decision_on_revocation = Letter(
    title=Text("Decision to revoke the licence", "行政处罚决定书（吊销许可）"),
    form=Form.DECISION,
    adverse=True,
    says=(
        Text(
            "Licence {number} is revoked from the service of this decision. What it covered may no longer be done. Return the "
            "certificate; the licence will be struck off.",
            "自本决定送达之日起吊销许可{number}，不得再从事该许可所涉活动。请交回许可证件，本机关将依法办理注销手续。",
        ),
    ),
)
notice_of_striking_off_after_revocation = Letter(
    title=Text("Notice: revoked licence struck off", "许可注销告知书（吊销后）"),
    says=(
        Text(
            "Licence {number}, revoked, was struck off on {on} (Licensing Law Article 70).",
            "已吊销的许可{number}于{on}办理注销手续（《行政许可法》第七十条）。",
        ),
    ),
)

declared_in(sys.modules[__name__], Letter)
