"""What a paper says, before it has a shape."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from qingdan.law.grammar.text import Cite, Lang, Text
from qingdan.law.numbers import QingdanNumber

POINTS = Text("Points", "事项")


class PaperKind(StrEnum):
    """Which form the paper takes."""

    LETTER = "letter"
    DECISION = "decision"
    RECEIPT = "receipt"
    CERTIFICATE = "certificate"


@dataclass(frozen=True, slots=True)
class Row:
    """One particular. A plain string, such as a name, is the same in both languages."""

    label: Text
    value: Text | str


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One paper. Only the first six fields are always there; what is empty leaves no trace on the sheet.

    Attributes:
        addressee: to whom a letter goes, or who holds a certificate.
        reference: the number of the case.
        items: defects or conditions, numbered; ``items_heading`` says which.
        reasons: as the officer wrote them, in one language, ``reasons_lang``.
        redress: what can be done against the act; owed with every adverse one.
        qr: what the QR code holds: at most 2,331 bytes, or a proof of 2,200 as an address and digits.
        verify_at: the address at which the paper can be verified, printed with a warning against look-alikes.
        demonstration: marks every page as having no legal effect.
    """

    kind: PaperKind
    title: Text
    office: Text
    addressee: str
    reference: str
    date: date
    number: QingdanNumber | None = None
    paragraphs: tuple[Text, ...] = ()
    facts: tuple[Row, ...] = ()
    items_heading: Text = POINTS
    items: tuple[Text, ...] = ()
    reasons: str = ""
    reasons_lang: Lang = "zh"
    cites: tuple[Cite, ...] = ()
    redress: tuple[Text, ...] = ()
    signatory: str = ""
    signatory_title: Text | None = None
    qr: str | None = None
    verify_at: str = ""
    notes: tuple[Text, ...] = ()
    demonstration: bool = False
