"""The picture of a procedure, drawn from its declaration: an SVG without fonts, scripts or anything from elsewhere.

Colours are variables, light or dark as the reader's system is. Each stage carries ``data-stage``, each step
``data-part``, so that a page can mark where a case stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from qingdan.law.grammar.text import Lang, Text
from qingdan.procedures.diagram_lanes import Route
from qingdan.procedures.diagram_layout import (
    MARGIN,
    MARKS,
    NAME,
    PAD,
    SAYS,
    SMALL,
    Layout,
    Node,
    Row,
    beside,
    laid_out,
    open_at,
)
from qingdan.procedures.diagram_text import lead, width
from qingdan.procedures.grammar.procedure import Procedure
from qingdan.procedures.grammar.roles import By
from qingdan.procedures.grammar.stages import Ends
from qingdan.procedures.grammar.steps import Lapse, Step

_LEGEND_ROW = 22
_STYLE = """
.procedure{--paper:#fbfaf7;--card:#fff;--ink:#22211e;--muted:#6c6961;--line:#d3cec2;--party:#1d5f8a;--office:#55524b;
--head:#a5281b;--well:#2c6e49;--ill:#a5281b;--law:#8a5a00;
font-family:system-ui,-apple-system,"Segoe UI","PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
@media (prefers-color-scheme:dark){.procedure{--paper:#191816;--card:#23211e;--ink:#ece9e2;--muted:#a29d92;
--line:#48443d;--party:#7db8e0;--office:#b9b4a8;--head:#f0877a;--well:#7cc79b;--ill:#f0877a;--law:#e0b154}}
.procedure .paper{fill:var(--paper)}
.procedure .card{fill:var(--card);stroke:var(--line)}
.procedure .rule{stroke:var(--line)}
.procedure text{fill:var(--ink);font-size:12.5px}
.procedure .name{font-size:14px;font-weight:600}
.procedure .note{fill:var(--muted);font-size:10.5px}
.procedure .party{fill:var(--party);stroke:var(--party)}
.procedure .office{fill:var(--office);stroke:var(--office)}
.procedure .head{fill:var(--head);stroke:var(--head)}
.procedure .law{fill:none;stroke:var(--law);stroke-width:1.4}
.procedure .way{fill:none;stroke-width:1.5}
.procedure .tip{stroke:none}
.procedure .go{stroke:var(--ink)}.procedure .tip.go{fill:var(--ink)}
.procedure .back{stroke:var(--muted)}.procedure .tip.back{fill:var(--muted)}
.procedure .well{stroke:var(--well)}.procedure .tip.well{fill:var(--well)}
.procedure .ill{stroke:var(--ill)}.procedure .tip.ill{fill:var(--ill)}
.procedure .plain{stroke:var(--muted)}.procedure .tip.plain{fill:var(--muted)}
.procedure .dashed{stroke:var(--law);stroke-dasharray:5 3}.procedure .tip.dashed{fill:var(--law)}
.procedure .end{fill:var(--card);stroke-width:1.6}
"""
_LEGEND = (
    ("party", Text("the party, or anyone", "当事人等")),
    ("office", Text("an officer", "工作人员")),
    ("head", Text("the head", "负责人")),
    ("law", Text("happens by itself when a period runs out", "期限届满依法发生")),
)
_MORE = (
    Text("two marks: proposed by one, confirmed by another", "两个标记：一人提出，另一人确认"),
    Text("right: onward; left: back; no arrow: the case stays", "右侧向前，左侧退回，无箭头者阶段不变"),
)


def diagram(procedure: Procedure, lang: Lang) -> str:
    """Return the picture as SVG text; the same declaration always gives the same picture."""
    layout = laid_out(procedure, lang)
    wide, high = max(layout.wide, _legend_wide(lang)), layout.high + 3 * _LEGEND_ROW
    name = f"{procedure.key}-{lang}"
    size = f'width="{wide}" height="{high}" viewBox="0 0 {wide} {high}"'
    about = f'role="img" lang="{_tag(lang)}" aria-labelledby="{name}-title {name}-desc"'
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="procedure" {about} {size}>',
            f'<title id="{name}-title">{escape(procedure.says.of(lang))}</title>',
            f'<desc id="{name}-desc">{escape(described(procedure, lang))}</desc>',
            f"<style>{_STYLE}</style>",
            f'<rect class="paper" width="{wide}" height="{high}" rx="10"/>',
            *(line for node in layout.nodes for line in _node(node)),
            *_routes(layout),
            *_legend(layout.high, lang),
            "</svg>\n",
        )
    )


def described(procedure: Procedure, lang: Lang) -> str:
    """Return the picture in words: from each stage, what leads where."""
    told = []
    for stage in procedure.stages.values():
        here = [p for p in procedure.parts if stage in open_at(p)]
        ways = [
            f"{p.says.of(lang)} → {p.to.says.of(lang)}"
            for p in here
            if p.to is not None and p.to is not stage
        ]
        if ways:
            told.append(
                f"{stage.says.en}: {'; '.join(ways)}."
                if lang == "en"
                else f"{stage.says.zh}：{'；'.join(ways)}。"
            )
    return (" " if lang == "en" else "").join(told)


def _tag(lang: Lang) -> str:
    return "zh-Hans" if lang == "zh" else "en"


def _words(said: str, x: int, y: int, kind: str = "", anchor: str = "") -> str:
    attributes = f' class="{kind}"' if kind else ""
    attributes += f' text-anchor="{anchor}"' if anchor else ""
    return f'<text x="{x}" y="{y}"{attributes}>{escape(said)}</text>'


def _node(node: Node) -> Iterator[str]:
    box, stage = node.box, node.stage
    yield f'<g data-stage="{stage.key}">' if stage else "<g>"
    rect = f'x="{box.x}" y="{box.y}" width="{box.w}" height="{box.h}"'
    ends = stage.ends if stage else None
    if ends is not None:
        yield f'<rect class="end {ends.value}" {rect} rx="{min(box.h // 2, 20)}"/>'
        inner = f'x="{box.x + 3}" y="{box.y + 3}" width="{box.w - 6}" height="{box.h - 6}"'
        yield f'<rect class="end {ends.value}" {inner} rx="{min(box.h // 2, 20) - 3}"/>'
    else:
        yield f'<rect class="card" {rect} rx="8"/>'
        bar = f'x="{box.x + PAD}" y="{box.y + PAD - 3}" width="3" height="{node.head - PAD - 2}"'
        if stage is not None:
            yield f'<rect class="{"party" if stage.waits_for_party else "office"}" {bar} rx="1.5"/>'
    y = box.y + (node.head - len(node.lines) * lead(NAME)) // 2 + NAME // 10
    for n, line in enumerate(node.lines):
        x, anchor = (box.x + box.w // 2, "middle") if ends else (box.x + PAD + (12 if stage else 0), "")
        yield _words(line, x, y + n * lead(NAME), "name", anchor)
    if node.rows:
        yield f'<path class="rule" d="M{box.x + PAD} {box.y + node.head - 2}H{box.x + box.w - PAD}"/>'
    for row in node.rows:
        yield from _row(row)
    yield "</g>"


def _row(row: Row) -> Iterator[str]:
    box = row.box
    yield f'<g data-part="{" ".join((row.part.key, *row.same))}">'
    y = box.y + 4 + lead(SAYS) // 2
    yield from _marks(row.part, box.x + PAD + 5, y)
    x = box.x + MARKS
    y = box.y + 4 + SAYS // 10
    for n, line in enumerate(row.lines):
        yield _words(line, x, y + n * lead(SAYS))
    if beside(row):
        yield _words(row.note[0], box.x + box.w - PAD, y, "note", "end")
    else:
        y += (len(row.lines) - 1) * lead(SAYS) + lead(SMALL) + 1
        for n, line in enumerate(row.note):
            yield _words(line, x, y + n * lead(SMALL), "note")
    yield "</g>"


def _marks(part: Step | Lapse, x: int, y: int) -> Iterator[str]:
    if isinstance(part, Lapse):
        yield _mark("law", x, y)
        return
    yield _mark(_kind(part.by[0]), x, y)
    if part.confirmed_by is not None:
        yield _mark(_kind(part.confirmed_by), x + 13, y)


def _kind(by: By) -> str:
    if by is By.HEAD:
        return "head"
    return "office" if by.official else "party"


def _mark(kind: str, x: int, y: int) -> str:
    """Return the sign of who acts: each has a shape of its own, so that colour is not needed to tell them apart."""
    if kind == "party":
        return f'<circle class="party" cx="{x}" cy="{y}" r="4"/>'
    if kind == "office":
        return f'<rect class="office" x="{x - 4}" y="{y - 4}" width="8" height="8"/>'
    if kind == "head":
        return f'<path class="head" d="M{x} {y - 5}l5 5l-5 5l-5 -5z"/>'
    return f'<g class="law"><circle cx="{x}" cy="{y}" r="5.5"/><path d="M{x} {y - 3}v3.2l2.3 1.4"/></g>'


def _routes(layout: Layout) -> Iterator[str]:
    ends = {n.stage.key: n.stage.ends for n in layout.nodes if n.stage}
    card = layout.nodes[0].box
    for route in sorted(layout.routes, key=lambda r: (r.back, r.x)):
        leaves = card.x if route.back else card.x + card.w
        x, y = route.end
        above, below = [s for s in route.sources if s <= y], [s for s in route.sources if s > y]
        farthest = {*([min(above)] if above else []), *([max(below)] if below else [])}
        ways = [_way(route, leaves, s, whole=s in farthest) for s in route.sources]
        kind = _way_kind(route, ends[route.to])
        yield from (f'<path class="way {kind}" d="{way}"/>' for way in ways)
        inward = 1 if x > route.x else -1
        yield f'<path class="tip {kind}" d="M{x} {y}l{-8 * inward} -4v8z"/>'


def _way_kind(route: Route, ends: Ends | None) -> str:
    kind = ends.value if ends is not None else "back" if route.back else "go"
    return f"{kind} dashed" if route.dashed else kind


def _way(route: Route, leaves: int, y: int, *, whole: bool) -> str:
    """Return one arrow's line: out of its row, along the lane, into the stage, with rounded corners.

    Those between the farthest that share the lane only join it, so that dashes are not drawn over dashes.
    """
    end_x, end_y = route.end
    out = 1 if route.x > leaves else -1
    into = 1 if end_x > route.x else -1
    stop = end_x - 6 * into
    down = 1 if end_y > y else -1
    bend = min(6, abs(end_y - y) // 2)
    if bend < 1:
        return f"M{leaves} {y}H{stop}"
    joins = f"M{leaves} {y}H{route.x - out * bend}Q{route.x} {y} {route.x} {y + down * bend}"
    if not whole:
        return joins
    return f"{joins}V{end_y - down * bend}Q{route.x} {end_y} {route.x + into * bend} {end_y}H{stop}"


def _legend(top: int, lang: Lang) -> Iterator[str]:
    x, y = MARGIN + 6, top + _LEGEND_ROW // 2
    for kind, says in _LEGEND:
        yield _mark(kind, x, y)
        yield _words(says.of(lang), x + 12, y + 4, "note")
        x += 12 + width(says.of(lang), SMALL) + 24
    for says in _MORE:
        y += _LEGEND_ROW * 4 // 5
        yield _words(says.of(lang), MARGIN, y + 4, "note")


def _legend_wide(lang: Lang) -> int:
    return 2 * MARGIN + sum(36 + width(says.of(lang), SMALL) for _, says in _LEGEND)
