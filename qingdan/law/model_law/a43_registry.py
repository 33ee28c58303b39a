"""Article 43, registration. Off the list: register within ten working days of starting, ex post.

Until then the service is lawful. A change that puts the product on the list is no matter for an
update: it needs a licence first (24).
"""

from qingdan.law.events import registry as registry_events
from qingdan.law.events import service
from qingdan.law.facts import conduct, listing
from qingdan.law.grammar.periods import Period
from qingdan.law.grammar.rules import Article, Duty, Finding, Role
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.grammar.units import Unit
from qingdan.law.model_law.a23_two_tracks import on_negative_list, provider_on_negative_list
from qingdan.law.model_law.a45_exemption import exempt_from_registry
from qingdan.law.model_law.a71_definitions import is_provider
from qingdan.law.readings import scope
from qingdan.law.statutes import MODEL_LAW

ARTICLE = Article(
    number=43,
    title=Text("Registration", "登记备案义务"),
    gloss=Text(
        "Providers off the Negative List file contact, product, security self-assessment and the text to be published within ten "
        "working days of starting, report changes within ten working days, and display the number.",
        "清单外的提供者应当自开始提供之日起十个工作日内备案联系方式、产品信息、安全自评估报告和拟公示内容，信息变更的十个工作日内更新，并公示备案编号。",
    ),
    procedures=("registry_filing", "registry_change"),
)

registry_required = Finding(
    cite=Cite(MODEL_LAW, 43, 1),
    says=Text("The product must be registered", "该产品应当登记备案"),
    denies=Text("The product need not be registered", "该产品无需登记备案"),
    when=is_provider & ~provider_on_negative_list,
    unless=exempt_from_registry,
    readings=(scope.registry_scope_unit,),
)
ran_before_law = Finding(
    cite=Cite(MODEL_LAW, 72),
    says=Text("It was provided before the law took effect", "本法施行前已经提供"),
    denies=Text("It was first provided under the law", "本法施行后开始提供"),
    when=listing.activity_began.is_("before_law"),
    benefit=True,
)
file_registry = Duty(
    cite=Cite(MODEL_LAW, 43, 1),
    bearer=Role.PROVIDER,
    when=registry_required & ~ran_before_law,
    must=Text("Register within ten working days of starting to provide", "自提供之日起十个工作日内登记备案"),
    within=Period(amount=10, unit=Unit.WORKING_DAY, after=service.service_started),
    done_by=registry_events.registry_filed,
    evidence=(Text("receipt of the filing", "登记备案回执"),),
    note=Text(
        "filing follows the start: before it the service is lawful", "备案在后，备案前提供服务并不违法"
    ),
)
update_registry = Duty(
    cite=Cite(MODEL_LAW, 43, 2),
    bearer=Role.PROVIDER,
    when=registry_required,
    must=Text(
        "Update registered information within ten working days of a change",
        "登记信息变更的，十个工作日内更新",
    ),
    within=Period(amount=10, unit=Unit.WORKING_DAY, after=registry_events.registered_information_changed),
    done_by=registry_events.registry_updated,
    evidence=(Text("receipt of the update", "变更回执"),),
)
moves_to_licence = Finding(
    cite=Cite(MODEL_LAW, 43, 2),
    says=Text(
        "A registered product is now on the list: an update is not enough, a licence is needed",
        "已备案产品现列入负面清单，变更备案不足，应当取得许可",
    ),
    denies=Text("Registration has not given way to licensing", "未由备案转为许可"),
    when=is_provider & on_negative_list & conduct.holds_registration,
)
display_registry_number = Duty(
    cite=Cite(MODEL_LAW, 43, 3),
    bearer=Role.PROVIDER,
    when=registry_required | (is_provider & ~on_negative_list & conduct.holds_registration),
    must=Text(
        "Display the registry number prominently on site and app", "在网站、应用程序等显著位置公示备案编号"
    ),
    evidence=(Text("picture of the page that shows the number", "编号公示页面截图"),),
    presupposes=(file_registry,),
)
