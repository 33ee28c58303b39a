"""Article 39, ethics review "in accordance with national regulations". The review's own clocks are in neighbouring law."""

from qingdan.law.events import governance, service
from qingdan.law.facts import conduct
from qingdan.law.grammar.periods import Before
from qingdan.law.grammar.rules import Article, Duty, Finding, Role
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.model_law.a32_safety import is_developer_or_provider
from qingdan.law.statutes import MODEL_LAW

ARTICLE = Article(
    number=39,
    title=Text("Ethics review", "科技伦理审查"),
    gloss=Text(
        "Developers and providers have the ethics reviewed as national regulations lay down.",
        "研发者、提供者应当依照国家有关规定开展科技伦理审查。",
    ),
)
_DECISION = (Text("decision of the ethics committee", "科技伦理（审查）委员会决定"),)

ethics_review_required = Finding(
    cite=Cite(MODEL_LAW, 39),
    says=Text("An ethics review is required", "应当开展科技伦理审查"),
    denies=Text("No ethics review is required", "无需开展科技伦理审查"),
    when=is_developer_or_provider & conduct.ethics_risk,
)
review_ethics = Duty(
    cite=Cite(MODEL_LAW, 39),
    bearer=Role.DEVELOPER_OR_PROVIDER,
    when=ethics_review_required,
    must=Text("Pass an ethics review before development starts", "研发开始前通过科技伦理审查"),
    within=Before(event=service.development_started),
    done_by=governance.ethics_reviewed,
    evidence=_DECISION,
)
review_ethics_of_service = Duty(
    cite=Cite(MODEL_LAW, 39),
    bearer=Role.DEVELOPER_OR_PROVIDER,
    when=ethics_review_required,
    must=Text(
        "Have an approved ethics review in hand before the product is provided",
        "提供前应当已通过科技伦理审查",
    ),
    within=Before(event=service.service_started),
    done_by=governance.ethics_reviewed,
    evidence=_DECISION,
)
review_ethics_again = Duty(
    cite=Cite(MODEL_LAW, 39),
    bearer=Role.DEVELOPER_OR_PROVIDER,
    when=ethics_review_required,
    must=Text("Pass a fresh ethics review before a material change", "重大变化前重新通过科技伦理审查"),
    within=Before(event=service.material_change),
    done_by=governance.ethics_rereviewed,
    evidence=(Text("decision of the ethics committee on the change", "委员会对变化事项的决定"),),
)
