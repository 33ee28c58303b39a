"""Negative List edition files: an edition with its entries' criteria as plain data."""

from __future__ import annotations

from qingdan.intake.document import Document
from qingdan.law.grammar.text import Text
from qingdan.law.negative_list.data import edition_from_data
from qingdan.law.negative_list.edition import BadEdition, ListEdition
from qingdan.law.pack import Pack


def edition_from(document: Document, pack: Pack) -> ListEdition:
    """Turn a document into an edition. Raises BadDocument naming file, line and field."""
    try:
        return edition_from_data(document.data, pack.facts)
    except BadEdition as refused:
        raise document.refuse(_without_place(refused), *refused.where, cite=refused.cite) from None


def _without_place(refused: BadEdition) -> Text:
    """Return what is wrong; where it stands is told by file, line and field."""
    place = ".".join(str(step) for step in refused.where)
    if not place:
        return refused.says
    return Text(refused.says.en.removeprefix(f"{place}: "), refused.says.zh.removeprefix(f"{place}："))
