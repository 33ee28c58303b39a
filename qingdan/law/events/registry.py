"""The life of a registration (Articles 43-45, 49, 63)."""

from qingdan.law.grammar.periods import Event
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.statutes import MODEL_LAW

registry_filed = Event(
    says=Text("the product is filed for registration", "提交登记备案"), cite=Cite(MODEL_LAW, 43, 1)
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
exemption_claimed = Event(
    says=Text("the exemption is claimed with reasons", "提出豁免主张并说明理由"),
    cite=Cite(MODEL_LAW, 45, 1),
    repeats=True,
)
exemption_challenged = Event(
    says=Text("the authority questions the exemption", "主管机关对豁免提出质疑"),
    cite=Cite(MODEL_LAW, 45, 1),
    repeats=True,
)
exemption_lost = Event(
    says=Text("the exemption is lost", "丧失豁免资格"),
    cite=Cite(MODEL_LAW, 45, 1),
    repeats=True,
    planned=True,
)
registration_given_up = Event(
    says=Text("the registration is cancelled at the provider's request", "办结备案注销手续"),
    cite=Cite(MODEL_LAW, 49, 2),
)
