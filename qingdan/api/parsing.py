"""Bodies and queries as they come in: read strictly, before anything else looks at them."""

from __future__ import annotations

import json
import re
from typing import Any, NoReturn

from django.http import HttpRequest
from django.utils.datastructures import MultiValueDict
from ninja.parser import Parser

from qingdan.casework.actions.refusals import ActionRefused
from qingdan.law.grammar.text import Text

DEEPEST = 40
_MOST_DIGITS = 20
_JSON = "application/json"
_BRACKETS = re.compile(r'"(?:[^"\\]|\\.)*+"?|[\[\]{}]')  # a string is one piece: brackets inside do not count


class Strict(Parser):
    """JSON in UTF-8, not deep, without what databases and other readers cannot hold."""

    def parse_body(self, request: HttpRequest) -> dict[str, Any]:
        """Return the body. Raises ActionRefused: no JSON, too deep, a number or a sign that cannot be kept."""
        if request.content_type != _JSON:
            raise ActionRefused(
                "not_json",
                Text(
                    "send JSON: Content-Type: application/json",
                    "请以JSON发送：Content-Type: application/json",
                ),
            )
        try:
            text = request.body.decode()
            _not_deep(text)
            found: dict[str, Any] = json.loads(
                text, parse_constant=_no_number, parse_int=_int, parse_float=_float
            )
        except (ValueError, RecursionError) as wrong:
            if isinstance(wrong, ActionRefused):
                raise
            raise _malformed(Text("the body is not JSON in UTF-8", "请求正文不是UTF-8编码的JSON")) from None
        _readable(found)
        return found

    def parse_querydict(
        self, data: MultiValueDict[str, Any], list_fields: list[str], request: HttpRequest
    ) -> dict[str, Any]:
        """Return the query; raises ActionRefused for signs that cannot be kept."""
        _readable({key: data.getlist(key) for key in data if isinstance(data[key], str)})
        return dict(super().parse_querydict(data, list_fields, request))


def _malformed(says: Text) -> ActionRefused:
    return ActionRefused("malformed", says)


def _not_deep(text: str) -> None:
    if text.count("[") + text.count("{") <= DEEPEST:
        return
    depth = 0
    for found in _BRACKETS.finditer(text):
        sign = found[0]
        depth += (sign in "[{") - (sign in "]}")
        if depth > DEEPEST:
            raise _malformed(Text(f"nested more than {DEEPEST} levels deep", f"嵌套超过{DEEPEST}层"))


def _no_number(name: str) -> NoReturn:
    raise _malformed(Text(f"{name} is no number in JSON", f"{name}不是JSON数值"))


def _int(digits: str) -> int:
    if len(digits) > _MOST_DIGITS:
        raise _malformed(Text("a number has too many digits", "数值位数过多"))
    return int(digits)


def _float(digits: str) -> float:
    found = float(digits)
    if found in {float("inf"), float("-inf")}:
        raise _malformed(Text("a number is too large", "数值过大"))
    return found


def _readable(value: object) -> None:
    """Refuse NUL and half characters anywhere in what was sent: no database keeps them."""
    if isinstance(value, str):
        if "\x00" in value or any("\ud800" <= sign <= "\udfff" for sign in value):
            raise _malformed(
                Text("contains NUL or half a character; retype it", "含有空字符或者残缺字符，请重新输入")
            )
    elif isinstance(value, dict):
        for key, part in value.items():
            _readable(key)
            _readable(part)
    elif isinstance(value, list):
        for part in value:
            _readable(part)
