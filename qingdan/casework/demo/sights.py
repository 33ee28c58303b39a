"""What a visitor of the demonstration should see first: the cases that its stories brought about, as they stand."""

from __future__ import annotations

from typing import NamedTuple

from qingdan.casework.demo.bounds import demand_demo
from qingdan.casework.demo.script import stories
from qingdan.casework.demo.telling import OPENED
from qingdan.casework.models import Event
from qingdan.law.grammar.text import Text
from qingdan.procedures.catalogue import procedure


class Sight(NamedTuple):
    """One case worth seeing."""

    case: int
    ref: str
    says: Text
    stage: Text
    office: Text


def sights() -> tuple[Sight, ...]:
    """Return the cases marked ``look``, in the order of the stories."""
    demand_demo()
    keys = {f"{OPENED}{s.key}": s for s in stories() if s.look}
    rows = Event.objects.filter(idempotency_key__in=keys).select_related("case__office")
    opened = {e.idempotency_key: e.case for e in rows}
    found = []
    for key, story in keys.items():
        case = opened.get(key)
        if case is not None:
            stage = procedure(case.procedure, case.edition).stages[case.stage].says
            office = Text(case.office.name_en, case.office.name_zh)
            found.append(Sight(case.pk, case.ref, story.says, stage, office))
    return tuple(found)
