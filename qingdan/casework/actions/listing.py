"""What an act does to an edition of the Negative List: consultation, trial on the register, publication, effect, end."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from qingdan.casework.models import ListEdition, ListEntry
from qingdan.procedures.grammar.effects import ListAct
from qingdan.procedures.negative_list_guards import COMMENT_DAYS, IN_FORCE_FROM


def carry_out(act: ListAct, edition: ListEdition, on: date, given: Mapping[str, Any]) -> None:
    """Carry out an act of ``on`` on an edition, and keep it."""
    _ACTS[act](edition, on, given)
    edition.save()


def _opens_consultation(edition: ListEdition, on: date, given: Mapping[str, Any]) -> None:
    edition.consultation_from = on
    edition.consultation_until = on + timedelta(days=int(given[COMMENT_DAYS.key]))


def _dry_runs(edition: ListEdition, on: date, _: Mapping[str, Any]) -> None:
    from qingdan.casework.relisting import dry_run

    edition.dry_run = dry_run(edition, on)
    edition.dry_run_digest = edition.digest


def _publishes(edition: ListEdition, on: date, given: Mapping[str, Any]) -> None:
    edition.published_on = on
    edition.in_force_from = date.fromisoformat(given[IN_FORCE_FROM.key])
    ListEntry.objects.bulk_create(
        ListEntry(edition=edition, key=e["key"], says_zh=e["says"]["zh"], says_en=e["says"]["en"])
        for e in edition.draft["entries"]
    )


def _takes_effect(edition: ListEdition, on: date, _: Mapping[str, Any]) -> None:
    from qingdan.casework.relisting import judge_all_again

    judge_all_again(edition, on)


def _abandons(edition: ListEdition, on: date, _: Mapping[str, Any]) -> None:
    edition.abandoned_on = on


_ACTS: dict[ListAct, Callable[[ListEdition, date, Mapping[str, Any]], None]] = {
    ListAct.OPENS_CONSULTATION: _opens_consultation,
    ListAct.DRY_RUNS: _dry_runs,
    ListAct.PUBLISHES: _publishes,
    ListAct.TAKES_EFFECT: _takes_effect,
    ListAct.ABANDONS: _abandons,
}
