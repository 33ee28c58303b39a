"""The typesetter: one compiler a thread and form, because a compiler cannot serve two threads at once."""

from __future__ import annotations

import json
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

from qingdan.casework.papers.fonts import fonts

if TYPE_CHECKING:
    from typst import Compiler

_FORMS = Path(__file__).parent / "forms"
_OF_THREAD = threading.local()


def press(form: str, data: object, created: int, into: Literal["pdf", "png"] = "pdf") -> list[bytes]:
    """Set ``data`` in ``form``: one PDF, or one PNG a page.

    The data travel as one JSON string beside the form, so nothing in them can be read as markup. PDF/A and PDF/UA
    are not only labels: the typesetter fails on a glyph that is missing or a picture without words.

    Args:
        form: name of a file in ``forms``.
        data: plain values.
        created: seconds since 1970, written into the PDF as its date.
        into: what comes out.

    Raises:
        TypstError: the form cannot be set with these data.
        FontsMissing: the typefaces are not installed.
    """
    made = _compiler(form).compile(
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        format=into,
        pdf_standards=["a-2a", "ua-1"] if into == "pdf" else [],
        timestamp=created,
    )
    return made if isinstance(made, list) else [cast("bytes", made)]


def _compiler(form: str) -> Compiler:
    from typst import Compiler

    mine: dict[str, Compiler] = _OF_THREAD.__dict__
    if form not in mine:
        mine[form] = Compiler(
            str(_FORMS / form), root=str(_FORMS), font_paths=fonts(), ignore_system_fonts=True
        )
    return mine[form]
