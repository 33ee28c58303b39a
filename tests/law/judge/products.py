"""Random products for property tests: partial answers, changes and events over two years."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from qingdan.law.grammar.conditions import Choice, Fact, YesNo
from qingdan.law.grammar.units import SHANGHAI
from qingdan.law.in_force import InForce, in_force
from qingdan.law.negative_list.sample import SAMPLE_2026
from qingdan.law.pack import model_law
from qingdan.law.timeline import Change, Happening, Product

PACK = model_law()
LAW: InForce = in_force(PACK, edition=SAMPLE_2026)
FIRST, LAST = date(2025, 7, 1), date(2027, 3, 31)
# what most judgements turn on; the rest of the questions only makes the sheets longer
TOLD = [
    "is_ai",
    "activity_in_china",
    "develops",
    "offers_to_others",
    "for_business",
    "to_the_public",
    "free_of_charge",
    "open_source",
    "established_in_china",
    "field",
    "affects_personal_safety",
    "sways_public_opinion",
    "processes_sensitive_information",
    "registry_mandated_elsewhere",
    "exempted_by_rule",
    "evidently_ai",
    "interacts_with_people",
    "significant_impact",
    "trained_on_large_data",
    "general_purpose",
    "supports_downstream",
    "decides_without_human",
    "registered_users",
    "activity_began",
    "licence_status",
    "goes_on_after_expiry",
    "incident_severity",
    "harm_prevented",
    "operator_kind",
    "ethics_risk",
]
EVENTS = [
    "service_started",
    "registry_filed",
    "licence_granted",
    "incident_detected",
    "authority_told_of_incident",
    "safety_tested",
    "explanation_requested",
    "explanation_given",
    "material_change",
    "service_ended",
    "audit_completed",
    "risk_record_closed",
    "social_report_published",
    "exemption_lost",
    "product_listed",
    "termination_plan_published",
]
_FACTS = {f.key: f for f in PACK.facts}
_EVENTS = {e.key: e for e in PACK.events}


def _answer(fact: Fact) -> st.SearchStrategy[Any]:
    if isinstance(fact, YesNo):
        return st.booleans()
    if isinstance(fact, Choice):
        return st.sampled_from(tuple(fact.options))
    cells = LAW.resolver.cells[LAW.resolver.var[fact]]
    return st.sampled_from([cells.representative(i) for i in range(cells.size)])


full_sheets: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries({k: _answer(_FACTS[k]) for k in TOLD})
kept_keys = st.sets(st.sampled_from(TOLD))
partial_sheets = st.tuples(full_sheets, kept_keys).map(
    lambda both: {k: v for k, v in both[0].items() if k in both[1]}
)
days = st.dates(FIRST, LAST)


@st.composite
def timelines(draw: st.DrawFn) -> tuple[Happening, ...]:
    """Draw events in an order in which they can have happened."""
    chosen = draw(st.lists(st.sampled_from(EVENTS), max_size=6, unique=True))
    told = []
    for key in chosen:
        day = draw(days)
        at = datetime(day.year, day.month, day.day, draw(st.integers(0, 23)), tzinfo=SHANGHAI)
        told.append(Happening(key, at if _EVENTS[key].timed else day))
    return tuple(h for h in told if not _too_early(h, told))


def _too_early(one: Happening, told: list[Happening]) -> bool:
    earlier = _EVENTS[one.event].follows
    return earlier is not None and any(h.event == earlier.key and h.day >= one.day for h in told)


@st.composite
def products(draw: st.DrawFn, sheet: st.SearchStrategy[dict[str, Any]] = partial_sheets) -> Product:
    """Draw a product: answers, up to two dated changes, events."""
    turning = draw(st.lists(days, max_size=2, unique=True))
    changes = tuple(Change(day, _few(draw(full_sheets), draw(kept_keys))) for day in turning)
    return Product("Drawn 抽样", draw(sheet), changes, draw(timelines()))


def _few(sheet: Mapping[str, Any], keys: set[str]) -> dict[str, Any]:
    return {k: sheet[k] for k in sorted(keys)[:3]}


def later(day: date, by: int) -> date:
    """Return the day ``by`` days later."""
    return day + timedelta(days=by)
