"""Coverage: article by article, whether the law is modelled, declaratory with a reason, or passed over in silence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any

from qingdan.law.grammar.readings import Reading
from qingdan.law.grammar.rules import Article, Rule
from qingdan.law.grammar.text import Text
from qingdan.law.pack import Pack
from qingdan.law.proof.wording import kind_of


class Standing(Enum):
    """How an article is accounted for."""

    MODELLED = "modelled"
    DECLARATORY = "declaratory"
    SILENT = "silent"
    CONTRADICTORY = "contradictory"

    @property
    def says(self) -> Text:
        """The standing in words."""
        return _STANDINGS[self]


_STANDINGS = {
    Standing.MODELLED: Text("modelled", "已建模"),
    Standing.DECLARATORY: Text("declaratory", "宣示性"),
    Standing.SILENT: Text("silent", "未处理"),
    Standing.CONTRADICTORY: Text("called declaratory, yet modelled", "称宣示性而又建模"),
}


@dataclass(frozen=True, kw_only=True)
class Row:
    """One article. ``counts`` is how many rules of each kind cite it; ``article`` None: it is not declared."""

    number: int
    article: Article | None
    counts: tuple[tuple[Text, int], ...]
    rules: tuple[Rule, ...]
    readings: tuple[Reading, ...]

    @property
    def standing(self) -> Standing:
        """Whether the article is modelled, declaratory, silent, or claims to be two of these."""
        if self.article is None:
            return Standing.SILENT
        if self.article.declaratory is not None:
            return Standing.CONTRADICTORY if self.rules else Standing.DECLARATORY
        return Standing.MODELLED if self.rules or self.article.procedures else Standing.SILENT

    @property
    def says(self) -> Text:
        """What the article holds, in one line."""
        if self.article is not None and self.article.declaratory is not None and not self.rules:
            return self.article.declaratory
        parts = [
            Text(f"{n} {kind.en if n == 1 else several(kind.en)}", f"{kind.zh}{n}项")
            for kind, n in self.counts
        ]
        if self.article is not None and self.article.procedures:
            number = len(self.article.procedures)
            parts.append(Text(f"{number} procedure{'' if number == 1 else 's'}", f"程序{number}项"))
        if self.readings:
            number = len(self.readings)
            parts.append(Text(f"{number} open point{'' if number == 1 else 's'}", f"未决问题{number}项"))
        if not parts:
            return Text("nothing", "无")
        return Text(", ".join(p.en for p in parts), "、".join(p.zh for p in parts))

    def as_data(self) -> dict[str, Any]:
        """Return the row for JSON."""
        article = self.article
        return {
            "article": self.number,
            "title": None if article is None else article.title.as_data(),
            "standing": self.standing.value,
            "rules": [r.key for r in self.rules],
            "procedures": [] if article is None else list(article.procedures),
            "readings": [r.name for r in self.readings],
            "declaratory": article and article.declaratory and article.declaratory.as_data(),
        }


def several(word: str) -> str:
    """Return the English plural of the name of a kind of rule."""
    return f"{word[:-1]}ies" if word.endswith("ty") else f"{word}s"


def coverage(pack: Pack, articles: int = 73) -> list[Row]:
    """Return a row for each article 1..``articles`` and for every other number that a rule cites."""
    declared = {a.number: a for a in pack.articles}
    rules: dict[int, list[Rule]] = {}
    for rule in pack.rules:
        if rule.cite.statute is pack.statute:
            rules.setdefault(rule.cite.article, []).append(rule)
    numbers = sorted({*range(1, articles + 1), *declared, *rules})
    return [_row(pack, n, declared.get(n), tuple(rules.get(n, ()))) for n in numbers]


def _row(pack: Pack, number: int, article: Article | None, rules: tuple[Rule, ...]) -> Row:
    counts = Counter(type(r) for r in rules)
    named = {kind: kind_of(next(r for r in rules if type(r) is kind)) for kind in counts}
    about = {r for r in pack.readings if r.cite.statute is pack.statute and r.cite.article == number}
    about.update(reading for rule in rules for reading in rule.readings)
    return Row(
        number=number,
        article=article,
        counts=tuple((named[kind], n) for kind, n in counts.items()),
        rules=rules,
        readings=tuple(sorted(about, key=lambda r: r.name)),
    )


def faults(pack: Pack, articles: int = 73) -> list[Text]:
    """Return what is wrong: silence, double standing, and places that cite an article the law has not."""
    return list(_faults(pack, articles))


def _faults(pack: Pack, articles: int) -> Iterator[Text]:
    for row in coverage(pack, articles):
        if row.number > articles:
            yield Text(
                f"Article {row.number} is cited, but the law ends at {articles}",
                f"引用了不存在的第{row.number}条",
            )
        elif row.article is None:
            yield Text(f"Article {row.number} is not declared", f"第{row.number}条未声明")
        elif row.standing is Standing.SILENT:
            yield Text(f"Article {row.number} is passed over in silence", f"第{row.number}条未作任何处理")
        elif row.standing is Standing.CONTRADICTORY:
            yield Text(
                f"Article {row.number} is called declaratory, yet has rules",
                f"第{row.number}条称为宣示性条款，却设有规则",
            )
    known = {a.number for a in pack.articles}
    cited = [(f.key, f.cite) for f in (*pack.facts, *pack.violation_facts)]
    cited += [(e.key, e.cite) for e in pack.events] + [(r.name, r.cite) for r in pack.readings]
    for key, cite in cited:
        if cite.statute is pack.statute and cite.article not in known:
            yield Text(
                f"{key} cites Article {cite.article}, which is not declared",
                f"{key}引用了未声明的第{cite.article}条",
            )
