"""What a step was given, checked field by field and brought into one canonical form."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from qingdan.law.grammar.text import Text
from qingdan.law.timeline import FIRST_DAY, LAST_DAY
from qingdan.procedures.engine.refusals import CONTROL, StepRefused, shown
from qingdan.procedures.grammar.fields import FEWEST_REASONS, LONGEST, MOST_ITEMS, Asks, Field

FOUND = ("met", "not_met", "unknown")
_LONGEST_LINE = 300
_POINT = re.compile(r"[1-9][0-9]{0,3}")


def check_given(
    fields: tuple[Field, ...], given: Mapping[str, Any], earlier: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """Return ``given`` as plain data in the order of ``fields``; empty optional ones are left out.

    Raises StepRefused, naming the field, for what is missing, unknown or of the wrong kind.
    """
    known = {f.key for f in fields}
    stray = next((shown(k) for k in given if k not in known), None)
    if stray is not None:
        raise StepRefused(
            "unknown_field", Text(f"this step asks no “{stray}”", f"本步骤无“{stray}”一项"), field=stray
        )
    checked: dict[str, Any] = {}
    for field in fields:
        value = given.get(field.key)
        if value is None or value in ("", [], {}):
            if field.required:
                raise _wrong(field, Text("is missing", "未填写"))
            continue
        checked[field.key] = _CHECKS[field.asks](field, value)
        if field.to is not None and earlier is not None:
            _answers_each(field, checked[field.key], earlier)
    return checked


def _wrong(field: Field, why: Text) -> StepRefused:
    return StepRefused(
        "bad_field",
        Text(f"{field.says.en}: {why.en}", f"{field.says.zh}：{why.zh}"),
        field=field.key,
    )


def _prose(field: Field, value: Any, longest: int = LONGEST) -> str:  # noqa: ANN401
    if not isinstance(value, str):
        raise _wrong(field, Text("must be text", "应当为文字"))
    said = value.replace("\r\n", "\n").strip()
    if CONTROL.search(said):
        raise _wrong(field, Text("contains control characters; retype it", "含有控制字符，请重新输入"))
    if not any(sign.isprintable() and not sign.isspace() for sign in said):  # zero-width signs say nothing
        raise _wrong(field, Text("is empty", "内容为空"))
    if len(said) > longest:
        raise _wrong(field, Text(f"is longer than {longest} characters", f"超过{longest}字"))
    return said


def _line(field: Field, value: Any) -> str:  # noqa: ANN401
    return " ".join(_prose(field, value, _LONGEST_LINE).split())


def _reasons(field: Field, value: Any) -> str:  # noqa: ANN401
    said = _prose(field, value)
    if len(set("".join(said.split()))) < FEWEST_REASONS // 2 or len("".join(said.split())) < FEWEST_REASONS:
        raise _wrong(
            field,
            Text("give real reasons: facts, law, and why", "应当说明理由：事实、依据及其适用"),
        )
    return said


def _choice(field: Field, value: Any) -> str:  # noqa: ANN401
    options = field.options or {}
    if not isinstance(value, str) or value not in options:
        raise _wrong(field, Text(f"choose one of: {', '.join(options)}", f"可选：{'、'.join(options)}"))
    return value


def _choices(field: Field, value: Any) -> list[str]:  # noqa: ANN401
    if not isinstance(value, list | tuple):
        raise _wrong(field, Text("give a list", "应当为列表"))
    chosen = {_choice(field, v) for v in value}
    return [o for o in field.options or {} if o in chosen]


def _yes_no(field: Field, value: Any) -> bool:  # noqa: ANN401
    if not isinstance(value, bool):
        raise _wrong(field, Text("answer yes or no", "请答是或者否"))
    return value


def _day(field: Field, value: Any) -> str:  # noqa: ANN401
    try:
        found = value if type(value) is date else date.fromisoformat(value)
    except (TypeError, ValueError):
        found = None
    if found is None or (isinstance(value, str) and value != found.isoformat()):
        raise _wrong(field, Text("is no date; write it as 2026-02-24", "不是日期，请写作2026-02-24"))
    if not FIRST_DAY <= found <= LAST_DAY:
        raise _wrong(
            field, Text(f"lies outside {FIRST_DAY} to {LAST_DAY}", f"不在{FIRST_DAY}至{LAST_DAY}之间")
        )
    return found.isoformat()


def _number(field: Field, value: Any) -> int:  # noqa: ANN401
    low, high = field.low or 0, field.high if field.high is not None else 10**15
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        raise _wrong(
            field, Text(f"must be a whole number from {low} to {high}", f"应当为{low}至{high}的整数")
        )
    return value


def _items(field: Field, value: Any) -> list[str]:  # noqa: ANN401
    if not isinstance(value, list | tuple) or len(value) > MOST_ITEMS:
        raise _wrong(
            field, Text(f"give a list of at most {MOST_ITEMS} points", f"应当为列表，至多{MOST_ITEMS}项")
        )
    return [_prose(field, v, 2_000) for v in value]


def _replies(field: Field, value: Any) -> dict[str, str]:  # noqa: ANN401
    if not isinstance(value, dict) or len(value) > MOST_ITEMS:
        raise _wrong(field, Text("answer point by point", "应当逐项答复"))
    if not all(isinstance(k, str) and _POINT.fullmatch(k) for k in value):
        raise _wrong(field, Text("points are numbered 1, 2, 3 ...", "各项以1、2、3……编号"))
    return {k: _prose(field, v, 5_000) for k, v in sorted(value.items(), key=lambda kv: int(kv[0]))}


def _answers_each(field: Field, replies: Mapping[str, str], earlier: Mapping[str, Any]) -> None:
    asked = earlier.get(f"{field.to}_count")
    if asked is None:
        return
    missing = [str(n) for n in range(1, int(asked) + 1) if str(n) not in replies]
    if missing:
        listed = ", ".join(missing)
        raise _wrong(
            field, Text(f"points not answered: {listed}", f"尚未答复的项：{listed.replace(', ', '、')}")
        )
    if len(replies) > int(asked):
        raise _wrong(field, Text(f"the letter has only {asked} points", f"通知书仅有{asked}项"))


def _documents(field: Field, value: Any) -> list[str]:  # noqa: ANN401
    if not isinstance(value, list | tuple) or len(value) > MOST_ITEMS:
        raise _wrong(field, Text("give a list of documents", "应当为文件列表"))
    try:
        found = [str(UUID(v)) for v in value]
    except (TypeError, ValueError, AttributeError):
        raise _wrong(field, Text("names no uploaded document", "未指向已上传的文件")) from None
    return list(dict.fromkeys(found))


def _checklist(field: Field, value: Any) -> dict[str, dict[str, str]]:  # noqa: ANN401
    options = field.options or {}
    if not isinstance(value, dict) or not all(isinstance(v, dict) for v in value.values()):
        raise _wrong(field, Text("find on each point: met, not_met or unknown", "应当逐项认定"))
    stray = next((shown(k) for k in value if k not in options), None)
    if stray is not None:
        raise _wrong(field, Text(f"“{stray}” is not on the list", f"“{stray}”不在清单内"))
    missing = next((says for o, says in options.items() if o not in value), None)
    if missing is not None:
        raise _wrong(field, Text(f"“{missing.en}” is not judged", f"“{missing.zh}”尚未认定"))
    checked: dict[str, dict[str, str]] = {}
    for key in options:
        found, why = value[key].get("found"), value[key].get("why", "")
        if found not in FOUND or set(value[key]) - {"found", "why"}:
            raise _wrong(field, Text("find met, not_met or unknown", "认定结果为符合、不符合或者不明"))
        checked[key] = {"found": found}
        if why or found != "met":
            checked[key]["why"] = _prose(field, why)
    return checked


_CHECKS: Mapping[Asks, Callable[[Field, Any], Any]] = {
    Asks.LINE: _line,
    Asks.PROSE: _prose,
    Asks.REASONS: _reasons,
    Asks.CHOICE: _choice,
    Asks.CHOICES: _choices,
    Asks.YES_NO: _yes_no,
    Asks.DAY: _day,
    Asks.NUMBER: _number,
    Asks.ITEMS: _items,
    Asks.REPLIES: _replies,
    Asks.DOCUMENTS: _documents,
    Asks.CHECKLIST: _checklist,
    Asks.PERSON: _line,
}
