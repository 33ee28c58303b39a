"""One article on a page: our gloss, its rules, its open points, its procedures."""

from __future__ import annotations

from typing import Any

from qingdan.cli.law_list import reading_as_data, reading_lines
from qingdan.cli.pages import Column, head, listing, put, rule, styled
from qingdan.cli.rule_page import rule_as_data, rule_lines
from qingdan.cli.tongue import say, t
from qingdan.cli.wording import capital, place
from qingdan.law.coverage import coverage, several
from qingdan.law.grammar.rules import Rule
from qingdan.law.grammar.text import Cite
from qingdan.law.pack import Pack
from qingdan.law.proof.wording import kind_of


def print_article(pack: Pack, number: int) -> None:
    """Print the page of one article."""
    article = pack.article(number)
    row = next(r for r in coverage(pack) if r.number == number)
    put()
    put(styled((place(Cite(pack.statute, number)), "bold"), "  ", (say(article.title), "bold")))
    rule()
    put(say(article.gloss))
    put(t("Our own gloss, not the text of the law.", "以上为本软件释义，并非法律原文。"), "dim")
    if article.declaratory is not None:
        head(t("Not modelled", "未建模"))
        put(say(article.declaratory), indent=2)
    by_kind: dict[type[Rule], list[Rule]] = {}
    for one in row.rules:
        by_kind.setdefault(type(one), []).append(one)
    for rules in by_kind.values():
        kind = kind_of(rules[0])
        head(capital(t(kind.en if len(rules) == 1 else several(kind.en), kind.zh)))
        rows = [[_body(one), place(one.cite)] for one in rules]
        listing((Column(stretches=True), Column(style="dim", most=20)), rows, indent=2)
    if row.readings:
        head(t("Open points", "未决问题"))
    for reading in row.readings:
        put(styled((reading.name, "bold"), f"  {say(reading.asks)}"), indent=2)
        for line in reading_lines(reading):
            put(line, "dim", indent=4)
    if article.procedures:
        head(t("Procedures", "程序"))
        put(t(", ", "、").join(article.procedures), indent=2)


def _body(one: Rule) -> Any:  # noqa: ANN401 - rich's text
    first, *others = rule_lines(one)
    return styled(first, *((f"\n{line}", "dim") for line in others), (f"\n{one.key}", "dim italic"))


def as_data(pack: Pack, number: int) -> dict[str, Any]:
    """Return an article as plain data."""
    article = pack.article(number)
    row = next(r for r in coverage(pack) if r.number == number)
    return {
        "article": number,
        "title": article.title.as_data(),
        "gloss": article.gloss.as_data(),
        "standing": row.standing.value,
        "declaratory": article.declaratory.as_data() if article.declaratory is not None else None,
        "rules": [rule_as_data(r) for r in row.rules],
        "readings": [reading_as_data(r) for r in row.readings],
        "procedures": list(article.procedures),
    }
