"""An interview on paper: saved as plain data, taken up again under the law as it then is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from qingdan.law.grammar.conditions import Answer
from qingdan.law.grammar.refusal import Refusal, WrongAnswer
from qingdan.law.grammar.rules import Finding
from qingdan.law.grammar.text import Text
from qingdan.law.in_force import InForce
from qingdan.law.interview.goals import all_goals

if TYPE_CHECKING:
    from qingdan.law.interview.agenda import Law
    from qingdan.law.interview.goals import Goal
    from qingdan.law.interview.interview import Interview

FORMAT = 1


class BadInterview(Refusal):
    """Data that are no saved interview, or of a kind this version cannot read."""


def edition_of(law: Law) -> dict[str, Any]:
    """Return what identifies the law an interview was held under."""
    if not isinstance(law, InForce):
        return {"pack": None, "list": None, "readings": {}}
    return {
        "pack": law.pack.key,
        "list": law.edition.key if law.edition else None,
        "readings": dict(sorted(law.readings.items())),
    }


def as_data(interview: Interview) -> dict[str, Any]:
    """Return ``interview`` as plain data."""
    return {
        "interview": FORMAT,
        "law": edition_of(interview.law),
        "goals": [goal.key for goal in interview.goals],
        "answers": dict(interview.answers),
        "dont_know": list(interview.unknown),
    }


def from_data(
    kind: type[Interview], data: object, law: Law, goals: Sequence[Goal | Finding] | None
) -> Interview:
    """Return the interview saved in ``data`` as it stands under ``law``."""
    given = _checked(data)
    now = edition_of(law)
    changes = [*_changed(given["law"], now)]
    if goals is None:
        goals = _goals(law, given["goals"], changes)
    answers, unknown = dict(given["answers"]), list(given["dont_know"])
    if given["law"]["pack"] != now["pack"] or given["law"]["list"] != now["list"] or changes:
        answers, unknown = _kept(law, answers, unknown, changes)
    interview = kind(law, goals, answers, unknown)
    interview.changes = tuple(changes)
    return interview


def _checked(data: object) -> Mapping[str, Any]:
    shapes: dict[str, type] = {"law": Mapping, "goals": list, "answers": Mapping, "dont_know": list}
    if not isinstance(data, Mapping) or "interview" not in data:
        raise BadInterview(Text("this is no saved interview", "该数据不是已保存的问答记录"))
    if data["interview"] != FORMAT:
        raise BadInterview(
            Text(
                f"this interview was saved in format {data['interview']!r}; this version reads {FORMAT}",
                f"问答记录格式为{data['interview']!r}，本版本只能读取格式{FORMAT}",
            )
        )
    for part, shape in shapes.items():
        if not isinstance(data.get(part), shape):
            raise BadInterview(
                Text(f"the saved interview lacks a proper “{part}”", f"问答记录缺少有效的“{part}”部分")
            )
    law = data["law"]
    plain = all(isinstance(k, str) for k in (*data["goals"], *data["dont_know"], *data["answers"]))
    if (
        not plain
        or not {"pack", "list", "readings"} <= law.keys()
        or not isinstance(law["readings"], Mapping)
    ):
        raise BadInterview(Text("the saved interview is damaged", "问答记录已损坏"))
    return data


def _changed(then: Mapping[str, Any], now: Mapping[str, Any]) -> list[Text]:
    names = {"pack": Text("the law", "法律版本"), "list": Text("the Negative List edition", "负面清单版本")}
    pairs = [(name, then[part], now[part]) for part, name in names.items()]
    for reading in sorted({*then["readings"], *now["readings"]}):
        name = Text(f"the reading {reading}", f"解释选项{reading}")
        pairs.append(
            (name, then["readings"].get(reading, "default"), now["readings"].get(reading, "default"))
        )
    return [
        Text("{name} was {old}, is now {new}", "{name}由{old}变为{new}").filled(
            name=name, old=_shown(old), new=_shown(new)
        )
        for name, old, new in pairs
        if old != new
    ]


def _shown(value: object) -> Text:
    if value is None:
        return Text("none", "无")
    return Text("the default", "默认值") if value == "default" else Text(str(value), str(value))


def _goals(law: Law, keys: Sequence[str], changes: list[Text]) -> tuple[Goal, ...]:
    known = {goal.key: goal for goal in all_goals(law)} if isinstance(law, InForce) else {}
    changes += [Text(f"{key} is no longer sought", f"不再查明{key}") for key in keys if key not in known]
    return tuple(known[key] for key in keys if key in known)


def _kept(
    law: Law, answers: Mapping[str, Answer], unknown: Sequence[str], changes: list[Text]
) -> tuple[dict[str, Answer], list[str]]:
    """Return what still is an answer to a question; tell of everything else."""
    asked, kept = law.resolver.by_key, {}
    gone = [key for key in (*answers, *unknown) if key not in asked]
    changes += [Text(f"{key} is no longer asked", f"不再询问{key}") for key in gone]
    for key, answer in answers.items():
        if key in gone:
            continue
        try:
            law.resolver.cells[asked[key]].of(answer)
        except WrongAnswer as refused:
            changes.append(Text("to be answered again: {why}", "须重新回答：{why}").filled(why=refused.says))
        else:
            kept[key] = answer
    return kept, [key for key in unknown if key in asked]
