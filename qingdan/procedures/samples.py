"""What a step could be given: valid, evidently fictitious answers, for demonstrations, documentation and tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from itertools import islice, product
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from qingdan.procedures.engine.clockwork import Sight
from qingdan.procedures.engine.given import FOUND
from qingdan.procedures.grammar.fields import Asks, Field
from qingdan.procedures.grammar.guards import Guard
from qingdan.procedures.grammar.steps import Step

REASONS = "经审查，申请材料所载事实清楚，符合相关条文规定的条件（示例理由）。 On the facts found, the article applies (sample)."
_DAYS_AWAY = (
    0,
    1,
    5,
    30,
    60,
    190,
    400,
    1100,
    -1,
    -5,
    -30,
    -190,
)  # first the act's own day, then what law may want
_MOST_TRIED = 400


def sample(step: Step, sight: Sight, **said: Any) -> dict[str, Any]:  # noqa: ANN401 - answers are plain data
    """Return a valid answer to everything ``step`` must be told; ``said`` takes the place of what would be made up.

    Days, choices and checklists are taken so that the guards which look at them hold, where any such answer exists.
    """
    return next(samples(step, sight, said=said))


def samples(
    step: Step, sight: Sight, *, said: Mapping[str, Any] | None = None, everything: bool = False
) -> Iterator[dict[str, Any]]:
    """Yield different valid answers: first those that satisfy the guards, or, if there is none, one that does not.

    ``everything`` fills what is optional too.
    """
    fixed = dict(said or {})
    asked = [f for f in step.asks if f.key not in fixed and (f.required or everything)]
    weighed = {key for guard in step.guards for key in guard.asks}
    options = [_options(f, sight, weighed=f.key in weighed) for f in asked]
    first = None
    fitting = False
    for answers in islice(product(*options), _MOST_TRIED):
        given = {**dict(zip((f.key for f in asked), answers, strict=True)), **fixed}
        first = first or given
        if all(_held(g, sight, given) for g in step.guards):
            fitting = True
            yield given
    if not fitting:
        yield first or fixed


def _held(guard: Guard, sight: Sight, given: Mapping[str, Any]) -> bool:
    """Tell whether a guard about answers holds; one that asks of none cannot be helped by any."""
    if not guard.asks or not all(f in given for f in guard.asks):
        return True
    return guard.met(Sight(sight.procedure, sight.state, sight.setting, sight.at, given))


def _options(field: Field, sight: Sight, *, weighed: bool) -> list[Any]:
    """Return the answers worth trying: several where a guard weighs them or what follows may turn on them, else one."""
    options = _MADE_UP[field.asks](field, sight)
    return options if weighed or field.asks in {Asks.CHOICE, Asks.CHOICES, Asks.YES_NO} else options[:1]


def _numbers(field: Field, sight: Sight) -> list[int]:
    low, high = field.low or 0, field.high if field.high is not None else 10**6
    decided = None if field.suggests is None else sight.taken_reading(field.suggests)
    suggested = [decided] if isinstance(decided, int) and low <= decided <= high else []
    return list(dict.fromkeys((*suggested, max(low, min(12, high)), low, high)))


def _replies(field: Field, sight: Sight) -> list[dict[str, str]]:
    count = int(sight.kept.get(f"{field.to}_count", 1))
    return [{str(n): f"第{n}项已补正（示例）。" for n in range(1, count + 1)}]


def _day(on: date, away: int) -> str:
    return (on + timedelta(days=away)).isoformat()


def _checked(options: list[str], found: str) -> dict[str, dict[str, str]]:
    """Return a checklist where all is met but, unless ``found`` is, the first point."""
    checked = {o: {"found": "met", "why": "示例：材料与现场核查一致。"} for o in options}
    if found != "met" and options:
        checked[options[0]] = {"found": found, "why": "示例：尚缺相关证明。"}
    return checked


_MADE_UP: Mapping[Asks, Callable[[Field, Sight], list[Any]]] = {
    Asks.LINE: lambda f, _: [f"{f.says.zh}（示例）"],
    Asks.PROSE: lambda f, _: [f"{f.says.zh}（示例）。"],
    Asks.REASONS: lambda _f, _s: [REASONS],
    Asks.CHOICE: lambda f, _: list(f.options or {}),
    Asks.CHOICES: lambda f, _: [list(f.options or {})[:1], list(f.options or {})[-1:], list(f.options or {})],
    Asks.YES_NO: lambda _f, _s: [True, False],
    Asks.DAY: lambda _, s: [_day(s.on, away) for away in _DAYS_AWAY],
    Asks.NUMBER: _numbers,
    Asks.ITEMS: lambda _f, _s: [["第一项：示例。", "第二项：示例。"]],
    Asks.REPLIES: _replies,
    Asks.DOCUMENTS: lambda f, _: [[str(uuid5(NAMESPACE_URL, f"sample:{f.key}"))]],
    Asks.CHECKLIST: lambda f, _: [_checked(list(f.options or {}), found) for found in FOUND],
    Asks.PERSON: lambda _f, _s: ["sample-officer"],
}
