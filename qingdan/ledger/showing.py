"""What a genuine proof certifies, as pairs of label and value for a reader."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from qingdan.law.grammar.text import Lang
from qingdan.ledger.encoding import canonical
from qingdan.ledger.verify import Entry
from qingdan.ledger.wording import FIELDS, day_said, moment_said

_ORDER = {name: place for place, name in enumerate(FIELDS)}


def fields(entry: Entry, lang: Lang) -> Iterator[tuple[str, str]]:
    """Yield label and value of every field of header and body, those that certificates use first."""
    both = [*entry.header.items(), *(entry.body or {}).items()]
    for name, value in sorted(both, key=lambda field: _ORDER.get(field[0], len(_ORDER))):
        label = FIELDS[name].of(lang) if name in FIELDS else name
        yield (
            label,
            moment_said(entry.at).of(lang) if (name, value) == ("at", entry.at) else _said(value, lang),
        )


def _said(value: object, lang: Lang) -> str:
    """Return a value for a reader; one that has both languages in it is shown in theirs."""
    if isinstance(value, str):
        return day_said(date.fromisoformat(value)).of(lang) if _is_day(value) else value
    if isinstance(value, dict) and isinstance(value.get(lang), str):
        return str(value[lang])
    if isinstance(value, list):
        return ("、" if lang == "zh" else ", ").join(_said(item, lang) for item in value)
    return canonical(value).decode()


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
