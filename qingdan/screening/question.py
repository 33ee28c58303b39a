"""What is asked of every row: its track, findings, and what is still to be answered.

Which questions still matter to an open track is exact: a fact matters where some completion of
the other unanswered facts makes the track turn on it. That condition is itself a formula over
the other facts, so a whole batch is told at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from qingdan.law.columns.frames import TableJudge
from qingdan.law.columns.wanted import Asked
from qingdan.law.diagram import NO, Diagrams, Node
from qingdan.law.exact import Exact
from qingdan.law.formula import Formula
from qingdan.law.grammar.conditions import Fact
from qingdan.law.grammar.refusal import Refusal
from qingdan.law.grammar.rules import Finding
from qingdan.law.grammar.text import Text
from qingdan.law.in_force import InForce
from qingdan.law.model_law.tracks import TRACKS
from qingdan.screening.source import LINE

if TYPE_CHECKING:
    import polars as pl

OPEN = "unknown"
_TRACK = f"{LINE}track_"
_NEED = f"{LINE}need_"
OUTPUT = ("track", "track_candidates", "open_count", "needs", "list_edition", "pack", "readings", "judged_on")


class Screen:
    """The law made ready for the rows of one table. ``findings`` are keys of further conclusions wanted."""

    def __init__(self, law: InForce, schema: Mapping[str, pl.DataType], findings: Iterable[str] = ()) -> None:
        self.law = law
        self.findings = wanted_findings(law, findings)
        exact = Exact(law.resolver, law.diagrams)
        tracks = {_TRACK + track.value: law.formula(finding) for track, finding in TRACKS}
        told = {finding.key: law.formula(finding) for finding in self.findings}
        formulas = {name: exact.formula(formula) for name, formula in {**tracks, **told}.items()}
        nodes = [law.node(finding) for _, finding in TRACKS]
        self.facts: tuple[Fact, ...] = tuple(
            law.resolver.facts[v]
            for v in sorted(frozenset().union(*(law.diagrams.support(n) for n in nodes)))
        )
        needs = {_NEED + fact.key: self._matters(fact, nodes, exact) for fact in self.facts}
        self._schema = schema
        self._judge = TableJudge(Asked(law.resolver, {**formulas, **needs}, {}), schema)

    def _matters(self, fact: Fact, nodes: Iterable[Node], exact: Exact) -> Formula:
        diagrams, var = self.law.diagrams, self.law.resolver.var[fact]
        anywhere = NO
        for node in nodes:
            cases = given_each(diagrams, node, var)
            same = diagrams.join(
                False,  # noqa: FBT003 - a disjunction: all cases hold, or none does
                diagrams.join_all(True, cases),  # noqa: FBT003
                diagrams.opposite(diagrams.join_all(False, cases)),  # noqa: FBT003
            )
            anywhere = diagrams.join(False, anywhere, diagrams.opposite(same))  # noqa: FBT003
        return exact.meant_by(anywhere)

    def tracks(self, rows: pl.DataFrame, *, keep: Iterable[str] = ()) -> pl.DataFrame:
        """Return the columns ``keep`` and ``track`` alone."""
        return self._judge.over(rows.lazy(), keep=keep).select(*keep, self._track()).collect()

    def judge(self, rows: pl.DataFrame, *, keep: tuple[str, ...], on: str) -> pl.DataFrame:
        """Return one judgement per row: ``keep``, the track, findings, open questions, what it rests on."""
        import polars as pl

        answered = [fact.key for fact in self.facts if fact.key in self._schema]
        edition = self.law.edition
        stated = {
            "list_edition": edition.key if edition else "",
            "pack": self.law.pack.key,
            "readings": ";".join(f"{name}={choice}" for name, choice in sorted(self.law.readings.items())),
            "judged_on": on,
        }
        still = pl.col("track") == OPEN
        needs = [self._need(fact).alias(_NEED + fact.key) for fact in self.facts]
        named = [pl.when(_NEED + fact.key).then(pl.lit(fact.key)) for fact in self.facts]
        candidates = [
            pl.when(pl.col(_TRACK + track.value).is_null() | pl.col(_TRACK + track.value)).then(
                pl.lit(track.value)
            )
            for track, _ in TRACKS
        ]
        judged = (
            self._judge.over(rows.lazy(), keep=tuple(dict.fromkeys((*keep, *answered))))
            .with_columns(self._track(), *needs)
            .with_columns(
                pl.when(still)
                .then(pl.concat_str(candidates, separator=";", ignore_nulls=True))
                .alias("track_candidates"),
                pl.when(still)
                .then(pl.sum_horizontal(_NEED + f.key for f in self.facts))
                .otherwise(0)
                .alias("open_count"),
                pl.when(still).then(pl.concat_str(named, separator=";", ignore_nulls=True)).alias("needs"),
                *(pl.lit(value).alias(name) for name, value in stated.items()),
            )
        )
        told = [finding.key for finding in self.findings]
        return judged.select(*keep, *OUTPUT[:2], *told, *OUTPUT[2:]).collect()

    def _track(self) -> pl.Expr:
        import polars as pl

        names = [pl.when(pl.col(_TRACK + track.value)).then(pl.lit(track.value)) for track, _ in TRACKS]
        return pl.coalesce(*names, pl.lit(OPEN)).alias("track")

    def _need(self, fact: Fact) -> pl.Expr:
        import polars as pl

        may_turn = pl.col(_NEED + fact.key).fill_null(value=True)
        return may_turn & pl.col(fact.key).is_null() if fact.key in self._schema else may_turn


def given_each(diagrams: Diagrams, node: Node, var: int) -> list[Node]:
    """Return what is left of ``node`` under each answer to ``var``."""
    codes = [0] * len(diagrams.sizes)
    cases: dict[Node, None] = {}
    for cell in range(diagrams.sizes[var]):
        codes[var] = cell + 1
        cases[diagrams.restrict(node, codes)] = None
    return list(cases)


def wanted_findings(law: InForce, keys: Iterable[str]) -> tuple[Finding, ...]:
    """Return the findings called ``keys``; refuses one the law does not have."""
    known = {finding.key: finding for finding in law.findings}
    for key in keys:
        if key not in known:
            raise Refusal(
                Text(
                    f"{key} is no finding of this law; choose from {', '.join(sorted(known))}",
                    f"本法没有名为{key}的结论；可选：{'、'.join(sorted(known))}",
                )
            )
    return tuple(known[key] for key in dict.fromkeys(keys))
