"""What somebody may do next: each step of the stage, open or greyed, with the reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from qingdan.procedures.engine.clockwork import Sight
from qingdan.procedures.engine.lawfulness import Actor, refuse_out_of_place, refuse_same_hands, refuse_unmet
from qingdan.procedures.engine.measuring import Setting
from qingdan.procedures.engine.refusals import StepRefused
from qingdan.procedures.engine.state import State
from qingdan.procedures.grammar.procedure import Procedure
from qingdan.procedures.grammar.roles import By
from qingdan.procedures.grammar.steps import Step


@dataclass(frozen=True, slots=True)
class Choice:
    """A step somebody could take here. ``refused`` says why not now; ``confirms`` that it waits for this person."""

    step: Step
    refused: StepRefused | None = None
    confirms: bool = False


def choices(
    procedure: Procedure, state: State, *, by: Actor, at: datetime, setting: Setting
) -> tuple[Choice, ...]:
    """Return the steps at this stage that ``by`` has a part in, in the order of the declaration."""
    found = []
    for step in procedure.steps.values():
        if state.stage not in {s.key for s in step.at}:
            continue
        proposes = bool(set(step.by) & by.capacities) or By.ANYONE in step.by
        waiting = state.proposal
        confirms = (
            step.confirmed_by in by.capacities
            and waiting is not None
            and waiting.step == step.key
            and waiting.by != by.who
        )
        if not proposes and not confirms:
            continue
        refused = None
        try:
            refuse_out_of_place(procedure, state, step)
            refuse_same_hands(state, step, by)
            refuse_unmet(step, Sight(procedure, state, setting, at))
        except StepRefused as why:
            refused = why
        found.append(Choice(step, refused, confirms))
    return tuple(found)
