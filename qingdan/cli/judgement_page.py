"""A judgement on the terminal: what is urgent first, every line with its article."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from rich.markup import escape
from rich.padding import Padding
from rich.table import Table
from rich.text import Text as Line

from qingdan.cli.output import console
from qingdan.cli.tongue import LANG, say, t
from qingdan.law.book import Ground
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.judge import Checked, Judgement
from qingdan.law.obligations import Obligation, Standing

_WEEKDAYS_ZH = "一二三四五六日"
_PRESSING = (Standing.OVERDUE, Standing.DUE, Standing.UNDECIDED)
_MARKS = {
    Standing.OVERDUE: ("✗", "bold red"),
    Standing.DUE: ("○", "yellow"),
    Standing.UNDECIDED: ("?", "magenta"),
    Standing.DONE: ("✓", "green"),
    Standing.DONE_LATE: ("✓", "yellow"),
    Standing.WAITING: ("·", "dim"),
    Standing.CONTINUOUS: ("·", "dim"),
    Standing.ENDED: ("–", "dim"),
}
STANDINGS = {
    Standing.OVERDUE: Text("overdue", "已逾期"),
    Standing.DUE: Text("to do", "待完成"),
    Standing.UNDECIDED: Text("cannot be computed", "无法计算"),
    Standing.DONE: Text("done", "已完成"),
    Standing.DONE_LATE: Text("done late", "逾期完成"),
    Standing.WAITING: Text("not yet triggered", "尚未触发"),
    Standing.CONTINUOUS: Text("continuous", "持续履行"),
    Standing.ENDED: Text("ended", "已终止"),
}


def long_date(on: date) -> str:
    """Return ``2026-02-24 (Tue)`` or ``2026年2月24日（周二）``."""
    if LANG == "zh":
        return f"{on.year}年{on.month}月{on.day}日（周{_WEEKDAYS_ZH[on.weekday()]}）"
    return f"{on.isoformat()} ({'Mon Tue Wed Thu Fri Sat Sun'.split()[on.weekday()]})"


def place(cite: Cite) -> str:
    """Return the article; the statute is named only where it is not the law itself."""
    said = cite.of(LANG)
    if cite.statute.key.startswith("cass"):
        short = cite.statute.short.of(LANG)
        said = said.replace(f"《{short}》", "").replace(f"{short} ", "")
    return said


def pressing(judged: Judgement) -> list[Obligation]:
    """Return what has a date or must be decided, most urgent first."""
    owed = [o for o in judged.obligations if o.standing in _PRESSING and (o.due or o.standing is Standing.UNDECIDED)]
    return sorted(owed, key=lambda o: (o.due or date.max, o.duty.cite.article))


def print_judgement(judged: Judgement, *, full: bool = False, alternatives: bool = True) -> None:
    """Print the whole page."""
    console.print()
    console.print(f"[bold]{escape(judged.product.name)}[/]   [dim]{long_date(judged.on)}[/]")
    if judged.product.description:
        console.print(f"[dim]{escape(judged.product.description.strip())}[/]")
    console.rule(style="dim")
    _print_track(judged)
    _print_obligations(t("What has a date", "有期限的事项"), pressing(judged))
    _print_obligations(t("Clocks of the authority", "主管机关的期限"), judged.terms)
    _print_conditions(judged)
    _print_dossier(judged)
    rest = [o for o in judged.obligations if o not in pressing(judged)]
    waiting = [o for o in rest if o.standing is Standing.WAITING]
    always = [o for o in rest if o.standing is Standing.CONTINUOUS]
    done = [o for o in rest if o.standing in (Standing.DONE, Standing.DONE_LATE, Standing.ENDED)]
    _print_obligations(t("Done or ended", "已完成或者已终止"), done)
    if full:
        _print_obligations(t("When it happens", "触发后履行"), waiting)
        _print_obligations(t("Always", "持续履行"), always)
        _print_checked(t("Forbidden", "禁止"), judged.prohibitions)
        _print_checked(t("Rights of others", "他人的权利"), judged.rights)
    elif waiting or always:
        console.print(
            t(
                f"\n[dim]and {len(always)} continuous duties, {len(waiting)} that wait for an event: --full shows them[/]",
                f"\n[dim]另有{len(always)}项持续性义务、{len(waiting)}项待触发义务，可用 --full 查看[/]",
            )
        )
    _print_open(judged)
    if alternatives:
        _print_alternatives(judged)
    _print_basis(judged)


def _head(title: str) -> None:
    console.print(f"\n[bold]{title}[/]")


def _print_track(judged: Judgement) -> None:
    track = judged.track
    if track.track is None:
        names = t(" or ", "或者").join(say(c.says) for c in track.candidates)
        console.print(f"[bold yellow]? {t('Not yet known', '尚不能判断')}[/]: {names}")
        console.print(f"  {t('until answered, act as for', '回答之前按此办理')}: {say(track.meanwhile.says)}")
    else:
        console.print(f"[bold]● {say(track.track.says).capitalize()}[/]")
    lines = track.why.lines(LANG)
    if track.instead is not None and track.why.contrast:
        stop = t("; ", "；")
        were = stop.join(say(s.says) for s in track.why.contrast)
        other = t(f"otherwise, if {were}: {say(track.instead.says)}", f"反之，如{were}：{say(track.instead.says)}")
        lines = [other if line.startswith(("otherwise", "反之")) else line for line in lines]
    for line in lines:
        console.print(Padding(Line(line), (0, 0, 0, 2)))
    if len(judged.history) > 1:
        steps = [
            f"{day} {say(was.says) if was else t('open', '未定')}" for day, was in judged.history
        ]
        console.print(Padding(Line(t("over time: ", "沿革：") + " → ".join(steps)), (0, 0, 0, 2)), style="dim")


def _print_obligations(title: str, owed: Iterable[Obligation]) -> None:
    rows = list(owed)
    if not rows:
        return
    _head(title)
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 1), expand=True)
    table.add_column(width=1)
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    table.add_column(no_wrap=True, style="dim")
    for one in rows:
        mark, style = _MARKS[one.standing]
        said = say(one.says)
        said += {
            Ground.SHOWN: "",
            Ground.PRESUMED: t(" (unless an exemption is shown)", "（除非证明属于豁免等情形）"),
            Ground.OPEN: t(" (if it applies)", "（如适用）"),
        }[one.ground]
        notes = [*(say(r) for r in one.remarks)]
        if one.waits_for is not None:
            notes.append(t("waits for: ", "触发事件：") + say(one.waits_for.says))
        if one.keep_until is not None:
            notes.append(t(f"keep the records until {one.keep_until}", f"记录保存至{one.keep_until}"))
        cell = Line(said)
        for note in notes:
            cell.append(f"\n{note}", style="dim")
        table.add_row(f"[{style}]{mark}[/]", f"[{style}]{escape(_when(one))}[/]", cell, place(one.duty.cite))
    console.print(table)


def _when(one: Obligation) -> str:
    if one.done_on is not None and one.standing in (Standing.DONE, Standing.DONE_LATE):
        return f"{one.done_on} {say(STANDINGS[one.standing])}"
    if one.due is None:
        return say(STANDINGS[one.standing])
    if one.deadline is not None and one.deadline.provisional:
        low, high = one.deadline.earliest, one.deadline.latest
        return t(f"{low} to {high}, provisional", f"{low}至{high}（暂定）")
    if one.standing is Standing.OVERDUE:
        return t(f"{long_date(one.due)} overdue", f"{long_date(one.due)}已逾期")
    return long_date(one.due)


def _print_conditions(judged: Judgement) -> None:
    if judged.conditions:
        _head(t("Licence conditions", "许可条件"))
        words = {True: t("✓ met", "✓ 满足"), False: t("✗ not met", "✗ 不满足"), None: t("? not yet known", "? 尚不能判断")}
        styles = {True: "green", False: "red", None: "yellow"}
        for c in judged.conditions:
            console.print(
                f"  [{styles[c.value]}]{words[c.value]}[/]  {escape(say(c.rule.says))}  [dim]{place(c.rule.cite)}[/]"  # type: ignore[union-attr]
            )


def _print_dossier(judged: Judgement) -> None:
    if judged.dossier:
        _head(t("To enclose", "应提交的材料"))
        for c in judged.dossier:
            maybe = t(" (if it applies)", "（如适用）") if c.value is None else ""
            console.print(f"  □ {escape(say(c.rule.says))}{maybe}  [dim]{place(c.rule.cite)}[/]")  # type: ignore[union-attr]


def _print_checked(title: str, checked: Iterable[Checked]) -> None:
    rows = list(checked)
    if rows:
        _head(title)
        for c in rows:
            said = getattr(c.rule, "forbids", None) or getattr(c.rule, "may", None)
            if isinstance(said, Text):
                console.print(f"  · {escape(say(said))}  [dim]{place(c.rule.cite)}[/]")


def _print_open(judged: Judgement) -> None:
    questions = judged.open_questions
    if not questions:
        return
    _head(t(f"Still to be answered ({len(questions)})", f"有待回答（{len(questions)}项）"))
    for one in questions[:8]:
        console.print(f"  ? {escape(say(one.fact.asks))}  [dim]{one.fact.key} · {place(one.fact.cite)}[/]")
    if len(questions) > 8:  # noqa: PLR2004 - a screenful
        more = len(questions) - 8
        console.print(t(f"  [dim]and {more} more: `qingdan interview` asks them one by one[/]", f"  [dim]另有{more}项，可用 qingdan interview 逐项回答[/]"))


def _print_alternatives(judged: Judgement) -> None:
    from qingdan.law.alternatives import alternatives

    effects = alternatives(judged)
    if not effects:
        return
    _head(t("Under another reading", "采用其他解释时"))
    for effect in effects:
        other = say(effect.reading.said(effect.other))
        console.print(f"  {escape(other)}  [dim]--reading {effect.reading.name}={effect.other}[/]")
        for change in effect.changes[:4]:
            console.print(f"    {escape(say(change))}")
        if len(effect.changes) > 4:  # noqa: PLR2004 - the first few show what kind of change it is
            console.print(t(f"    and {len(effect.changes) - 4} more changes", f"    另有{len(effect.changes) - 4}处变化"))


def _print_basis(judged: Judgement) -> None:
    law = judged.law
    edition = law.edition.key if law.edition else t("none", "无")
    console.print()
    console.print(t(f"[dim]Law: {law.pack.key} · Negative List: {edition}[/]", f"[dim]法律版本：{law.pack.key} · 负面清单：{edition}[/]"))
    for remark in judged.remarks:
        console.print(f"[dim]! {escape(say(remark))}[/]")
