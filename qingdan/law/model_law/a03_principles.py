"""Articles 3-7, principles. Each is made concrete by later articles; none is punishable by itself."""

from qingdan.law.grammar.rules import Article, Definition
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.readings import scope
from qingdan.law.statutes import MODEL_LAW

ARTICLES = (
    Article(
        number=3,
        title=Text("Principle of governance", "治理原则"),
        gloss=Text(
            "Development and security are planned together; oversight is lawful, tolerant and careful.",
            "统筹发展和安全，促进创新与依法治理并重，实行包容审慎监管。",
        ),
    ),
    Article(
        number=4,
        title=Text("People first", "以人为本原则"),
        gloss=Text(
            "AI serves human well-being, and people must always be able to supervise and control it.",
            "人工智能活动应当以人为本、智能向善，确保人类始终能够监督和控制人工智能。",
        ),
        declaratory=Text(
            "Made concrete by human oversight in Articles 25(3) and 50.",
            "由第二十五条第三项、第五十条关于人工监督的规定具体落实。",
        ),
    ),
    Article(
        number=5,
        title=Text("Safety", "安全原则"),
        gloss=Text(
            "Whoever develops, provides or uses AI takes the measures that keep it and its data safe.",
            "研发者、提供者、使用者应当采取必要措施，保障人工智能及相关网络数据安全。",
        ),
        declaratory=Text(
            "Made concrete by Articles 32, 33, 37 and 38.",
            "由第三十二条、第三十三条、第三十七条、第三十八条具体落实。",
        ),
    ),
    Article(
        number=6,
        title=Text("Openness, transparency, explainability", "公开透明可解释原则"),
        gloss=Text(
            "Providers mark what is AI; developers and providers make its purpose, principle and effect understandable.",
            "提供者应当对人工智能予以适当标识，研发者、提供者应当说明其目的、原理和效果。",
        ),
        declaratory=Text("Made concrete by Articles 34 and 35.", "由第三十四条、第三十五条具体落实。"),
    ),
    Article(
        number=7,
        title=Text("Accountability", "可问责原则"),
        gloss=Text(
            "Each answers for his own development, provision or use.",
            "研发者、提供者、使用者各自对其活动负责。",
        ),
        declaratory=Text(
            "Made concrete by the liabilities of Articles 61 to 70.",
            "由第六十一条至第七十条的责任规定具体落实。",
        ),
    ),
)

principle = Definition(
    cite=Cite(MODEL_LAW, 3),
    term=Text("principle (Articles 3 to 11 and 13)", "原则（第三条至第十一条、第十三条）"),
    means=Text(
        "a standard that guides the reading of rules and the reasons of decisions, and is no ground for a fine by itself",
        "指导条文解释、用于决定说理的准则，不单独作为罚款依据",
    ),
    readings=(scope.principle_as_ground,),
)
