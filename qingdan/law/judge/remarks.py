"""What must be said about the ground a judgement stands on, before anybody relies on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from qingdan.law.grammar.text import Text
from qingdan.law.in_force import InForce
from qingdan.law.judge.obligations import Obligation
from qingdan.law.judge.timing import figures_of
from qingdan.law.profiles import ProfileNotInForce, figure
from qingdan.law.readings.scope import law_effective_date
from qingdan.law.timeline import day_of


def remarks(law: InForce, on: date, owed: Iterable[Obligation]) -> Iterator[Text]:
    """Yield the reservations under which the law ``law`` was applied on ``on`` to what is ``owed``."""
    instances = tuple(owed)
    yield from _about_law(law, on)
    yield from _about_list(law)
    if any(o.provisional for o in instances):
        yield Text(
            "some dates fall in years whose holidays are not announced: they are ranges and bind nobody yet",
            "部分日期所在年度放假安排尚未公布，仅列区间，暂不发生效力",
        )
    sources = sorted({s for o in instances for s in _unverified(o, on)}, key=lambda s: s.en)
    if sources:
        yield Text(
            f"some figures used are not verified against the official text: {'; '.join(s.en for s in sources)}",
            f"所用部分数值尚未与官方文本核对：{'、'.join(s.zh for s in sources)}",
        )


def _about_law(law: InForce, on: date) -> Iterator[Text]:
    begins = law.taken(law_effective_date)
    name = law_effective_date.name
    if begins is None:
        yield Text(
            f"the draft leaves open when the law takes effect ({name}): it is applied as if it were in force",
            f"草案未定施行日期（{name}），此处按已施行判断",
        )
    elif int(begins) > on.year * 10_000 + on.month * 100 + on.day:
        day = f"{int(begins) // 10_000}-{int(begins) // 100 % 100:02}-{int(begins) % 100:02}"
        yield Text(
            f"the law takes effect on {day} ({name}): on the day of judgement it binds nobody yet",
            f"本法自{day}起施行（{name}），判断日尚无约束力",
        )


def _about_list(law: InForce) -> Iterator[Text]:
    edition = law.edition
    if edition is None:
        yield Text(
            "no Negative List is in force on this day: nothing counts as listed",
            "该日无有效的负面清单，均视为未列入",
        )
    elif edition.illustrative:
        yield Text(
            f"the Negative List used ({edition.key}) is an illustrative sample, published by no authority",
            f"所用负面清单（{edition.key}）系示例，并非任何机关发布",
        )


def _unverified(one: Obligation, on: date) -> Iterator[Text]:
    if one.due is None and one.keep_until is None:
        return
    for named in figures_of(one.duty):
        try:
            found = figure(named, day_of(one.start) if one.start is not None else on)
        except ProfileNotInForce:
            continue
        if not found.verified:
            yield found.source
