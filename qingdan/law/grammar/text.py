"""What the law says and where it says it: bilingual text, statutes, citations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Lang: TypeAlias = Literal["zh", "en"]
LANGS: tuple[Lang, ...] = ("zh", "en")

MOST_ARTICLES = 999
_DIGITS = "零一二三四五六七八九"


def chinese_numeral(number: int) -> str:
    """Return ``number`` (1-999) as it is written in article numbers: 43 -> 四十三."""
    if not 1 <= number <= MOST_ARTICLES:
        raise ValueError(f"article numbers run from 1 to {MOST_ARTICLES}, not {number}")
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    said = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        said += "十" if tens == 1 and not hundreds else f"{_DIGITS[tens]}十"
    elif hundreds and ones:
        said += "零"
    return said + (_DIGITS[ones] if ones else "")


@dataclass(frozen=True, slots=True)
class Text:
    """One statement in both working languages. Neither may be empty."""

    en: str
    zh: str

    def __post_init__(self) -> None:
        if not self.en.strip() or not self.zh.strip():
            raise ValueError(f"a text needs both languages: en={self.en!r} zh={self.zh!r}")

    def of(self, lang: Lang) -> str:
        """Return the wording in ``lang``."""
        return self.zh if lang == "zh" else self.en

    def as_data(self) -> dict[str, str]:
        """Return both wordings for JSON."""
        return {"zh": self.zh, "en": self.en}

    def filled(self, **values: str | int | Text) -> Text:
        """Fill ``{name}`` gaps; a Text fills each language with its own wording."""

        def put(lang: Lang) -> str:
            words = {k: v.of(lang) if isinstance(v, Text) else v for k, v in values.items()}
            return self.of(lang).format(**words)

        return Text(put("en"), put("zh"))


@dataclass(frozen=True, slots=True)
class Statute:
    """A law or rule that can be cited.

    ``verified`` is False while its figures are known from memory only; every result that
    uses one then says so.
    """

    key: str
    name: Text
    short: Text
    version: str = ""
    verified: bool = True


@dataclass(frozen=True, slots=True)
class Cite:
    """A place in a statute: article, paragraph (款) and item (项), counted from one.

    ``item`` is kept as the official text numbers it ("5" or "b").
    """

    statute: Statute
    article: int
    paragraph: int | None = None
    item: str | None = None

    def of(self, lang: Lang) -> str:
        """Return the citation as a lawyer writes it."""
        if lang == "en":
            tail = f"({self.paragraph})" if self.paragraph else ""
            tail += f"({self.item})" if self.item else ""
            return f"{self.statute.short.en} Art. {self.article}{tail}"
        said = f"《{self.statute.short.zh}》第{chinese_numeral(self.article)}条"
        if self.paragraph:
            said += f"第{chinese_numeral(self.paragraph)}款"
        if self.item:
            number = int(self.item) if self.item.isdigit() else ord(self.item.lower()) - 96
            said += f"第（{chinese_numeral(number)}）项"
        return said

    def as_data(self) -> dict[str, str]:
        """Return the citation in both languages for JSON."""
        return {"zh": self.of("zh"), "en": self.of("en")}

    def __str__(self) -> str:
        return self.of("en")
