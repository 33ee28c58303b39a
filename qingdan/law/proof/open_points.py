"""Open points: what comes out differently if the text is read another way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qingdan.law.compare import Difference, differences
from qingdan.law.grammar.parts import readings_in
from qingdan.law.grammar.readings import Chosen, Reading
from qingdan.law.grammar.rules import Rule
from qingdan.law.grammar.text import Text
from qingdan.law.in_force import InForce
from qingdan.law.pack import conditions_of
from qingdan.law.proof.asking import Asking
from qingdan.law.proof.mentions import others, readings_named
from qingdan.law.proof.results import Concern, Observed, Result
from qingdan.law.proof.setting import Setting
from qingdan.law.proof.wording import quoted


def resting(asking: Asking, setting: Setting) -> Iterator[Result]:
    """Each reading with options: the smallest case that another option decides differently."""
    law = asking.law
    turned = {r: readings_in(*conditions_of(r), listed=law.listed) for r in law.pack.rules}
    for reading in law.pack.readings:
        for option in others(reading, law):
            rules = [
                r
                for r in law.pack.rules
                if reading in turned[r] or reading in r.readings or _counts(r, reading)
            ]
            if not rules:
                continue
            first = [t for t in setting.tracks if t in set(rules)]
            alternative = InForce(
                law.pack, readings={**law.readings, reading.name: option}, edition=law.edition
            )
            found = differences(law, alternative, rules, setting.assume, first)
            if found:
                yield _rests(reading, option, found, law)


def _counts(rule: Rule, reading: Reading) -> bool:
    return reading in readings_named(rule)


def _rests(reading: Reading, option: Chosen, found: Sequence[Difference], law: InForce) -> Result:
    head = found[0]
    rules = list(dict.fromkeys(r for d in found for r in (d.rule, *d.also)))
    outcome = Text(
        f"{quoted(head.rule).en}: here “{head.one.en}”, there “{head.other.en}”",
        f"{quoted(head.rule).zh}：现为“{head.one.zh}”，改后为“{head.other.zh}”",
    )
    says = Text(
        "{asks} Taken here: {taken}. Read instead as “{option}”, {number} rules come out differently, first {outcome}.",
        "{asks}本系统取：{taken}。若取“{option}”，{number}条规则结果不同，首先是{outcome}。",
    ).filled(
        asks=reading.asks,
        taken=reading.said(law.taken(reading)),
        option=reading.said(option),
        number=len(rules),
        outcome=outcome,
    )
    return Observed(
        check="readings.rest",
        concern=Concern.READING,
        says=says,
        about=(reading, *rules),
        cites=(reading.cite,),
        case=head.case,
        reading=reading,
        decide=Text("which of the two is meant; {why}", "采何种解释；{why}").filled(why=reading.why),
    )


def idle(asking: Asking, _setting: Setting) -> Iterator[Result]:
    """Readings on which no rule turns: the choice is made outside the rules, in a procedure or by hand."""
    used = {r for rule in asking.law.pack.rules for r in rule.readings}
    for rule in asking.law.pack.rules:
        used |= readings_in(*conditions_of(rule), listed=asking.law.listed)
        used |= {r for r in asking.law.pack.readings if _counts(rule, r)}
    left = [r for r in asking.law.pack.readings if r not in used]
    if left:
        yield Observed(
            check="readings.idle",
            concern=Concern.READING,
            says=Text(
                "No rule turns on these open points; a procedure or an officer settles them:",
                "下列未决问题不影响任何规则，由程序或者工作人员处理：",
            ),
            items=tuple(r.asks for r in left),
            about=tuple(left),
            cites=tuple(dict.fromkeys(r.cite for r in left)),
        )
