"""A new Negative List edition tried out on a portfolio before it is in force: who changes track, and by which entry."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from qingdan.law.grammar.readings import Chosen
from qingdan.law.in_force import check_readings
from qingdan.law.judge.judging import TrackJudgement, judge_track, open_book
from qingdan.law.judge.reasons import conclude
from qingdan.law.model_law.a23_two_tracks import on_negative_list
from qingdan.law.negative_list.edition import Entry, ListEdition
from qingdan.law.pack import Pack, model_law
from qingdan.law.timeline import Product, check


@dataclass(frozen=True)
class TrackChange:
    """One product whose track differs between two editions, or is open under one and not under the other.

    ``left`` are the entries that fitted under the old edition and fit no more, ``joined`` those
    that fit under the new; entries are compared by key. ``may_join`` would fit with answers still missing.
    """

    product: Product
    before: TrackJudgement
    after: TrackJudgement
    left: tuple[Entry, ...]
    joined: tuple[Entry, ...]
    may_join: tuple[Entry, ...]


def who_changes_track(  # noqa: PLR0913 - what the two tracks are functions of
    products: Iterable[Product],
    old: ListEdition | None,
    new: ListEdition | None,
    on: date,
    *,
    readings: Mapping[str, object] | None = None,
    pack: Pack | None = None,
) -> tuple[TrackChange, ...]:
    """Return the products on another track under ``new`` than under ``old``, by the answers of ``on``.

    Either edition is taken as if it were in force on that day; None stands for no list at all.
    Raises Refusal for a product or reading that cannot be.
    """
    law = pack or model_law()
    chosen = check_readings(law, readings or {})
    found = []
    for product in products:
        check(product, law)
        (before, had, _), (after, has, may) = (_under(product, e, on, law, chosen) for e in (old, new))
        if before.candidates != after.candidates:
            keys_had, keys_has = {e.key for e in had}, {e.key for e in has}
            left = tuple(e for e in had if e.key not in keys_has)
            joined = tuple(e for e in has if e.key not in keys_had)
            found.append(TrackChange(product, before, after, left, joined, may))
    return tuple(found)


def _under(
    product: Product, edition: ListEdition | None, on: date, pack: Pack, readings: Mapping[str, Chosen]
) -> tuple[TrackJudgement, tuple[Entry, ...], tuple[Entry, ...]]:
    """Return the track under one edition, the entries that fit and those that may."""
    book = open_book(product, on, pack, readings, editions=(), trial=edition)
    law, answers = book.law_on(on), product.answers_on(on)
    listed = conclude(law, on_negative_list, law.resolver.encode(answers), answers)
    return judge_track(book, on), listed.listing, listed.listing_open
