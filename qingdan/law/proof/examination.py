"""The whole examination: every property asked of one law, in one list of results."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from qingdan.law.grammar.conditions import Condition
from qingdan.law.in_force import InForce
from qingdan.law.proof import duties, open_points, orders, reach, sanctions, silences, tracks, unknowns
from qingdan.law.proof.asking import Asking
from qingdan.law.proof.results import Observed, Proven, Refuted, Result
from qingdan.law.proof.setting import Setting

Property: TypeAlias = Callable[[Asking, Setting], Iterator[Result]]

PROPERTIES: tuple[Property, ...] = (
    tracks.exclusive,
    tracks.complete,
    tracks.outside,
    reach.reachable,
    reach.never_constant,
    duties.borne,
    duties.presupposed,
    duties.fulfillable,
    duties.unopposed,
    orders.keepable,
    orders.shown,
    sanctions.imposable,
    sanctions.ranged,
    sanctions.sanctioned,
    sanctions.corrigible,
    unknowns.unknown_earns_nothing,
    open_points.resting,
    open_points.idle,
    silences.lapses,
    silences.unmeasured,
    silences.figures,
    silences.profiled,
)


@dataclass(frozen=True, eq=False)
class Examination:
    """What came out, in the order of the properties."""

    law: InForce
    setting: Setting
    results: tuple[Result, ...]

    @property
    def proven(self) -> tuple[Proven, ...]:
        """What holds in every case."""
        return tuple(r for r in self.results if isinstance(r, Proven))

    @property
    def refuted(self) -> tuple[Refuted, ...]:
        """What does not hold, each with a case where there is one."""
        return tuple(r for r in self.results if isinstance(r, Refuted))

    @property
    def observed(self) -> tuple[Observed, ...]:
        """What somebody has to decide."""
        return tuple(r for r in self.results if isinstance(r, Observed))

    def as_data(self) -> list[dict[str, Any]]:
        """Return all results for JSON."""
        return [r.as_data() for r in self.results]


def examine(
    law: InForce,
    setting: Setting | None = None,
    *,
    assume: Iterable[Condition] = (),
    properties: Sequence[Property] = PROPERTIES,
) -> Examination:
    """Ask every property of ``law``. ``assume`` adds to the setting's own standing assumptions."""
    frame = setting or Setting()
    asking = Asking(law, (*frame.assume, *assume))
    results = tuple(result for ask in properties for result in ask(asking, frame))
    return Examination(law, frame, results)
