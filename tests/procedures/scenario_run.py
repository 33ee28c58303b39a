"""One scenario as it goes: the case, the path so far, and whether it stands as it is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, NoReturn

from qingdan.procedures import engine
from qingdan.procedures.engine import Outcome, Setting, State, What
from qingdan.procedures.grammar.effects import Effect
from qingdan.procedures.grammar.procedure import Procedure
from tests.procedures.scenario_file import Unmet


@dataclass
class Run:
    """One scenario as it goes: the case, and what happened to it so far."""

    scenario: Mapping[str, Any]
    procedure: Procedure
    setting: Setting
    state: State
    path: list[str] = field(default_factory=list)
    proposed: dict[str, Any] = field(default_factory=dict)
    letters: str = "electronic"
    seen: set[str] = field(default_factory=set)  # steps, lapses and `at STAGE`: where it went

    def note(self, outcomes: tuple[Outcome, ...]) -> None:
        for outcome in outcomes:
            if outcome.what in {What.TAKEN, What.LAPSED}:
                self.seen |= {outcome.key, f"at {outcome.state.stage}"}

    def fail(self, why: str) -> NoReturn:
        told = "\n".join(f"  {n}. {line}" for n, line in enumerate(self.path, 1))
        raise Unmet(f"{self.scenario['name']}\n{told}\n  ✗ {why}")

    def equal(self, what: str, found: object, wanted: object) -> None:
        if found != wanted:
            self.fail(f"{what}: written {_plain(wanted)}, found {_plain(found)}")


def check(going: Run, entry: Mapping[str, Any], before: State, outcomes: tuple[Outcome, ...]) -> None:
    if "refused" in entry:
        going.equal("a refusal changes nothing: state", going.state, before)
    for clock, wanted in entry.get("due", {}).items():
        going.equal(f"due of {clock}", _due(going, clock), wanted)
    if "told" in entry:
        told = dict(t for o in outcomes for t in o.told)
        wanted = entry["told"]
        as_dated = isinstance(wanted, dict)
        going.equal("told", told if as_dated else set(told), wanted if as_dated else set(wanted))
    if "effects" in entry:
        _check_effects(going, [e for o in outcomes for e in o.effects], entry["effects"])
    found: dict[str, Callable[[], object]] = {
        "stage": lambda: going.state.stage,
        "serves": lambda: next((o.serves.key for o in outcomes if o.serves), None),
        "stopped": lambda: sorted(_changed(before, going.state, stopped=True)),
        "started": lambda: sorted(_changed(before, going.state, stopped=False)),
        "escalates": lambda: any(o.escalates for o in outcomes),
        "publishes": lambda: any(o.publishes for o in outcomes),
        "flags": lambda: [f.key for o in outcomes for f in o.flags],
    }
    for word, look in found.items():
        if word in entry:
            wanted = entry[word]
            going.equal(word, look(), sorted(wanted) if word in {"stopped", "started"} else wanted)


def _check_effects(going: Run, effects: list[Effect], written: list[str]) -> None:
    """Compare effects with how they are written: by kind alone, or with what they mark or record."""
    found = [effect_name(e) for e in effects]
    for n, short in enumerate(written[: len(found)]):
        if short == type(effects[n]).__name__:
            found[n] = short
    going.equal("effects", found, written)


def _changed(before: State, after: State, *, stopped: bool) -> set[str]:
    if stopped:
        return {
            k
            for k, run in after.clocks.items()
            if run.stopped_on and not (k in before.clocks and before.clocks[k].stopped_on == run.stopped_on)
        }
    return {
        k
        for k, run in after.clocks.items()
        if run.runs
        and not (k in before.clocks and before.clocks[k].start == run.start and before.clocks[k].runs)
    }


def _due(going: Run, key: str) -> object:
    """Return the last day of a running clock: an hour where hours count, `paused`, `provisional ...`, or None."""
    clock = going.procedure.clock_named.get(key)
    if clock is None:
        going.fail(f"there is no clock {key}; there are: {', '.join(going.procedure.clock_named)}")
    ran = going.state.clocks.get(key)
    if ran is None or not ran.runs:
        return None
    if ran.paused:
        return "paused"
    deadline = engine.deadline_of(clock, ran, going.setting)
    if deadline is None:
        return "at once"
    if deadline.unit.value == "hours" and deadline.due_at is not None:
        return deadline.due_at.replace(tzinfo=None)
    return f"provisional {deadline.due}" if deadline.provisional else deadline.due


def effect_name(effect: Effect) -> str:
    """Return how a scenario names an effect: its kind and, where there is one, what it marks or records."""
    if isinstance(effect, Enum):
        return str(effect.value)
    detail = getattr(effect, "status", None) or getattr(effect, "what", None)
    return f"{type(effect).__name__} {detail}" if detail else type(effect).__name__


def _plain(value: object) -> str:
    if isinstance(value, set):
        return str(sorted(value))
    return str(value)
