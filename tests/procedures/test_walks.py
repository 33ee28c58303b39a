"""However a case is led, the engine holds; and however a procedure is declared, all of it can be reached."""

from __future__ import annotations

from functools import cache
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qingdan.procedures.catalogue import procedures
from qingdan.procedures.grammar.procedure import Procedure
from tests.procedures.excuses import UNREACHED
from tests.procedures.scenario import run
from tests.procedures.scenario_file import FOLDER, Unmet, load
from tests.procedures.trial import TRIAL
from tests.procedures.walking import Walk, somewhere

ALL = (TRIAL, *procedures())
every = pytest.mark.parametrize("procedure", ALL, ids=lambda p: p.key)


@cache
def scenarios(key: str) -> tuple[dict[str, Any], ...]:
    return tuple(s for p in sorted(FOLDER.glob("*.yaml")) for s in load(p) if s.get("procedure") == key)


def worlds(procedure: Procedure) -> list[dict[str, Any]]:
    """What scenarios know of their subject."""
    return [s["subject"] for s in scenarios(procedure.key) if s.get("subject")]


@every
@settings(max_examples=5, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_no_walk_breaks_it(procedure: Procedure, data: st.DataObject) -> None:
    def choose(options: object) -> object:
        return data.draw(st.sampled_from(options))  # type: ignore[call-overload]

    Walk(procedure, choose, somewhere(procedure, choose, *worlds(procedure))).go(20)


@every
def test_every_step_lapse_and_ending_is_reached(procedure: Procedure) -> None:
    stages = {f"at {key}" for key in procedure.stages} - {f"at {procedure.opens_at.key}"}
    everything = {*procedure.steps, *procedure.lapses} | stages
    excused = set(UNREACHED.get(procedure.key, {}))
    seen: set[str] = set()
    for scenario in scenarios(procedure.key):
        try:
            seen |= run(scenario).seen
        except Unmet:  # test_scenarios tells
            continue
    for attempt in range(400):
        if everything <= seen | excused:
            break
        choose = Random(f"{procedure.key} {attempt}").choice  # noqa: S311 - repeatable, nothing secret
        Walk(
            procedure, choose, somewhere(procedure, choose, *worlds(procedure)), wanted=everything, seen=seen
        ).go(40)
    missed = sorted(everything - seen - excused)
    assert not missed, f"never reached: {', '.join(missed)}"
    assert not excused & seen, "an excuse nothing needs"
