"""Assess a product from a file, from plain data or from a ``Product``: the library's front door."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from qingdan.intake.case import case_from, read_case
from qingdan.intake.document import Document
from qingdan.law.calendars import Calendar
from qingdan.law.grammar.refusal import Refusal
from qingdan.law.grammar.text import Text
from qingdan.law.judge import Judgement, judge
from qingdan.law.negative_list.edition import ListEdition
from qingdan.law.pack import model_law
from qingdan.law.timeline import Product


def assess(
    case: Path | str | Mapping[str, Any] | Product,
    *,
    on: date | str,
    readings: Mapping[str, object] | None = None,
    editions: Iterable[ListEdition] | None = None,
    calendar: Calendar | None = None,
) -> Judgement:
    """Judge one product on a day.

    ``case`` is a path to a product file, the same content as a mapping, or a ``Product``.
    Readings given here win over those in the file. Raises Refusal (with ``.of("zh")``) for
    anything that cannot be judged, naming file, line and field where there are any.
    """
    taken: dict[str, object] = {}
    if isinstance(case, Product):
        product = case
    else:
        if isinstance(case, Mapping):
            file = case_from(Document("<mapping>", dict(case), {}), model_law())
        else:
            file = read_case(case)
        product, taken = file.product, dict(file.readings)
    taken.update(readings or {})
    return judge(product, _day(on), readings=taken, editions=editions, calendar=calendar)


def _day(on: date | str) -> date:
    if isinstance(on, date) and not isinstance(on, datetime):
        return on
    try:
        return date.fromisoformat(on)  # type: ignore[arg-type] # whatever a caller may pass
    except (ValueError, TypeError):
        raise Refusal(
            Text(f"{on} is no date; write it as 2026-02-24", f"{on}不是日期，请写作2026-02-24")
        ) from None
