"""A deadline in words: what was counted, what was not, and under which article."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby

from qingdan.law.calendars import DayKind, Edition
from qingdan.law.clock.cells import CellKind, DayCell, cells
from qingdan.law.clock.ended import Ended
from qingdan.law.clock.wording import at, days, listed, on, stretch
from qingdan.law.grammar.text import Cite, Lang, Text
from qingdan.law.grammar.units import Unit
from qingdan.law.statutes import CIVIL_CODE, HOLIDAY_MEASURES

NOT_COUNTED = Cite(CIVIL_CODE, 201, 1)
HOURS_RUN = Cite(CIVIL_CODE, 201, 2)
CORRESPONDING_DAY = Cite(CIVIL_CODE, 202)
REST_DAY_AT_END = Cite(CIVIL_CODE, 203, 1)
ENDS_AT_MIDNIGHT = Cite(CIVIL_CODE, 203, 2)
MADE_GOOD = Cite(HOLIDAY_MEASURES, 6)


def lines(deadline: Ended) -> Iterator[Text]:
    """Yield the explanation, one statement a line."""
    if deadline.unit is Unit.HOUR:
        yield from _hours(deadline)
        return
    yield _opening(deadline)
    if deadline.uses_working_days:
        yield from _working_days(list(cells(deadline, every=False)))
    yield from _ledger(deadline)
    yield from _ending(deadline)
    yield from _sources(deadline)


def explained(deadline: Ended, lang: Lang) -> tuple[str, ...]:
    """Return the explanation in one language."""
    return tuple(line.of(lang) for line in lines(deadline))


def _cited(en: str, zh: str, *cites: Cite) -> Text:
    return Text(
        f"{en} ({', '.join(c.of('en') for c in cites)})." if cites else f"{en}.",
        f"{zh}（{'，'.join(c.of('zh') for c in cites)}）。" if cites else f"{zh}。",
    )


def _hours(deadline: Ended) -> Iterator[Text]:
    if deadline.started_at is None or deadline.due_at is None:
        return
    said, begun, ends = deadline.unit.said(deadline.amount), at(deadline.started_at), at(deadline.due_at)
    if deadline.backward:
        yield _cited(f"{said.en} before {begun.en}", f"{begun.zh}之前{said.zh}", HOURS_RUN)
    else:
        yield _cited(f"{said.en} from {begun.en}", f"自{begun.zh}起{said.zh}", HOURS_RUN)
    yield _cited(
        "Hours run through nights, weekends and holidays and are never moved",
        "小时连续计算，夜间、休息日和节假日均不扣除，也不顺延",
    )
    yield _cited(f"Time is up at {ends.en}", f"期限届满：{ends.zh}")


def _opening(deadline: Ended) -> Text:
    said, begun = deadline.unit.said(deadline.amount), on(deadline.start)
    if not deadline.backward:
        return _cited(
            f"{said.en} from {begun.en}; the start day is not counted",
            f"自{begun.zh}起{said.zh}，开始的当日不计入",
            NOT_COUNTED,
        )
    if deadline.clear_days:
        return _cited(
            f"{said.en} counted back from {begun.en}, all of them clear: neither the event's day nor the day of "
            "acting is counted",
            f"自{begun.zh}向前倒算{said.zh}（净日）：事件当日与行为当日均不计入",
        )
    return _cited(
        f"{said.en} counted back from {begun.en}; the event's day is not counted",
        f"自{begun.zh}向前倒算{said.zh}，事件当日不计入",
    )


def _working_days(walked: list[DayCell]) -> Iterator[Text]:
    rests = [cell for cell in walked if cell.kind is CellKind.REST]
    names = [
        _holiday(list(run)) for name, run in groupby(rests, key=lambda cell: cell.holiday) if name is not None
    ]
    weekend = sum(cell.day is DayKind.WEEKEND for cell in rests)
    if names:
        said = listed(names)
        yield _cited(f"Holidays, not counted: {said.en}", f"节假日不计入：{said.zh}")
    if weekend:
        said = days(weekend)
        yield _cited(f"Weekends, not counted: {said.en}", f"休息日不计入：{said.zh}")
    worked = [on(cell.on) for cell in walked if cell.day is DayKind.MAKE_UP and cell.counted]
    if worked:
        said = listed(worked)
        yield _cited(
            f"Weekend days worked in exchange for a holiday, counted: {said.en}", f"调休上班日计入：{said.zh}"
        )


def _holiday(run: list[DayCell]) -> Text:
    name, ends = run[0].holiday, sorted((run[0].on, run[-1].on))
    said = stretch(*ends)
    return Text(f"{name.en} {said.en}", f"{name.zh} {said.zh}") if name else said


def _ledger(deadline: Ended) -> Iterator[Text]:
    for pause in sorted(deadline.pauses, key=lambda p: p.since):
        if deadline.raw_end is not None and pause.since > deadline.raw_end:
            late = on(pause.since)
            yield _cited(
                f"The pause from {late.en} began after the period had run out and changes nothing: {pause.reason.en}",
                f"自{late.zh}起的中止始于期间届满之后，不影响计算：{pause.reason.zh}",
            )
            continue
        since, cites = on(pause.since), (pause.cite,) if pause.cite else ()
        if pause.until is None:
            yield _cited(
                f"Paused from {since.en} and not resumed: {pause.reason.en}",
                f"自{since.zh}起中止，尚未恢复：{pause.reason.zh}",
                *cites,
            )
        else:
            said, length = (
                stretch(pause.since, pause.until - timedelta(1)),
                days((pause.until - pause.since).days),
            )
            yield _cited(
                f"Paused {said.en}, {length.en} not counted: {pause.reason.en}",
                f"{said.zh}中止，{length.zh}不计入：{pause.reason.zh}",
                *cites,
            )
    for extension in deadline.extensions:
        said = extension.unit.said(extension.amount)
        yield _cited(
            f"Extended by {said.en}, counted from the end before the extension: {extension.reason.en}",
            f"延长{said.zh}，自延长前的届满日起算：{extension.reason.zh}",
            *((extension.cite,) if extension.cite else ()),
        )


def _ending(deadline: Ended) -> Iterator[Text]:
    if deadline.due is None or deadline.raw_end is None:
        if deadline.remaining:
            left = deadline.remaining.unit.said(deadline.remaining.amount)
            yield _cited(
                f"The clock stands still with {left.en} left; the last day is known when it resumes",
                f"期间中止，尚余{left.zh}；恢复计算后方可确定届满日",
            )
        return
    due = on(deadline.due)
    if {unit for _, unit in deadline.steps} & {Unit.MONTH, Unit.YEAR}:
        yield _corresponding(deadline, deadline.raw_end)
    yield from _rest_day_rule(deadline, deadline.raw_end, deadline.due)
    if deadline.backward:
        yield _cited(
            f"The last day to act is {due.en}, until 24:00; a day counted back is never moved later",
            f"最迟应于{due.zh}二十四时前作出；倒算所得之日不得顺延",
        )
    else:
        yield _cited(
            f"The last day is {due.en}; it ends at 24:00",
            f"最后一日为{due.zh}，至二十四时止",
            ENDS_AT_MIDNIGHT,
        )
    safe = deadline.safe_by
    if safe is not None and safe != deadline.due:
        said = on(safe)
        yield _cited(f"Safe under every reading: by {said.en}", f"任何理解下均属及时的日期：{said.zh}")


def _corresponding(deadline: Ended, raw_end: date) -> Text:
    raw = on(raw_end)
    if any(pause.since <= raw_end for pause in deadline.pauses):
        return _cited(
            f"Months and years run to the corresponding day, or the month's last day where there is none; "
            f"each paused day adds one, which gives {raw.en}",
            f"按月、年计算至对应日（无对应日的至月末日），中止一日顺加一日，得{raw.zh}",
            CORRESPONDING_DAY,
        )
    return _cited(
        f"The corresponding day, or the month's last day where there is none, is {raw.en}",
        f"对应日（无对应日的为月末日）为{raw.zh}",
        CORRESPONDING_DAY,
    )


def _rest_day_rule(deadline: Ended, raw_end: date, due: date) -> Iterator[Text]:
    raw = on(raw_end)
    kind = deadline.calendar.day_kind(raw_end) if deadline.editions else DayKind.WORKING
    if due != raw_end:
        why = deadline.calendar.holiday_name(raw_end) or DayKind.WEEKEND.says
        yield _cited(
            f"{raw.en} is a rest day ({why.en}); the period ends on the first working day after",
            f"{raw.zh}为休息日（{why.zh}），以休息日结束的次日为最后一日",
            REST_DAY_AT_END,
        )
    elif kind is DayKind.MAKE_UP:
        yield _cited(
            f"{raw.en} is a weekend day worked in exchange for a holiday: a working day, so nothing is moved",
            f"{raw.zh}为调休上班日，属工作日，不顺延",
        )
    elif not deadline.roll and not deadline.backward:
        yield _cited("The rest-day rule is not applied", "不适用末日逢休息日顺延的规则")


def _sources(deadline: Ended) -> Iterator[Text]:
    if deadline.editions:
        said = listed([_source(edition) for edition in deadline.editions])
        yield _cited(f"Calendars: {said.en}", f"所用日历：{said.zh}")
    if deadline.provisional and deadline.earliest and deadline.latest:
        span = _span(on(deadline.earliest), on(deadline.latest))
        yield _cited(
            f"Provisional: a holiday notice this date depends on is not published; until it is, {span.en}, "
            "and nothing can be overdue",
            f"暂定：所依据的放假安排通知尚未公布；公布前，{span.zh}，不得据此认定逾期",
            MADE_GOOD,
        )


def _span(first: Text, last: Text) -> Text:
    if first == last:
        return Text(f"the last day is expected on {first.en}", f"届满日预计为{first.zh}")
    return Text(f"the last day lies between {first.en} and {last.en}", f"届满日介于{first.zh}与{last.zh}之间")


def _source(edition: Edition) -> Text:
    if edition.notice is None:
        return Text(f"{edition.year} projected, no notice yet", f"{edition.year}年推定，通知尚未公布")
    first, *later = [notice.number for notice in edition.notices]
    by = Text(first or "a notice whose number is not established", first or "文号未能查明的通知")
    if later:
        changes = [Text(number or "another notice", number or "另一通知") for number in later]
        by = Text(
            f"{by.en}, amended by {', '.join(c.en for c in changes)}",
            f"{by.zh}（经{'、'.join(c.zh for c in changes)}调整）",
        )
    return Text(f"{edition.year} by {by.en}", f"{edition.year}年依{by.zh}")
