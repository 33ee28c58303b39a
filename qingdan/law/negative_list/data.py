"""Negative List editions as plain data (JSON, YAML), and back.

A criterion is one of ``{"all": […]}``, ``{"any": […]}``, ``{"not": …}``, ``{"fact": key}``,
``{"fact": key, "is": [options]}`` and ``{"fact": key, "at_least": n}``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from qingdan.law.grammar.conditions import (
    All,
    Among,
    AnyOf,
    AtLeast,
    Choice,
    Condition,
    Fact,
    Not,
    Number,
    YesNo,
)
from qingdan.law.grammar.text import Text
from qingdan.law.negative_list.edition import BadEdition, Entry, ListEdition
from qingdan.law.negative_list.fields import Path, flag, listing, mapping, only, text, word

DEPTH, ENTRIES = 12, 1_000
_EDITION = {"key", "title", "published", "effective", "first", "illustrative", "notice", "entries"}
_ENTRY = {"key", "says", "criteria", "reason"}


def edition_as_data(edition: ListEdition) -> dict[str, Any]:
    """Return ``edition`` as plain data, entries in order. Raises BadEdition if a criterion is no plain one."""
    return {
        "key": edition.key,
        "title": _both(edition.title),
        "published": edition.published.isoformat(),
        "effective": edition.effective.isoformat(),
        "first": edition.first,
        "illustrative": edition.illustrative,
        "notice": _both(edition.notice),
        "entries": [
            {
                "key": e.key,
                "says": _both(e.says),
                "criteria": condition_as_data(e.criteria),
                "reason": _both(e.reason),
            }
            for e in edition.entries
        ],
    }


def condition_as_data(condition: Condition) -> dict[str, Any]:
    """Return a criterion as plain data."""
    if isinstance(condition, All):
        return {"all": [condition_as_data(p) for p in condition.parts]}
    if isinstance(condition, AnyOf):
        return {"any": [condition_as_data(p) for p in condition.parts]}
    if isinstance(condition, Not):
        return {"not": condition_as_data(condition.part)}
    if isinstance(condition, YesNo):
        return {"fact": condition.key}
    if isinstance(condition, Among):
        return {
            "fact": condition.fact.key,
            "is": [o for o in condition.fact.options if o in condition.options],
        }
    if isinstance(condition, AtLeast) and isinstance(condition.bound, int):
        return {"fact": condition.fact.key, "at_least": condition.bound + condition.plus}
    raise BadEdition(
        Text(
            "list criteria are made of facts alone: no readings, findings or other lists",
            "清单条件只能由事实构成，不得引用解释选项、认定结论或者其他清单",
        )
    )


def edition_from_data(data: object, facts: Iterable[Fact]) -> ListEdition:
    """Return the edition that ``data`` describes, over ``facts`` (as in ``Pack.facts``).

    Raises BadEdition, naming the field and what would be right.
    """
    known = {f.key: f for f in facts}
    given = only(mapping(data, ()), _EDITION, (), may_lack={"first"})
    rows = listing(given["entries"], ("entries",), most=ENTRIES)
    return ListEdition(
        key=word(given["key"], ("key",)),
        title=text(given["title"], ("title",)),
        published=_day(given["published"], ("published",)),
        effective=_day(given["effective"], ("effective",)),
        entries=tuple(_entry(row, known, ("entries", i)) for i, row in enumerate(rows)),
        illustrative=flag(given["illustrative"], ("illustrative",)),
        notice=text(given["notice"], ("notice",)),
        first=flag(given.get("first", True), ("first",)),
    )


def _entry(data: object, facts: Mapping[str, Fact], at: Path) -> Entry:
    given = only(mapping(data, at), _ENTRY, at)
    return Entry(
        key=word(given["key"], (*at, "key")),
        says=text(given["says"], (*at, "says")),
        criteria=condition_from_data(given["criteria"], facts, (*at, "criteria")),
        reason=text(given["reason"], (*at, "reason")),
    )


def condition_from_data(data: object, facts: Mapping[str, Fact], at: Path = ()) -> Condition:
    """Return the criterion that ``data`` describes. ``at`` is its place in the file, for refusals."""
    given = mapping(data, at)
    # A place has two steps a level: the connective and the position in it.
    if len(at) > 2 * DEPTH:
        raise BadEdition(
            Text(f"more than {DEPTH} levels deep; flatten it", f"嵌套超过{DEPTH}层，请简化"), where=at
        )
    for word_, joined in (("all", All), ("any", AnyOf)):
        if word_ in given:
            only(given, {word_}, at)
            parts = listing(given[word_], (*at, word_), most=ENTRIES)
            return joined(tuple(condition_from_data(p, facts, (*at, word_, i)) for i, p in enumerate(parts)))
    if "not" in given:
        only(given, {"not"}, at)
        return Not(condition_from_data(given["not"], facts, (*at, "not")))
    return _about_fact(only(given, {"fact", "is", "at_least"}, at, may_lack={"is", "at_least"}), facts, at)


def _about_fact(given: Mapping[str, Any], facts: Mapping[str, Fact], at: Path) -> Condition:
    key = word(given["fact"], (*at, "fact"))
    fact = facts.get(key)
    if fact is None:
        raise BadEdition(
            Text(
                f"{key} is no question of this law; `qingdan facts` lists all",
                f"{key}不是本法所问的事项，可用 qingdan facts 查看全部",
            ),
            where=(*at, "fact"),
        )
    if isinstance(fact, YesNo) and given.keys() == {"fact"}:
        return fact
    if isinstance(fact, Choice) and given.keys() == {"fact", "is"}:
        options = [word(o, (*at, "is", i)) for i, o in enumerate(listing(given["is"], (*at, "is"), most=100))]
        if set(options) <= fact.options.keys():
            return fact.is_(*options)
        raise _wanted(f'"is": {list(fact.options)}', (*at, "is"))
    if isinstance(fact, Number) and given.keys() == {"fact", "at_least"}:
        bound = given["at_least"]
        if isinstance(bound, int) and not isinstance(bound, bool) and fact.low <= bound <= fact.high:
            return fact >= bound
        raise _wanted(f'"at_least": {fact.low}-{fact.high}', (*at, "at_least"))
    wants = "is" if isinstance(fact, Choice) else "at_least" if isinstance(fact, Number) else None
    raise _wanted(f'"fact": "{key}"' + (f', "{wants}": …' if wants else ""), at)


def _wanted(form: str, at: Path) -> BadEdition:
    return BadEdition(Text(f"write {{{form}}}", f"应写作{{{form}}}"), where=at)


def _day(given: object, at: Path) -> date:
    if type(given) is date:  # YAML reads dates by itself
        return given
    try:
        return date.fromisoformat(word(given, at))
    except ValueError:
        raise BadEdition(Text("give a day such as 2026-01-01", "应填日期，如2026-01-01"), where=at) from None


def _both(said: Text) -> dict[str, str]:
    return {"en": said.en, "zh": said.zh}
