"""What can be wrong with a row, said with its line, its column and what to do."""

from __future__ import annotations

from dataclasses import dataclass

from qingdan.law.grammar.refusal import Refusal
from qingdan.law.grammar.text import Text

SHOWN = 80


class TableRefused(Refusal):
    """A table that cannot be screened at all, or a place where nothing can be written."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Why one row was set aside.

    ``line`` is the first line of the row in a CSV file (the header is line 1), or the number of
    the row in a Parquet file, from 1. ``column`` is empty where the whole row is at fault.
    """

    line: int
    column: str
    value: str
    reason: Text


NOT_UTF8 = Text("the line is not UTF-8; save the file as UTF-8", "该行不是 UTF-8 编码，请将文件另存为 UTF-8")
LINE_TOO_LONG = Text("the line is longer than 1 MB", "该行超过 1 MB")
OPEN_QUOTE = Text(
    "a quotation mark is not closed (or a field runs over more than 50 lines); double the mark or remove it",
    "引号未闭合（或者单元格超过50行），请将引号写两遍或者删除",
)
MISQUOTED = Text(
    "a quotation mark stands inside a quoted field; double it", "加引号的单元格内含未转义的引号，请将其写两遍"
)
STRAY_RETURN = Text(
    "a carriage return stands inside the line; end lines with LF or CRLF",
    "行内有多余的回车符，换行应为 LF 或者 CRLF",
)
NOT_YES_OR_NO = Text(
    "write yes, no, true, false, 1 or 0, or leave it empty for unknown",
    "应填是、否、true、false、1、0，未知则留空",
)


def wrong_width(wanted: int, found: int) -> Text:
    """Return the reason for a row with too many or too few fields."""
    return Text(
        f"the row has {found} fields, the header has {wanted}; quote fields that hold a comma",
        f"该行有{found}列，表头有{wanted}列；含逗号的单元格应加引号",
    )


def not_a_number(low: int, high: int) -> Text:
    """Return the reason for a number that cannot be read or lies out of bounds."""
    return Text(
        f"write a whole number from {low} to {high}, digits only, or leave it empty for unknown",
        f"应填{low}至{high}之间的整数（只写数字），未知则留空",
    )


def not_an_option(options: str) -> Text:
    """Return the reason for a choice that is none of its options."""
    return Text(
        f"write one of {options}, or leave it empty for unknown", f"应填以下之一：{options}；未知则留空"
    )


def same_id(first: int) -> Text:
    """Return the reason for a row whose id was on an earlier line."""
    return Text(
        f"the same id is on line {first}; give each row its own", f"与第{first}行编号相同，每行编号应唯一"
    )
