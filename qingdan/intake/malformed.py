"""What is wrong with text that is no YAML, said so that a person can mend the line."""

from __future__ import annotations

import re

from qingdan.law.grammar.text import Text

_PROBLEMS = (
    (r"found character '\\t'", Text("a tab stands where spaces are wanted", "此处应为空格，不能用制表符")),
    (r"special characters are not allowed", Text("it holds a control character", "含有控制字符")),
    (r"mapping values are not allowed", Text("a second colon on the line; quote the text", "该行多出一个冒号，请为文字加引号")),
    (r"found another document", Text("a second document begins here; keep to one a file", "此处又开始一份文档，一个文件只能有一份")),
    (r"unexpected end of stream", Text("the file ends too early; close the quotation mark or bracket", "文件提前结束，请补全引号或者括号")),
    (r"expected .* but got", Text("a bracket or comma is missing or left over", "缺少或者多出括号、逗号")),
    (r"could not find expected ':'", Text("a field name lacks its colon", "字段名后缺少冒号")),
    (r"expected <block end>", Text("the indentation does not fit the lines above", "缩进与上文不一致")),
    (r"incompatible YAML|directive", Text("directives (%) are not accepted; remove the line", "不接受%指令，请删除该行")),
    (r"escape", Text("a backslash in quotation marks begins no known escape; double it", "引号内的反斜杠无效，请写两遍")),
)  # fmt: skip
_OTHER = Text("check indentation, colons, brackets and quotation marks", "请检查缩进、冒号、括号和引号")


def malformed(said: str) -> Text:
    """Return what the parser's words mean."""
    means = next((text for pattern, text in _PROBLEMS if re.search(pattern, said)), _OTHER)
    return Text(f"is not well-formed YAML: {means.en}", f"YAML格式有误：{means.zh}")
