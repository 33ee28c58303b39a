"""What a step asks of whoever takes it. Forms, the API's schema and the checks come from these."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from qingdan.law.grammar.readings import Reading
from qingdan.law.grammar.rules import DossierItem, LicenceCondition
from qingdan.law.grammar.text import Text


class Asks(StrEnum):
    """What kind of answer a field takes, and how it is written as plain data."""

    LINE = "line"  # one line of text
    PROSE = "prose"  # text
    REASONS = "reasons"  # text that gives reasons: never empty words
    CHOICE = "choice"  # one of ``options``
    CHOICES = "choices"  # some of ``options``
    YES_NO = "yes_no"
    DAY = "day"  # ISO date
    NUMBER = "number"  # whole number between ``low`` and ``high``
    ITEMS = "items"  # numbered points, one text each
    REPLIES = "replies"  # one text for each point of an earlier ITEMS field, named by ``to``
    DOCUMENTS = "documents"  # identifiers of uploaded documents
    CHECKLIST = "checklist"  # each of ``options``: met, not_met or unknown, and why
    PERSON = "person"  # identifier of an officer


# Kinds whose values are kept in the state of the case. The others may name people, and stay erasable.
KEPT = frozenset({Asks.CHOICE, Asks.CHOICES, Asks.YES_NO, Asks.DAY, Asks.NUMBER})
FEWEST_REASONS = 10  # characters: shorter is no reason
LONGEST = 20_000
MOST_ITEMS = 100


@dataclass(frozen=True, kw_only=True)
class Field:
    """One thing a step asks. ``public`` values enter the register's public part.

    ``suggests`` is the open point of the law whose choice a form fills in for a start.
    """

    key: str
    says: Text
    asks: Asks = Asks.LINE
    required: bool = True
    options: Mapping[str, Text] | None = None
    low: int | None = None
    high: int | None = None
    to: str | None = None
    public: bool = False
    help: Text | None = None
    suggests: Reading | None = None

    def __post_init__(self) -> None:
        if (self.options is not None) != (self.asks in {Asks.CHOICE, Asks.CHOICES, Asks.CHECKLIST}):
            raise ValueError(f"field {self.key}: options go with choices, and choices with options")
        if (self.to is not None) != (self.asks is Asks.REPLIES):
            raise ValueError(f"field {self.key}: replies answer a named field")


REASONS = Field(
    key="reasons",
    asks=Asks.REASONS,
    says=Text("reasons: the facts found, the law applied and why", "理由：认定的事实、适用的依据及说明"),
)
NOTE = Field(key="note", asks=Asks.PROSE, says=Text("remark", "备注"), required=False)


def line(key: str, says: Text, *, required: bool = True, public: bool = False) -> Field:
    """Return a field for one line of text."""
    return Field(key=key, says=says, required=required, public=public)


def prose(key: str, says: Text, *, required: bool = True, public: bool = False) -> Field:
    """Return a field for text."""
    return Field(key=key, says=says, asks=Asks.PROSE, required=required, public=public)


def day(key: str, says: Text, *, required: bool = True, public: bool = False) -> Field:
    """Return a field for a day."""
    return Field(key=key, says=says, asks=Asks.DAY, required=required, public=public)


def number(key: str, says: Text, low: int, high: int, *, public: bool = False) -> Field:
    """Return a field for a whole number."""
    return Field(key=key, says=says, asks=Asks.NUMBER, low=low, high=high, public=public)


def choice(key: str, says: Text, options: Mapping[str, Text], *, public: bool = False) -> Field:
    """Return a field for one of several options."""
    return Field(key=key, says=says, asks=Asks.CHOICE, options=options, public=public)


def documents(key: str, says: Text, *, required: bool = True) -> Field:
    """Return a field for uploaded documents."""
    return Field(key=key, says=says, asks=Asks.DOCUMENTS, required=required)


def items(key: str, says: Text) -> Field:
    """Return a field for numbered points: all defects in one letter."""
    return Field(key=key, says=says, asks=Asks.ITEMS)


def enclosing(*wanted: DossierItem, optional: tuple[DossierItem, ...] = ()) -> tuple[Field, ...]:
    """Return one document field for each item of a dossier."""
    return tuple(
        Field(
            key=item.key,
            says=item.says,
            asks=Asks.DOCUMENTS,
            required=item not in optional,
            public=item.public,
        )
        for item in wanted
    )


def conditions(key: str, says: Text, *listed: LicenceCondition) -> Field:
    """Return a checklist of licence conditions."""
    return Field(key=key, says=says, asks=Asks.CHECKLIST, options={c.key: c.says for c in listed})
