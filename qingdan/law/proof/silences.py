"""Silences of the law: periods without effect, duties nobody can check, figures from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qingdan.law.grammar.periods import AtOnce
from qingdan.law.grammar.readings import Figure, Reading
from qingdan.law.grammar.rules import Deemed, Duty, Right, Role, Rule, Term
from qingdan.law.grammar.text import Text
from qingdan.law.proof.asking import Asking
from qingdan.law.proof.mentions import readings_named
from qingdan.law.proof.results import Concern, Observed, Result
from qingdan.law.proof.setting import Setting
from qingdan.law.proof.wording import quoted, taken_said, timing_said

_PUBLIC = {Role.AUTHORITY, Role.AUTHORITY_HEAD, Role.LOCAL_AUTHORITY, Role.PROCURATORATE, Role.STATE_ORGAN}

_EFFECT = Text("State the effect of silence.", "明确逾期的法律后果。")
_FIX = Text("Fix the figure in the law or by rule.", "在法律或者配套规定中明确该数值。")
_NAME = Text("Name the regulation that supplies it.", "明确数值所依据的规定。")
_LIMIT = Text("Set an outer limit, or say who may.", "设定最长期限，或者明确由谁设定。")


def _mine(asking: Asking, rule: Rule) -> bool:
    return rule.cite.statute is asking.law.pack.statute


def lapses(asking: Asking, _setting: Setting) -> Iterator[Result]:
    """Each period of this law: does anything follow by law when it runs out?"""
    pack = asking.law.pack
    answered = {d.after for d in pack.of(Deemed) if d.after is not None}
    for term in pack.of(Term):
        if term in answered or not _mine(asking, term):
            continue
        yield Observed(
            check="periods.lapse",
            concern=Concern.PERIOD,
            says=Text(
                "{rule}, {when}: nothing is said of what follows when it runs out. Taken here: {lapse}",
                "{rule}，{when}：届满的后果未作规定。本系统的处理：{lapse}",
            ).filled(rule=quoted(term), when=timing_said(term.period, asking.law.taken), lapse=term.on_lapse),
            about=(term,),
            cites=(term.cite,),
            decide=_EFFECT,
        )


def unmeasured(asking: Asking, _setting: Setting) -> Iterator[Result]:
    """Duties "at once" without an outer limit; duties that no period and no evidence makes checkable."""
    duties = [d for d in asking.law.pack.of(Duty) if _mine(asking, d)]
    prompt = [d for d in duties if isinstance(d.within, AtOnce) and d.within.at_latest is None]
    bare = [d for d in duties if d.within is None and not d.evidence and d.bearer not in _PUBLIC]
    rights = [
        r for r in asking.law.pack.of(Right) if _mine(asking, r) and r.against and r.answered_within is None
    ]
    for check, rules, says in (
        ("periods.prompt", prompt, _PROMPT),
        ("periods.uncheckable", bare, _BARE),
        ("periods.unanswered", rights, _UNANSWERED),
    ):
        if rules:
            yield Observed(
                check=check,
                concern=Concern.PERIOD,
                says=says,
                items=tuple(quoted(r) for r in rules),
                about=tuple(rules),
                cites=tuple(dict.fromkeys(r.cite for r in rules)),
                decide=_LIMIT,
            )


_PROMPT = Text("Due at once or promptly, with no outer limit anywhere:", "要求立即、及时履行而无最长期限：")
_BARE = Text("Nothing says by when this is done or what shows that it was:", "既无履行期限，也无证明方式：")
_UNANSWERED = Text(
    "May be asked, but nothing says by when it must be answered:", "可以请求，但未规定答复期限："
)


def figures(asking: Asking, _setting: Setting) -> Iterator[Result]:
    """Figures that are not in the law: who supplied them, and which rules rest on them."""
    used = used_by(asking)
    for reading in asking.law.pack.readings:
        taken = asking.law.taken(reading)
        if reading.options is not None or not (reading.policy or reading.default is None):
            continue
        rules = used.get(reading, [])
        says = _SUPPLIED if rules else _UNUSED
        yield Observed(
            check="figures.decided_elsewhere" if taken is not None else "figures.undecided",
            concern=Concern.FIGURE,
            says=says.filled(asks=reading.asks, why=reading.why, taken=taken_said(reading, taken)),
            items=tuple(dict.fromkeys(quoted(r) for r in rules)),
            about=(reading, *rules),
            cites=(reading.cite,),
            reading=reading,
            decide=_FIX,
        )


_UNUSED = Text(
    "{asks} Not in the law: {why}. Taken here: {taken}.", "{asks}法律未作规定：{why}。本系统取值：{taken}。"
)
_SUPPLIED = Text(f"{_UNUSED.en} On it rest:", f"{_UNUSED.zh}据此适用：")


def used_by(asking: Asking) -> dict[Reading, list[Rule]]:
    """Return, for each reading, the rules whose periods or retention take their figure from it."""
    used: dict[Reading, list[Rule]] = {}
    for rule in asking.law.pack.rules:
        for reading in readings_named(rule):
            used.setdefault(reading, []).append(rule)
    return used


def profiled(asking: Asking, _setting: Setting) -> Iterator[Result]:
    """Figures that the law leaves to national regulations."""
    found: dict[Figure, list[Rule]] = {}
    for rule in asking.law.pack.rules:
        for name in ("within", "period", "answered_within", "keeps"):
            timing: Any = getattr(rule, name, None)
            timing = timing.at_latest if isinstance(timing, AtOnce) else timing
            amount = getattr(timing, "amount", None)
            if isinstance(amount, Figure):
                found.setdefault(amount, []).append(rule)
    for figure, rules in found.items():
        yield Observed(
            check="figures.by_regulation",
            concern=Concern.FIGURE,
            says=Text(
                f"Supplied by other rules (profile `{figure.profile}`, `{figure.field}`):",
                f"由其他规定提供（`{figure.profile}`，`{figure.field}`）：",
            ),
            items=tuple(quoted(r) for r in rules),
            about=tuple(rules),
            cites=tuple(dict.fromkeys(r.cite for r in rules)),
            decide=_NAME,
        )
