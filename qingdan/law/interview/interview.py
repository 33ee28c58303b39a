"""One interview: what was answered, what is settled, what comes next. Every step is a new object."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Self

from qingdan.law.formula import Resolver
from qingdan.law.grammar.conditions import Answer, Fact
from qingdan.law.grammar.refusal import Refusal
from qingdan.law.grammar.rules import Duty, Finding, LicenceCondition
from qingdan.law.grammar.text import Text
from qingdan.law.interview import saved
from qingdan.law.interview.agenda import Agenda, Law, Looks, Standing
from qingdan.law.interview.asking import Asking, State, unsettled
from qingdan.law.interview.goals import Goal, goal_of
from qingdan.law.interview.questions import Question


@dataclass(frozen=True)
class Progress:
    """How far an interview is: questions dealt with, and the least and most that can follow.

    The bounds hold if every question is answered; "don't know" may lengthen or shorten the rest.
    """

    dealt_with: int
    at_least: int
    at_most: int


class Interview:
    """Finds out ``goals`` by asking only questions some answer to which can still change one.

    ``answers`` are known beforehand, by fact key; ``dont_know`` are questions nobody can answer.
    Raises UnknownFact or WrongAnswer where they are no questions or answers of this law.

    >>> talk = Interview(law, track_goals(law))                     # doctest: +SKIP
    >>> talk.answer(talk.next().key, True).outcome                  # doctest: +SKIP
    """

    def __init__(
        self,
        law: Law,
        goals: Sequence[Goal | Finding | LicenceCondition | Duty],
        answers: Mapping[str, Any] | None = None,
        dont_know: Iterable[str] = (),
    ) -> None:
        self.law = law
        self.changes: tuple[Text, ...] = ()  # what is different since it was saved
        self._agenda = Agenda(law, [goal_of(goal) for goal in goals])
        self._asking = Asking(law.diagrams)
        self.unknown: tuple[str, ...] = tuple(dict.fromkeys(dont_know))
        given = {k: v for k, v in (answers or {}).items() if v is not None and k not in self.unknown}
        self.answers: Mapping[str, Answer] = given
        self._looks = self._agenda.left(self.answers, self.unknown)

    @property
    def goals(self) -> tuple[Goal, ...]:
        """What is to be found out, most important first."""
        return self._agenda.goals

    @property
    def resolver(self) -> Resolver:
        """The facts of the law and their answers."""
        return self._agenda.resolver

    def next(self) -> Question | None:
        """Return the question to ask now; None when all that can be found out is settled."""
        state = self._first_open
        return Question(self.resolver.facts[self._asking.next(state)], self) if state else None

    @cached_property
    def _first_open(self) -> State:
        for group in self._agenda.groups:
            state = unsettled(self._looks[group])
            if state:
                return state
        return ()

    @property
    def relevant(self) -> tuple[Fact, ...]:
        """Every question some answer to which can still change a goal, in the law's order."""
        return tuple(self.resolver.facts[v] for v in sorted(self._agenda.relevant(self._looks)))

    def open_to(self, fact: Fact) -> tuple[Goal, ...]:
        """Return the goals that some answer to ``fact`` can still change."""
        var, agenda = self._agenda.var(fact.key), self._agenda
        places = zip(agenda.goals, agenda.places, strict=True)
        return tuple(goal for goal, place in places if var in agenda.relevant(self._looks[place]))

    def answer(self, key: str, value: Answer) -> Self:
        """Return the interview with ``key`` answered, or answered anew."""
        var = self._agenda.var(key)
        cell = self.resolver.cells[var].of(value)
        answers = {**self.answers, key: value}
        if key in self.answers or key in self.unknown:
            return self._anew(answers, [k for k in self.unknown if k != key])
        return self._stepped(answers, self.unknown, self._agenda.answered(self._looks, var, cell))

    def dont_know(self, key: str) -> Self:
        """Return the interview with ``key`` passed over for good: nobody knows."""
        var = self._agenda.var(key)
        unknown = tuple(dict.fromkeys((*self.unknown, key)))
        if key in self.answers:
            return self._anew({k: v for k, v in self.answers.items() if k != key}, unknown)
        return self._stepped(self.answers, unknown, self._agenda.never_known(self._looks, var))

    def take_back(self, key: str) -> Self:
        """Return the interview as if ``key`` had not been dealt with. Refuses if it was not."""
        self._agenda.var(key)
        if key not in self.answers and key not in self.unknown:
            raise Refusal(
                Text(f"{key} was not answered, so nothing can be taken back", f"{key}尚未回答，无可撤回")
            )
        answers = {k: v for k, v in self.answers.items() if k != key}
        return self._anew(answers, [k for k in self.unknown if k != key])

    @cached_property
    def standings(self) -> tuple[tuple[Goal, Standing], ...]:
        """Every goal with how it stands."""
        return tuple((goal, self._agenda.standing(i, self._looks)) for i, goal in enumerate(self.goals))

    @property
    def settled(self) -> bool:
        """Whether no further answer can change anything."""
        return not self._first_open

    @property
    def outcome(self) -> dict[str, bool | None]:
        """Each goal by key: true, false, or None where it is open, unknowable or does not arise."""
        return {goal.key: standing.found for goal, standing in self.standings}

    def settled_by(self, later: Self) -> tuple[tuple[Goal, Standing], ...]:
        """Return the goals open here that a later state of this interview has settled."""
        pairs = zip(self.standings, later.standings, strict=True)
        return tuple(
            then for (_, now), then in pairs if now is Standing.OPEN and then[1] is not Standing.OPEN
        )

    @property
    def progress(self) -> Progress:
        """How many questions were dealt with, and how many more there can be."""
        done = len(self.answers) + len(self.unknown)
        if self.settled:
            return Progress(done, 0, 0)
        least, most = self._asking.span(self._first_open)
        every, later = (self._agenda.relevant(looks) for looks in (self._looks, self._later_open))
        return Progress(done, least, min(len(every), most + len(later)))

    @property
    def _later_open(self) -> State:
        opened = [state for group in self._agenda.groups if (state := unsettled(self._looks[group]))]
        return unsettled(node for state in opened[1:] for node in state)

    def as_data(self) -> dict[str, Any]:
        """Return everything needed to go on later, as plain data for JSON or YAML."""
        return saved.as_data(self.law, self.goals, self.answers, self.unknown)

    @classmethod
    def from_data(cls, data: object, law: Law, goals: Sequence[Goal | Finding] | None = None) -> Self:
        """Return the interview saved in ``data``, under the law as it is now.

        ``changes`` of the result says what is different since. Answers that still exist are
        kept. Raises BadInterview for data that are no interview, UnknownFact for a question that
        the same version of the law never asked.
        """
        found = saved.from_data(data, law, goals)
        interview = cls(law, found.goals, found.answers, found.unknown)
        interview.changes = found.changes
        return interview

    def _stepped(self, answers: Mapping[str, Answer], unknown: Iterable[str], looks: Looks) -> Self:
        then = copy(self)
        for worked_out in ("_first_open", "standings"):
            vars(then).pop(worked_out, None)
        vars(then).update(answers=answers, unknown=tuple(unknown), _looks=looks)
        return then

    def _anew(self, answers: Mapping[str, Answer], unknown: Sequence[str]) -> Self:
        return self._stepped(answers, unknown, self._agenda.left(answers, unknown))
