"""Walks at random through a procedure, as parties, officers, time and hostile hands would, and checks what must hold."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import combinations, islice
from typing import Any

from qingdan.law.grammar.parts import readings_in
from qingdan.law.grammar.refusal import Refusal
from qingdan.law.pack import model_law
from qingdan.procedures import engine
from qingdan.procedures.engine import Actor, Outcome, Setting, State, StepRefused, What
from qingdan.procedures.engine.clockwork import Sight
from qingdan.procedures.grammar.effects import Marks
from qingdan.procedures.grammar.procedure import Procedure
from qingdan.procedures.grammar.roles import By
from qingdan.procedures.grammar.steps import Step
from qingdan.procedures.samples import samples
from tests.procedures.trial import noon, setting

EVENTS = {e.key for e in model_law().events}
OPEN = [
    r
    for r in model_law().readings
    if r.name
    in {"clock.roll_authority", "license.decision.unit", "registry.merits_refusal", "renewal.reading"}
]
"""Open points that guards and lengths turn on; those that switch clocks are found by looking."""
PEOPLE = ("li", "wang", "zhao", "qian")
HOSTILE: tuple[Any, ...] = (
    None,
    "",
    "x",
    0,
    -1,
    True,
    [],
    ["?"],
    {},
    {"1": "?"},
    "2026-02-30",
    "\ud800",
    10**30,
)
SUBJECT: dict[str, tuple[Any, ...]] = {
    "track": ("licence", "registry", "exempt", "none"),
    "provider": (True, False),
    "active_entry": (None, "active", "suspended", "expired"),
    "exempt": (False, True),
    "listed": (True, False),
    "kind": ("L", "R", "D"),
    "status": ("active", "suspended", "expired", "revoked", "cancelled", "drafted", "consulted"),
    "expires_on": ("2026-10-01", "2027-03-01", "2026-03-20", None),
    "foreign": (True, False),
    "restricted": (False, True),
    "first": (True, False),
}
"""What may become known of the thing a case is about, besides what scenarios say of it."""


def is_day(value: object) -> bool:
    """Tell whether an answer is a day, on which something may be meant to happen."""
    return isinstance(value, str) and value[4:5] == value[7:8] == "-"


@dataclass
class Walk:
    """One case and the one who leads it. ``choose`` picks: at random, or as hypothesis wants it."""

    procedure: Procedure
    choose: Callable[[Sequence[Any]], Any]
    setting: Setting
    at: datetime = field(default_factory=lambda: noon("2026-03-02"))
    state: State = field(init=False)
    seen: set[str] = field(default_factory=set)
    wanted: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.state = engine.opened(self.procedure)

    @property
    def ended(self) -> bool:
        return self.procedure.stages[self.state.stage].ends is not None

    @property
    def awaits_the_law(self) -> bool:
        """Whether something not yet seen can happen here by itself."""
        hoped = [v for v in self.procedure.lapses.values() if v.key in self.wanted - self.seen]
        return any(self.state.stage == s.key for v in hoped for s in v.at)

    def go(self, moves: int) -> None:
        """Make so many moves, or fewer where the case ends."""
        for _ in range(moves):
            waits = 10 if self.awaits_the_law else 2
            self.choose(
                (*[self.take] * 8, *[self.serve, self.disturb] * 2, *[self.wait] * waits, self.elsewhere)
            )()
            if self.ended:
                self.nothing_more()
                return

    def wait(self) -> None:
        """Let time pass: to the end of a running period, or some days; however it is swept, the same follows."""
        ends = [
            d.due_at
            for key, run in self.state.clocks.items()
            if run.runs
            and (clock := self.procedure.clock_named.get(key)) is not None
            and (d := engine.deadline_of(clock, run, self.setting)) is not None
            and d.due_at is not None
        ]
        ends += [noon(day) for day in self.state.kept.values() if is_day(day)]
        soon = [self.at + timedelta(days=n) for n in (0, 1, 7, 40, 200)]
        unseen = [d for d in map(self.unseen_end, self.state.clocks) if d is not None]
        later = max(self.at, self.choose(unseen if unseen and self.choose((True, False)) else [*ends, *soon]))
        between = self.at + (later - self.at) / 2
        once, all_at_once = self.settled(self.state, later)
        half, early = self.settled(self.state, between)
        twice, late = self.settled(half, later)
        assert (once, all_at_once) == (twice, early + late), "sweeping late or twice changed what follows"
        for outcome in all_at_once:
            self.note(outcome)
        self.at = later

    def unseen_end(self, key: str) -> datetime | None:
        """Return when a clock runs out if something wanted, and not yet seen, would follow from that."""
        run, clock = self.state.clocks[key], self.procedure.clock_named.get(key)
        if clock is None or not run.runs:
            return None
        follow = {v.key for v in self.procedure.lapses_of(clock, self.state.stage)}
        deadline = engine.deadline_of(clock, run, self.setting)
        return deadline.due_at if deadline and follow & (self.wanted - self.seen) else None

    def settled(self, state: State, at: datetime) -> tuple[State, tuple[Outcome, ...]]:
        state, outcomes = engine.settle(self.procedure, state, at=at, setting=self.setting)
        assert engine.settle(self.procedure, state, at=at, setting=self.setting) == (state, ())
        return state, outcomes

    def here(self) -> list[Step]:
        found = [s for s in self.procedure.steps.values() if self.state.stage in {x.key for x in s.open_at}]
        missing = [s for s in found if s.key in self.wanted - self.seen]
        if missing and self.choose((True, False)):
            return missing
        going_on = [s for s in found if s.to is None or s.to.ends is None]
        return going_on if going_on and self.choose((True, True, True, False)) else found

    def take(self) -> None:
        """Try a step that is open here, by somebody who may, with valid answers; propose and confirm where needed."""
        open_here = self.here()
        if not open_here:  # only time moves it on
            return
        step = self.choose(open_here)
        sight = Sight(self.procedure, self.state, self.setting, self.at)
        given = self.choose(list(islice(samples(step, sight, everything=self.choose((True, False))), 6)))
        handled = {p for key in step.apart_from for p in self.state.takers.get(key, ())}
        proposer = self.choose([p for p in PEOPLE if p not in handled] or PEOPLE)
        other = self.choose([p for p in PEOPLE if p != proposer])
        first = self.act(step, given, Actor(proposer, frozenset(step.by)))
        if first is None or first.what is not What.PROPOSED or step.confirmed_by is None:
            return
        both = frozenset({*step.by, step.confirmed_by})
        assert self.act(step, given, Actor(proposer, both)) is None, "confirmed by who proposed it"
        if self.choose((True, True, True, False)):
            self.act(step, given, Actor(other, frozenset({step.confirmed_by})))
        else:
            back = engine.send_back(self.procedure, self.state, "再写明依据", by=Actor(other, both))
            self.note(back)

    def serve(self) -> None:
        """Prove service of a letter that waits for it."""
        if self.state.unserved:
            key = self.choose(self.state.unserved)
            self.note(
                engine.serve(
                    self.procedure, self.state, key, on=self.at.date(), at=self.at, setting=self.setting
                )
            )

    def disturb(self) -> None:
        """Try what should not be possible: any step, by anybody, with anything."""
        fact = self.choose(list(SUBJECT))
        if self.choose((False, False, True)):  # the register goes on meanwhile
            told = {**self.setting.subject, fact: self.choose(SUBJECT[fact])}
            self.setting = Setting(self.setting.law, self.setting.calendar, told)
        step = self.choose(list(self.procedure.steps.values()))
        given = {f.key: self.choose(HOSTILE) for f in step.asks}
        self.act(step, given, Actor(self.choose(PEOPLE), frozenset({self.choose(list(By))})))
        for capacity in By:
            engine.choices(
                self.procedure,
                self.state,
                by=Actor("sun", frozenset({capacity})),
                at=self.at,
                setting=self.setting,
            )

    def elsewhere(self) -> None:
        """Let another case change what this one is about: its licence is revoked, say."""
        told = {**self.setting.subject, "status": self.choose(SUBJECT["status"])}
        self.setting = replace(self.setting, subject=told)

    def act(self, step: Step, given: dict[str, Any], by: Actor) -> Outcome | None:
        """Take a step; a refusal says why in both languages and changes nothing."""
        served = self.choose((True, True, False))
        before = self.state.as_data()
        try:
            outcome = engine.take(
                self.procedure,
                self.state,
                step.key,
                given,
                by=by,
                at=self.at,
                setting=self.setting,
                served=served,
            )
        except Refusal as refused:
            self.seen.add(f"refused {refused.code if isinstance(refused, StepRefused) else ''}")
            (refused.of("en") + refused.of("zh")).encode()
            assert self.state.as_data() == before
            return None
        self.note(outcome)
        return outcome

    def note(self, outcome: Outcome) -> None:
        """Go on from an outcome, having looked that it is sound."""
        before, after = self.state, outcome.state
        assert outcome.before == before.stage
        assert after.version == before.version + 1
        assert after.stage in self.procedure.stages
        assert State.from_data(json.loads(json.dumps(after.as_data()))) == after
        assert all(not (run.stopped_on and run.lapsed_on) for run in after.clocks.values())
        assert {key for key, _ in outcome.told} <= EVENTS
        assert outcome.clocks <= set(after.clocks)
        assert {k for k in after.clocks if after.clocks[k] != before.clocks.get(k)} <= outcome.clocks
        step = self.procedure.steps.get(outcome.key)
        if outcome.what is What.TAKEN and step is not None and step.confirmed_by is not None:
            assert len(set(after.takers[step.key])) == 2, "one person decided alone"
        if outcome.what in {What.TAKEN, What.LAPSED}:
            self.seen |= {outcome.key, f"at {after.stage}"}
        self.state = after
        for effect in outcome.effects:
            if isinstance(effect, Marks):  # the register follows
                told = {**self.setting.subject, "status": effect.status.value}
                self.setting = replace(self.setting, subject=told)

    def nothing_more(self) -> None:
        """An ended case admits nothing."""
        for step in self.procedure.steps.values():
            try:
                engine.take(
                    self.procedure,
                    self.state,
                    step.key,
                    {},
                    by=Actor("li", frozenset(By)),
                    at=self.at,
                    setting=self.setting,
                )
            except StepRefused as refused:
                assert refused.code == "wrong_stage"  # noqa: PT017 - the others must not be reached
            else:
                raise AssertionError(f"{step.key} was taken in an ended case")


def somewhere(
    procedure: Procedure, choose: Callable[[Sequence[Any]], Any], *worlds: dict[str, Any]
) -> Setting:
    """Return some state of the world: a subject as scenarios know it or any other, the law as it may be read."""
    known = choose((*worlds, {}))
    other = not known or choose((False, False, True))
    facts = {key: choose(values) for key, values in SUBJECT.items()} if other else {}
    return setting(readings=choose(readings_of(procedure)), **{**known, **facts})


def readings_of(procedure: Procedure) -> list[dict[str, Any]]:
    """Return the law as read by default, and with one or two open points that move this procedure read otherwise."""
    turns = [c.when for c in procedure.clocks]
    turns += [v.deemed.provided for v in procedure.lapses.values() if v.deemed is not None]
    own, others = readings_in(*turns), [{r.name: o} for r in OPEN for o in r.options or () if o != r.default]
    ones = [(r.name, o) for r in sorted(own, key=lambda r: r.name) for o in r.options or () if o != r.default]
    pairs = [dict(pair) for pair in combinations(ones, 2) if pair[0][0] != pair[1][0]]
    return [{}, *({name: option} for name, option in ones), *pairs, *others]
