"""What people wrote: for each field of a step what the story says, or else the usual words, filled with names and days."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from qingdan.casework import law_now
from qingdan.casework.demo.founding import Cast
from qingdan.casework.demo.script import BadScript, read
from qingdan.casework.demo.when import Gap
from qingdan.casework.models import Case, User
from qingdan.law.clock import SHANGHAI
from qingdan.procedures.engine import State
from qingdan.procedures.grammar.fields import Asks, Field
from qingdan.procedures.grammar.steps import Step

_GAP = re.compile(r"\{([+-]\d+(?:d|wd))\}")

Exhibit = Callable[[Case, Field, User], str]
"""Makes the document that a field asks for, uploaded by somebody for a case; returns its identifier."""


def answers(  # noqa: PLR0913 - what is said depends on all of it
    case: Case, step: Step, given: Mapping[str, Any], by: User, on: date, *, cast: Cast, exhibit: Exhibit
) -> dict[str, Any]:
    """Return what ``step`` is given. Raises BadScript where it must be told something and no words are written."""
    usual = read("answers.yaml")
    said = {
        **{k: v for k, v in usual["fields"].items() if k in {f.key for f in step.asks if f.required}},
        **usual["steps"].get(step.key, {}),
        **usual["steps"].get(f"{case.procedure}.{step.key}", {}),
        **given,
    }
    told: dict[str, Any] = {}
    for field in step.asks:
        if field.asks is Asks.DOCUMENTS:
            if field.required or field.key in said:
                told[field.key] = [exhibit(case, field, by)]
        elif field.key in said and said[field.key] is not None:
            told[field.key] = _filled(_fitting(field, said[field.key], case), case, on, cast)
        elif field.required:
            raise BadScript(f"{case.procedure}.{step.key}: nothing is written for {field.key}")
    return told


def _fitting(field: Field, value: Any, case: Case) -> Any:  # noqa: ANN401 - plain data
    """Bring short writing into the form of the field: one sentence a point, one word for a whole checklist."""
    if field.asks is Asks.REPLIES and isinstance(value, list):
        asked = int(State.from_data(case.state).kept.get(f"{field.to}_count", 1))
        return {str(n + 1): value[n % len(value)] for n in range(asked)}
    if field.asks is Asks.CHECKLIST:
        usual = read("answers.yaml")["found"]
        points = {o: {"found": "met", "why": usual[o]} for o in field.options or {}}
        return {**points, **(value if isinstance(value, dict) else {})}
    return value


def _filled(value: Any, case: Case, on: date, cast: Cast) -> Any:  # noqa: ANN401 - plain data
    if isinstance(value, dict):
        return {k: _filled(v, case, on, cast) for k, v in value.items()}
    if isinstance(value, list):
        return [_filled(v, case, on, cast) for v in value]
    if not isinstance(value, str):
        return value
    if value.startswith("officer:"):
        return str(cast.officers(case.office, value.removeprefix("officer:"))[0].pk)
    names = {
        "product": case.product.name if case.product else "",
        "product_en": case.product.name_en if case.product else "",
        "party": case.party.name if case.party else "",
        "party_en": case.party.name_en if case.party else "",
        "address": case.party.address if case.party else "",
        "contact": case.party.contact if case.party else "",
        "number": case.entry.number if case.entry else "",
        "digest": case.list_edition.digest if case.list_edition else "",
        "today": on.isoformat(),
    }
    for name, word in names.items():
        value = value.replace(f"{{{name}}}", word)
    return _GAP.sub(lambda found: _day(found[1], on).isoformat(), value)


def _day(gap: str, on: date) -> date:
    found = Gap.of(gap)
    assert found is not None  # noqa: S101 - the pattern holds one
    return found.after(on, law_now.calendar_now()) if found.working else on + timedelta(days=found.length)


def proposed(case: Case) -> dict[str, Any]:
    """Return what was given in the proposal that waits in a case: whoever confirms repeats it."""
    event = case.events.filter(what="proposed").select_related("payload").latest("seq")
    given: dict[str, Any] = json.loads(event.payload.body or "{}")
    return given


def day_of(moment: Any) -> date:  # noqa: ANN401 - a datetime
    """Return the day in China."""
    found: date = moment.astimezone(SHANGHAI).date()
    return found
