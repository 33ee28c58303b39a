"""How the reference speaks of what a step asks and brings about, and of how a period runs."""

from __future__ import annotations

from qingdan.law.grammar.readings import Chosen, Reading
from qingdan.law.grammar.rules import Duty, Term
from qingdan.law.grammar.text import Text
from qingdan.law.proof.wording import timing_said
from qingdan.procedures.grammar.clocks import Clock, SetDay, started_by
from qingdan.procedures.grammar.effects import Amends, Effect, Enters, ListAct, Marks, Prolongs, Records
from qingdan.procedures.grammar.fields import Field

_ACTS = {
    ListAct.OPENS_CONSULTATION: Text("opens the consultation", "公开征求意见"),
    ListAct.DRY_RUNS: Text("tries the draft on the register", "以登记信息试运行"),
    ListAct.PUBLISHES: Text("publishes the list", "公布清单"),
    ListAct.TAKES_EFFECT: Text("the list takes effect", "清单施行"),
    ListAct.ABANDONS: Text("gives up the draft", "终止制定"),
}


def field_said(field: Field) -> Text:
    """Return what a field asks."""
    if field.required:
        return field.says
    return Text(f"{field.says.en} (optional)", f"{field.says.zh}（选填）")


def effect_said(effect: Effect) -> Text:
    """Return in words what a step does to the register."""
    if isinstance(effect, ListAct):
        return _ACTS[effect]
    if isinstance(effect, Enters):
        return Text("enters it in the register with a number", "登记并编号")
    if isinstance(effect, Marks):
        return Text(
            f"the entry is {effect.status.says.en}: {effect.why.en}",
            f"登记状态为{effect.status.says.zh}：{effect.why.zh}",
        )
    if isinstance(effect, Amends):
        return Text("amends the public part of the entry", "变更登记公开内容")
    if isinstance(effect, Prolongs):
        return Text("prolongs the term of the entry", "延续有效期")
    assert isinstance(effect, Records)  # noqa: S101 - there is no other
    return Text(f"records: {effect.what.replace('_', ' ')}", f"记入档案（{effect.what}）")


def runs_said(clock: Clock) -> Text:
    """Return from when and how long a clock runs, as the law is read by default."""

    def taken(reading: Reading) -> Chosen:
        return reading.default

    if isinstance(clock, (Term, Duty)):
        return timing_said(clock.period if isinstance(clock, Term) else clock.within, taken)
    event = started_by(clock).says
    if isinstance(clock, SetDay):
        return Text(f"to a day that is set; told by: {event.en}", f"至所定之日；自{event.zh}")
    unit = clock.unit.said(2)
    units = Text(unit.en.removeprefix("2 "), unit.zh.removeprefix("2"))
    return Text(f"as set, in {units.en}, after: {event.en}", f"自{event.zh}之日起，按所定期限（{units.zh}）")
