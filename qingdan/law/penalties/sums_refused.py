"""Arithmetic and fit: a fine outside its range, a measure the rule does not have, too much confiscated."""

from __future__ import annotations

from collections.abc import Iterator

from qingdan.law.grammar.rules import Fine, Measure, Penalty
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.model_law import a61_liability
from qingdan.law.neighbours import penalty_terms
from qingdan.law.neighbours.penalty_law import BY_GENERAL_LAW
from qingdan.law.neighbours.penalty_lenience import mitigated
from qingdan.law.penalties.file import Proposal
from qingdan.law.penalties.money import said
from qingdan.law.penalties.refused import Refused, Sheet, softer
from qingdan.law.penalties.sums import bases, span
from qingdan.law.penalties.timetable import deadline, over
from qingdan.law.readings import liability
from qingdan.law.statutes import MODEL_LAW, PENALTY_LAW


def fine_refusals(sheet: Sheet, penalty: Penalty, proposed: Proposal) -> Iterator[Refused]:
    """Yield what is wrong with the fines on the party and on persons."""
    if proposed.fine:
        yield from _one_fine(sheet, penalty, penalty.entity, proposed.fine, "fine")
        yield from _scale(sheet, penalty, proposed)
    known = {p.name for p in sheet.violation.persons}
    for name, fine in proposed.persons:
        if name not in known:
            yield Refused(
                "person_unknown",
                (f"person:{name}",),
                Text(f"{name} is not among the persons of the case", f"{name}不在案涉人员之列"),
                Text("enter the person with their responsibility", "补充该人员及其责任情况"),
                Cite(MODEL_LAW, 61),
            )
        elif fine:
            yield from _one_fine(sheet, penalty, penalty.persons, fine, f"person:{name}")


def _one_fine(sheet: Sheet, penalty: Penalty, fine: Fine | None, fen: int, hit: str) -> Iterator[Refused]:
    if fine is None:
        yield Refused(
            "no_such_fine",
            (hit,),
            Text(f"{penalty.says.en}: this rule has no such fine", f"{penalty.says.zh}：该规定未设此项罚款"),
            Text("leave the fine out", "删去该项罚款"),
            penalty.cite,
        )
        return
    ready = sheet.value(fine.presupposes)
    if not ready:
        refused = Refused(
            "fine_not_open",
            (hit,),
            fine.otherwise or Text("what the fine presupposes is not on record", "罚款的前提未记录在案"),
            Text("record it first, or leave the fine out", "先行查明并记录，或者不予罚款"),
            penalty.cite,
        )
        yield refused if ready is False else softer(refused, sheet.missing(fine.presupposes))
    yield from _in_range(sheet, penalty, fine, fen, hit)


def _in_range(sheet: Sheet, penalty: Penalty, fine: Fine, fen: int, hit: str) -> Iterator[Refused]:
    low = span(fine.low, sheet.answers, sheet.code.taken)
    high = span(fine.high, sheet.answers, sheet.code.taken)
    if fen < low.low and sheet.value(mitigated) is not True:
        yield Refused(
            "below_floor",
            (hit,),
            Text(
                f"{said(fen).en} is below the least fine, {said(low.low).en}",
                f"{said(fen).zh}低于最低罚款{said(low.low).zh}",
            ),
            Text(
                "raise it, or show a ground to mitigate (Penalty Law Art. 32)",
                "提高数额，或者查明减轻情节（行政处罚法第三十二条）",
            ),
            penalty.cite,
        )
    if fen > high.low:
        certain = high.high is not None and fen > high.high
        top = said(high.high if certain and high.high is not None else high.low)
        refused = Refused(
            "above_cap",
            (hit,),
            Text(
                f"{said(fen).en} is above the highest fine, {top.en}", f"{said(fen).zh}超过最高罚款{top.zh}"
            ),
            Text("lower it", "降低数额"),
            penalty.cite,
        )
        yield (
            refused if certain else softer(refused, tuple(dict.fromkeys(bases(fine.high, sheet.code.taken))))
        )


def _scale(sheet: Sheet, penalty: Penalty, proposed: Proposal) -> Iterator[Refused]:
    if penalty is not a61_liability.general_severe or sheet.code.taken(liability.fine_cap_rule) != "elected":
        return
    because = Text(
        "the decision must elect one of the two caps and name it", "决定应当择一适用罚款上限并载明"
    )
    remedy = Text("state scale: fixed or turnover", "载明适用定额或者营业额比例")
    if proposed.scale is None:
        yield Refused("scale_not_elected", ("fine",), because, remedy, penalty.cite)
        return
    cap = a61_liability.FIXED_CAP if proposed.scale == "fixed" else a61_liability.TURNOVER_CAP
    elected = span(cap, sheet.answers, sheet.code.taken)
    if proposed.fine > elected.low:
        refused = Refused(
            "above_elected_cap",
            ("fine",),
            Text("the fine is above the cap elected", "罚款超过所选择的上限"),
            Text("lower it, or elect the other cap", "降低数额，或者选择另一上限"),
            penalty.cite,
        )
        certain = elected.high is not None and proposed.fine > elected.high
        yield refused if certain else softer(refused, tuple(bases(cap, sheet.code.taken)))


