"""The hearing in a licensing case (Licensing Law Arts. 46-48)."""

from qingdan.law.grammar.periods import Event
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.statutes import LICENSING_LAW

licence_hearing_offered = Event(
    says=Text("the right to a licensing hearing is told", "告知享有听证权利"),
    cite=Cite(LICENSING_LAW, 47, 1),
    repeats=True,
)
licence_hearing_requested = Event(
    says=Text("a licensing hearing is requested", "提出听证申请"),
    cite=Cite(LICENSING_LAW, 47, 1),
    repeats=True,
)
licence_hearing_waived = Event(
    says=Text("the licensing hearing is waived", "放弃听证"),
    cite=Cite(LICENSING_LAW, 47, 1),
    repeats=True,
)
licence_hearing_announced = Event(
    says=Text("time and place of the licensing hearing are told", "通知听证时间、地点"),
    cite=Cite(LICENSING_LAW, 48, 1),
    repeats=True,
)
licence_hearing_held = Event(
    says=Text("the licensing hearing is held", "举行听证"),
    cite=Cite(LICENSING_LAW, 48, 1),
    repeats=True,
    planned=True,
)
