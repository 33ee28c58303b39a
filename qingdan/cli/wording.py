"""Days, places and standings as every page words them."""

from __future__ import annotations

from datetime import date

from qingdan.cli.tongue import lang, t
from qingdan.law.clock import Deadline
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.judge.obligations import Standing

_WEEKDAYS = "Mon Tue Wed Thu Fri Sat Sun".split()  # noqa: SIM905
STANDINGS = {
    Standing.OVERDUE: Text("past due, no record that it was done", "期限已过，未见完成记录"),
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
    if lang() == "zh":
        return f"{on.year}年{on.month}月{on.day}日（周{'一二三四五六日'[on.weekday()]}）"
    return f"{on.isoformat()} ({_WEEKDAYS[on.weekday()]})"


def place(cite: Cite) -> str:
    """Return the article; the statute is named only where it is not the law itself."""
    said = cite.of(lang())
    if cite.statute.key.startswith("cass"):
        short = cite.statute.short.of(lang())
        said = said.replace(f"《{short}》", "").replace(f"{short} ", "")
    return said


def capital(said: str) -> str:
    """Return a wording with a capital letter."""
    return said[:1].upper() + said[1:]


def short_date(on: date | None) -> str:
    """Return ``2026-02-24`` or ``2026年2月24日``; nothing for no day."""
    if on is None:
        return ""
    return f"{on.year}年{on.month}月{on.day}日" if lang() == "zh" else on.isoformat()


def provisional(end: Deadline) -> str:
    """Return a deadline that may still move: the range in which it lies."""
    low, high = short_date(end.earliest), short_date(end.latest)
    if low == high:
        return t(f"{low}, provisional", f"{low}（暂定）")
    return t(f"{low} to {high}, provisional", f"{low}至{high}（暂定）")
