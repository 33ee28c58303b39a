"""The words that every paper shares: headings, how to verify, what a mark means."""

from __future__ import annotations

from qingdan.law.grammar.text import Text

CASE = Text("Case", "案件编号")
ADDRESSEE = Text("To {name}", "{name}：")
HOLDER = Text("Holder", "持有人")
FACTS = Text("Particulars", "基本情况")
REASONS = Text("Reasons", "理由")
REASONS_IN = {
    "zh": Text("As the officer wrote them, in Chinese:", "承办人员原文："),
    "en": Text("As the officer wrote them:", "承办人员原文（英文）："),
}
CITES = Text("Legal basis", "法律依据")
REDRESS = Text("If you disagree", "救济途径")
SIGNED = Text("Signed by", "签发人")
VERIFY_CODE = Text(
    "Scan the code. What it holds can be checked without a network.",
    "扫描二维码核验。码内信息可离线验证。",
)
VERIFY_AT = Text(
    "Or look the paper up at {address}. Compare the address letter by letter: look-alike sites exist.",
    "也可登录 {address} 查询。请逐字核对网址，谨防仿冒网站。",
)
VERIFY_ONLY_AT = Text(
    "Look the paper up at {address}. Compare the address letter by letter: look-alike sites exist.",
    "请登录 {address} 查询。请逐字核对网址，谨防仿冒网站。",
)
QR_ALT = Text("QR code for verification", "核验二维码")
NOT_A_SEAL = Text(
    "The red mark is part of the form and not a seal. Only verification shows that the paper is genuine.",
    "红色标记为版式图案，并非印章。文书真伪以核验结果为准。",
)
CHINESE_GOVERNS = Text(
    "The Chinese text governs; the English is given for convenience.", "以中文文本为准，英文文本供参考。"
)
UNVERIFIED = Text(
    "※ Cited from memory: the text of this provision has not been checked against its source.",
    "※ 该条文依记忆引用，尚未与原文核对。",
)
DEMONSTRATION = Text("Demonstration", "演示")
NO_EFFECT = Text(
    "Demonstration: this paper has no legal effect, and the persons and offices named in it are fictitious.",
    "演示文书，不具法律效力，所列单位和人员均为虚构。",
)
UNPRINTABLE = Text(
    "〔U+…〕 stands for a character that the typeface lacks, by its Unicode number.",
    "〔U+…〕为字库未收字符，以其Unicode编码表示。",
)
# Four characters in a square: no real seal has this shape or these words.
MARKS = {"R": "登记备案", "L": "提供许可", "D": "研发许可", "A": "代表备案", "X": "沙盒准入", "": "清单公示"}
