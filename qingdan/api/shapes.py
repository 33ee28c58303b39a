"""What is sent and what is answered, as far as several parts share it. Bodies are strict: nothing is guessed."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Generic, TypeAlias, TypeVar

from ninja import Field, Header, Path, Query, Schema
from pydantic import BeforeValidator, ConfigDict, WithJsonSchema

from qingdan.law.clock import SHANGHAI
from qingdan.law.timeline import FIRST_DAY, LAST_DAY

MOST = 100
HIGHEST = 2**53 - 1  # what every JSON reader holds exactly
T = TypeVar("T")


def day_from(value: object) -> date:
    """Return a day written as 2026-02-24, within what calendars know."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if not isinstance(value, str):
        raise ValueError("write a day as 2026-02-24 | 日期请写作2026-02-24")  # noqa: TRY004 - pydantic reads ValueError
    try:
        found = date.fromisoformat(value)
    except ValueError:
        found = None
    if found is None or found.isoformat() != value:
        raise ValueError("write a day as 2026-02-24 | 日期请写作2026-02-24")
    if not FIRST_DAY <= found <= LAST_DAY:
        raise ValueError(f"lies outside {FIRST_DAY} to {LAST_DAY} | 超出{FIRST_DAY}至{LAST_DAY}的范围")
    return found


def moment_from(value: object) -> date | datetime:
    """Return a day, or an instant with its time zone, within what calendars know."""
    if not isinstance(value, str) or "T" not in value:
        return day_from(value)
    try:
        found = datetime.fromisoformat(value)
    except ValueError:
        found = None
    if found is None or found.tzinfo is None:
        raise ValueError(
            "write a time with its zone, as 2026-02-17T23:30:00+08:00 | 时间请注明时区，如2026-02-17T23:30:00+08:00"
        )
    if not FIRST_DAY <= found.date() <= LAST_DAY:
        raise ValueError(f"lies outside {FIRST_DAY} to {LAST_DAY} | 超出{FIRST_DAY}至{LAST_DAY}的范围")
    return found.astimezone(SHANGHAI)


_DAY = {"type": "string", "format": "date", "examples": ["2026-03-02"]}
Day: TypeAlias = Annotated[date, BeforeValidator(day_from), WithJsonSchema(_DAY, mode="validation")]
Moment: TypeAlias = Annotated[
    date | datetime,
    BeforeValidator(moment_from),
    WithJsonSchema(
        {"anyOf": [{"type": "string", "format": "date"}, {"type": "string", "format": "date-time"}]},
        mode="validation",
    ),
]
Id: TypeAlias = Annotated[int, Field(strict=True, ge=1, le=HIGHEST)]
Flag: TypeAlias = Annotated[bool, Field(strict=True)]
Words: TypeAlias = Annotated[str, Field(min_length=2, max_length=2000)]
AnswerTo: TypeAlias = (
    Annotated[bool, Field(strict=True)]
    | Annotated[int, Field(strict=True, ge=-HIGHEST, le=HIGHEST)]
    | Annotated[str, Field(max_length=200)]
    | None
)
InPath: TypeAlias = Annotated[int, Path(ge=1, le=HIGHEST)]
Cursor: TypeAlias = Annotated[
    str, Query(max_length=400, description="where the page before ended: its `next`; empty for the first")
]
Limit: TypeAlias = Annotated[int, Query(ge=1, le=MOST, description="how many at most")]
Key: TypeAlias = Annotated[
    str | None,
    Header(
        alias="Idempotency-Key",
        min_length=1,
        max_length=64,
        pattern=r"^[\x21-\x7e]+$",
        description="any text of yours, new for each act: sent again with the same content, nothing happens twice",
    ),
]


class Given(Schema):
    """What is sent: exactly these fields."""

    model_config = ConfigDict(extra="forbid")


class Said(Schema):
    """One statement in both languages."""

    zh: str = Field(examples=["行政许可决定书"])
    en: str = Field(examples=["Licence decision"])


class Page(Schema, Generic[T]):
    """One page of a list. ``next`` is the cursor of the page after it; none on the last."""

    items: list[T]
    next: str | None


class Fault(Schema):
    """One thing wrong with what was sent."""

    where: list[str] = Field(examples=[["body", "party"]])
    says: str


class Problem(Schema):
    """What went wrong, as problem details (RFC 9457): why, with the article where the law refuses, and what to do."""

    type: str = Field(examples=["/api/problems/not_lawful_now"])
    title: str = Field(examples=["not lawful now"])
    status: int = Field(examples=[409])
    code: str = Field(description="stable, for programs", examples=["not_lawful_now"])
    detail: str = Field(description="in the language asked for")
    says: Said
    article: Said | None = Field(None, description="the place in the law that refuses")
    field: str | None = Field(None, description="which field is at fault")
    errors: list[Fault] | None = None


class Named(Schema):
    """A thing by number and name."""

    id: int
    name: str


Plain: TypeAlias = dict[str, Any]
"""Plain data whose form another document gives: a computation, a judgement, what a step was given."""
