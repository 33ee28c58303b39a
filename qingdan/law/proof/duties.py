"""Duties: owed by those they speak to, in an order that can be kept, and never against one another."""

from __future__ import annotations

from collections.abc import Iterator

from qingdan.law.grammar.conditions import Condition
from qingdan.law.grammar.named import Named
from qingdan.law.grammar.periods import AtOnce, Event
from qingdan.law.grammar.rules import Duty, Finding, Rule
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.proof.asking import Asking
from qingdan.law.proof.cases import Case
from qingdan.law.proof.orders import steps_of
from qingdan.law.proof.reach import turns_on
from qingdan.law.proof.results import Concern, Observed, Proven, Refuted, Result
from qingdan.law.proof.setting import Demanded, Setting
from qingdan.law.proof.wording import quoted, timing_said


def borne(asking: Asking, setting: Setting) -> Iterator[Result]:
    """Each duty: can its bearer ever owe it, and does it fall only on who it speaks to?"""
    checked = strays = 0
    for duty in asking.law.pack.of(Duty):
        role = setting.roles.get(duty.bearer)
        if role is None or not asking.possible(duty.when):
            continue
        checked += 1
        if not asking.possible(duty.when, role):
            strays += 1
            yield Refuted(
                check="duties.borne",
                concern=Concern.UNREACHABLE,
                says=Text(
                    "The one whom this duty binds can never owe it: {rule}.",
                    "义务主体永无承担该义务之可能：{rule}。",
                ).filled(rule=quoted(duty)),
                about=(duty,),
                cites=(duty.cite,),
                decide=Text("Bind whoever can owe it.", "改为约束可能承担者。"),
            )
            continue
        stray = asking.case(duty.when, fails=(role,))
        if stray is not None:
            strays += 1
            yield Refuted(
                check="duties.borne",
                concern=Concern.CONTRADICTION,
                says=Text(
                    "This duty falls on somebody who has not the role it names: {rule}.",
                    "该义务落于不具备所列身份者：{rule}。",
                ).filled(rule=quoted(duty)),
                about=(duty,),
                cites=(duty.cite,),
                case=stray,
                decide=Text("Say whether it binds beyond the role.", "明确是否约束该身份以外的主体。"),
            )
    if checked and not strays:
        yield Proven(
            check="duties.borne",
            concern=Concern.CONTRADICTION,
            says=Text(
                f"Each of {checked} duties falls on those it speaks to, and only on them.",
                f"{checked}项义务均仅由其所列主体承担。",
            ),
        )


def presupposed(asking: Asking, _setting: Setting) -> Iterator[Result]:
    """Each duty that builds on another: can both be met, and is it owed only where the other is?"""
    checked = broken = 0
    for duty in asking.law.pack.of(Duty):
        for before in duty.presupposes:
            condition = turns_on(before) if isinstance(before, Rule) else None
            if condition is None or not asking.possible(duty.when):
                continue
            checked += 1
            if not asking.possible(duty.when, condition):
                broken += 1
                yield Refuted(
                    check="duties.presuppose",
                    concern=Concern.CONTRADICTION,
                    says=_NEVER_BOTH.filled(rule=quoted(duty), before=quoted(before)),
                    about=(duty, before),
                    cites=_places(duty, before),
                    case=asking.case(duty.when),
                    decide=Text("Let both be possible at once.", "使二者可以同时成立。"),
                )
                continue
            case = None if isinstance(before, Finding) else asking.case(duty.when, fails=(condition,))
            if case is not None:
                broken += 1
                yield Observed(
                    check="duties.presuppose",
                    concern=Concern.GAP,
                    says=_WITHOUT.filled(rule=quoted(duty), before=quoted(before)),
                    about=(duty, before),
                    cites=_places(duty, before),
                    case=case,
                    decide=Text("Say what it builds on then.", "明确此时以何为前提。"),
                )
    if checked and not broken:
        yield Proven(
            check="duties.presuppose",
            concern=Concern.CONTRADICTION,
            says=Text(
                f"All {checked} duties that build on something are owed only where it can be met.",
                f"{checked}项以他项为前提的义务，均仅在前提可以成立时承担。",
            ),
        )


_NEVER_BOTH = Text(
    "{rule} presupposes {before}, which then can never be.", "{rule}以{before}为前提，而此时前提永不成立。"
)
_WITHOUT = Text(
    "{rule} presupposes {before}, yet is owed where that is not owed.",
    "{rule}以{before}为前提，却可在后者不成立时成立。",
)


def _places(duty: Duty, before: Named) -> tuple[Cite, ...]:
    cite = getattr(before, "cite", duty.cite)
    return tuple(dict.fromkeys((duty.cite, cite)))


