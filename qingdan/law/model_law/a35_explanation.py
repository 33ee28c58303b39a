"""Article 35, explanation: whoever is touched significantly may ask how it was decided, and complain of the answer."""

from qingdan.law.events import governance
from qingdan.law.facts import conduct, product
from qingdan.law.grammar.periods import Period
from qingdan.law.grammar.rules import Article, Duty, Finding, Role
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.grammar.units import Unit
from qingdan.law.model_law.a71_definitions import is_developer, is_provider
from qingdan.law.readings import duties
from qingdan.law.statutes import MODEL_LAW

ARTICLE = Article(
    number=35,
    title=Text("Explainability", "可解释义务"),
    gloss=Text(
        "Where AI weighs on individual rights, its users may ask the provider how it decides, and complain of an unreasonable answer. "
        "The provider answers in time, the developer helps.",
        "对个人权益有重大影响的，使用者有权请求提供者说明决策过程和方法，对不合理的解释有权投诉；提供者应当及时反馈，研发者应当配合。",
    ),
    procedures=("explanation_request",),
)
_CITE = Cite(MODEL_LAW, 35)

explanation_owed = Finding(
    cite=_CITE,
    says=Text("Explanations are owed on request", "应当应请求作出解释"),
    denies=Text("No explanation is owed", "无解释义务"),
    when=is_provider & product.significant_impact,
)
explain_on_request = Duty(
    cite=_CITE,
    bearer=Role.PROVIDER,
    when=explanation_owed,
    must=Text("Answer a request for explanation in time", "及时反馈解释请求"),
    within=Period(
        amount=duties.explain_reply_wd, unit=Unit.WORKING_DAY, after=governance.explanation_requested
    ),
    done_by=governance.explanation_given,
    evidence=(Text("request and answer with dates", "请求、答复及日期"),),
    readings=(duties.explain_reply_wd, duties.explain_standing),
)
answer_explanation_complaint = Duty(
    cite=_CITE,
    bearer=Role.PROVIDER,
    when=explanation_owed,
    must=Text("Answer a complaint about an explanation in time", "及时答复对解释的投诉"),
    within=Period(
        amount=duties.explain_reply_wd, unit=Unit.WORKING_DAY, after=governance.explanation_complained_of
    ),
    done_by=governance.explanation_complaint_answered,
    evidence=(Text("complaint and answer with dates", "投诉、答复及日期"),),
    readings=(duties.explain_reply_wd, duties.explain_complaint_to),
)
help_to_explain = Duty(
    cite=_CITE,
    bearer=Role.DEVELOPER,
    when=is_developer & conduct.supplied_to_providers & product.significant_impact,
    must=Text("Help providers to explain", "配合提供者履行解释义务"),
    evidence=(Text("what the developer supplied for explanations", "向提供者提供的解释材料"),),
)
