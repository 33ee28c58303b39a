"""A judgement on the terminal: what is urgent first, every line with its article."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from rich.text import Text as Line

from qingdan.cli.pages import Column, head, listing, put, rule, styled
from qingdan.cli.tongue import lang, say, t
from qingdan.cli.wording import STANDINGS, capital, long_date, place, provisional, short_date
from qingdan.law.grammar.rules import Duty
from qingdan.law.grammar.text import Text
from qingdan.law.judge import Checked, Judgement
from qingdan.law.judge.book import Ground
from qingdan.law.judge.obligations import Obligation, Standing

_SHOWN_QUESTIONS, _SHOWN_CHANGES = 8, 4
_MARKS = {
    Standing.OVERDUE: ("!", "bold red"),
    Standing.DUE: ("○", "yellow"),
    Standing.UNDECIDED: ("?", "magenta"),
    Standing.DONE: ("✓", "green"),
    Standing.DONE_LATE: ("✓", "yellow"),
    Standing.WAITING: ("·", "dim"),
    Standing.CONTINUOUS: ("·", "dim"),
    Standing.ENDED: ("–", "dim"),
}
_GROUNDS = {
    Ground.PRESUMED: Text(" (unless an exemption is shown)", "（未证明豁免前推定适用）"),
    Ground.OPEN: Text(" (if it applies)", "（如适用）"),
}


def past_due(judged: Judgement) -> list[Obligation]:
    """Return what should have been done and is not recorded as done, the oldest first."""
    return _by_date(o for o in judged.obligations if o.standing is Standing.OVERDUE)


def to_do(judged: Judgement) -> list[Obligation]:
    """Return what has a date ahead or must be decided, the most urgent first."""
    return _by_date(
        o
        for o in judged.obligations
        if (o.standing is Standing.DUE and o.due and o not in past_if_it_applies(judged))
        or o.standing is Standing.UNDECIDED
    )


def past_if_it_applies(judged: Judgement) -> list[Obligation]:
    """Return what would be past due if the answers still missing show that it applies."""
    return _by_date(
        o
        for o in judged.obligations
        if o.standing is Standing.DUE and o.ground is Ground.OPEN and o.due is not None and o.due < judged.on
    )


def _by_date(owed: Iterable[Obligation]) -> list[Obligation]:
    return sorted(owed, key=lambda o: (o.due or date.max, o.duty.cite.article))


def print_judgement(judged: Judgement, *, full: bool = False, alternatives: bool = True) -> None:
    """Print the whole page."""
    put()
    put(styled((judged.product.name, "bold"), "   ", (long_date(judged.on), "dim")))
    if judged.product.description.strip():
        put(judged.product.description.strip(), "dim")
    rule()
    _print_track(judged)
    _print_obligations(STANDINGS[Standing.OVERDUE], past_due(judged), hint=True)
    _print_obligations(Text("To do", "待办"), to_do(judged))
    _print_obligations(
        Text("Date passed, if it applies at all", "期限已过，是否适用待定"),
        past_if_it_applies(judged),
        hint=True,
    )
    _print_authority(judged, full=full)
    _print_conditions(judged)
    _print_dossier(judged)
    _print_rest(judged, full=full)
    _print_open(judged)
    if alternatives:
        _print_alternatives(judged)
    _print_basis(judged)


def _print_track(judged: Judgement) -> None:
    track = judged.track
    if track.track is None:
        names = t(" or ", "或者").join(say(c.says) for c in track.candidates)
        put(styled((f"? {t('Not yet known', '尚不能判断')}", "bold yellow"), t(": ", "：") + names))
        meanwhile = say(track.meanwhile.says)
        put(t(f"until answered, act as for: {meanwhile}", f"回答之前按此办理：{meanwhile}"), indent=2)
    else:
        put(f"● {capital(say(track.track.says))}", "bold")
    lines = track.why.lines(lang())
    if track.instead is not None and track.why.contrast:
        were = t("; ", "；").join(say(s.says) for s in track.why.contrast)
        instead = say(track.instead.says)
        other = t(f"otherwise, if {were}: {instead}", f"反之，如{were}：{instead}")
        lines = [other if line.startswith(("otherwise", "反之")) else line for line in lines]
    for line in lines:
        put(line, indent=2)
    if len(judged.history) > 1:
        steps = [f"{day} {say(was.says) if was else t('open', '未定')}" for day, was in judged.history]
        put(t("over time: ", "沿革：") + " → ".join(steps), "dim", indent=2)


def _print_obligations(title: Text, owed: Iterable[Obligation], *, hint: bool = False) -> None:
    rows = list(owed)
    if rows:
        head(capital(say(title)))
        columns = (Column(), Column(most=24), Column(stretches=True), Column(style="dim", most=22))
        listing(columns, [_obligation_row(one, hint=hint) for one in rows])


def _obligation_row(one: Obligation, *, hint: bool) -> list[Line]:
    mark, style = _MARKS[one.standing]
    said = Line(say(one.says) + (say(_GROUNDS[one.ground]) if one.ground in _GROUNDS else ""))
    notes = [say(r) for r in one.remarks]
    if hint and isinstance(one.duty, Duty) and one.duty.done_by is not None:
        event = one.duty.done_by.key
        notes.append(t(f"if it was done, record the event {event}", f"已完成的，请补记事件{event}"))
    if one.waits_for is not None:
        notes.append(t("waits for: ", "触发事件：") + say(one.waits_for.says))
    if one.keep_until is not None:
        kept = short_date(one.keep_until)
        notes.append(t(f"keep the records until {kept}", f"记录保存至{kept}"))
    for note in notes:
        said.append(f"\n{note}", style="dim")
    return [Line(mark, style=style), Line(_when(one), style=style), said, Line(place(one.duty.cite))]


def _when(one: Obligation) -> str:
    if one.done_on is not None and one.standing in (Standing.DONE, Standing.DONE_LATE):
        return f"{short_date(one.done_on)} {say(STANDINGS[one.standing])}"
    if one.due is None:
        return say(STANDINGS[one.standing])
    if one.standing is Standing.ENDED:
        return say(STANDINGS[one.standing])
    if one.deadline is not None and one.deadline.provisional:
        return provisional(one.deadline)
    if one.standing is Standing.OVERDUE:
        return t(f"was due {one.due}", f"期限为{short_date(one.due)}")
    return long_date(one.due)


def _print_authority(judged: Judgement, *, full: bool) -> None:
    """Print the clocks and duties of authorities apart: they are not the product's."""
    quiet = (Standing.WAITING, Standing.CONTINUOUS)
    theirs = [*judged.terms, *judged.authority_duties]
    shown = [o for o in theirs if full or o.standing not in quiet]
    _print_obligations(Text("On the authority's side", "主管机关一侧"), _by_date(shown))