def fulfillable(asking: Asking, setting: Setting) -> Iterator[Result]:
    """Each permission that is demanded: is somebody asked for it who can never be given it?"""
    for demanded in setting.demanded:
        impossible = False
        for condition in demanded.conditions:
            case = _hopeless(asking, demanded, condition.met_when)
            if case is None:
                continue
            impossible = True
            says = Text(
                "{by}, yet whoever this case describes cannot get it, whatever they do: {rule} is required.",
                "{by}，但下例中的主体无论如何不能取得：以{rule}为条件。",
            )
            yield Refuted(
                check="duties.fulfillable",
                concern=Concern.CONTRADICTION,
                says=says.filled(by=quoted(demanded.by), rule=quoted(condition)),
                about=(demanded.by, condition),
                cites=(demanded.by.cite, condition.cite),
                case=case,
                decide=Text(
                    "Say whether this is a prohibition in effect, or open a way to comply.",
                    "明确此即实质禁止，或者设置可行的合规途径。",
                ),
            )
        if not impossible:
            yield Proven(
                check="duties.fulfillable",
                concern=Concern.CONTRADICTION,
                says=Text("{by}: whoever is asked can comply.", "{by}：被要求者均可遵守。").filled(
                    by=quoted(demanded.by)
                ),
                about=(demanded.by,),
                cites=(demanded.by.cite,),
            )


def _hopeless(asking: Asking, demanded: Demanded, met: Condition) -> Case | None:
    """Return a case in which what cannot be changed defeats the condition whatever else is done."""
    diagrams, resolver = asking.law.diagrams, asking.law.resolver
    lasting = {resolver.var[f] for f in demanded.lasting if f in resolver.var}
    defeated = asking.node(fails=(met,))
    defeated = diagrams.whatever(defeated, *(diagrams.support(defeated) - lasting), certainly=True)
    return asking.shown(
        diagrams.join(conjunction=True, one=asking.node(demanded.by), other=defeated), (demanded.by,), (met,)
    )


def unopposed(asking: Asking, setting: Setting) -> Iterator[Result]:
    """Duties of which one undoes the other, and one act with two periods: are both ever owed?"""
    apart = 0
    for pair in setting.opposed:
        one, other = turns_on(pair.one), turns_on(pair.other)
        case = None if one is None or other is None else asking.case(one, other)
        if case is None:
            apart += 1
            continue
        yield Refuted(
            check="duties.unopposed",
            concern=Concern.CONTRADICTION,
            says=Text(
                "Both apply at once: {one}, and {other}. {because}", "二者同时适用：{one}与{other}。{because}"
            ).filled(one=quoted(pair.one), other=quoted(pair.other), because=pair.because),
            about=(pair.one, pair.other),
            cites=(pair.one.cite, pair.other.cite),
            case=case,
            decide=Text("Say which yields, and how far.", "明确何者让步及其限度。"),
        )
    if apart:
        yield Proven(
            check="duties.unopposed",
            concern=Concern.CONTRADICTION,
            says=Text(
                f"{apart} of {len(setting.opposed)} pairs of rules that oppose each other never apply together.",
                f"{len(setting.opposed)}对相互对立的规则中，{apart}对永不同时适用。",
            ),
        )
    yield from _two_periods(asking)


def _two_periods(asking: Asking) -> Iterator[Result]:
    duties = [d for d in asking.law.pack.of(Duty) if d.done_by is not None]
    taken = asking.law.taken
    for i, one in enumerate(duties):
        for other in duties[i + 1 :]:
            if one.done_by is not other.done_by or one.bearer is not other.bearer:
                continue
            if (
                _anchor(one) is None
                or _anchor(one) is not _anchor(other)
                or _unlimited(one)
                or _unlimited(other)
            ):
                continue  # each occasion has its own period, and any period fits "at once"
            first, second = timing_said(one.within, taken), timing_said(other.within, taken)
            if first == second:
                continue
            case = asking.case(one.when, other.when)
            if case is not None:
                yield Refuted(
                    check="duties.one_period",
                    concern=Concern.CONTRADICTION,
                    says=Text(
                        "One act, two periods: {one} ({first}), and {other} ({second}).",
                        "同一行为两种期限：{one}（{first}）与{other}（{second}）。",
                    ).filled(one=quoted(one), first=first, other=quoted(other), second=second),
                    about=(one, other),
                    cites=(one.cite, other.cite),
                    case=case,
                    decide=Text("Give one period, or say which prevails.", "统一期限或者明确何者优先。"),
                )


def _unlimited(duty: Duty) -> bool:
    return isinstance(duty.within, AtOnce) and duty.within.at_latest is None


def _anchor(duty: Duty) -> Event | None:
    """Return the event that a duty is timed by."""
    steps = list(steps_of(duty))
    return next((s.then if s.first is duty.done_by else s.first for s in steps), None)
