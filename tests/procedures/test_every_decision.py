"""What goes against a party is reasoned and names the remedies; what changes the register is in two hands."""

from __future__ import annotations

import pytest

from qingdan.procedures.catalogue import procedures
from qingdan.procedures.grammar.effects import Amends, Enters, ListAct, Marks, Prolongs, Status
from qingdan.procedures.grammar.fields import Asks
from qingdan.procedures.grammar.procedure import Procedure
from qingdan.procedures.grammar.roles import By
from qingdan.procedures.grammar.stages import Ends
from qingdan.procedures.grammar.steps import Step
from tests.procedures.excuses import BY_ONE

ALL = procedures()
every = pytest.mark.parametrize("proc", ALL, ids=lambda p: p.key)


BURDENS = {Status.SUSPENDED, Status.REVOKED, Status.WITHDRAWN, Status.RECALLED}


def burdens(proc: Procedure, step: Step) -> bool:
    """Whether a step of the authority goes against the party."""
    if not any(b.official for b in step.by):
        return False
    marks = [e.status for e in step.effects if isinstance(e, Marks)]
    ex_officio = not {By.APPLICANT} & set(proc.opened_by)
    return (
        (step.to is not None and step.to.ends is Ends.ILL)
        or bool(BURDENS & set(marks))
        or (ex_officio and bool({Status.CANCELLED, Status.DEREGISTERED} & set(marks)))
    )


@every
def test_what_goes_against_the_party_is_reasoned_in_writing_and_names_the_remedies(proc: Procedure) -> None:
    for step in proc.steps.values():
        reasoned = any(f.asks is Asks.REASONS for f in step.asks)
        if burdens(proc, step):
            assert step.adverse, f"{step.key} names no remedies"
        if step.adverse:
            assert reasoned, f"{step.key} asks for no reasons"
    for lapse in proc.lapses.values():
        if lapse.to is not None and lapse.to.ends is Ends.ILL and lapse.serves is not None:
            assert lapse.serves.adverse, lapse.key


@every
def test_decisions_need_two_people_of_different_capacity(proc: Procedure) -> None:
    for step in proc.steps.values():
        if step.confirmed_by is not None:
            assert step.confirmed_by.official, step.key
            # two officers record facts side by side (Penalty Law 42); what changes anything is confirmed from above
            side_by_side = step.confirmed_by is By.INSPECTOR and not step.effects
            assert side_by_side or step.confirmed_by not in step.by, f"{step.key}: confirmed in one capacity"
            assert all(b.official for b in step.by), step.key
        changes = any(
            isinstance(e, (Enters, Marks, Amends, Prolongs)) or e is ListAct.PUBLISHES for e in step.effects
        )
        if changes and any(b.official for b in step.by) and (proc.key, step.key) not in BY_ONE:
            assert step.confirmed_by is not None, f"{step.key} changes the register in the hands of one"
