"""Open points of registration and its exemption (Articles 43-45)."""

from qingdan.law.grammar.readings import Reading
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.statutes import MODEL_LAW

registry_clock_start = Reading(
    name="registry.clock_start",
    cite=Cite(MODEL_LAW, 44),
    asks=Text("From when do the authority's five working days run?", "主管机关五个工作日自何时起算？"),
    why=Text(
        "the text names the receipt of the materials and, apart from it, their completeness, but not the start of the period",
        "条文既称收到材料，又以材料齐全为前提，未写明起算点",
    ),
    options={
        "complete_file": Text("from receipt of the complete file", "自收到齐全材料之日起"),
        "first_receipt": Text("from receipt of whatever was filed first", "自首次收到材料之日起"),
    },
    default="complete_file",
)
registry_bound_party = Reading(
    name="registry.incomplete.bound_party",
    cite=Cite(MODEL_LAW, 44),
    asks=Text(
        "Whom do the three working days bind if the file is incomplete?", "材料不齐全时，三个工作日约束何方？"
    ),
    why=Text(
        "the English sentence can be read as the time for notifying or for supplementing; Article 25 of the Algorithm "
        "Provisions, its parent, binds the authority",
        "英译本既可理解为告知期限，也可理解为补正期限；其蓝本《算法推荐管理规定》第二十五条约束的是主管机关",
    ),
    options={
        "authority": Text(
            "the authority, which must say what is missing", "约束主管机关，应当在期限内告知补充"
        ),
        "filer": Text("the filer, who must supplement", "约束备案人，应当在期限内补充"),
    },
    default="authority",
)
registry_merits_refusal = Reading(
    name="registry.merits_refusal",
    cite=Cite(MODEL_LAW, 44),
    asks=Text("May registration be refused on the merits?", "可否以实质理由拒绝备案？"),
    why=Text(
        "the Article speaks of completeness alone; a refusal on the merits would turn registration into a licence",
        "条文仅规定材料是否齐全；若可实质拒绝，备案即成变相许可",
    ),
    options={
        "never": Text("no: completeness alone is reviewed", "不可，仅审查材料是否齐全"),
        "if_unlawful": Text("yes, if what is filed is evidently unlawful", "备案内容明显违法的，可以拒绝"),
    },
    default="never",
)
registry_public_content = Reading(
    name="registry.public_content",
    cite=Cite(MODEL_LAW, 43, 1, "c"),
    asks=Text("What of the filing is published?", "备案材料中何者予以公示？"),
    why=Text(
        "the law lists content to be publicised apart from the product's details, and says nothing of the self-assessment",
        "条文将拟公示内容与产品信息并列，未提及自评估报告是否公开",
    ),
    options={
        "provider_text": Text(
            "the provider's own publicity content, beside the names that identify the entry",
            "仅公示提供者的拟公示内容，以及用于识别的名称",
        ),
        "with_summary": Text("also a summary of the security self-assessment", "另公示安全自评估报告摘要"),
    },
    default="provider_text",
)
exemption_mode = Reading(
    name="exemption.mode",
    cite=Cite(MODEL_LAW, 45, 1),
    asks=Text("How does a provider come to be exempt?", "豁免如何产生？"),
    why=Text(
        '"may be exempted" can mean that the provider decides for itself or that the authority grants it',
        "“可以免予”既可指提供者自行认定，也可指主管机关准予",
    ),
    options={
        "self_declared": Text(
            "by its own declaration, which the authority may verify", "自行声明，主管机关可以核查"
        ),
        "approved": Text("by the authority's confirmation", "经主管机关确认"),
    },
    default="self_declared",
)
exemption_functionality = Reading(
    name="exemption.functionality",
    cite=Cite(MODEL_LAW, 45, 1, "c"),
    asks=Text(
        "When has a product the functionality to process sensitive information?",
        "何谓具有处理敏感个人信息的功能？",
    ),
    why=Text(
        "a chat window is not designed for health data, yet people will foreseeably type it in",
        "对话类服务并非为处理健康信息而设计，但用户输入此类信息可以预见",
    ),
    options={
        "designed_or_foreseeable": Text(
            "if designed for it, or if it is reasonably foreseeable", "设计用于处理或者可合理预见"
        ),
        "designed": Text("only if designed for it", "仅限设计用于处理"),
    },
    default="designed_or_foreseeable",
)
exemption_answer_wd = Reading(
    name="exemption.answer_wd",
    cite=Cite(MODEL_LAW, 45, 1),
    asks=Text(
        "How many working days, at least, has a provider to answer questions about its exemption?",
        "提供者答复对其豁免的质疑，至少应有多少个工作日？",
    ),
    why=Text(
        "the law gives no period; five working days match other statements to an authority",
        "法律未规定期限，参照陈述意见的通常期限取五个工作日",
    ),
    default=5,
    low=1,
    high=60,
    counts=Text("working days", "个工作日"),
    policy=True,
)
registry_handling_wd = Reading(
    name="registry.handling_wd",
    cite=Cite(MODEL_LAW, 53),
    asks=Text(
        "Within how many working days does the authority act on matters of registration for which the law gives it no period?",
        "法律未定办理期限的备案类事项，主管机关应在多少个工作日内办结？",
    ),
    why=Text(
        "Article 53 wants a clear time limit announced; for deregistration, exemptions and representatives no Article sets one, "
        "and five working days follow Article 44",
        "第五十三条要求明确办理时限，而备案注销、豁免和境内代表均无法定期限，参照第四十四条取五个工作日",
    ),
    default=5,
    low=1,
    high=60,
    counts=Text("working days", "个工作日"),
    policy=True,
)
exemption_loss_wd = Reading(
    name="exemption.loss_wd",
    cite=Cite(MODEL_LAW, 45, 1),
    asks=Text(
        "Within how many working days must one register after losing the exemption?",
        "丧失豁免后应在多少个工作日内备案？",
    ),
    why=Text(
        "the law gives no period; ten working days follow Article 43",
        "法律未规定期限，参照第四十三条取十个工作日",
    ),
    default=10,
    low=1,
    high=60,
    counts=Text("working days", "个工作日"),
    policy=True,
)
