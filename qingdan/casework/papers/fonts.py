"""Where the Chinese typefaces are: two files of a data package, so that no machine's own fonts matter.

Latin letters come from the typesetter's own typefaces. The files are Noto Serif SC and Noto Sans SC (SIL Open Font
License), which hold all of GBK and of Unicode's first extension of Han characters.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from qingdan.law.grammar.refusal import Refusal
from qingdan.law.grammar.text import Text

if TYPE_CHECKING:
    from typst import Fonts

PACKAGE = "pylopdf_fonts_zh_cn"
FILES = ("NotoSerifSC-Regular.otf", "NotoSansSC-Regular.otf")


class FontsMissing(Refusal):
    """The Chinese typefaces are not installed."""


def font_folder() -> Path:
    """Return the folder that holds the typefaces.

    Raises:
        FontsMissing: the package is not installed, or lacks a file.
    """
    spec = find_spec(PACKAGE)
    if spec and spec.origin:
        folder = Path(spec.origin).parent
        if all((folder / name).is_file() for name in FILES):
            return folder
    raise FontsMissing(
        Text(
            "No paper can be printed: the Chinese typefaces are missing. Install qingdan[server], which brings "
            "pylopdf-fonts-zh-cn",
            "无法制作文书：缺少中文字体。请安装 qingdan[server]，其中包含 pylopdf-fonts-zh-cn",
        )
    )


@cache
def fonts() -> Fonts:
    """Return the typefaces, read once: these and the typesetter's own, none of the machine's.

    Raises:
        FontsMissing: the package is not installed.
    """
    from typst import Fonts

    return Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(font_folder())])
