"""The reference pages are written from the rules and kept up to date."""

from __future__ import annotations

import pytest

from qingdan.law import reference
from qingdan.law.pack import model_law


@pytest.mark.parametrize("page", list(reference.PAGES), ids=str)
def test_the_committed_page_is_up_to_date(page: object) -> None:
    path = next(p for p in reference.PAGES if p == page)
    assert path.read_text(encoding="utf-8") == reference.written()[path], (
        "run: python -m qingdan.law.reference"
    )


def test_every_fact_reading_event_and_rule_is_in_the_reference() -> None:
    pack = model_law()
    whole = "\n".join(reference.written(pack).values())
    keys = [t.key for t in (*pack.facts, *pack.violation_facts, *pack.events, *pack.rules)]
    assert [k for k in (*keys, *(r.name for r in pack.readings)) if f"`{k}`" not in whole] == []
