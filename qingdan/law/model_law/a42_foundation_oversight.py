"""Article 42(5)-(8), foundation models in society: help, act against violators, be overseen, report.

"Mainly external" is read as more than half; the annual report has no day of its own in the law.
"""

from qingdan.law.events import governance, service
from qingdan.law.facts import conduct
from qingdan.law.grammar.periods import AtOnce, Retention, Yearly
from qingdan.law.grammar.rules import Duty, Finding, Role
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.grammar.units import Unit
from qingdan.law.model_law.a42_foundation_models import is_foundation_developer
from qingdan.law.readings import duties, lifecycle
from qingdan.law.statutes import MODEL_LAW

help_downstream = Duty(
    cite=Cite(MODEL_LAW, 42, 1, "5"),
    bearer=Role.DEVELOPER,
    when=is_foundation_developer,
    must=Text(
        "Give other developers and providers the help they need to meet this law",
        "为其他研发者、提供者履行本法义务提供必要协助",
    ),
    evidence=(Text("requests for help and answers", "协助请求及答复记录"),),
)
stop_serious_violators = Duty(
    cite=Cite(MODEL_LAW, 42, 1, "6"),
    bearer=Role.DEVELOPER,
    when=is_foundation_developer,
    must=Text(
        "Discontinue service to those who violate the law seriously, or act as needed",
        "对严重违法的研发者、提供者采取停止服务等必要措施",
    ),
    within=AtOnce(after=governance.serious_misuse_found),
    done_by=governance.misuse_stopped,
    evidence=(Text("finding, measure and notice to the violator", "认定、措施及告知记录"),),
    keeps=Retention(
        amount=duties.retention_documents_years,
        unit=Unit.YEAR,
        after=(governance.misuse_stopped,),
        cite=Cite(MODEL_LAW, 42, 1, "6"),
    ),
    readings=(duties.retention_documents_years,),
)
mainly_external = Finding(
    cite=Cite(MODEL_LAW, 42, 1, "7"),
    says=Text("The oversight body is mainly composed of external members", "独立监督机构主要由外部成员组成"),
    denies=Text(
        "The oversight body is not mainly composed of external members", "独立监督机构并非主要由外部成员组成"
    ),
    when=is_foundation_developer & (conduct.external_percent > lifecycle.fm_external_percent),
    benefit=True,
    readings=(lifecycle.fm_external_percent,),
)
be_overseen = Duty(
    cite=Cite(MODEL_LAW, 42, 1, "7"),
    bearer=Role.DEVELOPER,
    when=is_foundation_developer,
    must=Text(
        "Set up an independent oversight body, mainly of external members",
        "设立主要由外部成员组成的独立机构进行监督",
    ),
    evidence=(
        Text("charter and list of members with their affiliation", "章程及成员名单、任职单位"),
        Text("minutes", "会议记录"),
    ),
    presupposes=(mainly_external,),
    readings=(lifecycle.fm_external_percent,),
)
report_to_society = Duty(
    cite=Cite(MODEL_LAW, 42, 1, "8"),
    bearer=Role.DEVELOPER,
    when=is_foundation_developer,
    must=Text("Publish a social responsibility report each year", "每年发布社会责任报告，接受社会监督"),
    within=Yearly(
        monthday=lifecycle.fm_report_monthday,
        first_after=service.service_started,
        last_done=governance.social_report_published,
    ),
    done_by=governance.social_report_published,
    evidence=(Text("the published report", "已发布的报告"),),
    readings=(lifecycle.fm_report_monthday,),
)
