"""A paper as the forms take it: every word chosen, both languages side by side, as plain values."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from io import BytesIO
from string import digits

import segno

from qingdan.casework.papers import wording as w
from qingdan.casework.papers.glyphs import breakable, numbered, unprintable
from qingdan.casework.papers.paper import Paper, PaperKind, Row
from qingdan.law.grammar.text import LANGS, Cite, Lang, Text

_DAYS = {"zh": "一二三四五六日", "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")}
_REGION = {"zh": "cn", "en": "gb"}


def sheet(paper: Paper) -> dict[str, object]:
    """Return everything that the form of ``paper`` prints.

    Raises:
        ValueError: the QR code cannot hold that much.
    """
    lacking = unprintable("".join(_everything(paper)))

    def plain(words: str) -> str:
        return numbered(words, lacking)

    def put(words: str) -> str:
        return breakable(plain(words))

    return {
        "meta": {
            "title": plain(f"{paper.title.zh} {paper.title.en}"),
            "author": plain(f"{paper.office.zh} {paper.office.en}"),
            "keywords": [plain(paper.reference)],
            "running": put(f"{paper.reference}    {paper.title.zh}"),
        },
        "watermark": f"{w.DEMONSTRATION.zh} {w.DEMONSTRATION.en}" if paper.demonstration else None,
        "mark": w.MARKS[paper.number.kind.value if paper.number else ""],
        "reasons_lang": paper.reasons_lang,
        "qr": _qr(paper.qr) if paper.qr is not None else None,
        "sections": [_section(paper, lang, put, lacks=bool(lacking)) for lang in LANGS],
    }


def _section(paper: Paper, lang: Lang, put: Callable[[str], str], *, lacks: bool) -> dict[str, object]:
    def every(texts: tuple[Text, ...]) -> list[str]:
        return [put(text.of(lang)) for text in texts]

    return {
        "lang": lang,
        "region": _REGION[lang],
        "office": put(paper.office.of(lang)),
        "title": put(paper.title.of(lang)),
        "case": put(f"{w.CASE.of(lang)} {paper.reference}"),
        "number": paper.number.display(lang) if paper.number else "",
        "to": put(w.ADDRESSEE.of(lang).replace("{name}", paper.addressee)) if paper.addressee else "",
        "holder_label": w.HOLDER.of(lang),
        "holder": put(paper.addressee),
        "paragraphs": every(paper.paragraphs),
        "facts_heading": w.FACTS.of(lang),
        "facts": [[put(row.label.of(lang)), put(_value(row, lang))] for row in paper.facts],
        "items_heading": put(paper.items_heading.of(lang)),
        "items": every(paper.items),
        "reasons_heading": w.REASONS.of(lang),
        "reasons_in": w.REASONS_IN[paper.reasons_lang].of(lang),
        "reasons_lang": paper.reasons_lang,
        "reasons": put(paper.reasons),
        "cites_heading": w.CITES.of(lang),
        "cites": [_cite(cite, lang) for cite in paper.cites],
        "redress_heading": w.REDRESS.of(lang),
        "redress": every(paper.redress),
        "signed": put(_signed(paper, lang)),
        "date": written_date(paper.date, lang),
        "verify": [put(text.of(lang)) for text in _how_to_verify(paper)],
        "notes": [put(text.of(lang)) for text in _notes(paper, lacks=lacks)],
    }


def written_date(day: date, lang: Lang) -> str:
    """Return a day as papers write it: 2026年2月24日（周二）, 2026-02-24 (Tue)."""
    name = _DAYS[lang][day.weekday()]
    return (
        f"{day.year}年{day.month}月{day.day}日（周{name}）" if lang == "zh" else f"{day.isoformat()} ({name})"
    )


def _value(row: Row, lang: Lang) -> str:
    return row.value.of(lang) if isinstance(row.value, Text) else row.value


def _cite(cite: Cite, lang: Lang) -> str:
    return cite.of(lang) if cite.statute.verified else f"{cite.of(lang)}※"


def _signed(paper: Paper, lang: Lang) -> str:
    title = paper.signatory_title.of(lang) if paper.signatory_title else ""
    who = (", " if lang == "en" else " ").join(filter(None, (paper.signatory, title)))
    colon = "：" if lang == "zh" else ": "
    return f"{w.SIGNED.of(lang)}{colon}{who}" if who else ""


def _how_to_verify(paper: Paper) -> tuple[Text, ...]:
    said: list[Text] = []
    if paper.qr is not None:
        said.append(w.VERIFY_CODE)
    if paper.verify_at:
        words = w.VERIFY_AT if paper.qr is not None else w.VERIFY_ONLY_AT
        # Not by filled(): braces in an address are only characters.
        said.append(Text(*(words.of(lang).replace("{address}", paper.verify_at) for lang in ("en", "zh"))))
    return tuple(said)


def _notes(paper: Paper, *, lacks: bool) -> tuple[Text, ...]:
    certificate = paper.kind is PaperKind.CERTIFICATE
    always = (
        (paper.demonstration, w.NO_EFFECT),
        (certificate, w.NOT_A_SEAL),
        (any(not cite.statute.verified for cite in paper.cites), w.UNVERIFIED),
        (lacks, w.UNPRINTABLE),
        (True, w.CHINESE_GOVERNS),
    )
    return paper.notes + tuple(text for holds, text in always if holds)


def _qr(payload: str) -> dict[str, object]:
    parts = _segments(payload)
    code = segno.make(parts, error="m", micro=False, boost_error=False)  # type: ignore[arg-type] # it takes several
    svg = BytesIO()
    code.save(svg, kind="svg", xmldecl=False, svgversion=1.1, border=2, light="#FFFFFF", dark="#1A1D21")
    return {
        "svg": svg.getvalue().decode("utf-8"),
        "modules": code.symbol_size(border=2)[0],
        "alt": f"{w.QR_ALT.zh} {w.QR_ALT.en}",
    }


def _segments(payload: str) -> str | list[str]:
    """Return a long run of digits at the end as a part of its own, which takes less than half the room (see ``ledger``)."""
    words = payload.rstrip(digits)
    run = payload[len(words) :]
    return [words, run] if words and len(run) > _LONG_RUN else payload


_LONG_RUN = 20


def _everything(paper: Paper) -> list[str]:
    """Every string of the paper in both languages; the wording of this package is known to be printable."""
    texts = [
        paper.title,
        paper.office,
        paper.items_heading,
        *paper.paragraphs,
        *paper.items,
        *paper.redress,
        *paper.notes,
        *(row.label for row in paper.facts),
        *(row.value for row in paper.facts if isinstance(row.value, Text)),
        *([paper.signatory_title] if paper.signatory_title else []),
    ]
    plain = [paper.addressee, paper.reference, paper.reasons, paper.signatory, paper.verify_at]
    plain += [row.value for row in paper.facts if isinstance(row.value, str)]
    return plain + [text.of(lang) for text in texts for lang in LANGS]
