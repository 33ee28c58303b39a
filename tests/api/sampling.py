"""What a step is given over HTTP: made from its public declaration, with documents really uploaded."""

from __future__ import annotations

from datetime import datetime

from qingdan.casework.actions.taking import setting_of
from qingdan.casework.models import Case
from qingdan.procedures.catalogue import procedure
from qingdan.procedures.engine import State
from qingdan.procedures.engine.clockwork import Sight
from qingdan.procedures.samples import sample
from tests.api.conftest import Asker, Json
from tests.casework import factories


def given(by: Asker, case: int, step: str, at: datetime, **said: Json) -> dict[str, Json]:
    """All a step asks, valid where any valid answer exists."""
    row = Case.objects.get(pk=case)
    sight = Sight(procedure(row.procedure, row.edition), State.from_data(row.state), setting_of(row), at)
    found = sample(sight.procedure.steps[step], sight, **said)
    declared = by.get(f"/procedures/{row.procedure}")
    asked = {f["key"]: f for s in declared["steps"] if s["key"] == step for f in s["asks"]}
    for key in found:
        if asked[key]["asks"] == "documents":
            found[key] = [by.upload(case=case)["id"]]
        if asked[key]["asks"] == "person" and key not in said:
            found[key] = str(factories.officer("legal_reviewer", row.office).pk)
    return found
