"""The state of a case: folded from its events, kept as plain data, without a word about a person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from qingdan.law.timeline import Moment
from qingdan.procedures.grammar.procedure import Procedure


@dataclass(frozen=True, slots=True)
class ClockRun:
    """The ledger of one clock: start, pauses, extensions, and how it ended. Due dates are recomputed from it.

    ``kept_due`` is a later day once shown to the party, which relied on it: before it the clock does not run out.
    """

    start: str
    amount: int | None = None
    pauses: tuple[tuple[str, str | None], ...] = ()
    extensions: tuple[tuple[str, int, str], ...] = ()  # the clock that lengthens, how many, of what
    stopped_on: str | None = None
    lapsed_on: str | None = None
    kept_due: str | None = None

    @property
    def runs(self) -> bool:
        """Tell whether it is still running (or paused)."""
        return self.stopped_on is None and self.lapsed_on is None

    @property
    def paused(self) -> bool:
        """Tell whether it stands still."""
        return bool(self.pauses) and self.pauses[-1][1] is None

    @property
    def began(self) -> Moment:
        """When it started: a day, or an instant where hours count."""
        return datetime.fromisoformat(self.start) if "T" in self.start else date.fromisoformat(self.start)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A step proposed, waiting for a second person. ``digest`` fixes what was proposed."""

    step: str
    by: str
    on: str
    digest: str


@dataclass(frozen=True, slots=True)
class State:
    """Where a case stands. ``version`` counts its events: whoever acts on an older one is told so."""

    stage: str
    version: int = 0
    taken: Mapping[str, str] = field(default_factory=dict)  # step -> the day it was last taken
    times: Mapping[str, int] = field(default_factory=dict)  # step -> how often it was taken
    takers: Mapping[str, tuple[str, ...]] = field(
        default_factory=dict
    )  # step -> identifiers of who took it last
    served: Mapping[str, str] = field(default_factory=dict)  # step -> the day its letter was last served
    clocks: Mapping[str, ClockRun] = field(default_factory=dict)
    kept: Mapping[str, Any] = field(default_factory=dict)
    proposal: Proposal | None = None
    unserved: tuple[str, ...] = ()  # steps whose letter is not yet served and starts something when it is

    def as_data(self) -> dict[str, Any]:
        """Return the state as plain data."""
        return {
            "stage": self.stage,
            "version": self.version,
            "taken": dict(self.taken),
            "times": dict(self.times),
            "takers": {k: list(v) for k, v in self.takers.items()},
            "served": dict(self.served),
            "clocks": {k: _run_data(c) for k, c in self.clocks.items()},
            "kept": dict(self.kept),
            "proposal": None
            if self.proposal is None
            else {
                "step": self.proposal.step,
                "by": self.proposal.by,
                "on": self.proposal.on,
                "digest": self.proposal.digest,
            },
            "unserved": list(self.unserved),
        }

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> State:
        """Return the state that ``as_data`` wrote."""
        waiting = data["proposal"]
        return cls(
            stage=data["stage"],
            version=data["version"],
            taken=data["taken"],
            times=data["times"],
            takers={k: tuple(v) for k, v in data["takers"].items()},
            served=data["served"],
            clocks={k: _run_from(c) for k, c in data["clocks"].items()},
            kept=data["kept"],
            proposal=Proposal(**waiting) if waiting else None,
            unserved=tuple(data["unserved"]),
        )

    def with_clock(self, key: str, run: ClockRun) -> State:
        """Return this state with one clock changed."""
        return replace(self, clocks={**self.clocks, key: run})


def opened(procedure: Procedure) -> State:
    """Return the state of a case nothing has happened in."""
    return State(stage=procedure.opens_at.key)


def _run_data(run: ClockRun) -> dict[str, Any]:
    return {
        "start": run.start,
        "amount": run.amount,
        "pauses": [list(p) for p in run.pauses],
        "extensions": [list(e) for e in run.extensions],
        "stopped_on": run.stopped_on,
        "lapsed_on": run.lapsed_on,
        "kept_due": run.kept_due,
    }


def _run_from(data: Mapping[str, Any]) -> ClockRun:
    return ClockRun(
        start=data["start"],
        amount=data["amount"],
        pauses=tuple((a, b) for a, b in data["pauses"]),
        extensions=tuple((a, b, c) for a, b, c in data["extensions"]),
        stopped_on=data["stopped_on"],
        lapsed_on=data["lapsed_on"],
        kept_due=data["kept_due"],
    )
