"""How an examination speaks of rules, periods and sums: short, from what each rule itself says."""

from __future__ import annotations

from collections.abc import Callable

from qingdan.law.grammar.amounts import Amount, ByReading, Fixed, Higher, Lower, PercentOf, in_yuan
from qingdan.law.grammar.named import Named
from qingdan.law.grammar.periods import (
    AtOnce,
    Before,
    Count,
    Every,
    Period,
    Retention,
    Timing,
    UnitByReading,
    Yearly,
)
from qingdan.law.grammar.readings import Chosen, Figure, Reading
from qingdan.law.grammar.rules import (
    Bar,
    Deemed,
    Definition,
    DossierItem,
    Duty,
    Factor,
    Finding,
    LicenceCondition,
    Penalty,
    Power,
    Prohibition,
    Right,
    Rule,
    Term,
)
from qingdan.law.grammar.text import Text
from qingdan.law.grammar.units import Unit

Taken = Callable[[Reading], Chosen]

_SAID_BY: dict[type[Rule], str] = {
    Finding: "says",
    Duty: "must",
    Prohibition: "forbids",
    Right: "may",
    Power: "may",
    Term: "says",
    Penalty: "says",
    Bar: "because",
    LicenceCondition: "says",
    DossierItem: "says",
    Definition: "term",
    Deemed: "effect",
    Factor: "says",
}
_KIND: dict[type[Rule], Text] = {
    Finding: Text("finding", "认定"),
    Duty: Text("duty", "义务"),
    Prohibition: Text("prohibition", "禁止"),
    Right: Text("right", "权利"),
    Power: Text("power", "职权"),
    Term: Text("period", "期限"),
    Penalty: Text("penalty", "处罚"),
    Bar: Text("bar", "限制"),
    LicenceCondition: Text("licence condition", "许可条件"),
    DossierItem: Text("document", "材料"),
    Definition: Text("definition", "定义"),
    Deemed: Text("deemed effect", "视为"),
    Factor: Text("factor", "裁量因素"),
}
_UNDECIDED = Text("not decided", "尚待决定")


def kind_of(rule: Rule) -> Text:
    """Return what kind of rule this is."""
    return _KIND[type(rule)]


def said(thing: Named) -> Text:
    """Return what a rule, fact or event says in its own words."""
    attribute = _SAID_BY.get(type(thing), "says") if isinstance(thing, Rule) else ""
    for name in (attribute, "says", "asks"):
        words = getattr(thing, name, None)
        if isinstance(words, Text):
            return words
    return Text(thing.key, thing.key)


def quoted(thing: Named) -> Text:
    """Return a rule as it is cited in a sentence: what it says, and where."""
    words = said(thing)
    cite = getattr(thing, "cite", None)
    if cite is None:
        return Text(f"“{words.en}”", f"“{words.zh}”")
    return Text(f"“{words.en}” ({cite.of('en')})", f"“{words.zh}”（{cite.of('zh')}）")


def taken_said(reading: Reading, choice: Chosen) -> Text:
    """Return the choice taken for a reading; sums of money in yuan."""
    if isinstance(choice, int) and reading.counts is not None and reading.counts.en == "fen":
        return Text(f"{in_yuan(choice)} yuan", f"{in_yuan(choice)}元")
    return reading.said(choice)


def count_said(amount: Count, unit: Unit, taken: Taken) -> Text:
    """Return a length of time."""
    if isinstance(amount, Figure):
        return Text(f"as national rules set ({amount.field})", f"依国家有关规定（{amount.field}）")
    number = taken(amount) if isinstance(amount, Reading) else amount
    return _UNDECIDED if number is None else unit.said(int(number))


def timing_said(timing: Timing | Retention | None, taken: Taken) -> Text:  # noqa: PLR0911 - one case a kind
    """Return when something is due, with the unit and figure taken for open points."""
    if timing is None:
        return Text("continuously", "持续履行")
    if isinstance(timing, Period):
        unit = timing.unit
        if isinstance(unit, UnitByReading):
            unit = unit.each[taken(unit.reading)]
        length = count_said(timing.amount, unit, taken)
        event = timing.after or timing.before
        words = event.says if event is not None else _UNDECIDED
        if timing.after is not None:
            return Text(f"within {length.en} after: {words.en}", f"{words.zh}之日起{length.zh}内")
        return Text(f"at least {length.en} before: {words.en}", f"{words.zh}至少{length.zh}前")
    if isinstance(timing, Before):
        return Text(f"before: {timing.event.says.en}", f"{timing.event.says.zh}之前")
    if isinstance(timing, AtOnce):
        prompt = Text(f"at once after: {timing.after.says.en}", f"{timing.after.says.zh}后立即")
        if timing.at_latest is None:
            return prompt
        latest = timing_said(timing.at_latest, taken)
        return Text(f"{prompt.en}; at the latest {latest.en}", f"{prompt.zh}，至迟{latest.zh}")
    if isinstance(timing, Every):
        length = count_said(timing.amount, timing.unit, taken)
        return Text(f"at least once in {length.en}", f"每{length.zh}至少一次")
    if isinstance(timing, Yearly):
        day = timing_day(taken(timing.monthday))
        return Text(f"each year by {day}", f"每年{day}前")
    length = count_said(timing.amount, timing.unit, taken)
    return Text(f"kept for at least {length.en}", f"保存不少于{length.zh}")


def timing_day(monthday: Chosen) -> str:
    """Return a month and day given as MMDD in the form 06-30."""
    return "?" if monthday is None else f"{int(monthday) // 100:02d}-{int(monthday) % 100:02d}"


def amount_said(amount: Amount, taken: Taken) -> Text:
    """Return a sum of money in words."""
    if isinstance(amount, Fixed):
        return Text(f"{in_yuan(amount.fen)} yuan", f"{in_yuan(amount.fen)}元")
    if isinstance(amount, PercentOf):
        return Text(
            f"{amount.percent}% of: {amount.base.asks.en}", f"“{amount.base.asks.zh}”的{amount.percent}%"
        )
    if isinstance(amount, ByReading):
        return amount_said(amount.each[taken(amount.reading)], taken)
    if isinstance(amount, (Higher, Lower)):
        one, other = amount_said(amount.one, taken), amount_said(amount.other, taken)
        en, zh = ("higher", "较高者") if isinstance(amount, Higher) else ("lower", "较低者")
        return Text(f"the {en} of {one.en} and {other.en}", f"{one.zh}与{other.zh}之{zh}")
    raise TypeError(f"no wording for {type(amount).__name__}")


def sentence(text: Text) -> Text:
    """Return ``text`` as a sentence that begins large and ends with a stop."""
    return Text(f"{text.en[:1].upper()}{text.en[1:].rstrip('.')}.", f"{text.zh.rstrip('。')}。")
