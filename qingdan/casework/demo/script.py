"""Plots as they are written: a story is a case, its lines are acts. Read strictly; what cannot be played says where.

    - key: four-defects                   # what others refer to it by
      says: {zh: …, en: …}                # one sentence, shown to visitors
      case: licence_application           # the procedure
      about: stroke                       # a product, party or list by its key; `story:KEY` for the entry that one brought
      start: -8wd                         # see ``when``
      by: agency                          # optional: whose member files
      plot:
        - submit                          # a step, taken by whoever may
        - +3wd ask_supplement: {…}        # so long after the line before; with what is given instead of the usual
        - +2wd grant proposed             # only proposed: waits for the second person
        - +1wd (granted)                  # a passage that many stories share

Beside the steps of the procedure: ``assign``, ``recuse``, ``admit PARTY``, ``hand_back``, ``send_back``, ``serve MEANS``,
``comment PARTY`` on a draft list, and ``report EVENT`` of the product.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from qingdan.casework.demo.when import Gap
from qingdan.law.grammar.text import Text

HERE = Path(__file__).parent
_STORY = {"key", "says", "case", "about", "start", "by", "opened_by", "plot", "look"}
_NEEDED = {"key", "says", "case", "about", "start"}


@dataclass(frozen=True, slots=True)
class Line:
    """One act: how long after the one before, what, and what is given beside the usual."""

    gap: Gap
    verb: str
    words: tuple[str, ...] = ()
    given: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Story:
    """One case. ``look`` marks those that a visitor should see first."""

    key: str
    says: Text
    case: str
    about: str
    start: str
    plot: tuple[Line, ...]
    by: str | None = None
    opened_by: str | None = None
    look: bool = False


class BadScript(ValueError):
    """A plot that is not written as it must be."""


@cache
def read(name: str) -> Any:  # noqa: ANN401 - plain data
    """Return what a file of this folder says."""
    return yaml.safe_load((HERE / name).read_text(encoding="utf-8"))


@cache
def stories() -> tuple[Story, ...]:
    """Return every story, in the order of the files."""
    told = [_story(s) for path in sorted(HERE.glob("stories/*.yaml")) for s in read(f"stories/{path.name}")]
    doubled = {s.key for s in told if sum(t.key == s.key for t in told) > 1}
    if doubled:
        raise BadScript(f"told twice: {', '.join(sorted(doubled))}")
    return tuple(told)


def _story(data: Mapping[str, Any]) -> Story:
    name = data.get("key", "a story without a key")
    if wrong := (set(data) - _STORY) | (_NEEDED - set(data)):
        raise BadScript(f"{name}: unknown or missing: {', '.join(sorted(wrong))}")
    plain = {k: v for k, v in data.items() if k not in {"says", "plot"}}
    says = Text(data["says"]["en"], data["says"]["zh"])
    return Story(says=says, plot=tuple(_lines(data.get("plot", ()), name)), **plain)


def _lines(plot: Any, name: str) -> Iterator[Line]:  # noqa: ANN401 - plain data
    for written in plot:
        head, given = next(iter(written.items())) if isinstance(written, dict) else (written, {})
        words = str(head).split()
        gap = Gap.of(words[0])
        verb, *rest = words if gap is None else words[1:]
        gap = gap or Gap(0, working=True)
        if verb.startswith("("):
            yield from _passage(verb.strip("()"), gap, name)
        else:
            yield Line(gap, verb, tuple(rest), given or {})


def _passage(key: str, gap: Gap, name: str) -> Iterator[Line]:
    passages = read("passages.yaml")
    if key not in passages:
        raise BadScript(f"{name}: there is no passage ({key})")
    first, *rest = _lines(passages[key], name)
    yield Line(gap, first.verb, first.words, first.given)
    yield from rest
