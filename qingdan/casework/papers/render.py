"""A paper becomes a PDF."""

from __future__ import annotations

from datetime import datetime, time

from qingdan.casework.papers.paper import Paper, PaperKind
from qingdan.casework.papers.press import press
from qingdan.casework.papers.sheet import sheet
from qingdan.law.clock import SHANGHAI

_FORM = dict.fromkeys(PaperKind, "letter.typ") | {PaperKind.CERTIFICATE: "certificate.typ"}


def render(paper: Paper, *, created: datetime | None = None) -> bytes:
    """Return the paper as a PDF: tagged, archival (PDF/A-2a, PDF/UA-1), the same bytes for the same arguments.

    Args:
        paper: what to print.
        created: when the PDF says it was made; the start of the paper's own day if absent.

    Raises:
        ValueError: the QR code cannot hold that much.
        FontsMissing: the Chinese typefaces are not installed.
    """
    return press(_FORM[paper.kind], sheet(paper), _moment(paper, created))[0]


def _moment(paper: Paper, created: datetime | None) -> int:
    return int((created or datetime.combine(paper.date, time.min, SHANGHAI)).timestamp())
