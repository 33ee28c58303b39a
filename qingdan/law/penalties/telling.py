"""Consequences as plain data and in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qingdan.law.grammar.rules import MEASURES, Bar
from qingdan.law.grammar.text import Lang, Text
from qingdan.law.penalties.consequences import Check, Consequence, FineRange
from qingdan.law.penalties.money import said

LABELS = {
    "applies": Text("applies", "适用"),
    "unknown": Text("not yet known whether it applies", "是否适用尚待查明"),
    "because": Text("because", "理由"),
    "answer": Text("still to be answered", "尚待查明"),
    "obliged": Text("obliged", "应当"),
    "available": Text("available", "可以"),
    "entity": Text("fine on the party", "对当事人罚款"),
    "persons": Text("fine on each person directly responsible", "对直接责任人员分别罚款"),
    "barred": Text("barred", "不得处罚"),
    "due": Text("periods", "期限"),
    "estimate": Text("(provisional)", "（暂定）"),
    "lenience": Text("lenience", "从宽情节"),
    "refused": Text("the proposal cannot stand", "拟处罚不能成立"),
    "unshown": Text("the proposal is not yet lawful: something must be shown first", "拟处罚尚有事项待查明"),
    "stands": Text(
        "the proposal keeps within the law; a named officer decides", "拟处罚在法定范围内，由具名人员决定"
    ),
    "nothing": Text("no penalty rule of this law applies", "无适用的处罚规定"),
    "readings": Text("rests on readings", "所采解释"),
    "impossible": Text(
        "the period for asking for a hearing ends after the last day for deciding",
        "听证申请期限届满已晚于办案期限",
    ),
    "factors": Text("weigh each factor of Article 62", "逐项考虑第六十二条各因素"),
}


def consequence_data(c: Consequence) -> dict[str, Any]:
    """Return one rule as it applies, as plain data."""
    return {
        "rule": c.penalty.key,
        "says": c.penalty.says.as_data(),
        "cite": c.penalty.cite.as_data(),
        "applies": c.applies,
        "why": [w.as_data() for w in c.why],
        "missing": list(c.missing),
        "obliged": [m.value for m in c.obliged],
        "available": [m.value for m in c.available],
        "entity": None if c.entity is None else _range(c.entity),
        "persons": None if c.persons is None else _range(c.persons),
        "responsible": list(c.responsible),
        "barred": [b.key for b in c.barred],
    }


def _range(r: FineRange) -> dict[str, Any]:
    return {
        "low": r.low,
        "high": r.high,
        "perhaps_to": r.perhaps_to,
        "settled": r.settled,
        "open": r.open,
        "presupposes": None if r.presupposes is None else r.presupposes.as_data(),
        "missing": list(r.missing),
        "elsewise": [{"reading": reading.name, "choice": to, "high": fen} for reading, to, fen in r.elsewise],
    }


def check_data(check: Check) -> dict[str, Any]:
    """Return a bar or a ground of lenience with its value, as plain data."""
    rule = check.rule
    says = rule.because if isinstance(rule, Bar) else rule.says
    return {
        "key": rule.key,
        "says": says.as_data(),
        "cite": rule.cite.as_data(),
        "value": check.value,
        "missing": list(check.missing),
    }


def told(c: Consequence, lang: Lang, label: dict[str, str], colon: str) -> Iterator[str]:
    """Yield one rule as it applies in words, its particulars set in."""
    state = label["applies"] if c.applies else label["unknown"]
    yield f"{c.penalty.says.of(lang)} [{c.penalty.cite.of(lang)}]{colon}{state}"
    if c.why:
        yield f"  {label['because']}{colon}{listed((w.of(lang) for w in c.why), lang)}"
    if c.missing:
        yield f"  {label['answer']}{colon}{', '.join(c.missing)}"
    for name, measures in (("obliged", c.obliged), ("available", c.available)):
        if measures:
            yield f"  {label[name]}{colon}{listed((MEASURES[m].of(lang) for m in measures), lang)}"
    for name, fine in (("entity", c.entity), ("persons", c.persons)):
        if fine is not None:
            yield f"  {label[name]}{colon}{_ranged(fine, lang)}"
    for bar in c.barred:
        yield f"  {label['barred']}{colon}{bar.because.of(lang)} [{bar.cite.of(lang)}]"


def _ranged(r: FineRange, lang: Lang) -> str:
    low, high = said(r.low).of(lang), said(r.high).of(lang)
    text = f"{low} – {high}" if r.low else (f"{high}以下" if lang == "zh" else f"up to {high}")
    if not r.settled:
        known = ", ".join(r.missing)
        text += f"（视{known}可更高）" if lang == "zh" else f" (perhaps more, depending on {known})"
    if r.presupposes is not None:
        text += f"；{r.presupposes.zh}" if lang == "zh" else f"; {r.presupposes.en}"
    for reading, choice, fen in r.elsewise:
        other = said(fen).of(lang)
        text += (
            f"；{reading.name}={choice}时为{other}"
            if lang == "zh"
            else f"; with {reading.name}={choice}: {other}"
        )
    return text


def listed(parts: Iterator[str], lang: Lang) -> str:
    """Return several statements as one enumeration."""
    return ("；" if lang == "zh" else "; ").join(parts)
