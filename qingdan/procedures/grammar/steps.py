"""Steps: who may do what, from where to where, what it asks, and what follows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from qingdan.law.grammar.conditions import ALWAYS, Condition
from qingdan.law.grammar.periods import Event
from qingdan.law.grammar.rules import Deemed
from qingdan.law.grammar.text import Cite, Text
from qingdan.procedures.grammar.clocks import Clock, SetDay
from qingdan.procedures.grammar.effects import Effect
from qingdan.procedures.grammar.fields import Field
from qingdan.procedures.grammar.guards import Flag, Guard, Situation
from qingdan.procedures.grammar.letters import Letter
from qingdan.procedures.grammar.roles import By
from qingdan.procedures.grammar.stages import Stage

Stages: TypeAlias = Stage | tuple[Stage, ...]
ToldOn: TypeAlias = str | Mapping[Event, str | Callable[[Situation], date]]
"""The field with the day on which events happened; or, for some of them, the field or what computes the day."""


@dataclass(frozen=True, kw_only=True)
class Step:
    """One lawful act. ``key`` is a verb.

    ``at`` is where it may be taken, ``to`` where it leads; None stays. ``by`` may take it; where ``confirmed_by`` is
    set, they only propose it, and it is done once another person with that capacity confirms (four eyes).
    ``tells`` are events of the law that happen by it, on the day of the act or the day ``told_on`` gives;
    ``on_service`` happen when its letter is served. Events start and stop the clocks that the law ties to them.
    ``pauses`` and ``resumes`` act on clocks by hand, the former only on the reading ``pauses_if``. ``once`` allows
    it once a case. ``flags`` do not stop it but are told with it. Whoever last took a step in ``apart_from`` may
    not take this one. Where it ``binds_on_service``, what it does to the register and its publication wait until its
    letter is served. ``step_up`` asks for the second factor again: every decision does.
    """

    key: str
    says: Text
    cite: Cite
    by: tuple[By, ...]
    at: tuple[Stage, ...]
    to: Stage | None = None
    asks: tuple[Field, ...] = ()
    guards: tuple[Guard, ...] = ()
    flags: tuple[Flag, ...] = ()
    confirmed_by: By | None = None
    once: bool = False
    apart_from: tuple[str, ...] = ()
    tells: tuple[Event, ...] = ()
    told_on: ToldOn | None = None
    on_service: tuple[Event, ...] = ()
    binds_on_service: bool = False
    pauses: tuple[Clock, ...] = ()
    pauses_if: Condition = ALWAYS
    resumes: tuple[Clock, ...] = ()
    serves: Letter | None = None
    publishes: bool = False
    effects: tuple[Effect, ...] = ()

    @property
    def open_at(self) -> tuple[Stage, ...]:
        """The stages at which it can be taken; at the rest of ``at`` it is only shown, with the reason why not."""
        shut = {s.key for g in self.guards for s in g.shuts}
        return tuple(s for s in self.at if s.key not in shut)

    @property
    def step_up(self) -> bool:
        """Tell whether the second factor is asked again: where four eyes are needed or the register changes."""
        return self.confirmed_by is not None or bool(self.effects and any(b.official for b in self.by))

    @property
    def adverse(self) -> bool:
        """Tell whether the step burdens the party, so that remedies must be named."""
        return self.serves is not None and self.serves.adverse


@dataclass(frozen=True, kw_only=True)
class Lapse:
    """What happens by itself when ``clock`` runs out for certain while the case stands at ``at``.

    Every lapse is recorded, and an authority's is shown to its superior. Only where the law says so does it
    do more: ``deemed`` names the rule, and then the case goes ``to`` another stage; so it does on a day that an act
    has set for its effect. ``from_start`` dates the effect
    back to the day the clock began. Of several for one clock the first counts whose ``deemed`` rule the readings
    provide and whose ``guards`` are met.
    """

    key: str
    says: Text
    cite: Cite
    clock: Clock
    at: tuple[Stage, ...]
    to: Stage | None = None
    deemed: Deemed | None = None
    from_start: bool = False
    guards: tuple[Guard, ...] = ()
    tells: tuple[Event, ...] = ()
    serves: Letter | None = None
    publishes: bool = False
    effects: tuple[Effect, ...] = ()

    def __post_init__(self) -> None:
        if self.to is not None and self.deemed is None and not isinstance(self.clock, SetDay):
            raise ValueError(f"{self.key}: only what the law deems can move a case by itself")


def stages(at: Stages) -> tuple[Stage, ...]:
    """Return ``at`` as a tuple."""
    return at if isinstance(at, tuple) else (at,)


def _by(*who: By) -> Callable[..., Step]:
    def step(key: str, says: Text, cite: Cite, *, at: Stages, **more: Any) -> Step:  # noqa: ANN401 - what Step takes
        return Step(key=key, says=says, cite=cite, by=who, at=stages(at), **more)

    return step


applicant = _by(By.APPLICANT)
"""A step of the party."""
representative = _by(By.REPRESENTATIVE)
"""A step of the domestic representative whom the party names (Art. 40)."""
third_party = _by(By.THIRD_PARTY)
"""A step of somebody whose major interests the case touches."""
anyone = _by(By.ANYONE)
"""A step open to all."""
intake = _by(By.INTAKE, By.REVIEWER)
"""A step of whoever receives applications; a reviewer may do it too."""
reviewer = _by(By.REVIEWER)
"""A step of the reviewing officer."""
inspector = _by(By.INSPECTOR)
"""A step of an inspector."""
legal_reviewer = _by(By.LEGAL_REVIEWER)
"""A step of the legal reviewer."""
head = _by(By.HEAD)
"""A step of the head of the authority."""
officer = _by(By.REVIEWER, By.INSPECTOR, By.LEGAL_REVIEWER, By.HEAD)
"""A step of any officer who decides or handles cases; ``apart_from`` says who not."""
list_editor = _by(By.LIST_EDITOR)
"""A step of an editor of the Negative List."""


def by_law(key: str, says: Text, cite: Cite, *, when: Clock, at: Stages, **more: Any) -> Lapse:  # noqa: ANN401
    """Return what happens by operation of law when the clock ``when`` runs out."""
    return Lapse(key=key, says=says, cite=cite, clock=when, at=stages(at), **more)
