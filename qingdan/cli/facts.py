"""``qingdan facts``: every question the law asks, every event it knows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from qingdan.cli import options
from qingdan.cli.output import Exit, Format, fail, print_json
from qingdan.cli.tongue import say, t

if TYPE_CHECKING:
    from qingdan.law.grammar.conditions import Fact
    from qingdan.law.grammar.periods import Event


def add_to(app: typer.Typer) -> None:
    """Add this command to ``app``."""
    app.command(
        "facts",
        help=t("List the questions the law asks, or its events.", "列出本法所问事项或者事件。"),
        epilog=options.examples(
            "qingdan facts", "qingdan facts incident --events", "qingdan facts turnover --violations"
        ),
    )(facts)


def facts(
    word: Annotated[
        str | None,
        typer.Argument(
            metavar="[WORD]",
            help=t("show only what contains this word", "仅显示包含该词的条目"),
            autocompletion=options.complete_fact,
        ),
    ] = None,
    events: Annotated[bool, typer.Option("--events", help=t("events, not questions", "列出事件"))] = False,
    violations: Annotated[
        bool, typer.Option("--violations", help=t("questions about a violation", "列出违法行为相关事项"))
    ] = False,
    form: Annotated[Format, options.output_format()] = Format.TEXT,
) -> None:
    """List; exit code 1 where nothing matches."""
    from qingdan.law.pack import model_law

    pack = model_law()
    listed: tuple[Fact | Event, ...] = (
        pack.events if events else pack.violation_facts if violations else pack.facts
    )
    found = [thing for thing in listed if word is None or _matches(thing, word)]
    if not found:
        fail(t(f"nothing matches {word}", f"没有与{word}匹配的条目"), Exit.NO)
    if form is Format.JSON:
        print_json([as_data(thing) for thing in found])
    else:
        _print(found, events=events)


def _print(found: list[Fact | Event], *, events: bool) -> None:
    from qingdan.cli.pages import Column, listing
    from qingdan.cli.wording import place

    columns = (
        Column(t("name", "名称"), most=34),
        Column(t("event", "事件") if events else t("question", "问题"), stretches=True),
        Column(t("answer", "答案"), most=30),
        Column(t("article", "条文"), style="dim", most=22),
    )
    rows = [[thing.key, say(_wording(thing)), _answers(thing), place(thing.cite)] for thing in found]
    listing(columns, rows, header=True)


def _wording(thing: Fact | Event) -> Any:  # noqa: ANN401 - a Text, loaded late
    return thing.asks if hasattr(thing, "asks") else thing.says


def _matches(thing: Fact | Event, word: str) -> bool:
    said = _wording(thing)
    return word.lower() in f"{thing.key} {said.en} {said.zh}".lower()


def _answers(thing: Fact | Event) -> str:
    from qingdan.law.grammar.conditions import Choice, Number
    from qingdan.law.grammar.periods import Event

    if isinstance(thing, Event):
        when = t("time", "时刻") if thing.timed else t("day", "日期")
        return when + (t(", repeats", "，可重复") if thing.repeats else "")
    if isinstance(thing, Choice):
        return " | ".join(thing.options)
    if isinstance(thing, Number):
        span = f"{thing.low}-{thing.high:,}"
        return t("money", "金额") if thing.money else t(f"whole number {span}", f"整数 {span}")
    return t("yes | no", "是 | 否")


def as_data(thing: Fact | Event) -> dict[str, Any]:
    """Return a question or event as plain data."""
    from qingdan.law.grammar.conditions import Choice, Number
    from qingdan.law.grammar.periods import Event
    from qingdan.law.judge.record import cite

    if isinstance(thing, Event):
        return {
            "event": thing.key,
            "says": thing.says.as_data(),
            "cite": cite(thing.cite),
            "repeats": thing.repeats,
            "planned": thing.planned,
            "timed": thing.timed,
        }
    data: dict[str, Any] = {
        "fact": thing.key,
        "asks": thing.asks.as_data(),
        "cite": cite(thing.cite),
        "weighed": thing.weighed,
    }
    if thing.help is not None:
        data["help"] = thing.help.as_data()
    if isinstance(thing, Choice):
        data["options"] = {o: said.as_data() for o, said in thing.options.items()}
    if isinstance(thing, Number):
        data |= {"low": thing.low, "high": thing.high, "unit": thing.unit.as_data(), "money": thing.money}
    return data
