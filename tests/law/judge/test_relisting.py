"""A new list tried out on a portfolio: who changes track, and by which entry."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from qingdan.law.judge.relisting import TrackChange, who_changes_track
from qingdan.law.model_law.tracks import Track
from qingdan.law.negative_list.sample import SAMPLE_2026, SAMPLE_2027
from qingdan.law.timeline import Change, Product
from tests.law.judge.test_judge import PROVIDER

DAY = date(2026, 7, 1)


def product(name: str, **answers: bool | str | int) -> Product:
    return Product(name, {**PROVIDER, **answers})


HIRING = product("hiring", field="employment", significant_impact=True, decides_without_human=True)
LENDING = product(
    "lending",
    field="finance",
    significant_impact=True,
    decides_without_human=True,
    registered_users=20_000_000,
)
SHOP = product("shop")


def changes(*products: Product, readings: Mapping[str, object] | None = None) -> dict[str, TrackChange]:
    return {
        c.product.name: c
        for c in who_changes_track(products, SAMPLE_2026, SAMPLE_2027, DAY, readings=readings)
    }


def test_only_those_that_change_are_named() -> None:
    assert set(changes(HIRING, LENDING, SHOP)) == {"hiring", "lending"}


def test_what_is_newly_listed_is_named_with_its_entry() -> None:
    change = changes(HIRING)["hiring"]
    assert (change.before.track, change.after.track) == (Track.REGISTRY, Track.LICENCE)
    assert [e.key for e in change.joined] == ["automated_hiring"]
    assert change.left == ()


def test_what_is_taken_off_is_named_with_the_entry_it_leaves() -> None:
    change = changes(LENDING)["lending"]
    assert (change.before.track, change.after.track) == (Track.LICENCE, Track.REGISTRY)
    assert [e.key for e in change.left] == ["automated_lending"]


def test_what_would_become_open_is_named_with_the_entry_that_may_fit() -> None:
    change = changes(product("unsure", field="employment", significant_impact=True))["unsure"]
    assert change.after.track is None
    assert [e.key for e in change.may_join] == ["automated_hiring"]


def test_the_answers_of_the_day_are_used() -> None:
    later = Product("later", SHOP.answers, (Change(date(2026, 8, 1), HIRING.answers),))
    assert changes(later) == {}


def test_a_first_list_is_compared_with_none() -> None:
    (change,) = who_changes_track([LENDING, SHOP], None, SAMPLE_2026, DAY)
    assert change.product is LENDING
    assert (change.before.track, change.after.track) == (Track.REGISTRY, Track.LICENCE)


def test_an_edition_compared_with_itself_changes_nobody() -> None:
    assert who_changes_track([HIRING, LENDING, SHOP], SAMPLE_2027, SAMPLE_2027, DAY) == ()


def test_readings_are_taken_into_account() -> None:
    research = product(
        "research",
        offers_to_others=False,
        develops=True,
        research_only=True,
        field="employment",
        significant_impact=True,
        decides_without_human=True,
    )
    assert set(changes(research)) == {"research"}
    assert changes(research, readings={"license.research": "exempt"}) == {}
