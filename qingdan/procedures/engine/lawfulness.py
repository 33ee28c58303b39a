"""Whether a step may be taken here and now, by this person: refused with the reason and the article."""

from __future__ import annotations

from dataclasses import dataclass

from qingdan.law.grammar.text import Text
from qingdan.procedures.engine.clockwork import Sight
from qingdan.procedures.engine.refusals import StepRefused
from qingdan.procedures.engine.state import State
from qingdan.procedures.grammar.procedure import Procedure
from qingdan.procedures.grammar.roles import By
from qingdan.procedures.grammar.steps import Step


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: an identifier, and the capacities this person holds towards this case."""

    who: str
    capacities: frozenset[By]


def refuse_out_of_place(procedure: Procedure, state: State, step: Step) -> None:
    """Refuse a step that is not open at the stage the case stands at, or that was taken and is open only once."""
    if state.stage not in {s.key for s in step.at}:
        here = procedure.stages[state.stage].says
        places = Text(", ".join(s.says.en for s in step.at), "、".join(s.says.zh for s in step.at))
        raise StepRefused(
            "wrong_stage",
            Text(
                f"the case is {here.en}; “{step.says.en}” is open when it is: {places.en}",
                f"案件处于“{here.zh}”；“{step.says.zh}”仅在下列阶段办理：{places.zh}",
            ),
            step.cite,
        )
    if step.once and step.key in state.taken:
        raise StepRefused(
            "only_once",
            Text(
                f"“{step.says.en}” was done on {state.taken[step.key]} and can be done only once",
                f"“{step.says.zh}”已于{state.taken[step.key]}办理，仅可办理一次",
            ),
            step.cite,
        )


def refuse_same_hands(state: State, step: Step, by: Actor) -> None:
    """Refuse whoever took a step that must be in other hands than this one."""
    if any(by.who in state.takers.get(other, ()) for other in step.apart_from):
        raise StepRefused(
            "same_hands",
            Text(
                f"“{step.says.en}” is for somebody who has not handled the case before; ask another officer",
                f"“{step.says.zh}”应当由未经办本案的其他工作人员办理",
            ),
            step.cite,
        )


def refuse_unmet(step: Step, sight: Sight) -> None:
    """Refuse a step whose guards do not hold; those about fields not yet given are not judged."""
    for guard in step.guards:
        if sight.state.stage in {s.key for s in guard.shuts}:
            raise StepRefused("not_lawful_now", guard.says, guard.cite)
        if all(f in sight.given for f in guard.asks) and not guard.met(sight):
            raise StepRefused("not_lawful_now", guard.says, guard.cite)
