"""Article 71, definitions. Who is developer, provider, user; what a foundation model is.

Free *and* open: whoever gives AI away with its source is no provider, but stays a developer.
"""

from qingdan.law.facts import actor, product
from qingdan.law.grammar.conditions import taking
from qingdan.law.grammar.rules import Article, Definition, Finding
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.model_law.a02_scope import in_scope
from qingdan.law.readings import scope
from qingdan.law.statutes import MODEL_LAW

ARTICLE = Article(
    number=71,
    title=Text("Definitions", "定义"),
    gloss=Text(
        "Defines artificial intelligence, developer, provider, user and foundation model. A developer only develops, or gives away "
        "free and open source; a provider provides for business or to the public, except free and open source.",
        "界定人工智能、研发者、提供者、使用者和基础模型。仅从事研发或者免费开源提供的为研发者；以商业为目的或者面向公众提供的为提供者，免费开源提供的除外。",
    ),
)

artificial_intelligence = Definition(
    cite=Cite(MODEL_LAW, 71, 1, "a"),
    term=Text("artificial intelligence", "人工智能"),
    means=Text(
        "an automated system with some autonomy that affects its environment by predicting, recommending or deciding; its data, "
        "features, models, interfaces and embedded devices are included",
        "具有一定自主性，通过预测、推荐或者决策影响物理或虚拟环境的自动化系统，包括其数据、特征、模型、服务接口和嵌入式终端设备",
    ),
)
gives_away_open_source = Finding(
    cite=Cite(MODEL_LAW, 71, 1, "c"),
    says=Text("It is given away free of charge and as open source", "系免费且开源提供"),
    denies=Text("It is not both free of charge and open source", "并非既免费又开源"),
    when=actor.free_of_charge & actor.open_source,
    benefit=True,
)
is_provider = Finding(
    cite=Cite(MODEL_LAW, 71, 1, "c"),
    says=Text("The organisation is a provider", "该主体为人工智能提供者"),
    denies=Text("The organisation is not a provider", "该主体不是人工智能提供者"),
    when=in_scope & actor.offers_to_others & (actor.for_business | actor.to_the_public),
    unless=gives_away_open_source,
)
opens_source = Finding(
    cite=Cite(MODEL_LAW, 71, 1, "b"),
    says=Text(
        "It offers AI free and as open source, which counts as development",
        "免费开源提供人工智能，视同研发活动",
    ),
    denies=Text("It does not offer AI free and as open source", "未免费开源提供人工智能"),
    when=actor.offers_to_others & gives_away_open_source,
)
is_developer = Finding(
    cite=Cite(MODEL_LAW, 71, 1, "b"),
    says=Text("The organisation is a developer", "该主体为人工智能研发者"),
    denies=Text("The organisation is not a developer", "该主体不是人工智能研发者"),
    when=in_scope & (actor.develops | opens_source) & (taking(scope.roles_solely, "union") | ~is_provider),
    readings=(scope.roles_solely,),
)
is_user = Finding(
    cite=Cite(MODEL_LAW, 71, 1, "d"),
    says=Text("The organisation is a user", "该主体为人工智能使用者"),
    denies=Text("The organisation is not a user", "该主体不是人工智能使用者"),
    when=in_scope & actor.uses,
)
is_foundation_model = Finding(
    cite=Cite(MODEL_LAW, 71, 1, "e"),
    says=Text("It is a foundation model", "属于基础模型"),
    denies=Text("It is not a foundation model", "不属于基础模型"),
    when=product.trained_on_large_data & product.general_purpose & product.supports_downstream,
)
