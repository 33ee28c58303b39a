"""Editions of the Negative List (Articles 23, 73): published on a day, effective on a later one.

A judgement uses the edition effective on its day. An edition that cannot lawfully be is refused
when it is made.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from qingdan.law.grammar.conditions import AnyOf, Condition
from qingdan.law.grammar.refusal import Refusal
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.model_law import a73_publication as publication
from qingdan.law.statutes import MODEL_LAW

_KEY = re.compile(r"[a-z][a-z0-9]*([_-][a-z0-9]+)*")
KEY_LENGTH = 60


class BadEdition(Refusal):
    """A Negative List edition, or its plain form, that cannot be. ``where`` is the path of the part at fault."""

    def __init__(self, says: Text, cite: Cite | None = None, where: tuple[str | int, ...] = ()) -> None:
        place = ".".join(str(step) for step in where)
        super().__init__(Text(f"{place}: {says.en}", f"{place}：{says.zh}") if place else says, cite)
        self.where = where


@dataclass(frozen=True, eq=False, kw_only=True)
class Entry:
    """One entry: ``criteria`` decide what it covers, ``says`` puts them in plain words.

    ``reason`` ties the entry to the test of Art. 23(2): its importance and the harm it could do.
    """

    key: str
    says: Text
    criteria: Condition
    reason: Text

    def __post_init__(self) -> None:
        _check_key(self.key)


@dataclass(frozen=True, eq=False, kw_only=True)
class ListEdition:
    """One edition of the list.

    ``first`` marks the edition that begins with the law and must be public six months ahead
    (Art. 73). ``illustrative`` marks a sample that no authority published; ``notice`` says so,
    or names the official publication.
    """

    key: str
    title: Text
    published: date
    effective: date
    entries: tuple[Entry, ...]
    illustrative: bool
    notice: Text
    first: bool = True

    def __post_init__(self) -> None:
        _check_key(self.key)
        if not self.entries:
            raise BadEdition(Text("an edition needs at least one entry", "清单版本至少应有一个条目"))
        seen: set[str] = set()
        for entry in self.entries:
            if entry.key in seen:
                raise BadEdition(
                    Text(
                        f"two entries are called {entry.key}; rename one", f"条目编号{entry.key}重复，请更名"
                    )
                )
            seen.add(entry.key)
        if self.effective < self.published:
            raise BadEdition(
                Text(
                    f"{self.key} would take effect on {self.effective}, before it is published on {self.published}",
                    f"{self.key}的施行日期{self.effective}早于公布日期{self.published}",
                ),
                publication.CITE,
            )
        if self.first and self.published > latest_publication(self.effective):
            raise BadEdition(
                Text(
                    f"the first list must be public six months ahead: for {self.effective}, publish by "
                    f"{latest_publication(self.effective)}, or let it take effect later",
                    f"首份清单须提前六个月公布：拟于{self.effective}施行的，应当在{latest_publication(self.effective)}前公布，"
                    "或者推迟施行",
                ),
                publication.CITE,
            )

    def listed(self) -> Condition:
        """Return the condition of being on this list: any one entry suffices."""
        return AnyOf(tuple(e.criteria for e in self.entries))

    def entry(self, key: str) -> Entry:
        """Return one entry; raises KeyError if the edition has none of that key."""
        return {e.key: e for e in self.entries}[key]

    def warnings(self) -> tuple[Text, ...]:
        """Return what is lawful but should be known before this edition is published."""
        if self.first or self.published <= latest_publication(self.effective):
            return ()
        return (
            Text(
                f"{self.key} takes effect less than six months after publication; Article 73 asks the six months only of the first "
                "list, but nobody has decided how long newly listed products may go on (nl.grace_days)",
                f"{self.key}自公布至施行不足六个月；第七十三条仅对首份清单要求提前六个月，但新列入产品的宽限期（nl.grace_days）尚未确定",
            ),
        )


def latest_publication(effective: date) -> date:
    """Return the last day on which a first list effective on ``effective`` may be published (Art. 73).

    Months count back to the corresponding day, else to the month's end (Civil Code Art. 202).
    """
    years, month = divmod(effective.year * 12 + effective.month - 1 - publication.LEAD_MONTHS, 12)
    return date(years, month + 1, min(effective.day, monthrange(years, month + 1)[1]))


def edition_in_force(editions: Iterable[ListEdition], on: date) -> ListEdition | None:
    """Return the edition in force on a day: the latest already effective; None before the first.

    Raises BadEdition if two editions share a key or begin on the same day.
    """
    known = sorted(editions, key=lambda e: e.effective)
    for earlier, later in pairwise(known):
        if earlier.effective == later.effective:
            raise BadEdition(
                Text(
                    f"{earlier.key} and {later.key} both take effect on {later.effective}; keep one",
                    f"{earlier.key}与{later.key}同于{later.effective}施行，只能保留其一",
                ),
                Cite(MODEL_LAW, 23, 2),
            )
    if len({e.key for e in known}) < len(known):
        raise BadEdition(Text("two editions have the same key; rename one", "清单版本编号重复，请更名"))
    return next((e for e in reversed(known) if e.effective <= on), None)


def _check_key(key: str) -> None:
    if len(key) > KEY_LENGTH or not _KEY.fullmatch(key):
        raise BadEdition(
            Text(
                f"{key[:80]!r} is no key: use up to {KEY_LENGTH} small letters, digits and single - or _",
                f"{key[:80]!r}不是有效编号：限{KEY_LENGTH}个以内的小写字母、数字和单个-、_",
            )
        )
