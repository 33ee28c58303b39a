"""A question with its reasons: the article, what it can still change, and what each answer settles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol, Self, TypeAlias

from qingdan.law.cells import Cells
from qingdan.law.formula import Resolver
from qingdan.law.grammar.amounts import in_yuan
from qingdan.law.grammar.conditions import Answer, Choice, Fact, Number, YesNo
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.interview.agenda import Standing
from qingdan.law.interview.goals import Goal

Settled: TypeAlias = tuple[tuple[Goal, Standing], ...]

NAMED = 2  # statements spelled out; nobody reads a dump
SHOWN = 3  # consequences spelled out
_YES, _NO = Text("yes", "是"), Text("no", "否")
_NOT_KNOWN = Text("you do not know", "无法回答")
_OPEN = Text("nothing is settled yet", "尚不能确定")


class Conversation(Protocol):
    """What a question needs of the interview it belongs to: what would be settled after each answer."""

    @property
    def resolver(self) -> Resolver:
        """The facts of the law and their answers."""

    def open_to(self, fact: Fact) -> tuple[Goal, ...]:
        """Return the goals that some answer to ``fact`` can still change."""

    def answer(self, key: str, value: Answer) -> Self:
        """Return the conversation with ``key`` answered."""

    def dont_know(self, key: str) -> Self:
        """Return the conversation with ``key`` passed over for good."""

    def settled_by(self, later: Self) -> Settled:
        """Return the goals open here that a later state has settled."""


@dataclass(frozen=True)
class Consequence:
    """What an answer settles. ``answers`` are all answers with this same effect; empty: don't know.

    ``settles`` holds the goals that are open now and would not be then, with how they would stand.
    """

    answers: tuple[Answer, ...]
    given: Text
    settles: Settled

    @property
    def says(self) -> Text:
        """What follows, in a line: ``if yes: The product is not exempt (Art. 45)``."""
        return Text("if {given}: {then}", "若{given}：{then}").filled(
            given=self.given, then=_then(self.settles)
        )


@dataclass(frozen=True, eq=False)
class Question:
    """The next question of an interview. Its reasons are worked out when they are looked at."""

    fact: Fact
    interview: Conversation

    @property
    def key(self) -> str:
        """The key under which it is answered."""
        return self.fact.key

    @property
    def asks(self) -> Text:
        """The question."""
        return self.fact.asks

    @property
    def help(self) -> Text | None:
        """How to answer it."""
        return self.fact.help

    @property
    def cite(self) -> Cite:
        """The article that asks."""
        return self.fact.cite

    @property
    def options(self) -> Mapping[str, Text]:
        """The options of a choice; none for other questions."""
        return self.fact.options if isinstance(self.fact, Choice) else {}

    @property
    def unit(self) -> Text | None:
        """What a number counts."""
        return self.fact.unit if isinstance(self.fact, Number) else None

    @property
    def bounds(self) -> tuple[int, int] | None:
        """The least and the greatest number accepted; money in fen."""
        return (self.fact.low, self.fact.high) if isinstance(self.fact, Number) else None

    @cached_property
    def goals(self) -> tuple[Goal, ...]:
        """The goals that some answer to this question can still change."""
        return self.interview.open_to(self.fact)

    @cached_property
    def consequences(self) -> tuple[Consequence, ...]:
        """What the answers settle. Answers with the same effect are one; yes comes before no."""
        effects: dict[Settled, list[int]] = {}
        cells = self._cells
        order = reversed(range(cells.size)) if isinstance(self.fact, YesNo) else range(cells.size)
        for cell in order:
            effects.setdefault(self._settles(cells.representative(cell)), []).append(cell)
        return tuple(
            Consequence(tuple(cells.representative(c) for c in same), _given(cells, same), settles)
            for settles, same in effects.items()
        )

    @cached_property
    def if_not_known(self) -> Consequence:
        """What cannot be found out any more if nobody knows the answer."""
        after = self.interview.dont_know(self.key)
        return Consequence((), _NOT_KNOWN, self.interview.settled_by(after))

    def consequence(self, answer: Answer) -> Consequence:
        """Return what one answer settles. Raises WrongAnswer if it is none."""
        cell = self._cells.of(answer)
        return Consequence((answer,), _given(self._cells, [cell]), self._settles(answer))

    @cached_property
    def why(self) -> Text:
        """Why it is asked: article, what is at stake, what each answer settles."""
        cite = Text(self.cite.of("en"), self.cite.of("zh"))
        stake = _listed([goal.says for goal in self.goals], Text("“{it}”", "“{it}”"))
        head = Text("{cite}. Still open: {stake}", "{cite}。待定：{stake}").filled(cite=cite, stake=stake)
        lines = [head, *self._what_follows()]
        return Text("; ".join(line.en for line in lines) + ".", "；".join(line.zh for line in lines) + "。")

    def _what_follows(self) -> Iterator[Text]:
        shown = self.consequences[:SHOWN]
        yield shown[0].says
        if len(self.consequences) == 2 and _opposite(shown[0].settles, shown[1].settles):  # noqa: PLR2004
            yield Text("if {given}: the opposite", "若{given}：则相反").filled(given=shown[1].given)
        else:
            yield from (consequence.says for consequence in shown[1:])
        if len(self.consequences) > SHOWN:
            yield Text("other answers settle other things", "其他答案另有结果")

    @property
    def _cells(self) -> Cells:
        resolver = self.interview.resolver
        return resolver.cells[resolver.var[self.fact]]

    def _settles(self, answer: Answer) -> Settled:
        return self.interview.settled_by(self.interview.answer(self.key, answer))


def _opposite(one: Settled, other: Settled) -> bool:
    swapped = {Standing.TRUE: Standing.FALSE, Standing.FALSE: Standing.TRUE}
    return bool(one) and other == tuple((goal, swapped.get(standing)) for goal, standing in one)


def _then(settles: Settled) -> Text:
    found = {way: [goal for goal, standing in settles if standing is way] for way in Standing}
    holding = {goal.group for goal in found[Standing.TRUE]} - {""}
    denied = [goal for goal in found[Standing.FALSE] if goal.group not in holding]
    said = [_with_cite(g, g.says) for g in found[Standing.TRUE]] + [_with_cite(g, g.denies) for g in denied]
    said += [
        Text("it cannot be told whether “{it}”", "无法确定“{it}”").filled(it=goal.says)
        for goal in found[Standing.UNKNOWABLE]
    ]
    if said:
        return _listed(said, Text("{it}", "{it}"))
    if settles:
        return Text("other questions need no answer", "其他问题无需回答")
    return _OPEN


def _with_cite(goal: Goal, says: Text) -> Text:
    return Text(f"{says.en} ({goal.cite.of('en')})", f"{says.zh}（{goal.cite.of('zh')}）")


def _listed(statements: Sequence[Text], each: Text) -> Text:
    shown = [each.filled(it=statement) for statement in statements[:NAMED]]
    rest = len(statements) - len(shown)
    return Text(
        "; ".join(s.en for s in shown) + (f" and {rest} more" if rest else ""),
        "；".join(s.zh for s in shown) + (f"等{len(statements)}项" if rest else ""),
    )


def _given(cells: Cells, same: Sequence[int]) -> Text:
    """Return the wording of the answers in some cells of one question."""
    fact = cells.fact
    if isinstance(fact, YesNo):
        return Text("yes or no", "是或者否") if len(same) > 1 else (_YES if same[0] else _NO)
    if isinstance(fact, Choice):
        options = tuple(fact.options.values())
        if len(same) > 1 and len(same) > len(options) - len(same):
            others = [i for i in range(len(options)) if i not in same]
            if not others:
                return Text("any answer", "任一答案")
            return Text("not {it}", "不是{it}").filled(it=_options([options[i] for i in others]))
        return _options([options[i] for i in same])
    spans = list(_spans(cells, same))
    return Text(" or ".join(s.en for s in spans), "或者".join(s.zh for s in spans))


def _options(options: Sequence[Text]) -> Text:
    return Text(" or ".join(o.en for o in options), "、".join(o.zh for o in options))


def _spans(cells: Cells, same: Sequence[int]) -> Iterator[Text]:
    """Yield intervals of a number, neighbouring cells joined: ``from 500 to less than 900``."""
    fact = cells.fact
    unit = fact.unit if isinstance(fact, Number) else Text("-", "-")
    money = isinstance(fact, Number) and fact.money
    ends = (None, *cells.bounds, None)
    for first, last in _runs(same):
        low, high = ends[first], ends[last + 1]
        if low is None and high is None:
            yield Text("any number", "任一数值")
        elif low is None:
            yield Text("less than {n}", "不足{n}").filled(n=_amount(high, unit, money=money))
        elif high is None:
            yield Text("{n} or more", "{n}以上").filled(n=_amount(low, unit, money=money))
        else:
            yield Text("{low} or more, less than {high}", "{low}以上、不足{high}").filled(
                low=_amount(low, unit, money=money), high=_amount(high, unit, money=money)
            )


def _runs(cells: Sequence[int]) -> Iterator[tuple[int, int]]:
    first = last = cells[0]
    for cell in cells[1:]:
        if cell != last + 1:
            yield first, last
            first = cell
        last = cell
    yield first, last


def _amount(number: int | None, unit: Text, *, money: bool) -> Text:
    if number is None:
        raise ValueError("an end of an interval that is open has no amount")
    if money:  # fen; people read yuan
        return Text(f"CNY {in_yuan(number)}", f"{in_yuan(number)}元")
    return Text(f"{number:,} {unit.en}", f"{number:,}{unit.zh}")
