"""Article 14, legality. What nobody may do with AI, in ten codes that complaints and cases refer to.

Items a (content), b (property and competition) and c (people) bind developers, providers and users.
"""

from qingdan.law.grammar.rules import Article, Duty, Prohibition, Role
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.model_law.a02_scope import in_scope
from qingdan.law.statutes import MODEL_LAW

ARTICLE = Article(
    number=14,
    title=Text("Legality and decency", "合法正当"),
    gloss=Text(
        "Activities obey the law and public morals: no forbidden content, no abuse of others' property or of market advantage, "
        "no harm to consumers, workers, health or personality.",
        "人工智能活动应当遵守法律法规，尊重公序良俗，不得生成违法有害信息，不得侵害知识产权和公平竞争，不得损害消费者、劳动者和他人人身权益。",
    ),
    procedures=("complaint", "investigation"),
)


def _forbidden(item: str, says: Text) -> Prohibition:
    return Prohibition(cite=Cite(MODEL_LAW, 14, 1, item), binds=Role.ANYONE, forbids=says, when=in_scope)


keep_law_and_morals = Duty(
    cite=Cite(MODEL_LAW, 14, 1),
    bearer=Role.ANYONE,
    when=in_scope,
    must=Text(
        "Obey the law, respect public morals and business ethics, and uphold the core values the law names",
        "遵守法律、行政法规，尊重社会公德、伦理和商业道德，坚持社会主义核心价值观",
    ),
)
content_against_the_state = _forbidden(
    "a",
    Text(
        "Generating content against State power and the socialist system, national security, interests and image, unity "
        "or social stability",
        "生成颠覆国家政权和社会主义制度、煽动分裂，或者危害国家安全、利益、形象和社会稳定的内容",
    ),
)
content_of_hatred_and_violence = _forbidden(
    "a",
    Text(
        "Generating content that promotes terrorism, extremism, ethnic hatred, discrimination or violence",
        "生成宣扬恐怖主义、极端主义、民族仇恨、歧视、暴力的内容",
    ),
)
obscene_content = _forbidden("a", Text("Generating obscene or pornographic content", "生成淫秽、色情内容"))
false_or_harmful_content = _forbidden(
    "a",
    Text(
        "Generating false or harmful information that laws or administrative regulations forbid",
        "生成法律、行政法规禁止的虚假、有害信息",
    ),
)
infringing_intellectual_property = _forbidden("b", Text("Infringing intellectual property", "侵犯知识产权"))
disclosing_trade_secrets = _forbidden(
    "b", Text("Breaking trade secrets or business ethics", "侵犯商业秘密、违反商业道德")
)
abusing_advantage = _forbidden(
    "b",
    Text(
        "Using an advantage in algorithms, data or platforms for monopoly or unfair competition",
        "利用算法、数据、平台等优势实施垄断或者不正当竞争",
    ),
)
harming_consumers_or_workers = _forbidden(
    "c", Text("Harming the rights of consumers or workers", "损害消费者、劳动者权益")
)
harming_health = _forbidden("c", Text("Harming another's physical or mental health", "危害他人身心健康"))
infringing_personality = _forbidden(
    "c",
    Text(
        "Infringing another's likeness, reputation, honour, privacy or personal information",
        "侵害他人肖像、名誉、荣誉、隐私和个人信息权益",
    ),
)
