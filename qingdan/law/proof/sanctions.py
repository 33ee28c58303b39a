"""Sanctions: each can be imposed, each fine is a range, and each breach meets one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qingdan.law.diagram import NO
from qingdan.law.grammar.amounts import bases
from qingdan.law.grammar.conditions import Condition
from qingdan.law.grammar.rules import MEASURES, Bar, Duty, Fine, Measure, Penalty, Prohibition, Rule
from qingdan.law.grammar.text import Text
from qingdan.law.proof.asking import Asking
from qingdan.law.proof.cases import Case
from qingdan.law.proof.results import Concern, Proven, Refuted, Result
from qingdan.law.proof.setting import Setting
from qingdan.law.proof.wording import quoted
from qingdan.law.stated import Stated


def imposable(asking: Asking, _setting: Setting) -> Iterator[Result]:
    """Each fine and measure: is there a case in which it may lawfully be imposed, past every bar?"""
    bars, count, dead = asking.law.pack.of(Bar), 0, False
    for penalty in asking.law.pack.of(Penalty):
        if not asking.possible(penalty.when):
            continue  # told as a rule that can never apply
        for what, wanted, barred in _consequences(penalty, bars):
            count += 1
            if asking.possible(penalty.when, *wanted, fails=barred):
                continue
            dead = True
            yield Refuted(
                check="penalties.imposable",
                concern=Concern.UNREACHABLE,
                says=Text("{what} can never be imposed under {rule}.", "依{rule}永不能处以{what}。").filled(
                    what=what, rule=quoted(penalty)
                ),
                about=(penalty,),
                cites=(penalty.cite,),
                decide=Text("Mend its preconditions.", "修正其前提条件。"),
            )
    if count and not dead:
        yield Proven(
            check="penalties.imposable",
            concern=Concern.UNREACHABLE,
            says=Text(
                f"Each of {count} fines and measures can be imposed.", f"{count}项罚款和措施均有可能适用。"
            ),
        )


def _consequences(
    penalty: Penalty, bars: Sequence[Bar]
) -> Iterator[tuple[Text, list[Condition], list[Condition]]]:
    if penalty.entity is not None:
        barred: list[Condition] = [b.when for b in bars if b.fines]
        yield Text("the fine on the entity", "对单位的罚款"), [penalty.entity.presupposes], barred
    if penalty.persons is not None:
        barred = [b.when for b in bars if b.fines and b.persons]
        yield (
            Text("the fine on responsible persons", "对责任人员的罚款"),
            [penalty.persons.presupposes],
            barred,
        )
    for measure in dict.fromkeys((*penalty.obliged, *penalty.measures)):
        barred = [b.when for b in bars if b.measures is None or measure in b.measures]
        yield measure_said(measure), [], barred


def measure_said(measure: Measure) -> Text:
    """Return a measure as it is spoken of in a sentence."""
    name = MEASURES[measure]
    return Text(f"the measure “{name.en}”", f"“{name.zh}”措施")


def ranged(asking: Asking, _setting: Setting) -> Iterator[Result]:
    """Each fine: is the least never above the most, whatever the figures? Proved over whole numbers."""
    count, broken = 0, False
    for penalty in asking.law.pack.of(Penalty):
        for fine in (penalty.entity, penalty.persons):
            if fine is None:
                continue
            count += 1
            case = _inverted(asking, penalty, fine)
            if case is None:
                continue
            broken = True
            yield Refuted(
                check="penalties.range",
                concern=Concern.CONTRADICTION,
                says=Text(
                    "The least fine is above the most under {rule}.", "依{rule}，最低罚款高于最高罚款。"
                ).filled(rule=quoted(penalty)),
                about=(penalty,),
                cites=(penalty.cite,),
                case=case,
                decide=Text("Bound the range so that it always holds a sum.", "调整幅度，使其恒有可选数额。"),
            )
    if count and not broken:
        yield Proven(
            check="penalties.range",
            concern=Concern.CONTRADICTION,
            says=Text(
                f"In each of {count} ranges of fines the least never exceeds the most.",
                f"{count}个罚款幅度中，最低额均不高于最高额。",
            ),
        )


def _inverted(asking: Asking, penalty: Penalty, fine: Fine) -> Case | None:
    terms = asking.terms
    wanted = [
        terms.holds(penalty.when),
        terms.holds(fine.presupposes),
        terms.amount(fine.low) > terms.amount(fine.high),
    ]
    if not asking.satisfiable(wanted):
        return None
    model = asking.solver.model()
    measured = dict.fromkeys((*bases(fine.low), *bases(fine.high)))
    stated = tuple(
        Stated(base, model.eval(terms.fact(base), model_completion=True).as_long()) for base in measured
    )
    return Case(stated, (None,) * len(stated))


def sanctioned(asking: Asking, setting: Setting) -> Iterator[Result]:
    """Each duty and prohibition on a private party: does a breach of it ever meet a penalty?"""
    penalties = asking.law.pack.of(Penalty)
    bare: dict[tuple[Text, Condition], list[Rule]] = {}
    count = 0
    bound: list[Duty | Prohibition] = [*asking.law.pack.of(Duty), *asking.law.pack.of(Prohibition)]
    for rule in bound:
        if rule.cite.statute is not asking.law.pack.statute:
            continue  # another law punishes the breach of its own rules
        role = rule.bearer if isinstance(rule, Duty) else rule.binds
        for way in setting.breaches.get(role, ()):
            count += 1
            breach = setting.breached_by.get(rule, setting.otherwise_breached_by)
            conditions = [way[1]] if breach is None else [way[1], breach]
            if not any(answers(asking, setting, p, conditions) for p in penalties):
                bare.setdefault(way, []).append(rule)
    for (way_said, condition), rules in bare.items():
        yield Refuted(
            check="penalties.sanctioned",
            concern=Concern.UNSANCTIONED,
            says=Text(
                "No penalty of this law answers a breach {way} of:", "{way}违反下列规定的，本法未规定处罚："
            ).filled(way=way_said),
            items=tuple(quoted(r) for r in rules),
            about=tuple(rules),
            cites=tuple(dict.fromkeys(r.cite for r in rules)),
            case=asking.case(condition),
            decide=Text(
                "Extend the penalties, or say that this is a rule without sanction.",
                "扩大处罚适用范围，或者明确其为不设处罚的规定。",
            ),
        )
    if count and not bare:
        yield Proven(
            check="penalties.sanctioned",
            concern=Concern.UNSANCTIONED,
            says=Text("Each breach by a private party can meet a penalty.", "各项违法行为均有相应处罚。"),
        )


def answers(asking: Asking, setting: Setting, penalty: Penalty, breach: Sequence[Condition]) -> bool:
    """Tell whether ``penalty`` can follow from this breach, and not from whatever was breached."""
    if not asking.possible(penalty.when, *breach):
        return False
    if setting.breach is None:
        return True
    diagrams = asking.law.diagrams
    node = asking.node(penalty.when)
    anyway = diagrams.whatever(node, asking.law.resolver.var[setting.breach], certainly=True)
    because = diagrams.join(conjunction=True, one=node, other=diagrams.opposite(anyway))
    return diagrams.join_all(conjunction=True, nodes=[because, asking.node(*breach), asking.worlds]) is not NO


def corrigible(asking: Asking, setting: Setting) -> Iterator[Result]:
    """Each kind of breach: can the party be ordered to correct it, or only be punished for it?"""
    if setting.breach is None:
        return
    for option, words in setting.breach.options.items():
        this = setting.breach.is_(option)
        met = [p for p in asking.law.pack.of(Penalty) if answers(asking, setting, p, [this])]
        if not met or any(Measure.ORDER_CORRECTION in (*p.obliged, *p.measures) for p in met):
            continue
        yield Refuted(
            check="penalties.corrigible",
            concern=Concern.GAP,
            says=Text(
                "This breach is penalised, but no penalty rule lets the authority order it to be corrected: {words}.",
                "对下列违法行为设有处罚，但处罚条款未规定责令改正：{words}。",
            ).filled(words=words),
            about=tuple(met),
            cites=tuple(dict.fromkeys(p.cite for p in met)),
            case=asking.case(this),
            decide=Text(
                "Add the order to correct, or rely on the general law for it.",
                "增设责令改正，或者适用一般法。",
            ),
        )
