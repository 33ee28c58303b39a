"""Why a document is refused: a word for machines, a sentence for people, and what to do."""

from __future__ import annotations

from enum import StrEnum

from qingdan.casework.inspection.kinds import ACCEPTED
from qingdan.law.grammar.refusal import Refusal
from qingdan.law.grammar.text import Text


class Why(StrEnum):
    """The reason, for machines."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    NAME = "name"
    MISMATCH = "mismatch"
    NOT_ACCEPTED = "not_accepted"
    ACTIVE = "active"
    ENCRYPTED = "encrypted"
    BOMB = "bomb"
    HIDDEN = "hidden"
    MALFORMED = "malformed"
    ENCODING = "encoding"


class DocumentRefused(Refusal):
    """The document is not taken in. Nothing of it was kept."""

    def __init__(self, why: Why, says: Text) -> None:
        super().__init__(says)
        self.why = why


def not_accepted(what: Text) -> DocumentRefused:
    """Refuse a kind that is recognised and not taken."""
    return DocumentRefused(
        Why.NOT_ACCEPTED,
        Text(
            f"The file is {what.en}, which is not accepted. {ACCEPTED.en}",
            f"该文件为{what.zh}，不予接收。{ACCEPTED.zh}",
        ),
    )


def active(what: Text) -> DocumentRefused:
    """Refuse what can act by itself when it is opened."""
    return DocumentRefused(
        Why.ACTIVE,
        Text(
            f"The file contains {what.en}, which can act by itself when opened. Remove it, or print the document "
            "to a plain PDF and send that",
            f"文件中含有{what.zh}，打开时可能自动执行。请删除后重新上传，或打印为普通PDF后上传",
        ),
    )


def malformed(what: Text) -> DocumentRefused:
    """Refuse a file that does not hold together."""
    return DocumentRefused(
        Why.MALFORMED,
        Text(
            f"The file looks like {what.en} but is damaged or incomplete. Open it, save it again and send the copy",
            f"文件形似{what.zh}，但已损坏或不完整。请打开后另存，再上传副本",
        ),
    )


def bomb(what: Text) -> DocumentRefused:
    """Refuse a file that grows without measure when it is opened."""
    return DocumentRefused(
        Why.BOMB,
        Text(
            f"The file would unfold to an extraordinary size ({what.en}). Split it or save it in a simpler form",
            f"文件展开后体积异常（{what.zh}）。请拆分，或以更简单的格式保存",
        ),
    )


def hidden(what: Text) -> DocumentRefused:
    """Refuse a file that is two things at once."""
    return DocumentRefused(
        Why.HIDDEN,
        Text(
            f"The file holds something besides the document: {what.en}. Open it, save it again and send the copy",
            f"文件中除文档外另有内容：{what.zh}。请打开后另存，再上传副本",
        ),
    )


ENCRYPTED = Text(
    "The file is encrypted or protected by a password, so it cannot be checked. Remove the protection and send it again",
    "文件已加密或设有密码，无法查验。请取消保护后重新上传",
)
EMPTY = Text("The file is empty. Choose the file again", "文件为空。请重新选择文件")
NOT_UTF8 = Text(
    "The text is not in UTF-8. Save it again as UTF-8 (in Excel: “CSV UTF-8”)",
    "文本不是UTF-8编码。请另存为UTF-8编码（Excel请选择“CSV UTF-8”）",
)


def too_large(limit: int) -> DocumentRefused:
    """Refuse a file over the limit, in bytes."""
    most = f"{limit / 1_000_000:.1f} MB" if limit >= 100_000 else f"{limit} B"  # noqa: PLR2004 - from here on MB read better
    return DocumentRefused(
        Why.TOO_LARGE,
        Text(
            f"The file is larger than {most}. Split it, or save scans at a lower resolution",
            f"文件超过{most}。请拆分，或降低扫描分辨率后上传",
        ),
    )


def encrypted() -> DocumentRefused:
    """Refuse what nobody can look into."""
    return DocumentRefused(Why.ENCRYPTED, ENCRYPTED)
