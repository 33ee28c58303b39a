"""Article 45, how a claim of exemption is decided or questioned. The law gives no period: Article 53 wants one announced.

Silence decides nothing: who has not been confirmed where confirmation is needed is not exempt, and who was
questioned keeps the exemption until a reasoned finding.
"""

from qingdan.law.events import registry as registry_events
from qingdan.law.grammar.conditions import taking
from qingdan.law.grammar.periods import Period
from qingdan.law.grammar.rules import Role, Term
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.grammar.units import Unit
from qingdan.law.readings import registry
from qingdan.law.statutes import MODEL_LAW

_CITE = Cite(MODEL_LAW, 45, 1)
_LATE = Text(
    "the authority is late: the case goes to its superior; silence decides nothing",
    "主管机关逾期：转上级督办；逾期不产生任何认定效力",
)

confirm_exemption = Term(
    cite=_CITE,
    binds=Role.AUTHORITY,
    says=Text("Confirm or refuse a claimed exemption", "对豁免主张作出确认或者不予确认"),
    period=Period(
        amount=registry.registry_handling_wd, unit=Unit.WORKING_DAY, after=registry_events.exemption_claimed
    ),
    on_lapse=_LATE,
    when=taking(registry.exemption_mode, "approved"),
    stopped_by=(registry_events.exemption_decided, registry_events.exemption_claim_withdrawn),
    readings=(registry.exemption_mode, registry.registry_handling_wd),
)
decide_challenge = Term(
    cite=_CITE,
    binds=Role.AUTHORITY,
    says=Text("Find whether a questioned exemption holds", "对受质疑的豁免作出认定"),
    period=Period(
        amount=registry.registry_handling_wd,
        unit=Unit.WORKING_DAY,
        after=registry_events.exemption_challenge_answered,
    ),
    on_lapse=_LATE,
    stopped_by=(registry_events.exemption_decided, registry_events.exemption_lost),
    readings=(registry.registry_handling_wd,),
)
