"""The bounds of a sanction on the terminal: what may be imposed, what must come first, what cannot stand."""

from __future__ import annotations

from collections.abc import Iterable

from rich.text import Text as Line

from qingdan.cli.pages import Column, head, listing, put, rule, styled
from qingdan.cli.tongue import say, t
from qingdan.cli.wording import capital, long_date, place, provisional
from qingdan.law.grammar.rules import MEASURES, Bar, Measure
from qingdan.law.grammar.text import Text
from qingdan.law.pack import model_law
from qingdan.law.penalties.bounds import Bounds
from qingdan.law.penalties.consequences import Consequence, FineRange
from qingdan.law.penalties.money import said
from qingdan.law.penalties.refused import Refused
from qingdan.law.proof.wording import taken_said


def print_bounds(bounds: Bounds, title: Text | None) -> None:
    """Print the whole page."""
    put()
    put(say(title) if title is not None else t("Violation", "违法行为"), "bold")
    rule()
    _print_verdict(bounds)
    if not bounds.consequences:
        head(t("No penalty rule of this law applies", "无适用的处罚规定"))
    for consequence in bounds.consequences:
        _print_consequence(consequence)
    _print_lenience(bounds)
    _print_periods(bounds)
    if bounds.proposed is None and bounds.factors:
        head(t("Weigh each factor of Article 62", "逐项考虑第六十二条各因素"))
        listing((Column(), Column(stretches=True)), [["□", say(f.asks)] for f in bounds.factors], indent=2)
    if bounds.readings:
        head(t("Rests on readings", "所采解释"))
    for reading, choice in bounds.readings:
        put(f"{reading.name}{t(': ', '：')}{say(taken_said(reading, choice))}", "dim", indent=2)
    put()
    put(t("These are bounds. A named officer decides.", "以上仅为幅度和条件，由具名人员决定。"), "dim")


def _print_verdict(bounds: Bounds) -> None:
    if bounds.proposed is None:
        return
    if bounds.lawful:
        put(t("✓ The proposed sanction keeps within the law", "✓ 拟处罚在法定范围内"), "bold green")
        return
    if bounds.lawful is False:
        put(t("✗ The proposed sanction would be unlawful", "✗ 拟处罚违法"), "bold red")
    else:
        put(
            t(
                "? The proposed sanction is not yet lawful: something must be shown first",
                "? 拟处罚尚有事项待查明",
            ),
            "bold yellow",
        )
    listing(
        (Column(), Column(stretches=True), Column(style="dim", most=24)),
        [_refusal(r) for r in bounds.refused],
        indent=2,
    )


def _refusal(refused: Refused) -> list[Line | str]:
    mark = Line("✗", style="red") if refused.unlawful else Line("?", style="yellow")
    notes = [t(f"what to do: {refused.remedy.en}", f"处理：{refused.remedy.zh}")]
    if refused.missing:
        notes.append(t("to be shown: ", "待查明：") + _questions(refused.missing))
    struck = t(", ", "、").join(_hit(h) for h in refused.hits)
    body = styled(f"{capital(say(refused.because))} ({struck})", *((f"\n{n}", "dim") for n in notes))
    return [mark, body, place(refused.cite)]


def _hit(name: str) -> str:
    measures = {m.value: say(said_) for m, said_ in MEASURES.items()}
    words = {"fine": t("fine", "罚款"), "rule": t("rule", "所依据规定"), "procedure": t("procedure", "程序")}
    return measures.get(name) or words.get(name) or name.removeprefix("person:")


def _print_consequence(c: Consequence) -> None:
    state = t("applies", "适用") if c.applies else t("not yet known whether it applies", "是否适用尚待查明")
    style = "bold" if c.applies else "bold yellow"
    put()
    put(styled((say(c.penalty.says), style), f"  {state}  ", (place(c.penalty.cite), "dim")))
    for label, text in _lines(c):
        put(styled((label + t(": ", "："), "dim"), text), indent=2)


def _lines(c: Consequence) -> Iterable[tuple[str, str]]:
    if c.why:
        yield t("because", "理由"), t("; ", "；").join(say(w) for w in c.why)
    if c.missing:
        yield t("to be shown", "待查明"), _questions(c.missing)
    if c.obliged:
        yield t("shall", "应当"), _measures(c.obliged)
    if c.available:
        yield t("may", "可以"), _measures(c.available)
    if c.entity is not None:
        yield t("fine on the party", "对单位罚款"), _range(c.entity)
        yield from _elsewise(c.entity)
    if c.persons is not None:
        yield t("fine on each person responsible", "对责任人员分别罚款"), _range(c.persons)
        yield from _elsewise(c.persons)
    if c.responsible:
        yield t("responsible", "责任人员"), t(", ", "、").join(c.responsible)
    for bar in c.barred:
        yield t("barred", "不得处罚"), f"{say(bar.because)} [{place(bar.cite)}]"


def _range(fine: FineRange) -> str:
    low, high = say(said(fine.low)), say(said(fine.high))
    text = t(f"{low} to {high}", f"{low}至{high}") if fine.low else t(f"up to {high}", f"{high}以下")
    if not fine.settled:
        text += t(" or more, depending on: ", "，视下列事项可更高：") + _questions(fine.missing)
    if fine.presupposes is not None:
        text += t("; ", "；") + say(fine.presupposes)
    return text


def _elsewise(fine: FineRange) -> Iterable[tuple[str, str]]:
    for reading, choice, fen in fine.elsewise:
        yield f"  --reading {reading.name}={choice}", say(said(fen))


def _measures(measures: Iterable[Measure]) -> str:
    return t(", ", "、").join(say(MEASURES[m]) for m in measures)


def _questions(keys: Iterable[str]) -> str:
    pack = model_law()
    asks = {f.key: f.asks for f in (*pack.facts, *pack.violation_facts)}
    return " ".join(f"{say(asks[k])} ({k})" if k in asks else k for k in keys)


def _print_lenience(bounds: Bounds) -> None:
    held = [c.rule for c in bounds.lenience if c.value and not isinstance(c.rule, Bar)]
    if held:
        head(t("Lenience", "从宽情节"))
        for found in held:
            put(f"· {say(found.says)} [{place(found.cite)}]", indent=2)


def _print_periods(bounds: Bounds) -> None:
    if bounds.timetable:
        head(t("Periods", "期限"))
    rows: list[list[str]] = []
    for due in bounds.timetable:
        end = due.deadline
        if end.provisional:
            when = provisional(end)
        else:
            when = long_date(end.due) if end.due is not None else t("stopped", "已停止")
        rows.append([when, say(due.term.says), place(due.term.cite)])
    listing((Column(most=24), Column(stretches=True), Column(style="dim", most=24)), rows, indent=2)
    if bounds.impossible:
        put(
            t(
                "! the period for asking for a hearing ends after the last day for deciding",
                "! 听证申请期限届满已晚于办案期限",
            ),
            "red",
            indent=2,
        )
