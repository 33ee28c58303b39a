"""Arrows beside the stages of a picture: those that lead to one place share a lane, and no two lanes a place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

LANE = 11  # from lane to lane
CLEAR = 14  # between lanes and stages

Ways: TypeAlias = dict[tuple[str, bool], list[int]]
"""To which stage, and whether by law: the heights at which arrows set out."""


@dataclass(frozen=True)
class Box:
    """A rectangle; ``y`` grows downwards."""

    x: int
    y: int
    w: int
    h: int

    def overlaps(self, other: Box) -> bool:
        """Tell whether two rectangles share more than an edge."""
        return (
            self.x < other.x + other.w
            and other.x < self.x + self.w
            and self.y < other.y + other.h
            and other.y < self.y + self.h
        )

    @property
    def middle(self) -> int:
        """Half its height."""
        return self.y + self.h // 2


@dataclass(frozen=True)
class Route:
    """One lane: where arrows to one stage run together."""

    to: str
    dashed: bool
    back: bool
    x: int
    sources: tuple[int, ...]  # the heights at which arrows leave their stages
    end: tuple[int, int]  # where the arrowhead touches


def lanes_beside(
    ways: Ways, heights: Mapping[str, int], edge: int | None, first: int
) -> tuple[list[Route], int]:
    """Return the lanes beside the open stages, and where the room after the last begins.

    They end at ``edge``, or, if there is none, where that room begins. The first lane stands at ``first``; what lies
    left of the edge grows to the left.
    """
    ends = {k: heights[k[0]] + _shift(k, ways) for k in ways}
    lanes = _in_lanes({k: (*ys, ends[k]) for k, ys in ways.items()})
    back = edge is not None and first < edge
    after = first + LANE * (1 + max(lanes.values(), default=-1)) + CLEAR
    touches = after if edge is None else edge
    return [
        Route(
            to=k[0],
            dashed=k[1],
            back=back,
            x=first - LANE * lanes[k] if back else first + LANE * lanes[k],
            sources=tuple(ways[k]),
            end=(touches, ends[k]),
        )
        for k in ways
    ], after


def _shift(key: tuple[str, bool], ways: Ways) -> int:
    """Where steps and lapses lead to one stage, they arrive side by side."""
    if (key[0], not key[1]) not in ways:
        return 0
    return 4 if key[1] else -4


def _in_lanes(ways: Mapping[tuple[str, bool], tuple[int, ...]]) -> dict[tuple[str, bool], int]:
    """Return a lane for each way, short ways innermost, so that no two in one lane touch."""
    lanes: list[list[tuple[int, int]]] = []
    found: dict[tuple[str, bool], int] = {}
    for key in sorted(ways, key=lambda k: (max(ways[k]) - min(ways[k]), k)):
        low, high = min(ways[key]) - LANE, max(ways[key]) + LANE
        lane = next(
            (n for n, used in enumerate(lanes) if all(high <= a or b <= low for a, b in used)), len(lanes)
        )
        if lane == len(lanes):
            lanes.append([])
        lanes[lane].append((low, high))
        found[key] = lane
    return found
