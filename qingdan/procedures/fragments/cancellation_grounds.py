"""Licensing Law 70: why a licence is struck off without an application, and the holder's chance to say otherwise."""

from __future__ import annotations

import sys

from qingdan.law.events import licence as events
from qingdan.law.grammar.named import declared_in
from qingdan.law.grammar.rules import Role
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.grammar.units import Unit
from qingdan.law.statutes import LICENSING_LAW
from qingdan.procedures.fragments.standing_licence import UNDONE, expires_on
from qingdan.procedures.grammar.clocks import SetPeriod
from qingdan.procedures.grammar.effects import Status
from qingdan.procedures.grammar.guards import Guard, Situation

_CITE, _HEARD = Cite(LICENSING_LAW, 70), Cite(LICENSING_LAW, 7)
GROUNDS = {
    "expired": Text("the term ran out and was not renewed", "有效期届满未延续"),
    "holder_gone": Text("the holder has ended as a legal person", "法人或者其他组织依法终止"),
    "undone": Text("it was withdrawn, recalled or revoked", "许可依法被撤销、撤回或者吊销"),
    "impossible": Text(
        "force majeure makes the licensed matter impossible", "因不可抗力导致许可事项无法实施"
    ),
    "other": Text(
        "another case in which laws or regulations order it, named in the reasons",
        "法律、法规规定应当注销许可的其他情形（理由中载明）",
    ),
}

answer_to_striking_off = SetPeriod(
    cite=_HEARD,
    binds=Role.HOLDER,
    says=Text("objecting to the striking off", "就拟注销许可提出异议"),
    length="answer_within",
    unit=Unit.WORKING_DAY,
    after=events.licence_cancellation_intended,
    on_lapse=Text("It is decided without an objection", "逾期未提出异议的，依法作出决定"),
    stopped_by=(events.licence_cancellation_answered,),
)
declared_in(sys.modules[__name__], SetPeriod)


def _true(s: Situation) -> bool:
    ground, status, end = s.given["ground"], s.subject.get("status"), expires_on(s)
    if ground == "expired":
        return status == Status.EXPIRED or (end is not None and end < s.on)
    if ground == "undone":
        return status in UNDONE
    return status not in UNDONE


ground_is_true = Guard(
    says=Text(
        "the register says otherwise: choose the reason by which this licence ended, or wait until its term has run out",
        "所选事由与登记簿记载不符，请据实选择；有效期未届满的，应当等候届满",
    ),
    cite=_CITE,
    asks=("ground",),
    met=_true,
)
answered_or_over = Guard(
    says=Text(
        "tell the holder first, and wait for its objection or the end of the period for it",
        "应当先行告知被许可人，并听取异议或者等候期限届满",
    ),
    cite=_HEARD,
    met=lambda s: s.stopped_on(answer_to_striking_off) is not None or s.over(answer_to_striking_off),
)
