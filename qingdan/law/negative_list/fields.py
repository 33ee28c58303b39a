"""Reading the fields of a list file: each reader returns what it wants, or refuses and says where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any, TypeAlias

from qingdan.law.grammar.text import Text
from qingdan.law.negative_list.edition import BadEdition

Path: TypeAlias = tuple[str | int, ...]
LONGEST = 2_000


def mapping(given: object, at: Path) -> Mapping[str, Any]:
    """Return ``given`` as named fields."""
    if isinstance(given, Mapping) and all(isinstance(k, str) for k in given):
        return given
    raise BadEdition(Text("named fields are expected here", "此处应为字段名和值"), where=at)


def only(
    given: Mapping[str, Any], names: AbstractSet[str], at: Path, *, may_lack: AbstractSet[str] = frozenset()
) -> Mapping[str, Any]:
    """Return ``given`` if it has exactly the fields ``names``, those in ``may_lack`` being optional."""
    strange = sorted(given.keys() - names)
    if strange:
        known = ", ".join(sorted(names))
        raise BadEdition(
            Text(
                f"{strange[0][:40]} is unknown here; known are {known}",
                f"不识别字段{strange[0][:40]}，可用：{known}",
            ),
            where=at,
        )
    lacking = sorted(names - may_lack - given.keys())
    if lacking:
        raise BadEdition(Text(f"{', '.join(lacking)} is missing", f"缺少{'、'.join(lacking)}"), where=at)
    return given


def listing(given: object, at: Path, *, most: int) -> Sequence[object]:
    """Return ``given`` as a list of one to ``most`` items."""
    if isinstance(given, (list, tuple)) and 1 <= len(given) <= most:
        return given
    raise BadEdition(Text(f"give a list of 1 to {most} items", f"应填1至{most}项的列表"), where=at)


def word(given: object, at: Path) -> str:
    """Return ``given`` as a non-empty string of reasonable length."""
    if isinstance(given, str) and given.strip() and len(given) <= LONGEST:
        return given
    raise BadEdition(
        Text(f"give words, at most {LONGEST} characters", f"应填文字，不超过{LONGEST}字"), where=at
    )


def text(given: object, at: Path) -> Text:
    """Return ``{"en": …, "zh": …}`` as a text in both languages."""
    both = only(mapping(given, at), {"en", "zh"}, at)
    return Text(word(both["en"], (*at, "en")), word(both["zh"], (*at, "zh")))


def flag(given: object, at: Path) -> bool:
    """Return ``given`` as true or false."""
    if isinstance(given, bool):
        return given
    raise BadEdition(Text("give true or false", "应填 true 或者 false"), where=at)
