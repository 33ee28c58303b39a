"""Holiday notices: see what one would move before it is loaded, load it, and let the open clocks follow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef

from qingdan.casework import chores, law_now
from qingdan.casework.actions.refusals import ActionRefused
from qingdan.casework.actions.reprojecting import moved_clocks, reproject_case
from qingdan.casework.enrolment.journal import enter
from qingdan.casework.enrolment.rights import demand_administrator
from qingdan.casework.judging.deadlines import deadline_from
from qingdan.casework.models import CalendarNotice, Case, Chore, Clock, Obligation, Posting, Setback, User
from qingdan.casework.setbacks import withstood
from qingdan.law.calendars import Calendar, YearCalendar, load_year
from qingdan.law.clock import SHANGHAI, protect_reliance, reproject
from qingdan.law.grammar.rules import Role
from qingdan.law.grammar.text import Text
from qingdan.law.readings.periods import protect_reliance as protects

REPROJECTING = "reprojecting"
_BATCH = 20  # cases in one transaction: users wait for no longer than that takes
# Every process looks for new notices within five seconds; none computes by the old calendar after these.
_SETTLED_AFTER = timedelta(seconds=10)
_DECEMBER = 12


@dataclass(frozen=True)
class Difference:
    """One date that a notice moves, settles or unsettles.

    ``after`` is the day that then holds; ``kept`` tells that it is a later day shown before, kept for the party.
    """

    of: str  # clock or obligation
    case: int | None
    product: int | None
    key: str
    instance: str
    official: bool
    before: date | None
    after: date | None
    provisional: tuple[bool, bool]
    kept: bool
    why: Text


def preview_notice(content: object, at: datetime) -> Iterator[Difference]:
    """Yield every open clock and dated obligation that a notice would move, before and after, with the reason.

    Raises CalendarRefused for a notice that cannot be.
    """
    year = load_year(content)
    old = law_now.calendar_now()
    new, on = old.with_year(year), at.astimezone(SHANGHAI).date()
    return _differences(year, old, new, on)


def _differences(year: YearCalendar, old: Calendar, new: Calendar, on: date) -> Iterator[Difference]:
    for case in _cases(year.year).prefetch_related("clocks").order_by("pk").iterator(200):
        rows = [c for c in case.clocks.all() if c.due and c.stopped_on is None and c.lapsed_on is None]
        for one in moved_clocks(case, rows, old=old, new=new, changed_on=on):
            provisional = one.projected.before.provisional, one.projected.after.provisional
            yield Difference(
                "clock",
                case.pk,
                case.product_id,
                one.key,
                "",
                one.official,
                one.shown,
                one.due,
                provisional,
                one.relied is not None,
                one.why,
            )
    open_ones = Obligation.objects.filter(
        due__gte=date(year.year - 1, _DECEMBER, 1), standing__in=("due", "overdue")
    )
    for row in open_ones.order_by("pk").iterator(500):
        yield from _obligation(row, old, new, on)


def _obligation(row: Obligation, old: Calendar, new: Calendar, on: date) -> Iterator[Difference]:
    if row.detail["deadline"] is None:
        return
    projected = reproject(deadline_from(row.detail["deadline"], old), new)
    due, why, kept = projected.after.due, projected.why, False
    official = Role(row.bearer).official
    law = law_now.law_under(law_now.readings_taken())
    if not official and row.shown_due is not None and law.taken(protects) == "yes":
        shown = deadline_from(row.detail["deadline"], old, due=row.shown_due)
        found = protect_reliance(shown, projected.after, changed_on=on)
        kept = found.kept and not (row.provisional and found.due is not None and due and found.due < due)
        if kept:
            due, why = found.due, Text(f"{why.en} {found.why.en}", f"{why.zh}{found.why.zh}")
    if due != row.due or projected.after.provisional != row.provisional:
        yield Difference(
            "obligation",
            None,
            row.product_id,
            row.rule,
            row.instance,
            official,
            row.due,
            due,
            (row.provisional, projected.after.provisional),
            kept,
            why,
        )


def _cases(year: int) -> Any:  # noqa: ANN401 - a queryset of cases
    """Return the open cases with a clock that the calendar of a year can move: it reaches back into December."""
    reaching = Clock.objects.filter(
        case=OuterRef("pk"),
        stopped_on__isnull=True,
        lapsed_on__isnull=True,
        due__gte=date(year - 1, _DECEMBER, 1),
        started__lt=f"{year + 1}",
    )
    return Case.objects.filter(Exists(reaching)).select_related("party", "product", "entry", "list_edition")


def load_notice(content: Any, *, by: User, at: datetime) -> CalendarNotice:  # noqa: ANN401 - JSON
    """Load a notice: from now on the calendar is as it says. Open clocks and obligations follow, by the worker.

    Only a system administrator of the national authority may. Raises CalendarRefused for a notice that cannot be,
    ActionRefused for one that is in use already.
    """
    demand_administrator(by, Posting.Role.SYSTEM_ADMIN, None, at)
    _demand_national(by, at)
    year = load_year(content)
    with transaction.atomic():
        used = law_now.with_notices().year_of(year.year)
        if used == year:
            raise ActionRefused(
                "in_use_already",
                Text(
                    f"the calendar of {year.year} is exactly this already; there is nothing to load",
                    f"{year.year}年日历已与此一致，无需载入",
                ),
            )
        if not used.provisional and year.version < used.version:
            raise ActionRefused(
                "older_notice",
                Text(
                    f"the calendar of {year.year} is at version {used.version}; this is version {year.version}: "
                    "load the latest notice with all its amendments",
                    f"{year.year}年日历现为第{used.version}版，所载为第{year.version}版；请载入含全部修改的最新通知",
                ),
            )
        loaded = CalendarNotice.objects.create(year=year.year, content=content, loaded_at=at, loaded_by=by)
        enter(by, "calendar_notice_loaded", at, notice=loaded.pk, year=year.year, version=year.version)
        chores.begin(_chore(loaded), at)
    law_now.forget_calendars()
    return loaded


def _demand_national(by: User, at: datetime) -> None:
    from qingdan.casework.standing import postings_of

    posts = postings_of(by, at.astimezone(SHANGHAI).date()).filter(role=Posting.Role.SYSTEM_ADMIN)
    if not posts.filter(office__parent__isnull=True).exists():
        raise ActionRefused(
            "not_allowed",
            Text(
                "the calendar holds for all offices: a system administrator of the national authority loads it",
                "日历适用于所有机关，由国家主管机关的系统管理员载入",
            ),
        )


def _chore(notice: CalendarNotice) -> str:
    return f"notice {notice.pk}"


def follow_notices(at: datetime) -> int:
    """Count a batch of open cases again for each notice not yet followed through; return in how many a date moved."""
    moved = _again(at)
    for name in Chore.objects.filter(
        name__startswith="notice ", done_at=None, begun_at__lte=at - _SETTLED_AFTER
    ).values_list("name", flat=True):
        notice = CalendarNotice.objects.get(pk=int(name.removeprefix("notice ")))
        counts: list[int] = []
        chores.advance(name, at, lambda reached, of=notice, n=counts: _batch(of, reached, at, n))  # type: ignore[misc]
        moved += sum(counts)
    return moved


def _batch(notice: CalendarNotice, reached: int, at: datetime, counts: list[int]) -> int | None:
    ids = list(
        _cases(notice.year).filter(pk__gt=reached).order_by("pk").values_list("pk", flat=True)[:_BATCH]
    )
    old = law_now.with_notices(before=notice.pk)
    for pk in ids:
        with withstood(REPROJECTING, pk, at):
            counts.append(reproject_case(pk, notice, at, old=old) is not None)
    return ids[-1] if ids else None


def _again(at: datetime) -> int:
    """Try those cases again that could not be counted again at first."""
    latest = CalendarNotice.objects.order_by("-id").first()
    failed = Setback.objects.filter(kind=REPROJECTING, next_at__lte=at)
    waiting = list(failed.values_list("ref", flat=True)[:_BATCH])
    if latest is None or not waiting:
        return 0
    old, moved = law_now.with_notices(before=latest.pk), 0
    for pk in waiting:
        with withstood(REPROJECTING, pk, at):
            moved += reproject_case(pk, latest, at, old=old) is not None
    return moved
