"""Why a judgement came out otherwise than the last one: what of its basis has changed, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from qingdan.casework.judging.law_in_use import LawInUse
from qingdan.casework.judging.timeline import Rows
from qingdan.casework.models import Answers, CalendarNotice, Happening
from qingdan.law.grammar.text import Text
from qingdan.law.pack import model_law


def basis_of(rows: Rows, law: LawInUse) -> dict[str, Any]:
    """Return what a judgement rests on, as plain data."""
    return {
        "answers": sorted(r.pk for r in rows.answers),
        "happenings": sorted(r.pk for r in rows.happenings),
        **law.parts,
    }


def why(before: Mapping[str, Any], after: Mapping[str, Any], on: date) -> list[dict[str, Any]]:
    """Return what changed between two bases, each as ``what`` and ``says``; only the time, if nothing else did."""
    if not before:
        return [_said("first", Text("judged for the first time", "首次判断"))]
    found = [*_answers(before, after), *_happenings(before, after), *_law(before, after)]
    return found or [_said("time", Text(f"time has passed: {on}", f"时间届至：{on}"))]


def _said(what: str, says: Text) -> dict[str, Any]:
    return {"what": what, "says": says.as_data()}


def _answers(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    if before["answers"] == after["answers"]:
        return
    held, holds = (
        {r.holds_from: r.answers for r in Answers.objects.filter(pk__in=b["answers"])}
        for b in (before, after)
    )
    facts = {f.key: f for f in model_law().facts}
    for day in sorted({*held, *holds}, key=lambda d: d or date.min):
        then, now = held.get(day, {}), holds.get(day, {})
        keys = [k for k in {**then, **now} if then.get(k) != now.get(k)]
        if not keys:
            continue
        asked = [facts[k].asks for k in keys if k in facts]
        en, zh = (f" from {day}", f"（自{day}起）") if day else ("", "")
        says = Text(
            f"answers changed{en}: {'; '.join(a.en for a in asked)}",
            f"答复变更{zh}：{'；'.join(a.zh for a in asked)}",
        )
        yield {**_said("answers", says), "facts": sorted(keys), "from": day.isoformat() if day else None}


def _happenings(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    known, now = set(before["happenings"]), set(after["happenings"])
    events = {e.key: e for e in model_law().events}
    for row in Happening.objects.filter(pk__in=known ^ now).order_by("id"):
        says = events[row.event].says if row.event in events else Text(row.event, row.event)
        added = row.pk in now
        yield {
            **_said(
                "happening",
                Text(
                    f"{'reported' if added else 'report withdrawn'}: {says.en} ({row.moment})",
                    f"{'报告' if added else '撤回报告'}：{says.zh}（{row.moment}）",
                ),
            ),
            "event": row.event,
            "moment": row.moment,
            "case": row.case_id,
        }


def _law(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    loaded = {y: pk for y, pk in after["notices"].items() if before["notices"].get(y) != pk}
    if loaded:
        numbers = CalendarNotice.objects.filter(pk__in=loaded.values()).values_list("content", flat=True)
        named = [str(c["notice"].get("number") or c["notice"]["title"]) for c in numbers]
        years = ", ".join(sorted(loaded))
        yield _said(
            "calendar",
            Text(
                f"a holiday notice was loaded for {years}: {'; '.join(named)}",
                f"载入{years.replace(', ', '、')}年放假安排通知：{'；'.join(named)}",
            ),
        )
    if before["editions"] != after["editions"]:
        new = [k for k, day in after["editions"].items() if before["editions"].get(k) != day]
        yield _said(
            "list",
            Text(
                f"Negative List published: {', '.join(new) or 'none any more'}",
                f"负面清单公布：{'、'.join(new) or '现无清单'}",
            ),
        )
    if before["readings"] != after["readings"]:
        keys = {*before["readings"], *after["readings"]}
        names = sorted(k for k in keys if before["readings"].get(k) != after["readings"].get(k))
        yield _said(
            "readings",
            Text(f"readings changed: {', '.join(names)}", f"解释选项变更：{'、'.join(names)}"),
        )
    if before["law"] != after["law"]:
        yield _said(
            "law",
            Text(
                f"the rules were revised: {' '.join(after['law'])}",
                f"规则版本更新：{' '.join(after['law'])}",
            ),
        )
