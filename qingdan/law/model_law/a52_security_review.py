"""Article 52, national-security review. Its decision is final, and only that decision: all else stays open to redress.

Stages and figures are those of the Cybersecurity Review Measures, taken by analogy and unverified.
"""

from qingdan.law.events import enforcement as events
from qingdan.law.events.service import service_started
from qingdan.law.facts import product
from qingdan.law.grammar.periods import Before, Period
from qingdan.law.grammar.readings import Figure
from qingdan.law.grammar.rules import Article, Duty, Finding, Role, Term
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.grammar.units import Unit
from qingdan.law.model_law.a71_definitions import is_developer, is_provider
from qingdan.law.statutes import MODEL_LAW

ARTICLE = Article(
    number=52,
    title=Text("National-security review", "安全审查"),
    gloss=Text(
        "Whoever develops or provides AI that affects or may affect national security undergoes a review under national "
        "regulations. Its decision is final.",
        "研发、提供影响或者可能影响国家安全的人工智能，应当依国家有关规定接受安全审查；依法作出的审查决定为最终决定。",
    ),
    procedures=("security_review",),
)
_CITE = Cite(MODEL_LAW, 52, 1)
_PROFILE = "cn-2022-security-review"
whether_reviewed = Figure(profile=_PROFILE, field="whether")
preliminary_review = Figure(profile=_PROFILE, field="preliminary")
review_extension = Figure(profile=_PROFILE, field="extension")
special_review = Figure(profile=_PROFILE, field="special")

security_review_required = Finding(
    cite=_CITE,
    says=Text("A national-security review is required", "应当接受国家安全审查"),
    denies=Text("No national-security review is required", "无需接受国家安全审查"),
    when=(is_developer | is_provider) & product.affects_national_security,
)
undergo_security_review = Duty(
    cite=_CITE,
    bearer=Role.DEVELOPER_OR_PROVIDER,
    when=security_review_required,
    must=Text("Undergo the security review before providing", "提供前接受国家安全审查"),
    within=Before(event=service_started),
    done_by=events.security_review_filed,
    evidence=(Text("receipt of the filing and the decision", "申报回执和审查决定"),),
)
_NO_EFFECT = Text("nothing is deemed; the delay is reported upward", "不产生视为通过的效果，逾期情况上报")
security_review_whether = Term(
    cite=_CITE,
    binds=Role.AUTHORITY,
    says=Text("Determine whether a review is needed", "确定是否需要审查并书面通知"),
    period=Period(amount=whether_reviewed, unit=Unit.WORKING_DAY, after=events.security_review_filed),
    on_lapse=_NO_EFFECT,
    stopped_by=(events.security_review_begun,),
)
security_review_preliminary = Term(
    cite=_CITE,
    binds=Role.AUTHORITY,
    says=Text("Complete the preliminary review", "完成初步审查"),
    period=Period(amount=preliminary_review, unit=Unit.WORKING_DAY, after=events.security_review_begun),
    on_lapse=_NO_EFFECT,
)
security_review_extended = Term(
    cite=_CITE,
    binds=Role.AUTHORITY,
    says=Text("Complete the preliminary review of a complex case", "情况复杂的，延长初步审查"),
    period=Period(amount=review_extension, unit=Unit.WORKING_DAY, after=events.security_review_begun),
    on_lapse=_NO_EFFECT,
    extends=security_review_preliminary,
)
security_review_special = Term(
    cite=_CITE,
    binds=Role.AUTHORITY,
    says=Text("Complete the special review", "完成特别审查"),
    period=Period(amount=special_review, unit=Unit.WORKING_DAY, after=events.special_review_begun),
    on_lapse=_NO_EFFECT,
)
