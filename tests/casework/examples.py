"""The example products, in the database of a test."""

from __future__ import annotations

from pathlib import Path

from qingdan.casework.models import Answers, Happening, Party, Product
from qingdan.intake.case import read_case
from tests.casework import factories

EXAMPLES = sorted((Path(__file__).parents[2] / "examples/products").glob("*.yaml"))


def stored(party: Party, name: str) -> Product:
    """The example product of that file name, with its timeline."""
    case = read_case(next(p for p in EXAMPLES if p.stem == name)).product
    made = factories.product(party, case.name, dict(case.answers))
    for change in case.changes:
        Answers.objects.create(product=made, holds_from=change.on, answers=dict(change.answers))
    for happening in case.happenings:
        Happening.objects.create(product=made, event=happening.event, moment=happening.at.isoformat())
    return made
