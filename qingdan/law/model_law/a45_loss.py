"""Article 45, the exemption lost: once a condition falls away, registration is due. The law gives no period."""

from qingdan.law.events import registry as registry_events
from qingdan.law.grammar.periods import Period
from qingdan.law.grammar.rules import Duty, Role
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.grammar.units import Unit
from qingdan.law.model_law.a43_registry import file_registry, registry_required
from qingdan.law.readings import registry
from qingdan.law.statutes import MODEL_LAW

file_after_losing_exemption = Duty(
    cite=Cite(MODEL_LAW, 45, 1),
    bearer=Role.PROVIDER,
    when=registry_required,
    must=Text("Register after losing the exemption", "丧失豁免后登记备案"),
    within=Period(
        amount=registry.exemption_loss_wd, unit=Unit.WORKING_DAY, after=registry_events.exemption_lost
    ),
    done_by=registry_events.registry_filed,
    evidence=(Text("receipt of the filing", "登记备案回执"),),
    readings=(registry.exemption_loss_wd,),
    replaces=file_registry,
    note=Text(
        "for a service that was exempt this takes the place of ten working days from its start",
        "曾获豁免的服务，以此代替自提供之日起十个工作日",
    ),
)
