"""What is put in writing and served."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from qingdan.law.grammar.named import Named
from qingdan.law.grammar.text import Text


class Form(StrEnum):
    """What kind of paper a letter is."""

    RECEIPT = "receipt"
    NOTICE = "notice"
    DECISION = "decision"
    CERTIFICATE = "certificate"


@dataclass(frozen=True, eq=False, kw_only=True)
class Letter(Named):
    """A letter. Reasons, points, articles and dates of the step are added by themselves.

    ``says`` are its paragraphs; gaps in braces are filled: party, product, case, on, due, number, until.
    ``adverse`` letters name the remedies (Licensing Law 38, Model Law 66). One ``to_third_parties`` goes not to the party
    but to those whose interests the case touches.
    """

    title: Text
    says: tuple[Text, ...]
    form: Form = Form.NOTICE
    adverse: bool = False
    to_third_parties: bool = False


GAPS = ("party", "product", "case", "on", "due", "number", "until")
