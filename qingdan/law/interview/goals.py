"""Goals: what an interview wants to find out, in the order in which it matters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qingdan.law.grammar.conditions import ALWAYS, Condition
from qingdan.law.grammar.rules import Duty, Finding, LicenceCondition
from qingdan.law.grammar.text import Cite, Text

if TYPE_CHECKING:
    from qingdan.law.in_force import InForce


@dataclass(frozen=True, eq=False, kw_only=True)
class Goal:
    """A statement whose truth is sought: ``says`` if ``condition`` holds, else ``denies``.

    It is sought only ``where`` that condition holds; elsewhere it does not arise. Goals of one
    ``group`` that follow each other are settled together.
    """

    key: str
    cite: Cite
    says: Text
    denies: Text
    condition: Condition
    where: Condition = ALWAYS
    group: str = ""


def goal_of(
    sought: Goal | Finding | LicenceCondition | Duty, *, where: Condition = ALWAYS, group: str = ""
) -> Goal:
    """Return the goal of finding out whether a finding holds, a condition is met or a duty arises."""
    if isinstance(sought, Goal):
        return sought
    if isinstance(sought, Finding):
        says, denies = sought.says, sought.denies
        condition: Condition = sought
    elif isinstance(sought, LicenceCondition):
        says = Text("Condition met: {it}", "条件具备：{it}").filled(it=sought.says)
        denies = Text("Condition not met: {it}", "条件不具备：{it}").filled(it=sought.says)
        condition = sought.met_when
    else:
        says = Text("Duty: {it}", "应当履行：{it}").filled(it=sought.must)
        denies = Text("No duty: {it}", "无需履行：{it}").filled(it=sought.must)
        condition = sought.when
    return Goal(
        key=sought.key,
        cite=sought.cite,
        says=says,
        denies=denies,
        condition=condition,
        where=where,
        group=group,
    )


def track_goals(law: InForce) -> tuple[Goal, ...]:
    """Return the goals that tell on which track a product is: licence, registry, exempt or none."""
    from qingdan.law.model_law.tracks import TRACKS  # only this pack has tracks

    return tuple(goal_of(finding, group="track") for _, finding in TRACKS if finding in law.pack.rules)


def all_goals(law: InForce) -> tuple[Goal, ...]:
    """Return every goal about a product: its track, then the licence conditions, then the duties.

    Licence conditions are sought only where a licence is required. Duties of authorities, and
    those that turn on a violation, are none of the party's questions.
    """
    from qingdan.law.model_law.a23_two_tracks import licence_required

    conditions = (goal_of(c, where=licence_required) for c in law.pack.of(LicenceCondition))
    duties = (goal_of(d) for d in law.pack.of(Duty) if not d.bearer.official)
    asked = law.resolver.undecided.union(law.resolver.var[fact] for fact in law.pack.facts)
    return (*track_goals(law), *_about(law, asked, (*conditions, *duties)))


def _about(law: InForce, asked: frozenset[int], goals: Iterable[Goal]) -> Iterable[Goal]:
    for goal in goals:
        if law.diagrams.support(law.node(goal.condition)) <= asked:
            yield goal