def measure_refusals(
    sheet: Sheet, penalty: Penalty, proposed: Proposal, spared: set[Measure]
) -> Iterator[Refused]:
    """Yield measures the rule does not have, and obliged ones left out. ``spared`` are barred anyway."""
    open_to = {*penalty.obliged, *penalty.measures, *BY_GENERAL_LAW}
    chosen = set(proposed.measures) | ({Measure.CONFISCATION} if proposed.confiscate else set())
    for measure in sorted(chosen - open_to, key=lambda m: m.value):
        yield Refused(
            "measure_not_open",
            (measure.value,),
            Text(
                f"{penalty.says.en}: the rule has no such measure", f"{penalty.says.zh}：该规定未设此项措施"
            ),
            Text("choose among those it has", "在该规定所列措施中选择"),
            penalty.cite,
        )
    for measure in penalty.obliged:
        if measure in chosen or measure in spared or _excused(sheet, measure):
            continue
        refused = _left_out(penalty, measure.value)
        unknown = measure is Measure.CONFISCATION and sheet.net_gains() is None
        yield softer(refused, ("unlawful_gains",)) if unknown else refused
    every = (
        penalty is a61_liability.general_ordinary and sheet.code.taken(liability.tier_one_measures) == "all"
    )
    if every and not chosen & set(a61_liability.STOPPING):
        yield _left_out(penalty, *(m.value for m in a61_liability.STOPPING))


def _left_out(penalty: Penalty, *measures: str) -> Refused:
    return Refused(
        "measure_left_out",
        measures,
        Text("the rule obliges to this measure", "该措施依法应当采取"),
        Text("add it", "补充该措施"),
        penalty.cite,
    )


def _excused(sheet: Sheet, measure: Measure) -> bool:
    if measure is Measure.CONFISCATION:
        return sheet.net_gains() == 0
    if measure is not Measure.ORDER_CORRECTION:
        return False
    done = sheet.answers.get("refusal_recorded") is True or sheet.answers.get("corrected_in_time") is True
    return (
        done
        or "correction_ordered" in sheet.violation.dates
        or sheet.answers.get("fine_replaces_correction") is True
    )


def other_refusals(sheet: Sheet, proposed: Proposal) -> Iterator[Refused]:
    """Yield too much confiscated, soft measures counted against the party, and a hearing notified too late."""
    net = sheet.net_gains()
    if proposed.confiscate and (net is None or proposed.confiscate > net):
        refused = Refused(
            "confiscates_too_much",
            (Measure.CONFISCATION.value,),
            Text("more is confiscated than unlawful gains less refunds", "没收数额超过扣除退赔后的违法所得"),
            Text("confiscate the net gains at most", "以扣除退赔后的违法所得为限"),
            Cite(PENALTY_LAW, 28, 2),
        )
        yield softer(refused, ("unlawful_gains",)) if net is None else refused
    if proposed.counted_prior:
        yield from _history(sheet, proposed.counted_prior)
    dates = sheet.violation.dates
    if over(deadline(penalty_terms.hearing_notice, dates), dates.get("hearing_notified")):
        yield Refused(
            "hearing_notified_late",
            ("procedure",),
            Text("the hearing was notified less than seven working days ahead", "听证通知不足七个工作日"),
            Text("hold the hearing again after due notice", "依法通知后重新举行听证"),
            penalty_terms.hearing_notice.cite,
        )


def _history(sheet: Sheet, counted: int) -> Iterator[Refused]:
    soft = sheet.code.taken(liability.soft_counts) == "yes"
    keys = ("prior_penalties", "prior_soft_measures") if soft else ("prior_penalties",)
    unknown = tuple(k for k in keys if k not in sheet.answers)
    lawful = sum(n for k in keys if isinstance(n := sheet.answers.get(k), int))
    if counted > lawful:
        refused = Refused(
            "soft_measures_counted",
            ("fine",),
            Text(
                f"prior violations counted: {counted}; found by effective decisions: {lawful}",
                f"计入既往违法{counted}次，生效决定认定的仅{lawful}次",
            ),
            Text("count effective decisions only; soft measures are none", "仅计生效决定，柔性措施不计入"),
            Cite(MODEL_LAW, 62, 1, "7"),
        )
        yield softer(refused, unknown) if unknown else refused
