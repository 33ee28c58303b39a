"""Open a table, told apart by what it holds; what is no table is refused with what to do."""

from __future__ import annotations

from pathlib import Path

from qingdan.intake.obstacles import obstacle
from qingdan.law.grammar.text import Text
from qingdan.screening.csv_source import BYTE_ORDER_MARK, CsvSource
from qingdan.screening.faults import TableRefused
from qingdan.screening.source import ParquetSource, Source

_SPREADSHEETS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_OTHER_TEXT = (b"\xff\xfe", b"\xfe\xff", b"\x1f\x8b")


def open_source(path: Path) -> Source:
    """Return the table at ``path``. Raises TableRefused if it cannot be read or is no CSV or Parquet."""
    opening = _opening(path)
    if not opening.removeprefix(BYTE_ORDER_MARK).strip():
        raise TableRefused(Text(f"{path}: the file is empty", f"{path}：文件为空"))
    if opening.startswith(b"PAR1") or path.suffix.lower() == ".parquet":
        return ParquetSource(path)
    if opening.startswith(_SPREADSHEETS):
        raise TableRefused(
            Text(
                f"{path} looks like a spreadsheet or archive; export it as CSV (UTF-8)",
                f"{path}疑似电子表格或者压缩文件，请导出为 CSV（UTF-8）",
            )
        )
    if b"\0" in opening or opening.startswith(_OTHER_TEXT):
        raise TableRefused(
            Text(
                f"{path} is neither UTF-8 text nor Parquet; save it as CSV (UTF-8)",
                f"{path}既非 UTF-8 文本也非 Parquet，请另存为 CSV（UTF-8）",
            )
        )
    return CsvSource(path)


def _opening(path: Path) -> bytes:
    try:
        if path.exists() and not (path.is_file() or path.is_dir()):  # a pipe gives its rows only once
            raise TableRefused(
                Text(
                    f"{path}: this is no regular file; save the table as a file",
                    f"{path}：此非普通文件，请将表格存为文件",
                )
            )
        with path.open("rb") as file:
            return file.read(4096)
    except FileNotFoundError:
        raise TableRefused(Text(f"{path}: there is no such file", f"{path}：文件不存在")) from None
    except IsADirectoryError:
        raise TableRefused(Text(f"{path} is a folder; name a file", f"{path}是文件夹，请指定文件")) from None
    except PermissionError:
        raise TableRefused(Text(f"{path}: no permission to read it", f"{path}：无权读取")) from None
    except OSError as error:
        raise TableRefused(
            Text(
                f"{path}: it cannot be read: {obstacle(error).en}",
                f"{path}：无法读取：{obstacle(error).zh}",
            )
        ) from error
