"""Open points after the decision: credit, tort, public interest, leniency, sandbox (Articles 56, 64-69)."""

from qingdan.law.grammar.readings import Reading
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.statutes import MODEL_LAW

sandbox_waiver = Reading(
    name="sandbox.waiver",
    cite=Cite(MODEL_LAW, 56, 1, "d"),
    asks=Text("From what may admission to the sandbox relieve?", "监管试验准入可减免哪些责任？"),
    why=Text(
        "the article leaves the reduction to the rules; the bans of 14 and 24 protect others",
        "减免交由规则规定；第十四条、第二十四条的禁止性规定保护第三人",
    ),
    options={
        "not_14_24": Text(
            "from duties, never from Articles 14 and 24", "可减免义务责任，不得减免第十四条、第二十四条"
        ),
        "as_stated": Text("from whatever the admission states", "以准入文件载明为准"),
    },
    default="not_14_24",
    policy=True,
)
credit_effective = Reading(
    name="credit.effective",
    cite=Cite(MODEL_LAW, 64),
    asks=Text(
        "From when may a decision be published in the credit file?", "处罚决定自何时起可公示于信用档案？"
    ),
    why=Text(
        "only effective decisions may be published; redress does not suspend them, but may overturn them",
        "仅生效决定可公示；救济不停止执行，但可能推翻决定",
    ),
    options={
        "on_service": Text("from service", "自送达生效起"),
        "redress_over": Text("once redress is exhausted or out of time", "救济终结或者期限届满后"),
    },
    default="on_service",
)
tort_claimant = Reading(
    name="tort.claimant",
    cite=Cite(MODEL_LAW, 65, 2),
    asks=Text("Who may claim?", "何人可以主张赔偿？"),
    why=Text(
        "paragraph 1 speaks of individuals, paragraph 2 of users and affected individuals or organisations",
        "第一款称个人权益，第二款称使用者或者受影响的个人、组织",
    ),
    options={
        "users_and_affected": Text(
            "users and everybody affected, organisations too", "使用者和受影响的个人、组织"
        ),
        "individuals": Text("individuals only", "仅限个人"),
    },
    default="users_and_affected",
)
large_number = Reading(
    name="public_interest.large_number",
    cite=Cite(MODEL_LAW, 67),
    asks=Text('How many people are "a large number"?', "多少人构成“众多个人”？"),
    why=Text(
        "the number is not defined; until it is decided no alert is raised by count",
        "法无定义；确定之前不按人数预警",
    ),
    default=None,
    low=2,
    high=1_000_000_000,
    counts=Text("people", "人"),
)
compliance_history = Reading(
    name="compliance.history",
    cite=Cite(MODEL_LAW, 69, 1),
    asks=Text('What is assessed as "compliance history"?', "评估的“合规”指什么？"),
    why=Text(
        "the title speaks of compliance after the fact, the text of history; a third party must assess it",
        "标题指涉案后合规，条文称合规历史；均须由第三方评估",
    ),
    options={
        "either": Text(
            "the system before or the rectification after the act", "事前合规体系或者事后合规整改"
        ),
        "after": Text("only the rectification after the act", "仅事后合规整改"),
    },
    default="either",
)
