"""The life of a licence and of the list it hangs on (Articles 23-31, 72, 73)."""

from qingdan.law.grammar.periods import Event, Period
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.grammar.units import Unit
from qingdan.law.readings.licensing import license_term_months
from qingdan.law.statutes import LICENSING_LAW, MODEL_LAW

law_took_effect = Event(says=Text("the law takes effect", "本法施行"), cite=Cite(MODEL_LAW, 72), planned=True)
first_list_published = Event(
    says=Text("the first Negative List is published", "首份负面清单公布"), cite=Cite(MODEL_LAW, 73)
)
list_consultation_opened = Event(
    says=Text("a draft Negative List is opened to comments", "负面清单草案公开征求意见"),
    cite=Cite(MODEL_LAW, 23, 2),
    repeats=True,
)
list_updated = Event(
    says=Text("an update of the Negative List is adopted", "负面清单更新定稿"),
    cite=Cite(MODEL_LAW, 23, 2),
    repeats=True,
)
list_update_published = Event(
    says=Text("the updated Negative List is published", "更新后的负面清单公布"),
    cite=Cite(MODEL_LAW, 73),
    repeats=True,
)
product_listed = Event(
    says=Text("the list entry that covers the product takes effect", "涵盖该产品的清单条目施行"),
    cite=Cite(MODEL_LAW, 23, 1),
    planned=True,
)
licence_application_received = Event(
    says=Text("the licence application is received", "收到许可申请"),
    cite=Cite(MODEL_LAW, 27, 1),
    repeats=True,
)
licence_supplement_requested = Event(
    says=Text("the applicant is told once what to supplement", "一次性告知申请人补正"),
    cite=Cite(MODEL_LAW, 27, 2),
    repeats=True,
)
licence_supplement_received = Event(
    says=Text("the supplement is received", "收到补正材料"),
    cite=Cite(MODEL_LAW, 27, 2),
    repeats=True,
    follows=licence_supplement_requested,
)
licence_application_accepted = Event(
    says=Text("the licence application is accepted", "受理许可申请"),
    cite=Cite(MODEL_LAW, 27, 3),
    repeats=True,
    follows=licence_application_received,
)
licence_application_not_accepted = Event(
    says=Text("the licence application is not accepted", "不予受理许可申请"),
    cite=Cite(LICENSING_LAW, 32, 2),
    repeats=True,
    follows=licence_application_received,
)
licence_application_withdrawn = Event(
    says=Text("the application is withdrawn, or found to count as withdrawn", "申请撤回，或者经认定视为撤回"),
    cite=Cite(MODEL_LAW, 27, 2),
    repeats=True,
)
licence_extension_approved = Event(
    says=Text("the head of the authority approves the extension", "主管机关负责人批准延长审查期限"),
    cite=Cite(MODEL_LAW, 27, 4),
    repeats=True,
    follows=licence_application_accepted,
)
licence_extension_told = Event(
    says=Text("the applicant is told why the decision takes longer", "将延长期限的理由告知申请人"),
    cite=Cite(MODEL_LAW, 27, 4),
    repeats=True,
    follows=licence_extension_approved,
)
licence_granted = Event(
    says=Text("the licence is granted", "作出准予许可决定"), cite=Cite(MODEL_LAW, 27, 3), repeats=True
)
licence_denied = Event(
    says=Text("the licence is denied", "作出不予许可决定"), cite=Cite(MODEL_LAW, 27, 3), repeats=True
)
licence_delivered = Event(
    says=Text("the licence is delivered", "颁发、送达许可证件"),
    cite=Cite(LICENSING_LAW, 44),
    repeats=True,
    follows=licence_granted,
)
licence_grant_published = Event(
    says=Text("the grant of the licence is published", "公开准予许可的决定"),
    cite=Cite(LICENSING_LAW, 40),
    repeats=True,
    follows=licence_granted,
)
licence_suspended = Event(
    says=Text("the licence is suspended and rectification ordered", "暂扣许可并责令限期改正"),
    cite=Cite(MODEL_LAW, 28),
    repeats=True,
)
licence_restored = Event(
    says=Text("the suspension is lifted", "解除暂扣"),
    cite=Cite(MODEL_LAW, 28),
    repeats=True,
    follows=licence_suspended,
)
licence_revoked = Event(says=Text("the licence is revoked", "吊销许可"), cite=Cite(MODEL_LAW, 28))
rectification_completed = Event(
    says=Text("the rectification is completed", "整改完成"),
    cite=Cite(MODEL_LAW, 28),
    repeats=True,
    follows=licence_suspended,
)
rectification_reported = Event(
    says=Text("the holder reports that it has corrected", "持有人提交整改报告"),
    cite=Cite(MODEL_LAW, 28),
    repeats=True,
    follows=licence_suspended,
)
rectification_extended = Event(
    says=Text("the period for rectification is extended", "延长整改期限"),
    cite=Cite(MODEL_LAW, 28),
    repeats=True,
    follows=licence_suspended,
)
rectification_failed = Event(
    says=Text("the period for rectification is found to have passed without correction", "认定逾期未改正"),
    cite=Cite(MODEL_LAW, 28),
    repeats=True,
    follows=licence_suspended,
)
counted_against_licence = Event(
    says=Text(
        "an incident occurs, or a penalty is imposed, that counts against the licence",
        "发生计入的安全事件或者受到计入的行政处罚",
    ),
    cite=Cite(MODEL_LAW, 28),
    repeats=True,
)
licence_expires = Event(
    says=Text("the term of the licence runs out", "许可期限届满"),
    cite=Cite(MODEL_LAW, 29, 1),
    planned=True,
    repeats=True,
    estimated=Period(amount=license_term_months, unit=Unit.MONTH, after=licence_granted, roll=False),
)
licence_reapplied = Event(
    says=Text("a new licence is applied for because of the change", "因变化重新申请许可"),
    cite=Cite(MODEL_LAW, 29, 2),
    repeats=True,
)
licence_renewal_applied = Event(
    says=Text("renewal is applied for", "申请延续许可"), cite=Cite(MODEL_LAW, 29, 3), repeats=True
)
licence_renewal_decided = Event(
    says=Text("the renewal is decided", "作出是否准予延续的决定"),
    cite=Cite(LICENSING_LAW, 50, 2),
    repeats=True,
)
development_ended = Event(
    says=Text("development ceases", "停止研发"), cite=Cite(MODEL_LAW, 29, 4), planned=True
)
licence_cancellation_applied = Event(
    says=Text("cancellation of the licence is applied for", "申请注销许可"), cite=Cite(MODEL_LAW, 29, 4)
)
licence_struck_off = Event(
    says=Text("the licence is struck off", "办理许可注销手续"), cite=Cite(LICENSING_LAW, 70), repeats=True
)
licence_cancellation_intended = Event(
    says=Text("the holder is told that the licence may be struck off", "告知被许可人拟注销许可"),
    cite=Cite(LICENSING_LAW, 70),
    repeats=True,
)
licence_cancellation_answered = Event(
    says=Text("the holder objects to the striking off", "被许可人就拟注销许可提出异议"),
    cite=Cite(LICENSING_LAW, 7),
    repeats=True,
    follows=licence_cancellation_intended,
)
licence_refused_for_falsehood = Event(
    says=Text(
        "an application is refused for concealment or false papers",
        "因隐瞒情况或者提供虚假材料不予受理、不予许可",
    ),
    cite=Cite(LICENSING_LAW, 78),
    repeats=True,
)
licence_withdrawal_intended = Event(
    says=Text("the holder is told that the licence may be withdrawn", "告知被许可人拟撤销许可"),
    cite=Cite(LICENSING_LAW, 69),
    repeats=True,
)
licence_withdrawal_answered = Event(
    says=Text("the holder answers the intended withdrawal", "被许可人就拟撤销许可陈述、申辩"),
    cite=Cite(LICENSING_LAW, 7),
    repeats=True,
    follows=licence_withdrawal_intended,
)
licence_withdrawn = Event(
    says=Text("a licence that should not have been granted is withdrawn", "撤销违法作出的许可决定"),
    cite=Cite(LICENSING_LAW, 69, 1),
)
licence_withdrawn_for_fraud = Event(
    says=Text("a licence got by deceit or bribery is withdrawn", "撤销以欺骗、贿赂等不正当手段取得的许可"),
    cite=Cite(LICENSING_LAW, 69, 2),
)