def _print_conditions(judged: Judgement) -> None:
    if not judged.conditions:
        return
    head(t("Licence conditions", "许可条件"))
    words = {
        True: t("✓ met", "✓ 满足"),
        False: t("✗ not met", "✗ 不满足"),
        None: t("? not yet known", "? 尚不能判断"),
    }
    styles = {True: "green", False: "red", None: "yellow"}
    rows: list[list[str | Line]] = [
        [Line(words[c.value], style=styles[c.value]), _said(c), place(c.rule.cite)] for c in judged.conditions
    ]
    listing((Column(), Column(stretches=True), Column(style="dim")), rows, indent=2)


def _print_dossier(judged: Judgement) -> None:
    if judged.dossier:
        head(t("To enclose", "应提交的材料"))
        maybe = t(" (if it applies)", "（如适用）")
        rows = [
            ["□", _said(c) + (maybe if c.value is None else ""), place(c.rule.cite)] for c in judged.dossier
        ]
        listing((Column(), Column(stretches=True), Column(style="dim")), rows, indent=2)


def _said(checked: Checked) -> str:
    rule = checked.rule
    for name in ("says", "forbids", "may"):
        said = getattr(rule, name, None)
        if isinstance(said, Text):
            return say(said)
    raise TypeError(f"{type(rule).__name__} says nothing")


def _print_rest(judged: Judgement, *, full: bool) -> None:
    of = {s: [o for o in judged.obligations if o.standing is s] for s in Standing}
    dateless = [o for o in of[Standing.DUE] if not o.due]
    done = [*of[Standing.DONE], *of[Standing.DONE_LATE], *of[Standing.ENDED]]
    _print_obligations(Text("Done or ended", "已完成或者已终止"), done)
    waiting, always = of[Standing.WAITING], [*dateless, *of[Standing.CONTINUOUS]]
    if full:
        _print_obligations(Text("When it happens", "触发后履行"), waiting)
        _print_obligations(Text("Always", "持续履行"), always)
        _print_checked(t("Forbidden", "禁止"), judged.prohibitions)
        _print_checked(t("Rights of others", "他人的权利"), judged.rights)
    elif waiting or always:
        put()
        put(
            t(
                f"and {len(always)} continuous duties, {len(waiting)} that wait for an event: --full shows them",
                f"另有{len(always)}项持续性义务、{len(waiting)}项待触发义务，可用 --full 查看",
            ),
            "dim",
        )


def _print_checked(title: str, checked: Iterable[Checked]) -> None:
    rows = [["·", _said(c), place(c.rule.cite)] for c in checked]
    if rows:
        head(title)
        listing((Column(), Column(stretches=True), Column(style="dim")), rows, indent=2)


def _print_open(judged: Judgement) -> None:
    questions = judged.open_questions
    if not questions:
        return
    head(t(f"Still to be answered ({len(questions)})", f"有待回答（{len(questions)}项）"))
    rows: list[list[str | Line]] = [
        ["?", styled(say(o.fact.asks), ("\n" + o.fact.key, "dim")), place(o.fact.cite)]
        for o in questions[:_SHOWN_QUESTIONS]
    ]
    listing((Column(), Column(stretches=True), Column(style="dim")), rows, indent=2)
    more = len(questions) - _SHOWN_QUESTIONS
    if more > 0:
        put(
            t(
                f"and {more} more: `qingdan interview CASE` asks them one by one",
                f"另有{more}项，可用 qingdan interview CASE 逐项回答",
            ),
            "dim",
            indent=2,
        )


def _print_alternatives(judged: Judgement) -> None:
    from qingdan.law.judge.alternatives import alternatives

    effects = alternatives(judged)
    if effects:
        head(t("Under another reading", "采用其他解释时"))
    for effect in effects:
        put(say(effect.reading.said(effect.other)), indent=2)
        put(f"--reading {effect.reading.name}={effect.other}", "dim", indent=2)
        for change in effect.changes[:_SHOWN_CHANGES]:
            put(say(change), indent=4)
        more = len(effect.changes) - _SHOWN_CHANGES
        if more > 0:
            put(t(f"and {more} more changes", f"另有{more}处变化"), indent=4)


def _print_basis(judged: Judgement) -> None:
    law = judged.law
    edition = law.edition.key if law.edition else t("none", "无")
    put()
    put(
        t(
            f"Law: {law.pack.key} · Negative List: {edition}",
            f"法律版本：{law.pack.key} · 负面清单：{edition}",
        ),
        "dim",
    )
    for remark in judged.remarks:
        put(f"! {say(remark)}", "dim")
