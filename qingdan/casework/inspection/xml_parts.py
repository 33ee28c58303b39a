"""The few XML parts of a container that are read: no document type, so no entities, so nothing that multiplies."""

from __future__ import annotations

from typing import NoReturn
from xml.parsers import expat
from zipfile import ZipFile

from qingdan.casework.inspection.refusals import malformed
from qingdan.law.grammar.text import Text

_MOST = 8 << 20
_WHAT = Text("an Office document", "Office文档")


def elements(archive: ZipFile, name: str) -> list[tuple[str, dict[str, str]]]:
    """Return the elements of part ``name`` in order, with their attributes, both without namespace prefixes.

    Raises:
        DocumentRefused: the part is missing, larger than such parts are, not XML, or declares a document type.
    """
    info = archive.NameToInfo.get(name)
    if info is None or info.file_size > _MOST:
        raise malformed(_WHAT)
    found: list[tuple[str, dict[str, str]]] = []

    def refuse(*_declared: object) -> NoReturn:
        raise malformed(_WHAT)

    def start(tag: str, attributes: dict[str, str]) -> None:
        found.append((_local(tag), {_local(key): value for key, value in attributes.items()}))

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = start
    try:
        parser.Parse(archive.read(info), True)  # noqa: FBT003 - expat takes it by position only
    except (expat.ExpatError, LookupError) as fault:
        raise malformed(_WHAT) from fault
    return found


def _local(name: str) -> str:
    return name.rpartition(":")[2]
