"""``qingdan facts``: every question the law asks, every event it knows, every open point."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from rich.markup import escape
from rich.table import Table

from qingdan.cli.judgement_page import place
from qingdan.cli.output import Exit, Format, console, fail, friendly, print_json
from qingdan.cli.tongue import say, t
from qingdan.law.grammar.conditions import Choice, Fact, Number
from qingdan.law.grammar.periods import Event
from qingdan.law.record import cite, text


def add_to(app: typer.Typer) -> None:
    """Add this command to ``app``."""
    app.command("facts", help=t("List the questions the law asks, or its events.", "列出本法所问事项或者事件。"))(facts)


def facts(
    word: Annotated[str | None, typer.Argument(help=t("show only what contains this word", "仅显示包含该词的条目"))] = None,
    events: Annotated[bool, typer.Option("--events", help=t("events, not questions", "列出事件"))] = False,
    violations: Annotated[bool, typer.Option("--violations", help=t("questions about a violation", "列出违法行为相关事项"))] = False,
    form: Annotated[Format, typer.Option("--format", help=t("text or json", "文本或者JSON"))] = Format.TEXT,
) -> None:
    """List; exit code 1 where nothing matches."""
    from qingdan.law.pack import model_law

    with friendly():
        pack = model_law()
        listed: tuple[Fact | Event, ...] = (
            pack.events if events else pack.violation_facts if violations else pack.facts
        )
        found = [thing for thing in listed if word is None or _matches(thing, word)]
        if not found:
            fail(t(f"nothing matches {word}", f"没有与{word}匹配的条目"), Exit.NO)
        if form is Format.JSON:
            print_json([as_data(thing) for thing in found])
            return
        table = Table(box=None, pad_edge=False, header_style="dim", expand=True)
        table.add_column(t("name", "名称"), no_wrap=True)
        table.add_column(t("event", "事件") if events else t("question", "问题"), ratio=1)
        table.add_column(t("answer", "答案"))
        table.add_column(t("article", "条文"), no_wrap=True, style="dim")
        for thing in found:
            said = thing.says if isinstance(thing, Event) else thing.asks
            table.add_row(thing.key, escape(say(said)), escape(_answers(thing)), place(thing.cite))
        console.print(table)


def _matches(thing: Fact | Event, word: str) -> bool:
    said = thing.says if isinstance(thing, Event) else thing.asks
    return word.lower() in f"{thing.key} {said.en} {said.zh}".lower()


def _answers(thing: Fact | Event) -> str:
    if isinstance(thing, Event):
        when = t("time", "时刻") if thing.timed else t("day", "日期")
        return when + (t(", repeats", "，可重复") if thing.repeats else "")
    if isinstance(thing, Choice):
        return " | ".join(thing.options)
    if isinstance(thing, Number):
        return t("whole number", "整数") + (t(" (fen)", "（分）") if thing.money else f" {thing.low}-{thing.high:,}")
    return t("yes | no", "是 | 否")


def as_data(thing: Fact | Event) -> dict[str, Any]:
    """Return a question or event as plain data."""
    if isinstance(thing, Event):
        return {
            "event": thing.key,
            "says": text(thing.says),
            "cite": cite(thing.cite),
            "repeats": thing.repeats,
            "planned": thing.planned,
            "timed": thing.timed,
        }
    data: dict[str, Any] = {"fact": thing.key, "asks": text(thing.asks), "cite": cite(thing.cite), "weighed": thing.weighed}
    if thing.help is not None:
        data["help"] = text(thing.help)
    if isinstance(thing, Choice):
        data["options"] = {o: text(said) for o, said in thing.options.items()}
    if isinstance(thing, Number):
        data |= {"low": thing.low, "high": thing.high, "unit": text(thing.unit), "money": thing.money}
    return data
