"""Article 2, scope. The law reaches what happens in China and what, done abroad, touches it."""

from qingdan.law.facts import actor
from qingdan.law.grammar.conditions import taking
from qingdan.law.grammar.rules import Article, Finding
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.readings import scope
from qingdan.law.statutes import MODEL_LAW

ARTICLE = Article(
    number=2,
    title=Text("Scope of application", "适用范围"),
    gloss=Text(
        "Covers development, provision, use and oversight of AI in China, and activity abroad that affects or may affect "
        "China's security, public interest or the rights of its people and organisations.",
        "适用于境内的人工智能研发、提供、使用和监管活动；境外活动影响或者可能影响我国国家安全、公共利益或者个人、组织合法权益的，亦适用。",
    ),
)

touches_china = Finding(
    cite=Cite(MODEL_LAW, 2, 2),
    says=Text("The activity touches interests in China", "该活动涉及我国相关利益"),
    denies=Text("The activity does not touch interests in China", "该活动不涉及我国相关利益"),
    when=actor.affects_chinese_interests
    | (actor.serves_users_in_china & taking(scope.scope_abroad, "users_suffice")),
    readings=(scope.scope_abroad,),
)
in_scope = Finding(
    cite=Cite(MODEL_LAW, 2),
    says=Text("The law applies to this product", "本法适用于该产品"),
    denies=Text("The law does not apply to this product", "本法不适用于该产品"),
    when=actor.is_ai & (actor.activity_in_china | touches_china),
    readings=(scope.scope_abroad,),
)
reaches_from_abroad = Finding(
    cite=Cite(MODEL_LAW, 2, 2),
    says=Text("The law reaches this activity although it takes place abroad", "活动虽在境外，仍适用本法"),
    denies=Text("The law does not reach this activity from abroad", "不属于本法适用的境外活动"),
    when=~actor.activity_in_china & touches_china,
    readings=(scope.scope_abroad,),
)
