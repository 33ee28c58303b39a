"""Read and check the data file of one year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeVar

from qingdan.law.calendars.festivals import FESTIVALS, FIRST_BY_RULE, LAST_BY_RULE, statutory_days
from qingdan.law.calendars.refusals import CalendarRefused
from qingdan.law.calendars.year import SATURDAY, Amendment, Notice, YearCalendar
from qingdan.law.grammar.text import Text

FIRST_YEAR = 2004
_KEYS = {"year", "version", "verified", "note", "notice", "amended", "off_days", "makeup_workdays"}
_OPTIONAL = {"note"}
_NOTICE_KEYS = {"number", "title", "issuer", "published_at", "url"}
_DECEMBER = 12

T = TypeVar("T")


def load_year(data: object) -> YearCalendar:
    """Return a year's calendar from the content of its data file (the JSON, parsed).

    Raises:
        CalendarRefused: something is missing, of the wrong type, contradicts itself or the week, or makes a
            statutory holiday a working day. The message names the entry.
    """
    table = _mapping(data, "the file", "文件", _KEYS, _OPTIONAL)
    year = _typed(table["year"], int, "year")
    if not FIRST_YEAR <= year <= LAST_BY_RULE:
        raise _refused(f"year {year} is not between {FIRST_YEAR} and {LAST_BY_RULE}", f"年份{year}超出范围")
    off_days = _off_days(table["off_days"], year, "off_days")
    makeup = _days(table["makeup_workdays"], year, "makeup_workdays")
    amended = tuple(_amendment(entry, year) for entry in _typed(table["amended"], list, "amended"))
    version = _typed(table["version"], int, "version")
    if version != len(amended) + 1:
        raise _refused(
            f"version {version} does not fit {len(amended)} amendment(s): it counts the notice and every amendment",
            f"版本号{version}与修改次数{len(amended)}不符",
        )
    read_year = YearCalendar(
        year,
        off_days,
        frozenset(makeup),
        _notice(table["notice"]),
        version,
        amended,
        verified=_typed(table["verified"], bool, "verified"),
        note=None if table.get("note") is None else _typed(table["note"], str, "note"),
    )
    _agree(read_year)
    return read_year


def _agree(read_year: YearCalendar) -> None:
    both = sorted(read_year.makeup_workdays & read_year.off_days.keys())
    if both:
        raise _refused(
            f"{both[0]} is both a day off and a make-up working day", f"{both[0]}既列为放假又列为上班"
        )
    weekday = next((d for d in sorted(read_year.makeup_workdays) if d.weekday() < SATURDAY), None)
    if weekday:
        raise _refused(
            f"{weekday} is a {weekday:%A}: only a Saturday or Sunday can be a make-up working day",
            f"{weekday}不是周六或周日，不能列为调休上班日",
        )
    if read_year.year < FIRST_BY_RULE:
        return
    for festival, days in statutory_days(read_year.year).items():
        # The notice may give the day before instead, as it did for the Dragon Boat Festival of 2012.
        worked = next((d for d in days if not read_year.rests(d)), None)
        if worked:
            raise _refused(
                f"{worked} is {FESTIVALS[festival].en}, a statutory holiday, and the file does not list it as off",
                f"{worked}为法定节假日{FESTIVALS[festival].zh}，文件未列为放假",
            )


def _off_days(entries: object, year: int, where: str) -> dict[date, Text]:
    rows = [_mapping(e, where, where, {"date", "name"}) for e in _typed(entries, list, where)]
    days = _days([row["date"] for row in rows], year, where)
    return dict(sorted((day, _name(row["name"], day)) for day, row in zip(days, rows, strict=True)))


def _name(name: object, day: date) -> Text:
    if isinstance(name, str) and name in FESTIVALS:
        return FESTIVALS[name]
    if (
        isinstance(name, dict)
        and name.keys() == {"en", "zh"}
        and all(isinstance(v, str) for v in name.values())
    ):
        return Text(name["en"], name["zh"])
    raise _refused(
        f"{day}: the name {name!r} is neither one of {', '.join(FESTIVALS)} nor an object with en and zh",
        f"{day}：名称{name!r}既非已知节日，亦非含 en 与 zh 的对象",
    )


def _days(entries: object, year: int, where: str) -> list[date]:
    days = [_date(entry, where) for entry in _typed(entries, list, where)]
    for day in days:
        if day.year != year and (day.year, day.month) != (year - 1, _DECEMBER):
            raise _refused(
                f"{where}: {day} belongs neither to {year} nor to the December before",
                f"{where}：{day}不属于{year}年，也不属于上年12月",
            )
    twice = next((day for day, times in Counter(days).items() if times > 1), None)
    if twice:
        raise _refused(f"{where}: {twice} is listed twice", f"{where}：{twice}重复列出")
    return days


def _date(entry: object, where: str) -> date:
    try:
        return date.fromisoformat(_typed(entry, str, where))
    except ValueError as wrong:
        if isinstance(wrong, CalendarRefused):
            raise
        raise _refused(
            f"{where}: {entry!r} is not a date written YYYY-MM-DD",
            f"{where}：{entry!r}不是 YYYY-MM-DD 形式的日期",
        ) from wrong


def _notice(entry: object) -> Notice:
    row = _mapping(entry, "notice", "notice", _NOTICE_KEYS)
    published = row["published_at"]
    return Notice(
        _maybe(row["number"], "notice.number"),
        _typed(row["title"], str, "notice.title"),
        _typed(row["issuer"], str, "notice.issuer"),
        None if published is None else _date(published, "notice.published_at"),
        _maybe(row["url"], "notice.url"),
    )


def _amendment(entry: object, year: int) -> Amendment:
    row = _mapping(entry, "amended", "amended", {"notice", "adds", "removes"})
    added, removed = (
        _mapping(row[side], f"amended.{side}", f"amended.{side}", {"off_days", "makeup_workdays"})
        for side in ("adds", "removes")
    )
    return Amendment(
        _notice(row["notice"]),
        _off_days(added["off_days"], year, "amended.adds.off_days"),
        _off_days(removed["off_days"], year, "amended.removes.off_days"),
        frozenset(_days(added["makeup_workdays"], year, "amended.adds.makeup_workdays")),
        frozenset(_days(removed["makeup_workdays"], year, "amended.removes.makeup_workdays")),
    )


def _mapping(
    entry: object, en: str, zh: str, keys: Iterable[str], optional: Iterable[str] = ()
) -> Mapping[str, object]:
    found: Mapping[str, object] = _typed(entry, dict, en)
    missing = set(keys) - set(optional) - found.keys()
    unknown = found.keys() - set(keys)
    if missing or unknown:
        raise _refused(
            f"{en}: missing {sorted(missing)}, unknown {sorted(map(str, unknown))}",
            f"{zh}：缺少{sorted(missing)}，多出{sorted(map(str, unknown))}",
        )
    return found


def _typed(entry: object, kind: type[T], where: str) -> T:
    if not isinstance(entry, kind) or (kind is int and isinstance(entry, bool)):
        raise _refused(
            f"{where}: {entry!r} is not of type {kind.__name__}",
            f"{where}：{entry!r}的类型应为 {kind.__name__}",
        )
    return entry


def _maybe(entry: object, where: str) -> str | None:
    return None if entry is None else _typed(entry, str, where)


def _refused(en: str, zh: str) -> CalendarRefused:
    return CalendarRefused(Text(f"the holiday calendar is refused: {en}", f"放假日历不予接受：{zh}"))
