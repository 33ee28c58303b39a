"""Negative List edition files: an edition with its entries' criteria as plain data."""

from __future__ import annotations

from qingdan.intake.document import Document
from qingdan.law.negative_list.data import edition_from_data
from qingdan.law.negative_list.edition import BadEdition, ListEdition
from qingdan.law.pack import Pack


def edition_from(document: Document, pack: Pack) -> ListEdition:
    """Turn a document into an edition. Raises BadDocument naming file, line and field."""
    try:
        return edition_from_data(document.data, pack.facts)
    except BadEdition as refused:
        raise document.refuse(refused.says, *refused.where) from None
