"""Where everything in the picture of a procedure stands: stages in layers, steps in their stage, arrows in lanes.

Open stages stand one below the other in the order a case meets them, endings to the right of what leads to them.
What can be done at a stage is listed in it; whatever leads on leaves it as an arrow: forward on the right, back on
the left. Arrows to one place share a lane, and lanes never share a place: nothing ever overlaps.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from qingdan.law.grammar.text import Cite, Lang, Text
from qingdan.law.statutes import MODEL_LAW
from qingdan.procedures.diagram_lanes import CLEAR, LANE, Box, Route, Ways, lanes_beside
from qingdan.procedures.diagram_text import BOLD, lead, width, wrapped
from qingdan.procedures.grammar.procedure import Procedure
from qingdan.procedures.grammar.roles import By
from qingdan.procedures.grammar.stages import Stage
from qingdan.procedures.grammar.steps import Lapse, Step

NAME, SAYS, SMALL = 140, 125, 105  # sizes of type, in tenths of a pixel; all else is in pixels
CARD, PILL = 450, 190  # how wide stages and endings are
MARGIN, GAP, PAD = 20, 26, 12
MARKS = 44  # room for the marks of who acts
FEW = 2  # what leads nowhere and is open at more stages than this is listed once for all
SEVERAL = Text("At several stages, which it does not change", "多个阶段均可办理，不改变阶段")


@dataclass(frozen=True)
class Row:
    """What can be done, or happens by itself, at one stage: its words, who does it, and where it leads."""

    part: Step | Lapse
    box: Box
    lines: tuple[str, ...]
    note: tuple[str, ...]
    to: str | None  # the stage it leads to; None where the case stays
    same: tuple[str, ...] = ()  # other lapses that say the same of another period

    @property
    def by_law(self) -> bool:
        """Tell whether nobody does it."""
        return isinstance(self.part, Lapse)


@dataclass(frozen=True)
class Node:
    """A stage as drawn: an open one with its rows, or an ending; without a stage, what can be done at several."""

    stage: Stage | None
    box: Box
    lines: tuple[str, ...]
    head: int  # how high the part with its name is
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True)
class Layout:
    """The whole picture."""

    wide: int
    high: int
    nodes: tuple[Node, ...]  # the last may be what can be done at several stages
    routes: tuple[Route, ...]


def laid_out(procedure: Procedure, lang: Lang) -> Layout:
    """Return where everything stands, always the same for the same declaration."""
    order = _layers(procedure)
    drafts = [_drafted(procedure, stage, lang) for stage in order]
    back = {s.key: n for n, s in enumerate(order)}
    goes_back = {
        (r.to, r.by_law)
        for n, (_, _, _, rows) in enumerate(drafts)
        for r in rows
        if r.to in back and back[r.to] <= n
    }
    left = MARGIN + (LANE * len(goes_back) + CLEAR if goes_back else 0)
    cards: list[Node] = []
    y = MARGIN
    for stage, lines, head, rows in drafts:
        placed = tuple(_moved(r, left, y) for r in rows)
        high = head + sum(r.box.h for r in rows) + (PAD // 2 if rows else 0)
        cards.append(Node(stage, Box(left, y, CARD, high), lines, head, placed))
        y += high + GAP
    endings = [s for s in procedure.stages.values() if s.ends is not None]
    several = [p for p in procedure.parts if _at_several(p)]
    aside = _aside(several, lang, Box(left, y, CARD, 0)) if several else None
    return _with_endings(cards, endings, aside, lang, left)


def _layers(procedure: Procedure) -> list[Stage]:
    """Return the open stages so that as little as possible leads back: by the longest way from the opening."""
    ways: dict[str, list[str]] = {key: [] for key in procedure.stages}
    for part in procedure.parts:
        for stage in open_at(part):
            if part.to is not None and part.to.key != stage.key:
                ways[stage.key].append(part.to.key)
    forward = _without_returns(ways, procedure.opens_at.key)
    rank = dict.fromkeys(procedure.stages, 0)
    for _ in procedure.stages:  # the longest way has no more turns than there are stages
        for a, b in forward:
            rank[b] = max(rank[b], rank[a] + 1)
    open_ = [s for s in procedure.stages.values() if s.ends is None]
    return sorted(open_, key=lambda s: rank[s.key])  # stable: otherwise the order of the declaration


def _without_returns(ways: dict[str, list[str]], start: str) -> list[tuple[str, str]]:
    """Return the ways that do not lead back into the path that led there."""
    forward: list[tuple[str, str]] = []
    done: set[str] = set()

    def visit(at: str, path: tuple[str, ...]) -> None:
        for to in dict.fromkeys(ways[at]):
            if to in path:
                continue
            forward.append((at, to))
            if to not in done:
                visit(to, (*path, to))
        done.add(at)

    visit(start, (start,))
    return forward


def open_at(part: Step | Lapse) -> tuple[Stage, ...]:
    """Return the stages at which a step can be taken, or a lapse can follow."""
    return part.open_at if isinstance(part, Step) else part.at


Draft: TypeAlias = tuple[Stage, tuple[str, ...], int, tuple[Row, ...]]


def _drafted(procedure: Procedure, stage: Stage, lang: Lang) -> Draft:
    lines = wrapped(stage.says.of(lang), (CARD - 2 * PAD - 20) * 100 // BOLD, NAME)
    head = len(lines) * lead(NAME) + PAD
    here = [p for p in procedure.parts if stage in open_at(p) and not _at_several(p)]
    rows: list[Row] = []
    y = head
    for part in sorted(here, key=lambda p: (_stays(p, stage), isinstance(p, Lapse))):
        row = _row(part, lang, y, None if _stays(part, stage) else _key(part))
        twin = next((n for n, r in enumerate(rows) if _alike(r, row)), None)
        if twin is None:
            rows.append(row)
            y += row.box.h
        else:
            rows[twin] = replace(rows[twin], same=(*rows[twin].same, part.key))
    return stage, lines, head, tuple(rows)


def _alike(one: Row, other: Row) -> bool:
    """Tell whether two lapses say and do the same: one word for several periods is enough."""
    told = (one.by_law, one.lines, one.note, one.to) == (other.by_law, other.lines, other.note, other.to)
    return one.by_law and told


def _at_several(part: Step | Lapse) -> bool:
    return part.to is None and len(open_at(part)) > FEW


def _aside(several: Sequence[Step | Lapse], lang: Lang, at: Box) -> Node:
    lines = wrapped(SEVERAL.of(lang), (CARD - 2 * PAD - 20) * 100 // BOLD, NAME)
    head = len(lines) * lead(NAME) + PAD
    rows: list[Row] = []
    y = at.y + head
    for part in several:
        where = ("；" if lang == "zh" else "; ").join(s.says.of(lang) for s in open_at(part))
        rows.append(_moved(_row(part, lang, 0, None, where), at.x, y))
        y += rows[-1].box.h
    return Node(None, Box(at.x, at.y, CARD, y - at.y + PAD // 2), lines, head, tuple(rows))


def _stays(part: Step | Lapse, stage: Stage) -> bool:
    return part.to is None or part.to is stage


def _row(part: Step | Lapse, lang: Lang, y: int, to: str | None, where: str = "") -> Row:
    room = CARD - MARKS - PAD
    note = place(part.cite, lang) + " · " + who(part, lang)
    lines = wrapped(part.says.of(lang), room, SAYS)
    beside = room - width(lines[0], SAYS) - 14
    if len(lines) == 1 and not where and width(note, SMALL) <= beside:
        notes: tuple[str, ...] = (note,)
        high = lead(SAYS)
    else:
        notes = (*wrapped(note, room, SMALL), *(wrapped(where, room, SMALL) if where else ()))
        high = len(lines) * lead(SAYS) + len(notes) * lead(SMALL)
    return Row(part, Box(0, y, CARD, high + 8), lines, notes, to)


def _key(part: Step | Lapse) -> str | None:
    return None if part.to is None else part.to.key


def _moved(row: Row, x: int, y: int) -> Row:
    box = Box(row.box.x + x, row.box.y + y, row.box.w, row.box.h)
    return replace(row, box=box)


def beside(row: Row) -> bool:
    """Tell whether the note of a row stands on the line of its words."""
    return row.box.h < lead(SAYS) + lead(SMALL)


def place(cite: Cite, lang: Lang) -> str:
    """Return the article; the Model Law itself goes without its name."""
    said = cite.of(lang)
    short = cite.statute.short.of(lang)
    if cite.statute is not MODEL_LAW:
        return said
    return said.removeprefix(f"《{short}》" if lang == "zh" else f"{short} ")


def who(part: Step | Lapse, lang: Lang) -> str:
    """Return who does it, and who confirms it."""
    if isinstance(part, Lapse):
        return By.LAW.says.of(lang)
    hands = ("、" if lang == "zh" else " / ").join(b.says.of(lang) for b in part.by)
    if part.confirmed_by is not None:
        hands += f" + {part.confirmed_by.says.of(lang)}"
    return hands


def _with_endings(
    cards: list[Node], endings: Sequence[Stage], aside: Node | None, lang: Lang, left: int
) -> Layout:
    number = {c.stage.key: n for n, c in enumerate(cards) if c.stage}
    forward: Ways = {}
    returning: Ways = {}
    for n, card in enumerate(cards):
        for row in card.rows:
            if row.to is not None:
                side = returning if row.to in number and number[row.to] <= n else forward
                side.setdefault((row.to, row.by_law), []).append(_leaves(row))
    onward = {k: ys for k, ys in forward.items() if k[0] in number}
    ending = {k: ys for k, ys in forward.items() if k[0] not in number}
    heads = {c.stage.key: c.box.y + c.head // 2 for c in cards if c.stage}
    pills = _pills(endings, ending, lang, {y for ys in forward.values() for y in ys})
    right = left + CARD
    routes, x = lanes_beside(onward, heads, right, right + CLEAR)
    more, x = lanes_beside(ending, {p.stage.key: p.box.middle for p in pills if p.stage}, None, x)
    placed = [Node(p.stage, Box(x, p.box.y, p.box.w, p.box.h), p.lines, p.head) for p in pills]
    back, _ = lanes_beside(returning, heads, left, left - CLEAR)
    nodes = (*cards, *placed, *([aside] if aside else []))
    return Layout(
        max(n.box.x + n.box.w for n in nodes) + MARGIN,
        max(n.box.y + n.box.h for n in nodes) + MARGIN,
        nodes,
        (*routes, *more, *back),
    )


def _leaves(row: Row) -> int:
    """Return the height at which an arrow leaves a row: that of its first line."""
    return row.box.y + 4 + lead(SAYS) // 2


def _pills(endings: Sequence[Stage], ending: Ways, lang: Lang, taken: set[int]) -> list[Node]:
    """Return the endings, each as near as can be to the middle of what leads to it; x is not yet known."""
    wanted = []
    for stage in endings:
        lines = wrapped(stage.says.of(lang), (PILL - 2 * PAD) * 100 // BOLD, NAME)
        sources = [y for (to, _), ys in ending.items() if to == stage.key for y in ys]
        wanted.append((sum(sources) // len(sources) if sources else MARGIN, stage, lines))
    pills: list[Node] = []
    low = MARGIN
    for middle, stage, lines in sorted(wanted, key=lambda w: w[0]):
        high = len(lines) * lead(NAME) + 2 * PAD
        y = max(low, middle - high // 2)
        while any(abs(y + high // 2 - other) < LANE for other in taken):  # no arrow runs on in another's line
            y += 2
        pills.append(Node(stage, Box(0, y, PILL, high), lines, high))
        low = y + high + GAP // 2
    return pills
