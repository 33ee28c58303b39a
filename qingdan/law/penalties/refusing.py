"""Why a proposed sanction cannot be imposed: every unlawful part, with its article, and every part not yet shown."""

from __future__ import annotations

from collections.abc import Iterator

from qingdan.law.facts.proceedings import relied_on
from qingdan.law.grammar.rules import Bar, Measure, Penalty
from qingdan.law.grammar.text import Text
from qingdan.law.neighbours.penalty_law import PUNITIVE
from qingdan.law.penalties.file import Proposal
from qingdan.law.penalties.refused import Refused, Sheet, softer
from qingdan.law.penalties.sums_refused import fine_refusals, measure_refusals, other_refusals


def refusals(sheet: Sheet, proposed: Proposal) -> tuple[Refused, ...]:
    """Return every refusal of ``proposed``, those that are unlawful as things are first."""
    penalty = sheet.code.penalties[proposed.rule]
    barred = tuple(_barred(sheet, proposed))
    spared = {m for bar in sheet.code.bars if sheet.value(bar.when) for m in struck(bar)}
    found = (
        *barred,
        *_inapplicable(sheet, penalty, barred),
        *fine_refusals(sheet, penalty, proposed),
        *measure_refusals(sheet, penalty, proposed, spared),
        *other_refusals(sheet, proposed),
    )
    return tuple(sorted(found, key=lambda r: not r.unlawful))


def struck(bar: Bar) -> tuple[Measure, ...]:
    """Return the measures a bar strikes."""
    return tuple(Measure) if bar.measures is None else bar.measures


def _barred(sheet: Sheet, proposed: Proposal) -> Iterator[Refused]:
    persons = {p.name: p.person_directly_responsible for p in sheet.violation.persons}
    chosen = set(proposed.measures) | ({Measure.CONFISCATION} if proposed.confiscate else set())
    punishes = bool(proposed.fine or any(f for _, f in proposed.persons) or chosen & set(PUNITIVE))
    for bar in sheet.code.bars:
        hits = ["fine"] if bar.fines and proposed.fine else []
        hits += sorted(m.value for m in chosen & set(struck(bar)))
        if _about_party(bar):
            hits += [f"person:{n}" for n, fine in proposed.persons if fine and bar.persons]
            yield from _hit(
                sheet, bar, tuple(hits) or (("procedure",) if punishes and bar.measures is None else ())
            )
            continue
        for name, fine in proposed.persons:
            if fine and name in persons:
                yield from _hit(
                    sheet.given(person_directly_responsible=persons[name])
                    if persons[name] is not None
                    else sheet,
                    bar,
                    (f"person:{name}",),
                )


def _about_party(bar: Bar) -> bool:
    """Tell whether a bar looks at the party; one that strikes persons alone looks at each person."""
    return bar.fines or bar.measures is None or bool(bar.measures)


def _hit(sheet: Sheet, bar: Bar, hits: tuple[str, ...]) -> Iterator[Refused]:
    value = sheet.value(bar.when)
    if value is False or not hits:
        return
    refused = Refused(bar.key, hits, bar.because, bar.remedy, bar.cite)
    yield refused if value else softer(refused, sheet.missing(bar.when))


def _inapplicable(sheet: Sheet, penalty: Penalty, barred: tuple[Refused, ...]) -> Iterator[Refused]:
    """Yield that the rule relied on does not apply, unless a bar already says so in better words."""
    value = sheet.value(penalty.when)
    about_rule = {b.key for b in sheet.code.bars if sheet.code.concerns(b.when, relied_on)}
    if value or any(r.unlawful and r.key in about_rule for r in barred):
        return
    why = sheet.why(penalty.when)
    refused = Refused(
        "rule_not_applicable",
        ("rule",),
        Text(
            f"{penalty.says.en}: the rule does not apply"
            + (f" ({'; '.join(w.en for w in why)})" if why else ""),
            f"{penalty.says.zh}：不符合适用条件" + (f"（{'；'.join(w.zh for w in why)}）" if why else ""),
        ),
        Text("rely on the rule that fits", "改依相应规定"),
        penalty.cite,
    )
    yield softer(refused, sheet.missing(penalty.when)) if value is None else refused
