"""The picture of a procedure: everything in it can be read, nothing overlaps, and it tells all the declaration tells."""

from __future__ import annotations

import re
from itertools import combinations
from xml.etree import ElementTree as ET

import pytest

from qingdan.law.grammar.text import LANGS, Lang
from qingdan.procedures.catalogue import procedures
from qingdan.procedures.diagram import described, diagram
from qingdan.procedures.diagram_lanes import Route
from qingdan.procedures.diagram_layout import CARD, NAME, PILL, SMALL, Layout, laid_out
from qingdan.procedures.diagram_text import BOLD, width, wrapped
from qingdan.procedures.grammar.procedure import Procedure
from qingdan.procedures.grammar.steps import Step
from tests.procedures.trial import TRIAL

SVG = "{http://www.w3.org/2000/svg}"
ALL = (TRIAL, *procedures())
drawn = pytest.mark.parametrize(
    ("procedure", "lang"), [(p, lang) for p in ALL for lang in LANGS], ids=lambda v: getattr(v, "key", v)
)


def reach(route: Route) -> tuple[float, float]:
    """How far up and down a lane is used."""
    ends = (*route.sources, route.end[1])
    return min(ends), max(ends)


@drawn
def test_no_two_stages_overlap_and_what_is_said_of_one_lies_within_it(
    procedure: Procedure, lang: Lang
) -> None:
    layout = laid_out(procedure, lang)
    for one, other in combinations(layout.nodes, 2):
        assert not one.box.overlaps(other.box), f"{one.stage} and {other.stage}"
    for node in layout.nodes:
        assert all(width(line, NAME) * BOLD // 100 <= node.box.w for line in node.lines)
        low = node.box.y + node.head
        for row in node.rows:
            assert row.box.y >= low, "a row begins where the one before ends"
            low = row.box.y + row.box.h
            assert all(width(said, SMALL) <= row.box.w for said in (*row.lines, *row.note))
        assert low <= node.box.y + node.box.h
        assert 0 <= node.box.x < node.box.x + node.box.w <= layout.wide
        assert 0 <= node.box.y < node.box.y + node.box.h <= layout.high


@drawn
def test_no_arrow_runs_through_a_stage_or_over_another(procedure: Procedure, lang: Lang) -> None:
    layout = laid_out(procedure, lang)
    cards = [n.box for n in layout.nodes if n.stage is None or n.stage.ends is None]
    for route in layout.routes:
        for box in (n.box for n in layout.nodes):
            assert not box.x <= route.x <= box.x + box.w, route.to
        assert route.x < cards[0].x if route.back else route.x > cards[0].x + CARD
    for one, other in combinations(layout.routes, 2):
        (a, b), (c, d) = reach(one), reach(other)
        apart = b < c or d < a or abs(one.x - other.x) >= 5
        assert apart, f"{one.to} and {other.to} in one lane"


@drawn
def test_every_stage_and_every_way_is_drawn(procedure: Procedure, lang: Lang) -> None:
    layout: Layout = laid_out(procedure, lang)
    assert {n.stage.key for n in layout.nodes if n.stage} == set(procedure.stages)
    named = {key for n in layout.nodes for r in n.rows for key in (r.part.key, *r.same)}
    assert named == {p.key for p in procedure.parts}
    leading = {
        p.to.key
        for p in procedure.parts
        for a in (p.open_at if isinstance(p, Step) else p.at)
        if p.to is not None and p.to is not a
    }
    assert {r.to for r in layout.routes} == leading


@drawn
def test_it_is_sound_svg_that_stands_alone_and_says_what_it_shows(procedure: Procedure, lang: Lang) -> None:
    text = diagram(procedure, lang)
    assert text == diagram(procedure, lang)
    root = ET.fromstring(text)  # noqa: S314 - our own
    assert root.get("role") == "img"
    title, told = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert told is not None
    assert title.text == procedure.says.of(lang)
    assert told.text == described(procedure, lang)
    assert root.get("aria-labelledby") == f"{title.get('id')} {told.get('id')}"
    assert "prefers-color-scheme:dark" in text
    assert re.findall(r"(?:href|src|url|@import|script)\b", text) == []
    assert re.findall(r'"(https?://[^"]*)"', text) == ["http://www.w3.org/2000/svg"]


def test_words_break_between_words_and_chinese_between_signs_but_never_before_a_stop() -> None:
    assert wrapped("one two three", width("one two", 100), 100) == ("one two", "three")
    assert wrapped("一二三四，五", 41, 100) == ("一二三", "四，五")
    assert wrapped("（一）二三", 31, 100) == ("（一）", "二三")
    assert wrapped("short", PILL, NAME) == ("short",)
