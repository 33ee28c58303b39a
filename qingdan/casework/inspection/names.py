"""The name of an uploaded file: kept as far as it is honest and every system can store it, Chinese included.

A clumsy name (a Windows path, a reserved word, 300 characters) is put right; a deceptive one (text that runs
backwards, control characters, a climb out of the folder, ``报告.exe.pdf``) is refused, for a person should know.
"""

from __future__ import annotations

import re
import unicodedata

from qingdan.casework.inspection.refusals import DocumentRefused, Why
from qingdan.law.grammar.text import Text

_MOST_CHARACTERS = 100
_MOST_BYTES = 240
_MOST_ENDING = 10
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_FORBIDDEN = re.compile(r'[<>:"|?*/\\]')
_RESERVED = re.compile(
    r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?=$|[. ])", re.IGNORECASE
)
# Not "com": example.com.pdf is an honest name.
_RUN_BY_SYSTEMS = frozenset(
    [
        "exe",
        "scr",
        "bat",
        "cmd",
        "pif",
        "vbs",
        "vbe",
        "js",
        "jse",
        "wsf",
        "wsh",
        "hta",
        "msi",
        "msix",
        "lnk",
        "ps1",
        "psm1",
        "jar",
        "dll",
        "cpl",
        "sh",
        "app",
        "apk",
        "dmg",
        "iso",
        "img",
        "html",
        "htm",
        "xhtml",
        "svg",
        "mht",
        "php",
        "asp",
        "aspx",
        "jsp",
        "url",
        "reg",
        "desktop",
        "docm",
        "xlsm",
        "pptm",
        "dotm",
        "xlam",
    ]
)


def safe_name(declared: str) -> str:
    """Return the name to store and show. It never holds a path, and never has more than 100 characters.

    Raises:
        DocumentRefused: the name deceives about what the file is or where it belongs.
    """
    # The end is what tells the kind; a name of a megabyte is not worth more work than this.
    name = unicodedata.normalize("NFC", declared[-4096:])
    if any(unicodedata.category(one) in {"Cc", "Cs"} for one in name):
        raise _refused(Text("control characters", "控制字符"))
    if not _BIDI.isdisjoint(name):
        raise _refused(Text("marks that reverse the direction of text", "改变文字方向的字符"))
    parts = re.split(r"[/\\]", name)
    if ".." in (part.strip() for part in parts):
        raise _refused(Text("a path that leaves its folder", "跳出文件夹的路径"))
    shown = "".join(one for one in parts[-1] if unicodedata.category(one) not in {"Cf", "Co", "Cn"})
    shown = _FORBIDDEN.sub("_", " ".join(shown.split())).strip(". ")
    stem, ending = _split(shown)
    if _split(stem)[1] in _RUN_BY_SYSTEMS:
        raise _refused(Text("a second ending of a program or script", "程序或脚本的双重扩展名"))
    if _RESERVED.match(stem):
        stem = f"_{stem}"
    return _cut(stem or "document", f".{ending}" if ending else "")


def ending_of(name: str) -> str:
    """Return the ending of a safe name, in small letters and without the dot; empty if there is none."""
    return _split(name)[1]


def _split(name: str) -> tuple[str, str]:
    stem, dot, ending = name.rpartition(".")
    if dot and ending.isascii() and ending.isalnum() and len(ending) <= _MOST_ENDING:
        return stem.rstrip(". "), ending.lower()
    return name, ""


def _cut(stem: str, ending: str) -> str:
    kept = stem[: _MOST_CHARACTERS - len(ending)]
    while len(kept.encode()) + len(ending) > _MOST_BYTES:
        kept = kept[:-1]
    # A cut may have laid bare a space, or split a letter from its marks.
    return unicodedata.normalize("NFC", kept).rstrip(". ") + ending


def _refused(what: Text) -> DocumentRefused:
    return DocumentRefused(
        Why.NAME,
        Text(
            f"The file name contains {what.en}. Rename the file and send it again",
            f"文件名含有{what.zh}。请重命名后重新上传",
        ),
    )
