"""The life of a registration (Articles 43-45, 49, 63)."""

from qingdan.law.grammar.periods import Event
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.statutes import MODEL_LAW

registry_filed = Event(
    says=Text("the product is filed for registration", "提交登记备案"),
    cite=Cite(MODEL_LAW, 43, 1),
    repeats=True,
)
registered_information_changed = Event(
    says=Text("registered information changes", "登记信息发生变更"),
    cite=Cite(MODEL_LAW, 43, 2),
    repeats=True,
    planned=True,
)
registry_updated = Event(
    says=Text("the registration is updated", "更新登记信息"), cite=Cite(MODEL_LAW, 43, 2), repeats=True
)
filing_received = Event(
    says=Text("the authority receives filing materials", "主管机关收到备案材料"),
    cite=Cite(MODEL_LAW, 44),
    repeats=True,
)
complete_filing_received = Event(
    says=Text("the authority has the complete filing materials", "主管机关收到齐全的备案材料"),
    cite=Cite(MODEL_LAW, 44),
    repeats=True,
)
filing_defects_notified = Event(
    says=Text("the filer is told what is missing", "告知备案人补充材料"),
    cite=Cite(MODEL_LAW, 44),
    repeats=True,
)
filing_supplemented = Event(
    says=Text("the filer supplements the materials", "备案人补充材料"), cite=Cite(MODEL_LAW, 44), repeats=True
)
registry_number_issued = Event(
    says=Text("the registry number is issued and published", "发放备案编号并公示"),
    cite=Cite(MODEL_LAW, 44),
    repeats=True,
)
registry_update_published = Event(
    says=Text("the changed registration is entered and published", "办结变更备案并公示"),
    cite=Cite(MODEL_LAW, 43, 2),
    repeats=True,
)
filing_ended = Event(
    says=Text(
        "the filing ends unfinished: withdrawn, referred to licensing, refused or closed",
        "备案未办结而终止（撤回、转办许可、不予备案或者终止办理）",
    ),
    cite=Cite(MODEL_LAW, 44),
    repeats=True,
)
exemption_claimed = Event(
    says=Text("the exemption is claimed with reasons", "提出豁免主张并说明理由"),
    cite=Cite(MODEL_LAW, 45, 1),
    repeats=True,
)
exemption_claim_withdrawn = Event(
    says=Text("the claim of exemption is withdrawn", "撤回豁免主张"),
    cite=Cite(MODEL_LAW, 45, 1),
    repeats=True,
)
exemption_claim_questioned = Event(
    says=Text("the authority asks further about a claim of exemption", "主管机关就豁免主张进一步询问"),
    cite=Cite(MODEL_LAW, 45, 1),
    repeats=True,
)
exemption_claim_explained = Event(
    says=Text("the provider answers what was asked about its claim", "提供者答复就豁免主张的询问"),
    cite=Cite(MODEL_LAW, 45, 1),
    repeats=True,
)
exemption_challenged = Event(
    says=Text("the authority questions the exemption", "主管机关对豁免提出质疑"),
    cite=Cite(MODEL_LAW, 45, 1),
    repeats=True,
)
exemption_challenge_answered = Event(
    says=Text("the provider answers the questions about its exemption", "提供者答复对豁免的质疑"),
    cite=Cite(MODEL_LAW, 45, 1),
    repeats=True,
)
exemption_decided = Event(
    says=Text("the authority decides on a claimed or questioned exemption", "主管机关对豁免作出认定"),
    cite=Cite(MODEL_LAW, 45, 1),
    repeats=True,
)
exemption_lost = Event(
    says=Text("the exemption is lost", "丧失豁免资格"),
    cite=Cite(MODEL_LAW, 45, 1),
    repeats=True,
    planned=True,
)
deregistration_requested = Event(
    says=Text("the provider asks to deregister", "申请注销备案"), cite=Cite(MODEL_LAW, 49, 2), repeats=True
)
registration_revoked = Event(
    says=Text("the registration is revoked", "撤销登记备案"), cite=Cite(MODEL_LAW, 63, 2), repeats=True
)
registration_cancellation_told = Event(
    says=Text("the provider is told that its registration is to be cancelled", "告知拟依职权注销登记备案"),
    cite=Cite(MODEL_LAW, 63, 3),
    repeats=True,
)
registration_cancelled = Event(
    says=Text("the registration is cancelled ex officio", "依职权注销登记备案"),
    cite=Cite(MODEL_LAW, 63, 3),
    repeats=True,
)
registration_given_up = Event(
    says=Text("the registration is cancelled at the provider's request", "办结备案注销手续"),
    cite=Cite(MODEL_LAW, 49, 2),
)
