"""Orders: what must come before what. A circle cannot be kept by anybody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from qingdan.law.grammar.conditions import Condition
from qingdan.law.grammar.periods import AtOnce, Before, Event, Every, Period, Timing
from qingdan.law.grammar.rules import DossierItem, Duty, LicenceCondition, Rule
from qingdan.law.grammar.text import Text
from qingdan.law.proof.asking import Asking
from qingdan.law.proof.reach import turns_on
from qingdan.law.proof.results import Concern, Proven, Refuted, Result
from qingdan.law.proof.setting import Setting
from qingdan.law.proof.wording import quoted

_LONGEST = 8


@dataclass(frozen=True)
class Step:
    """``first`` comes before ``then``, because of ``rule``."""

    first: Event
    then: Event
    rule: Rule


def steps_of(duty: Duty) -> Iterator[Step]:
    """Yield what a duty puts in order: its own act, and the event it is timed by."""
    done, timing = duty.done_by, duty.within
    if done is not None and timing is not None:
        for event in _ahead(timing):
            yield Step(done, event, duty)
        for event in _behind(timing):
            yield Step(event, done, duty)
    for before in duty.presupposes:
        if done is not None and isinstance(before, Duty) and before.done_by is not None:
            yield Step(before.done_by, done, duty)


def _ahead(timing: Timing) -> Iterator[Event]:
    if isinstance(timing, Before):
        yield timing.event
    if isinstance(timing, Period) and timing.before is not None:
        yield timing.before


def _behind(timing: Timing) -> Iterator[Event]:
    if isinstance(timing, Period) and timing.after is not None:
        yield timing.after
    if isinstance(timing, AtOnce):
        yield timing.after
    if isinstance(timing, Every):
        yield timing.first_after


def circles(steps: list[Step]) -> Iterator[tuple[Step, ...]]:
    """Yield each circle of at most ``_LONGEST`` steps once, shortest first for each starting event."""
    follow: dict[Event, list[Step]] = {}
    for step in steps:
        if step.first is not step.then:
            follow.setdefault(step.first, []).append(step)
    rank = {event: i for i, event in enumerate(follow)}
    for start, begun in follow.items():
        paths: list[tuple[Step, ...]] = [(step,) for step in begun]
        while paths:
            path, *paths = paths
            at = path[-1].then
            if at is start:
                yield path
            elif (
                len(path) < _LONGEST
                and rank.get(at, -1) > rank[start]
                and all(s.first is not at for s in path)
            ):
                paths.extend((*path, step) for step in follow[at])


def keepable(asking: Asking, setting: Setting) -> Iterator[Result]:
    """The order of acts: can it be kept wherever the rules that set it apply together?"""
    steps = [s for duty in asking.law.pack.of(Duty) for s in steps_of(duty)]
    steps += [Step(o.first, o.then, o.rule) for o in setting.orders]
    kept = True
    for circle in circles(steps):
        rules = tuple(dict.fromkeys(s.rule for s in circle))
        conditions: list[Condition] = [c for r in rules if (c := turns_on(r)) is not None]
        case = asking.case(*conditions)
        if case is None:
            continue
        kept = False
        chain = [
            Text(
                f"“{s.first.says.en}” must come before “{s.then.says.en}” ({s.rule.cite.of('en')})",
                f"“{s.first.says.zh}”须先于“{s.then.says.zh}”（{s.rule.cite.of('zh')}）",
            )
            for s in circle
        ]
        yield Refuted(
            check="duties.order",
            concern=Concern.CONTRADICTION,
            says=Text("No order of acts satisfies these together:", "下列先后次序无法同时满足："),
            items=tuple(chain),
            about=rules,
            cites=tuple(dict.fromkeys(r.cite for r in rules)),
            case=case,
            decide=Text("Say which act may come later.", "明确何者可以在后。"),
        )
    if steps and kept:
        yield Proven(
            check="duties.order",
            concern=Concern.CONTRADICTION,
            says=Text(
                f"The {len(steps)} orders of acts can be kept together.",
                f"{len(steps)}项先后次序可以同时满足。",
            ),
        )


def shown(asking: Asking, _setting: Setting) -> Iterator[Result]:
    """Each licence condition: is there a document of the dossier that shows it is met?"""
    conditions = asking.law.pack.of(LicenceCondition)
    shown_by = {c for item in asking.law.pack.of(DossierItem) for c in item.shows}
    for condition in conditions:
        if condition not in shown_by:
            yield Refuted(
                check="conditions.shown",
                concern=Concern.GAP,
                says=Text(
                    "No document is asked for that shows {rule}.", "无任何申请材料用以证明{rule}。"
                ).filled(rule=quoted(condition)),
                about=(condition,),
                cites=(condition.cite,),
                decide=Text("Name the document.", "明确所需材料。"),
            )
    if conditions and shown_by >= set(conditions):
        yield Proven(
            check="conditions.shown",
            concern=Concern.GAP,
            says=Text("Each licence condition is shown by a document.", "各项许可条件均有相应材料证明。"),
        )
