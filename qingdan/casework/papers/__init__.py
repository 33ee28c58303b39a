"""Papers: letters, decisions, receipts and certificates as PDF, in both languages, the same bytes for the same paper.

A paper is plain data. What somebody wrote is set as text and never read as markup; a character that no typeface
holds is shown by its Unicode number, never as an empty box. Every PDF is archival and accessible (PDF/A-2a and
PDF/UA-1), and the typesetter refuses to write one that is not.
"""

from __future__ import annotations

from qingdan.casework.papers.fonts import FontsMissing
from qingdan.casework.papers.glyphs import unprintable
from qingdan.casework.papers.paper import Paper, PaperKind, Row
from qingdan.casework.papers.render import render

__all__ = ["FontsMissing", "Paper", "PaperKind", "Row", "render", "unprintable"]
