"""Article 34, openness: people know that they deal with AI, what it is, what their rights are.

The "evident" exception is claimed by the provider with reasons; unanswered, it does not hold.
"""

from qingdan.law.events import governance, service
from qingdan.law.facts import conduct, product
from qingdan.law.grammar.conditions import ALWAYS
from qingdan.law.grammar.periods import Before
from qingdan.law.grammar.rules import Article, Duty, Finding, Prohibition, Role
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.model_law.a71_definitions import is_developer, is_provider
from qingdan.law.statutes import MODEL_LAW

ARTICLE = Article(
    number=34,
    title=Text("Openness and transparency", "公开透明义务"),
    gloss=Text(
        "Providers tell people that they deal with AI, label synthetic content, and inform users beforehand in words that minors, "
        "the elderly and people with disabilities can follow. Nobody may remove labels.",
        "提供者应当告知正在与人工智能交互，标识深度合成内容，事先告知使用者有关事项并保证特殊群体能够理解。任何人不得删除、篡改、隐匿标识。",
    ),
)

ai_speaks_for_itself = Finding(
    cite=Cite(MODEL_LAW, 34, 1),
    says=Text("No notice of AI is needed: the setting makes it evident", "使用场景足以表明，无需告知"),
    denies=Text("The setting does not spare the notice of AI", "使用场景不足以免除告知"),
    when=product.evidently_ai,
    benefit=True,
)
ai_notice_required = Finding(
    cite=Cite(MODEL_LAW, 34, 1),
    says=Text("People must be told that they deal with AI", "应当告知正在与人工智能交互"),
    denies=Text("No notice of AI is required", "无需作出人工智能交互告知"),
    when=is_provider & product.interacts_with_people,
    unless=ai_speaks_for_itself,
)
give_ai_notice = Duty(
    cite=Cite(MODEL_LAW, 34, 1),
    bearer=Role.PROVIDER,
    when=ai_notice_required,
    must=Text(
        "Tell people, simply and clearly, before use that they deal with AI",
        "使用前以简洁、清晰、易懂的方式告知正在与人工智能交互",
    ),
    within=Before(event=service.service_started),
    done_by=governance.users_informed_before_use,
    evidence=(Text("picture of the notice as users meet it", "告知界面截图"),),
)
label_deep_synthesis = Duty(
    cite=Cite(MODEL_LAW, 34, 2),
    bearer=Role.PROVIDER,
    when=is_provider & product.deep_synthesis,
    must=Text(
        "Label deep-synthesis content reasonably, as national regulations require",
        "依照国家有关规定对深度合成内容进行合理标识",
    ),
    evidence=(Text("samples of labelled content of each kind", "各类内容标识样例"),),
    note=Text("forms and metadata: see the Labelling Measures", "标识形式和元数据见标识办法"),
)
inform_users = Duty(
    cite=Cite(MODEL_LAW, 34, 3),
    bearer=Role.PROVIDER,
    when=is_provider,
    must=Text(
        "Tell users before use: principles, purpose and operation; licence or registration; their rights and remedies; what else the law requires",
        "使用前告知基本原理、目的意图和主要运行机制，许可或者备案公开信息，使用者权利和救济渠道，以及法律、行政法规规定的其他信息",
    ),
    within=Before(event=service.service_started),
    done_by=governance.users_informed_before_use,
    evidence=(Text("the disclosure page with its versions", "告知页面及其历史版本"),),
)
inform_special_groups = Duty(
    cite=Cite(MODEL_LAW, 34, 4),
    bearer=Role.PROVIDER,
    when=is_provider,
    must=Text(
        "See to it that minors, the elderly and people with disabilities can understand what users are told",
        "确保未成年人、老年人、残疾人等特殊群体能够理解告知信息",
    ),
    evidence=(Text("plain-language and accessible versions", "通俗版本和无障碍版本"),),
)
help_with_transparency = Duty(
    cite=Cite(MODEL_LAW, 34, 5),
    bearer=Role.DEVELOPER,
    when=is_developer & conduct.supplied_to_providers,
    must=Text("Help providers to inform and label", "配合提供者履行公开透明义务"),
    evidence=(Text("model description given to providers", "向提供者提供的模型说明"),),
)
no_label_removal = Prohibition(
    cite=Cite(MODEL_LAW, 34, 6),
    binds=Role.ANYONE,
    forbids=Text(
        "Deleting, altering or hiding AI labels by technical means", "以技术手段删除、篡改、隐匿人工智能标识"
    ),
    when=ALWAYS,
)
