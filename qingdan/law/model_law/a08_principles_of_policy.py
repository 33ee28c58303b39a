"""Articles 8-11, principles on fairness, thrift, innovation and co-operation: aims of policy."""

from qingdan.law.grammar.rules import Article
from qingdan.law.grammar.text import Text

ARTICLES = (
    Article(
        number=8,
        title=Text("Fairness and equality", "公平平等原则"),
        gloss=Text(
            "No unreasonable difference in treatment; minors, the elderly and people with disabilities are kept in mind.",
            "防止对个人、组织的不合理差别待遇，充分考虑未成年人、老年人、残疾人等群体的需求。",
        ),
        declaratory=Text(
            "Made concrete by Article 36, and for special groups by Article 34.",
            "由第三十六条具体落实，特殊群体事项由第三十四条落实。",
        ),
    ),
    Article(
        number=9,
        title=Text("Sustainability", "绿色原则"),
        gloss=Text(
            "The State encourages saving energy and resources and protecting the environment.",
            "国家鼓励应用节能技术，高效利用资源，保护生态环境。",
        ),
        declaratory=Text("Encourages; nothing is owed to anyone.", "属鼓励性规定，不设定具体义务。"),
    ),
    Article(
        number=10,
        title=Text("Development and innovation", "促进发展创新原则"),
        gloss=Text(
            "The State builds infrastructure, opens public computing power and data, and protects intellectual property.",
            "国家支持基础设施建设，推动公共算力、公共数据开放共享，依法保护知识产权。",
        ),
        declaratory=Text(
            "States policy; carried out by Chapter II and, for trials, by the sandbox of Article 56.",
            "宣示政策，由第二章以及第五十六条的监管试验机制落实。",
        ),
    ),
    Article(
        number=11,
        title=Text("International co-operation", "国际合作"),
        gloss=Text(
            "The State takes part in international rules and standards and welcomes talent and technology.",
            "国家参与国际规则、标准的制定与实施，鼓励引进人才和技术。",
        ),
        declaratory=Text(
            "Speaks to the State's foreign relations; the reverse cases are in Articles 59 and 60.",
            "属国家对外交往事项；反制和对等措施见第五十九条、第六十条。",
        ),
    ),
)
