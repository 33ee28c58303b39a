"""Article 49, the end told to the authority. Listed: notice ahead, licence back. Off the list: deregister.

The title speaks of revocation, but what it orders is done by the provider: it is a voluntary return,
beside the cancellation of Article 29.
"""

from qingdan.law.events import governance, registry, service
from qingdan.law.facts import conduct
from qingdan.law.grammar.periods import Period
from qingdan.law.grammar.rules import Article, Duty, Finding, Role, Term
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.grammar.units import Unit
from qingdan.law.model_law.a23_two_tracks import on_negative_list
from qingdan.law.model_law.a43_registry import registry_required
from qingdan.law.model_law.a71_definitions import is_provider
from qingdan.law.readings import lifecycle
from qingdan.law.readings import registry as open_points
from qingdan.law.statutes import MODEL_LAW

ARTICLE = Article(
    number=49,
    title=Text("Return of the licence, deregistration", "许可交回与备案注销"),
    gloss=Text(
        "A listed provider notifies the authority thirty working days ahead and returns the licence after the end; any other "
        "deregisters within twenty working days of the end.",
        "清单内的提供者终止服务应当至少提前三十个工作日通知主管机关，终止后交回许可证；清单外的提供者应当自终止之日起二十个工作日内办理备案注销手续。",
    ),
    procedures=("licence_return", "registry_deregistration", "termination"),
)

is_listed_provider = Finding(
    cite=Cite(MODEL_LAW, 50),
    says=Text("The organisation provides a listed product", "该主体系负面清单内的提供者"),
    denies=Text("The organisation does not provide a listed product", "该主体不是负面清单内的提供者"),
    when=is_provider & on_negative_list,
)
notify_termination = Duty(
    cite=Cite(MODEL_LAW, 49, 1),
    bearer=Role.PROVIDER,
    when=is_listed_provider,
    must=Text(
        "Notify the authority, with details, at least thirty working days ahead",
        "至少提前三十个工作日将有关情况通知主管机关",
    ),
    within=Period(
        amount=lifecycle.notice_advance_clear_days, unit=Unit.WORKING_DAY, before=service.service_ended
    ),
    done_by=governance.termination_notified,
    evidence=(Text("receipt of the notice", "通知回执"),),
    readings=(lifecycle.notice_advance_clear_days,),
)
return_licence = Duty(
    cite=Cite(MODEL_LAW, 49, 1),
    bearer=Role.PROVIDER,
    when=is_listed_provider,
    must=Text("Return the licence to the authority that gave it", "终止服务后向原许可机关交回许可证"),
    within=Period(amount=lifecycle.license_return_months, unit=Unit.MONTH, after=service.service_ended),
    done_by=governance.licence_handed_back,
    evidence=(Text("receipt of the licence", "许可证交回回执"),),
    readings=(lifecycle.license_return_months,),
    presupposes=(notify_termination,),
)
deregister = Duty(
    cite=Cite(MODEL_LAW, 49, 2),
    bearer=Role.PROVIDER,
    when=registry_required | (is_provider & ~on_negative_list & conduct.holds_registration),
    must=Text(
        "Deregister within twenty working days of the end", "自终止之日起二十个工作日内办理备案注销手续"
    ),
    within=Period(amount=20, unit=Unit.WORKING_DAY, after=service.service_ended),
    done_by=registry.deregistration_requested,
    evidence=(Text("receipt of the deregistration", "注销备案回执"),),
)
complete_deregistration = Term(
    cite=Cite(MODEL_LAW, 49, 2),
    binds=Role.AUTHORITY,
    says=Text("Deregister what has ended", "办结备案注销"),
    period=Period(
        amount=open_points.registry_handling_wd,
        unit=Unit.WORKING_DAY,
        after=registry.deregistration_requested,
    ),
    on_lapse=Text(
        "the authority is late: the case goes to its superior; the provider has done its part",
        "主管机关逾期：转上级督办；提供者已履行注销义务",
    ),
    stopped_by=(registry.registration_given_up, registry.filing_ended),
    readings=(open_points.registry_handling_wd,),
)
