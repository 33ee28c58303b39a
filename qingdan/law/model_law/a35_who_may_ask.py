"""Article 35, who may ask for an explanation, and to whom one complains of it: two open points."""

from qingdan.law.events import governance
from qingdan.law.grammar.conditions import Condition, taking
from qingdan.law.grammar.periods import Event, Period
from qingdan.law.grammar.readings import Reading
from qingdan.law.grammar.rules import Right, Role
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.grammar.units import Unit
from qingdan.law.model_law.a35_explanation import explanation_owed
from qingdan.law.readings import duties
from qingdan.law.statutes import MODEL_LAW

_AFFECTED_TOO = explanation_owed & taking(duties.explain_standing, "affected")
_WHY = Text(
    "Ask the provider how the product decides, by what process and method",
    "请求提供者解释产品、服务的决策过程和方法",
)
_UNREASONABLE = Text("Complain about an unreasonable explanation", "对不合理的解释进行投诉")


def _right(holder: Role, may: Text, when: Condition, event: Event, *readings: Reading) -> Right:
    """Return a right against the provider, who answers within the time that counts as timely."""
    return Right(
        cite=Cite(MODEL_LAW, 35),
        holder=holder,
        against=Role.PROVIDER,
        may=may,
        when=when,
        answered_within=Period(amount=duties.explain_reply_wd, unit=Unit.WORKING_DAY, after=event),
        readings=(*readings, duties.explain_reply_wd),
    )


user_may_ask_why = _right(Role.USER, _WHY, explanation_owed, governance.explanation_requested)
affected_may_ask_why = _right(
    Role.AFFECTED, _WHY, _AFFECTED_TOO, governance.explanation_requested, duties.explain_standing
)
complain_of_explanation = _right(
    Role.USER,
    _UNREASONABLE,
    explanation_owed,
    governance.explanation_complained_of,
    duties.explain_complaint_to,
)
affected_may_complain = _right(
    Role.AFFECTED,
    _UNREASONABLE,
    _AFFECTED_TOO,
    governance.explanation_complained_of,
    duties.explain_standing,
    duties.explain_complaint_to,
)
complain_to_authority = Right(
    cite=Cite(MODEL_LAW, 35),
    holder=Role.USER,
    against=Role.AUTHORITY,
    may=Text("Take the complaint about an explanation to the authority at once", "就解释直接向主管机关投诉"),
    when=explanation_owed & taking(duties.explain_complaint_to, "either"),
    readings=(duties.explain_complaint_to,),
)
