"""An interview on paper: saved as plain data, taken up again under the law as it then is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from qingdan.law.grammar.conditions import Answer
from qingdan.law.grammar.refusal import Refusal, UnknownFact, WrongAnswer
from qingdan.law.grammar.rules import Finding
from qingdan.law.grammar.text import Text
from qingdan.law.in_force import InForce
from qingdan.law.interview.agenda import Law
from qingdan.law.interview.goals import Goal, all_goals

FORMAT = 1


class BadInterview(Refusal):
    """Data that are no saved interview, or of a kind this version cannot read; ``where`` is the part at fault."""

    def __init__(self, says: Text, where: tuple[str, ...] = ()) -> None:
        super().__init__(says)
        self.where = where


class NeverAsked(BadInterview, UnknownFact):
    """A saved interview answers what the law it was held under does not ask."""


def edition_of(law: Law) -> dict[str, Any]:
    """Return what identifies the law an interview was held under."""
    if not isinstance(law, InForce):
        return {"pack": None, "list": None, "readings": {}}
    return {
        "pack": law.pack.key,
        "list": law.edition.key if law.edition else None,
        "readings": dict(sorted(law.readings.items())),
    }


def as_data(
    law: Law, goals: Iterable[Goal], answers: Mapping[str, Answer], unknown: Iterable[str]
) -> dict[str, Any]:
    """Return an interview as plain data."""
    return {
        "interview": FORMAT,
        "law": edition_of(law),
        "goals": [goal.key for goal in goals],
        "answers": dict(answers),
        "dont_know": list(unknown),
    }


class Saved(NamedTuple):
    """What a saved interview comes to under the law as it is now; ``changes`` is what is different since."""

    goals: Sequence[Goal | Finding]
    answers: dict[str, Answer]
    unknown: list[str]
    changes: tuple[Text, ...]


def from_data(data: object, law: Law, goals: Sequence[Goal | Finding] | None) -> Saved:
    """Return what was saved in ``data`` as it stands under ``law``."""
    given = _checked(data)
    changes = _changed(given["law"], edition_of(law))
    if goals is None:
        goals = _goals(law, given["goals"], changes)
        if not goals:
            raise BadInterview(
                Text(
                    "nothing it sought is sought any more; start a new one",
                    "原查明事项均已不存在，请重新开始",
                ),
                ("goals",),
            )
    answers, unknown = dict(given["answers"]), list(given["dont_know"])
    if changes:
        answers, unknown = _kept(law, answers, unknown, changes)
    else:
        _check_asked(law, answers, unknown)
    return Saved(goals, answers, unknown, tuple(changes))


def _check_asked(law: Law, answers: Mapping[str, Answer], unknown: Sequence[str]) -> None:
    """Refuse what this very law does not ask or take for an answer: the record was altered."""
    asked = law.resolver.by_key
    for part, keys in (("answers", answers), ("dont_know", unknown)):
        for key in keys:
            if key not in asked:
                raise NeverAsked(
                    Text(f"{key} is no question of this law", f"{key}不是本法所问事项"), (part, key)
                )
    for key, answer in answers.items():
        try:
            law.resolver.cells[asked[key]].of(answer)
        except WrongAnswer as refused:
            raise BadInterview(refused.says, ("answers", key)) from None


def _checked(data: object) -> Mapping[str, Any]:
    shapes: dict[str, type] = {"law": Mapping, "goals": list, "answers": Mapping, "dont_know": list}
    if not isinstance(data, Mapping) or "interview" not in data:
        raise BadInterview(Text("this is no saved interview", "该数据不是已保存的问答记录"))
    if type(data["interview"]) is not int or data["interview"] != FORMAT:
        raise BadInterview(
            Text(
                f"this interview was saved in another format; this version reads format {FORMAT}",
                f"问答记录格式不符，本版本只能读取格式{FORMAT}",
            ),
            ("interview",),
        )
    for part, shape in shapes.items():
        if not isinstance(data.get(part), shape):
            raise BadInterview(
                Text(f"the saved interview lacks a proper “{part}”", f"问答记录缺少有效的“{part}”部分"),
                (part,),
            )
    law = data["law"]
    plain = all(isinstance(k, str) for k in (*data["goals"], *data["dont_know"], *data["answers"]))
    if (
        not plain
        or not {"pack", "list", "readings"} <= law.keys()
        or not isinstance(law["readings"], Mapping)
    ):
        raise BadInterview(
            Text("the saved interview is damaged; start a new one", "问答记录已损坏，请重新开始"), ("law",)
        )
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
