"""What a Qingdan number can stand for: its first letter, and the words that go before it in Chinese."""

from __future__ import annotations

from enum import StrEnum

from qingdan.law.grammar.text import Text


class Kind(StrEnum):
    """The first character of a number. The letters avoid I, O, S, V and Z, which the check alphabet lacks."""

    REGISTRATION = "R"
    PROVISION_LICENCE = "L"
    RESEARCH_LICENCE = "D"
    REPRESENTATIVE = "A"
    SANDBOX = "X"

    @property
    def says(self) -> Text:
        """What a number of this kind attests."""
        return _SAYS[self]

    @property
    def prefix(self) -> str:
        """The Chinese words shown before the number; they are not part of it."""
        return _PREFIXES[self]


_SAYS = {
    Kind.REGISTRATION: Text("registration of a product", "产品登记备案"),
    Kind.PROVISION_LICENCE: Text("licence to provide", "提供许可"),
    Kind.RESEARCH_LICENCE: Text("licence to research and develop", "研发许可"),
    Kind.REPRESENTATIVE: Text("filing of a domestic representative", "境内代表备案"),
    Kind.SANDBOX: Text("admission to the sandbox", "沙盒准入"),
}
_PREFIXES = {
    Kind.REGISTRATION: "人智备",
    Kind.PROVISION_LICENCE: "人智许",
    Kind.RESEARCH_LICENCE: "人智研",
    Kind.REPRESENTATIVE: "人智代",
    Kind.SANDBOX: "人智试",
}
KIND_OF_PREFIX = {prefix: kind for kind, prefix in _PREFIXES.items()}
