"""How the system says no: in both languages, with the reason and what to do next."""

from __future__ import annotations

from qingdan.law.grammar.text import Cite, Lang, Text


class Refusal(ValueError):
    """An input or act that cannot be accepted. ``str()`` is the English wording."""

    def __init__(self, says: Text, cite: Cite | None = None) -> None:
        super().__init__(says.en)
        self.says = says
        self.cite = cite

    def of(self, lang: Lang) -> str:
        """Return the wording in ``lang``, with the article where the law is what refuses."""
        said = self.says.of(lang)
        return f"{said} [{self.cite.of(lang)}]" if self.cite else said


class UnknownFact(Refusal):
    """An answer was given to a question the law does not ask."""


class WrongAnswer(Refusal):
    """An answer has the wrong type, lies out of bounds or is not an option."""


class UnknownReading(Refusal):
    """A reading was named that does not exist, or an option it does not have."""
