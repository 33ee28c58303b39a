"""Steps to test with: what each asks, made up validly, with documents really uploaded."""

from __future__ import annotations

from datetime import datetime

from qingdan.casework import actions
from qingdan.casework.actions.taking import setting_of
from qingdan.casework.models import Case, Document, Event, User
from qingdan.procedures.catalogue import procedure
from qingdan.procedures.engine import State
from qingdan.procedures.engine.clockwork import Sight
from qingdan.procedures.grammar.fields import Asks
from qingdan.procedures.samples import sample
from tests.casework import factories


def step(case: Case, key: str, by: User, at: datetime, **said: object) -> Event:
    """Take a step of a case, giving all it asks."""
    case.refresh_from_db()
    declared = procedure(case.procedure, case.edition)
    sight = Sight(declared, State.from_data(case.state), setting_of(case), at)
    given = sample(declared.steps[key], sight, **said)
    for field in declared.steps[key].asks:
        if field.asks is Asks.DOCUMENTS and field.key in given:
            given[field.key] = [str(_uploaded(by, at).pk)]
        if field.asks is Asks.PERSON and field.key in given and field.key not in said:
            given[field.key] = str(factories.officer("legal_reviewer", case.office).pk)
    event = actions.take(case.pk, key, given, by=by, at=at)
    case.refresh_from_db()
    return event


def _uploaded(by: User, at: datetime) -> Document:
    return Document.objects.create(
        uploaded_by=by,
        uploaded_at=at,
        name="材料.pdf",
        kind="pdf",
        media_type="application/pdf",
        size=1,
        sha256="0" * 64,
        key="none",
        standing=Document.Standing.CLEAN,
    )
