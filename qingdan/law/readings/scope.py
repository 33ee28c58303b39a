"""Open points of scope, roles, tracks, competence and beginning (Articles 2, 3, 12, 23, 24, 43, 71-73)."""

from qingdan.law.grammar.readings import Reading
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.statutes import MODEL_LAW

scope_abroad = Reading(
    name="scope.abroad",
    cite=Cite(MODEL_LAW, 2, 2),
    asks=Text("When does an activity abroad fall under the law?", "境外活动何时适用本法？"),
    why=Text(
        '"may affect" is too wide to be decided without a person; serving people in China is the part that can be observed',
        "“可能影响”过于宽泛，须由人判断；是否服务境内用户则可以查明",
    ),
    options={
        "users_suffice": Text("serving people in China suffices", "服务境内用户即适用"),
        "effect_found": Text("only a found effect on interests in China", "须认定影响我国相关利益"),
    },
    default="users_suffice",
)
roles_solely = Reading(
    name="roles.solely",
    cite=Cite(MODEL_LAW, 71, 1, "b"),
    asks=Text(
        "Does a provider who also develops bear the developer's duties?",
        "兼事研发的提供者是否承担研发者义务？",
    ),
    why=Text(
        'the definition of developer says "solely"; read literally, whoever also provides would owe none of the developer\'s duties',
        "研发者定义含“仅”字，照字面理解，兼事提供者将不承担任何研发者义务",
    ),
    options={
        "union": Text("yes: the duties of both roles add up", "是，两种义务并行"),
        "literal": Text("no: only those who solely develop are developers", "否，仅从事研发者才是研发者"),
    },
    default="union",
)
registry_scope_unit = Reading(
    name="registry.scope_unit",
    cite=Cite(MODEL_LAW, 43, 1),
    asks=Text(
        "Is the Negative List test made by product or by company?", "是否列入负面清单按产品还是按主体判断？"
    ),
    why=Text(
        'Article 43 speaks of "providers not on the Negative List", Article 23 of products and services',
        "第四十三条称“负面清单外的提供者”，第二十三条则以产品、服务为对象",
    ),
    options={
        "product": Text("by product and use", "按产品及其用途"),
        "company": Text(
            "by company: one listed product takes all out of the registry",
            "按主体，一项列入则全部不适用登记备案",
        ),
    },
    default="product",
)
list_contents = Reading(
    name="nl.contents",
    cite=Cite(MODEL_LAW, 23, 2),
    asks=Text("Which Negative List is applied?", "适用哪一份负面清单？"),
    why=Text(
        "the law contains no list; the authority has to publish one, and until it does only an illustration can be shown",
        "本法未列出清单，须由主管机关公布；公布之前仅能以示例演示",
    ),
    options={
        "illustrative": Text("an illustrative sample that binds nobody", "示例清单，不具约束力"),
        "published": Text("the edition the authority has published", "主管机关公布的版本"),
    },
    default="illustrative",
    policy=True,
)
list_grace_days = Reading(
    name="nl.grace_days",
    cite=Cite(MODEL_LAW, 23, 2),
    asks=Text(
        "How long may a running product go on unlicensed once it is newly listed?",
        "已在运行的产品新列入清单后，可以在多长时间内补办许可？",
    ),
    why=Text(
        "the list is updated periodically, but nothing is said of products that were lawful the day before",
        "清单定期更新，但对此前合法运行的产品如何过渡未作规定",
    ),
    default=None,
    high=3_650,
    counts=Text("days", "日"),
)
list_consultation_days = Reading(
    name="nl.consultation_days",
    cite=Cite(MODEL_LAW, 23, 2),
    asks=Text(
        "For how many days, at least, is a draft list open to comments?",
        "负面清单草案公开征求意见至少多少日？",
    ),
    why=Text(
        "the law orders no consultation; thirty days are usual for drafts of rules (not yet verified)",
        "本法未规定征求意见；规章草案通常不少于三十日（尚待核对）",
    ),
    default=30,
    low=1,
    high=365,
    counts=Text("days", "日"),
    policy=True,
)
transition_days = Reading(
    name="transition.days",
    cite=Cite(MODEL_LAW, 72),
    asks=Text(
        "How long do activities already under way have to comply when the law takes effect?",
        "本法施行前已开展的活动应当在多长时间内符合本法要求？",
    ),
    why=Text("the law has no transitional provision", "本法未设过渡条款"),
    default=None,
    high=3_650,
    counts=Text("days", "日"),
)
law_effective_date = Reading(
    name="law.effective_date",
    cite=Cite(MODEL_LAW, 72),
    asks=Text("On which day does the law take effect (YYYYMMDD)?", "本法自何日起施行（年月日八位数字）？"),
    why=Text("the draft leaves the date blank", "草案的施行日期空缺"),
    default=None,
    low=2023_09_05,
    high=9999_12_31,
)
research_licensing = Reading(
    name="license.research",
    cite=Cite(MODEL_LAW, 24, 1),
    asks=Text(
        "Does research that is neither provided nor used need a licence if the product is listed?",
        "清单内产品仅作研究、不提供也不使用的，是否需要许可？",
    ),
    why=Text(
        "Article 24 names development as such; no exception for research is written, though Article 10 wants research encouraged",
        "第二十四条将研发本身纳入许可，未设科研例外；但第十条又鼓励研发",
    ),
    options={
        "licensed": Text("yes: research is not exempt", "需要，科研不例外"),
        "exempt": Text("no: pure research stays free", "不需要，纯科研活动不受限制"),
    },
    default="licensed",
)
principle_as_ground = Reading(
    name="principles.sole_basis",
    cite=Cite(MODEL_LAW, 3),
    asks=Text("May a fine rest on a principle alone?", "能否仅以违反原则为由处以罚款？"),
    why=Text(
        "Articles 3 to 11 and 13 are worded as duties in part, but too openly to tell anyone what is punishable",
        "第三条至第十一条、第十三条部分采用义务表述，但过于原则，不足以使人预见何种行为应受处罚",
    ),
    options={
        "support_only": Text(
            "no: principles only support the reasons of a decision", "不能，原则仅可用于说理"
        ),
        "sole_basis": Text("yes", "能"),
    },
    default="support_only",
    policy=True,
)
competence_delegate = Reading(
    name="competence.delegate",
    cite=Cite(MODEL_LAW, 12, 2),
    asks=Text(
        "May local authorities decide licences, registrations or sanctions?",
        "地方主管机关能否办理许可、登记备案或者处罚？",
    ),
    why=Text(
        "each of these articles names the national authority; Article 12(2) leaves local tasks to national regulations",
        "各该条均明定由国家主管机关行使；第十二条第二款则将地方职责留待国家规定",
    ),
    options={
        "none": Text("no, unless the law itself says so", "不能，法律另有规定的除外"),
        "by_table": Text("yes, as far as a published delegation says", "能，以公布的委托事项为限"),
    },
    default="none",
)
