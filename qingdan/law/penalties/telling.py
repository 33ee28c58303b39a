"""Bounds as plain data and in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from qingdan.law.grammar.rules import Bar, Measure
from qingdan.law.grammar.text import Cite, Lang, Text
from qingdan.law.penalties.money import said

if TYPE_CHECKING:
    from qingdan.law.penalties.bounds import Bounds, Check, Consequence, FineRange

MEASURES = {
    Measure.ORDER_CORRECTION: Text("order to correct", "责令改正"),
    Measure.WARNING: Text("warning", "警告"),
    Measure.PUBLIC_CRITICISM: Text("public criticism", "通报批评"),
    Measure.CONFISCATION: Text("confiscation of unlawful gains", "没收违法所得"),
    Measure.SUSPEND_OPERATIONS: Text("suspension of operations", "责令暂停相关业务"),
    Measure.TERMINATE_OPERATIONS: Text("termination of operations", "责令终止相关业务"),
    Measure.RECTIFICATION: Text("business rectification", "责令停业整顿"),
    Measure.REVOKE_PERMITS: Text("notice to revoke permits", "通报吊销许可或者营业执照"),
    Measure.SUSPEND_LICENCE: Text("suspension of the licence", "暂扣许可"),
    Measure.REVOKE_LICENCE: Text("revocation of the licence", "吊销许可"),
    Measure.REVOKE_REGISTRY: Text("revocation of the registration", "撤销登记备案"),
    Measure.CANCEL_REGISTRY: Text("cancellation of the registration", "注销登记备案"),
}
_LABELS = {
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


def both(text: Text) -> dict[str, str]:
    """Return a text as plain data."""
    return {"en": text.en, "zh": text.zh}


def cited(cite: Cite) -> dict[str, str]:
    """Return a citation as plain data."""
    return {"en": cite.of("en"), "zh": cite.of("zh")}


def as_data(bounds: Bounds) -> dict[str, Any]:
    """Return bounds as plain data that JSON can hold. Sums in fen."""
    first, last = bounds.window
    return {
        "consequences": [_consequence(c) for c in bounds.consequences],
        "checks": [_check(c) for c in bounds.checks],
        "lenience": [_check(c) for c in bounds.lenience],
        "factors": [{"key": f.key, "says": both(f.says), "asks": both(f.asks)} for f in bounds.factors],
        "timetable": [d.as_data() for d in bounds.timetable],
        "decide_from": None if first is None else first.isoformat(),
        "decide_until": None if last is None else last.isoformat(),
        "impossible": bounds.impossible,
        "lawful": bounds.lawful,
        "refused": [r.as_data() for r in bounds.refused],
        "readings": {r.name: choice for r, choice in bounds.readings},
    }


def _consequence(c: Consequence) -> dict[str, Any]:
    return {
        "rule": c.penalty.key,
        "says": both(c.penalty.says),
        "cite": cited(c.penalty.cite),
        "applies": c.applies,
        "why": [both(w) for w in c.why],
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
        "presupposes": None if r.presupposes is None else both(r.presupposes),
        "missing": list(r.missing),
        "elsewise": [{"reading": reading.name, "choice": to, "high": fen} for reading, to, fen in r.elsewise],
    }


def _check(check: Check) -> dict[str, Any]:
    rule = check.rule
    says = rule.because if isinstance(rule, Bar) else rule.says
    return {
        "key": rule.key,
        "says": both(says),
        "cite": cited(rule.cite),
        "value": check.value,
        "missing": list(check.missing),
    }


def explain(bounds: Bounds, lang: Lang) -> str:
    """Return bounds in words, one statement a line."""
    return "\n".join(_lines(bounds, lang))


def _lines(bounds: Bounds, lang: Lang) -> Iterator[str]:
    label = {k: v.of(lang) for k, v in _LABELS.items()}
    colon = "：" if lang == "zh" else ": "
    if not bounds.consequences:
        yield label["nothing"]
    for c in bounds.consequences:
        yield from _told(c, lang, label, colon)
    for check in bounds.lenience:
        if check.value and not isinstance(check.rule, Bar):
            yield f"{label['lenience']}{colon}{check.rule.says.of(lang)} [{check.rule.cite.of(lang)}]"
    if bounds.timetable:
        yield label["due"]
        for due in bounds.timetable:
            estimate = f" {label['estimate']}" if due.deadline.provisional else ""
            yield f"  {due.deadline.due}{estimate}  {due.term.says.of(lang)} [{due.term.cite.of(lang)}]"
    if bounds.impossible:
        yield label["impossible"]
    if bounds.proposed is not None:
        key = "stands" if bounds.lawful else "refused" if bounds.lawful is False else "unshown"
        yield label[key]
        yield from (f"  - {r.explain(lang)}" for r in bounds.refused)
    if bounds.readings:
        taken = (f"{r.name} = {r.said(choice).of(lang)}" for r, choice in bounds.readings)
        yield f"{label['readings']}{colon}{_listed(taken, lang)}"


def _told(c: Consequence, lang: Lang, label: dict[str, str], colon: str) -> Iterator[str]:
    state = label["applies"] if c.applies else label["unknown"]
    yield f"{c.penalty.says.of(lang)} [{c.penalty.cite.of(lang)}]{colon}{state}"
    if c.why:
        yield f"  {label['because']}{colon}{_listed((w.of(lang) for w in c.why), lang)}"
    if c.missing:
        yield f"  {label['answer']}{colon}{', '.join(c.missing)}"
    for name, measures in (("obliged", c.obliged), ("available", c.available)):
        if measures:
            yield f"  {label[name]}{colon}{_listed((MEASURES[m].of(lang) for m in measures), lang)}"
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


def _listed(parts: Iterator[str], lang: Lang) -> str:
    return ("；" if lang == "zh" else "; ").join(parts)
