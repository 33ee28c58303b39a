"""Letters of the check whether a filing is complete (Article 44)."""

from qingdan.law.grammar.text import Text
from qingdan.procedures.grammar.letters import Form, Letter

letter_of_defects = Letter(
    title=Text("What your filing lacks", "备案材料补充告知书"),
    says=(
        Text(
            "The materials filed for {product} were checked for completeness. All that is missing is listed below; nothing else "
            "will be asked for later.",
            "经核验，{product}的备案材料不齐全。需要补充的全部内容一次性列明如下，此后不再另行要求补充其他内容。",
        ),
        Text(
            "Please supplement by {due}. Letting that day pass ends nothing by itself.",
            "请于{due}前（含当日）补充。逾期未补充的，备案程序不因此自动终止。",
        ),
    ),
)
letter_of_open_points = Letter(
    title=Text("Points still open", "备案材料仍需补充告知书"),
    says=(
        Text(
            "Of the points named before, those below are still open. No new ones are raised. Please supplement by {due}.",
            "此前告知的补充事项中，下列事项仍未补齐，未增列新的事项。请于{due}前（含当日）补充。",
        ),
    ),
)
receipt_of_added_materials = Letter(
    title=Text("Receipt of supplementary materials", "补充材料收讫回执"),
    says=(Text("Your supplement for {product} was received on {on}.", "{product}的补充材料已于{on}收悉。"),),
    form=Form.RECEIPT,
)
closure_of_incomplete_filing = Letter(
    title=Text("Closure of an incomplete filing", "终止办理决定书"),
    says=(
        Text(
            "The time given for supplementing is over and what was asked for is still missing. For the reasons below the case is closed. "
            "You may file again at any time; the duty itself goes on.",
            "补充期限已届满，所需材料仍未补齐。基于下列理由，决定终止办理本次事项。你（单位）可以随时重新提交；相应法定义务不因此免除。",
        ),
    ),
    form=Form.DECISION,
    adverse=True,
)
confirmation_of_filing_withdrawal = Letter(
    title=Text("Confirmation of withdrawal", "撤回确认书"),
    says=(
        Text(
            "You withdrew this case on {on}. The duty to register, to update or to deregister stays as the law has it.",
            "你（单位）已于{on}撤回本事项。法律规定的登记备案、变更或者注销义务不因撤回而免除。",
        ),
    ),
)
referral_to_licensing = Letter(
    title=Text("Referral to licensing", "转办许可告知书"),
    says=(
        Text(
            "{product} was found to be covered by the Negative List. What is on the list is licensed, not registered, and needs the licence "
            "before it is developed or provided (Articles 23, 24). Reasons and the entry of the list are stated below.",
            "经认定，{product}属于负面清单范围。清单内的产品、服务实行许可管理，不适用登记备案，研发、提供前应当取得许可"
            "（第二十三条、第二十四条）。理由及所涉清单条目如下。",
        ),
        Text(
            "Please apply for the licence. What you filed can be used again for that.",
            "请依法申请许可；已提交的材料可以在申请许可时继续使用。",
        ),
    ),
    form=Form.DECISION,
    adverse=True,
)
