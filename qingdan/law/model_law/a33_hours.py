"""Article 33(2), the report to the authority by the hour, as national regulations lay down.

The hours are those for cyber incidents of level larger and above; whether they bind every AI
safety incident is a reading. Facts not yet known may follow: the first report does not wait.
"""

from qingdan.law.events import incident
from qingdan.law.facts import conduct
from qingdan.law.grammar.conditions import Condition, taking
from qingdan.law.grammar.periods import AtOnce, Period
from qingdan.law.grammar.readings import Figure
from qingdan.law.grammar.rules import Duty, Finding, Role
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.grammar.units import Unit
from qingdan.law.model_law.a71_definitions import is_provider
from qingdan.law.readings import duties
from qingdan.law.statutes import MODEL_LAW

final_report_days = Figure(profile="cn-2025-cyber-incident", field="final_report")

hours_apply = Finding(
    cite=Cite(MODEL_LAW, 33, 2),
    says=Text("The incident must be reported within hours", "该安全事件适用小时报告时限"),
    denies=Text("No number of hours applies to the report", "报告不适用小时时限"),
    when=is_provider
    & conduct.incident_severity.is_("larger", "major", "extraordinary")
    & taking(duties.incident_hours, "cyber_profile"),
    readings=(duties.incident_hours,),
)


def _hourly(field: str, to: Text, when: Condition) -> Duty:
    """Return the duty to report within the hours that bind one kind of operator."""
    hours = Figure(profile="cn-2025-cyber-incident", field=field)
    return Duty(
        cite=Cite(MODEL_LAW, 33, 2),
        bearer=Role.PROVIDER,
        when=hours_apply & when,
        must=Text("First report within hours, to {to}", "在小时时限内首次报告{to}").filled(to=to),
        within=AtOnce(
            after=incident.incident_detected,
            at_latest=Period(amount=hours, unit=Unit.HOUR, after=incident.incident_detected),
        ),
        done_by=incident.authority_told_of_incident,
        evidence=(Text("receipt of the report with its time", "报告回执及时间"),),
        readings=(duties.incident_hours,),
    )


report_incident_critical = _hourly(
    "critical_infrastructure",
    Text("the protection department and the police", "保护工作部门、公安机关"),
    conduct.operator_kind.is_("critical_infrastructure"),
)
report_incident_central = _hourly(
    "central_organ",
    Text("its own cyberspace office", "本部门网信工作机构"),
    conduct.operator_kind.is_("central_organ"),
)
report_incident_other = _hourly(
    "other",
    Text("the provincial cyberspace administration", "属地省级网信部门"),
    conduct.operator_kind.is_("other"),
)
file_final_report = Duty(
    cite=Cite(MODEL_LAW, 33, 2),
    bearer=Role.PROVIDER,
    when=hours_apply,
    must=Text(
        "File a final report: cause, handling, harm, lessons", "提交总结报告（原因、处置、危害、改进）"
    ),
    within=Period(amount=final_report_days, unit=Unit.DAY, after=incident.incident_closed),
    done_by=incident.final_report_filed,
    evidence=(Text("the final report with its receipt", "总结报告及回执"),),
    readings=(duties.incident_hours,),
)
