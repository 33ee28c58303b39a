"""Letters of receiving, examining and deciding an application for a licence (Articles 26, 27; Licensing Law 32-44)."""

from __future__ import annotations

import sys

from qingdan.law.grammar.named import declared_in
from qingdan.law.grammar.text import Text
from qingdan.procedures.grammar.letters import Form, Letter

receipt_of_application = Letter(
    title=Text("Receipt for an application", "许可申请收件回执"),
    form=Form.RECEIPT,
    says=(
        Text(
            "The application of {party} concerning {product} and its enclosures were received on {on} under {case}. Whether it "
            "is complete and can be accepted is examined by {due}.",
            "已于{on}收到{party}就{product}提出的许可申请及所附材料，编号{case}。本机关将于{due}前（含当日）完成初审。",
        ),
        Text(
            "This receipt neither accepts nor grants the application. Until a licence is granted the activity must not begin.",
            "本回执不代表受理或者准予许可。取得许可前，不得从事相应活动。",
        ),
    ),
)
notice_of_acceptance = Letter(
    title=Text("Notice of acceptance", "许可申请受理通知书"),
    form=Form.RECEIPT,
    says=(
        Text(
            "The application {case} is accepted. A decision is due by {due}. Time for a hearing, testing, appraisal or expert "
            "review is left out only where you are told so in writing.",
            "许可申请{case}予以受理，决定期限至{due}。听证、检测、鉴定、专家评审所需时间，经书面告知后不计入期限。",
        ),
    ),
)
notice_of_deemed_acceptance = Letter(
    title=Text("Notice that the application counts as accepted", "视为受理告知书"),
    form=Form.RECEIPT,
    says=(
        Text(
            "The preliminary review of {case} ended without a call to supplement in time. By law the application counts as "
            "accepted from the day it, or the supplement to it, was received. A decision is due by {due}.",
            "{case}初审期限届满，本机关未在期限内告知补正，依法自收到申请材料或者补正材料之日起视为受理，决定期限至{due}。",
        ),
    ),
)
notice_of_overdue_review = Letter(
    title=Text("Notice that the preliminary review is overdue", "初审逾期告知书"),
    adverse=True,
    says=(
        Text(
            "The preliminary review of {case} was not completed in time. On the reading followed here the application does not "
            "count as accepted for that. It remains under review; you may seek redress for the delay.",
            "{case}的初审未在法定期限内完成。按照所采解释，不因此视为受理，初审仍在进行。你（单位）可以就逾期寻求救济。",
        ),
    ),
)
call_for_supplement = Letter(
    title=Text("Notice of everything to be supplemented", "补正材料一次性告知书"),
    says=(
        Text(
            "The points below are everything that {case} still lacks. Answer each of them and enclose what it asks for by {due}. "
            "You will not be asked a second time.",
            "{case}需要补正的全部内容如下，请于{due}前（含当日）逐项答复并附相应材料。本告知为一次性告知，不再另行要求补正。",
        ),
        Text(
            "Should you need longer for a legitimate reason, state it. Without one, an officer may find that the application "
            "counts as withdrawn.",
            "有正当理由需要更长时间的，请予说明。无正当理由逾期未补正的，经审查认定后视为撤回申请。",
        ),
    ),
)
receipt_of_supplement = Letter(
    title=Text("Receipt for a supplement", "补正材料收件回执"),
    form=Form.RECEIPT,
    says=(
        Text(
            "The supplement to {case} was received on {on}. Its review ends by {due}.",
            "已于{on}收到{case}的补正材料，审查期限至{due}。",
        ),
    ),
)
notice_of_more_time = Letter(
    title=Text("Notice of more time to supplement", "重新计算补正期限告知书"),
    says=(
        Text(
            "There was a legitimate reason for not supplementing {case} in time. The period runs anew, until {due}.",
            "{case}逾期未补正具有正当理由，补正期限重新计算，至{due}届满。",
        ),
    ),
)
finding_of_withdrawal = Letter(
    title=Text("Decision that the application counts as withdrawn", "视为撤回申请决定书"),
    form=Form.DECISION,
    adverse=True,
    says=(
        Text(
            "What was asked for was not supplied in time, and no legitimate reason was found. The application {case} counts as "
            "withdrawn. A new application may be filed at any time.",
            "{case}逾期未补正，经审查无正当理由，视为撤回申请。可以随时重新提出申请。",
        ),
    ),
)
refusal_to_accept = Letter(
    title=Text("Decision not to accept the application", "不予受理决定书"),
    form=Form.DECISION,
    adverse=True,
    says=(
        Text(
            "The application {case} is not accepted, for the reasons below. Nothing has been decided on its merits.",
            "{case}不予受理，理由如下。本决定不涉及实体审查结论。",
        ),
    ),
)
confirmation_of_withdrawal = Letter(
    title=Text("Confirmation of withdrawal", "撤回申请确认书"),
    form=Form.RECEIPT,
    says=(
        Text(
            "{case} was withdrawn at the applicant's wish on {on} and is closed. A new application may be filed at any time.",
            "申请人已于{on}撤回{case}，本案终结。可以随时重新提出申请。",
        ),
    ),
)
notice_to_third_parties = Letter(
    title=Text("Notice to third parties concerned", "利害关系人告知书"),
    to_third_parties=True,
    says=(
        Text(
            "The matter {case}, concerning {product}, directly touches major interests of yours. You may state your views; "
            "they will be heard before it is decided.",
            "{case}（{product}）直接关系你（单位）的重大利益。你（单位）有权陈述、申辩，本机关将在决定前听取意见。",
        ),
    ),
)
offer_of_licence_hearing = Letter(
    title=Text("Notice of the right to a hearing", "行政许可听证告知书"),
    says=(
        Text(
            "The decision in {case} touches major interests between the applicant and others. You may ask for a hearing, free of "
            "charge, by {due}. What is intended and why is stated below.",
            "{case}涉及申请人与他人之间的重大利益关系。你（单位）可以在{due}前（含当日）申请听证，不承担费用。拟作决定及理由如下。",
        ),
    ),
)
notice_of_extension = Letter(
    title=Text("Notice of extension", "延长审查期限告知书"),
    says=(
        Text(
            "With the approval of the head of the authority the period for deciding {case} is extended, until {due}, for the "
            "reasons below. It can be extended only once.",
            "经主管机关负责人批准，{case}的审查期限延长至{due}，理由如下。期限仅可延长一次。",
        ),
    ),
)
notice_of_silence = Letter(
    title=Text("Notice that no decision was made in time", "逾期未作决定告知书"),
    adverse=True,
    says=(
        Text(
            "No decision on {case} was made in time. No licence arises from silence, and the authority remains bound to decide. "
            "You may seek reconsideration for failure to act.",
            "{case}未在法定期限内作出决定。逾期不产生准予许可的效力，本机关仍应作出决定。你（单位）可以不履行法定职责为由申请行政复议。",
        ),
    ),
)
licence_decision_letter = Letter(
    title=Text("Decision to grant a licence", "准予行政许可决定书"),
    form=Form.DECISION,
    says=(
        Text(
            "{party} is granted a licence for {product}, number {number}, with the scope and for the term stated below. The "
            "licence will be delivered by {due}. The decision is public.",
            "准予{party}就{product}取得许可，编号{number}，许可范围和有效期如下。许可证将于{due}前（含当日）送达。本决定予以公开。",
        ),
        Text(
            "Display the number prominently in the product. What goes beyond the scope, or changes the risk, needs a new licence "
            "first. Renewal may be applied for before the term ends.",
            "请在产品、服务的显著位置公示许可编号。超出许可范围或者变化引起风险变化的，应当先重新申请许可。有效期届满前可以申请延续。",
        ),
    ),
)
licence_certificate = Letter(
    title=Text("Licence", "许可证"),
    form=Form.CERTIFICATE,
    says=(
        Text(
            "{party} is licensed for {product} under number {number}, within the scope and until the day stated here.",
            "{party}就{product}取得许可，编号{number}，许可范围及有效期以本证载明为准。",
        ),
    ),
)
denial_of_licence = Letter(
    title=Text("Decision not to grant a licence", "不予行政许可决定书"),
    form=Form.DECISION,
    adverse=True,
    says=(
        Text(
            "The application {case} of {party} for {product} is denied. The conditions found not to be met, the facts and the "
            "reasons are stated below.",
            "对{party}就{product}提出的申请{case}，决定不予许可。不符合的许可条件、认定的事实和理由如下。",
        ),
    ),
)
falsehood_put_to_applicant = Letter(
    title=Text("Notice of suspected falsehood", "涉嫌隐瞒情况、提供虚假材料告知书"),
    says=(
        Text(
            "It appears that the application {case} conceals or falsifies the points below. It is intended to refuse it and to "
            "give a warning. You may state and defend yourself by {due}; you will not be worse off for it.",
            "{case}涉嫌隐瞒有关情况或者提供虚假材料，具体如下。本机关拟不予受理或者不予许可，并给予警告。"
            "你（单位）可以在{due}前（含当日）陈述、申辩，本机关不因此加重处理。",
        ),
    ),
)
refusal_for_falsehood = Letter(
    title=Text(
        "Decision to refuse an application for falsehood, with a warning",
        "因弄虚作假不予受理（不予许可）并给予警告决定书",
    ),
    form=Form.DECISION,
    adverse=True,
    says=(
        Text(
            "{case} concealed facts or enclosed false papers. It is refused, and {party} is warned. Where the licence directly "
            "concerns public safety, health or life, it cannot be applied for again until {due} has passed.",
            "{case}隐瞒有关情况或者提供虚假材料，决定不予受理或者不予许可，并对{party}给予警告。"
            "许可事项直接关系公共安全、人身健康、生命财产安全的，至{due}止不得再次申请。",
        ),
    ),
)

notice_without_object = Letter(
    title=Text("Notice that the case is closed without object", "案件终结告知书"),
    adverse=True,
    says=(
        Text(
            "Licence {number} has ended meanwhile, so that nothing is left to decide in {case}. The case is closed, for the "
            "reasons below.",
            "许可{number}已终止，{case}已无可供决定的事项，予以终结。理由如下。",
        ),
    ),
)

declared_in(sys.modules[__name__], Letter)
