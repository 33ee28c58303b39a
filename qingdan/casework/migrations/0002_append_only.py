"""What is on record stays on record: see ``casework.append_only``."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import migrations

from qingdan.casework import append_only


def _install(_apps: Any, editor: Any) -> None:  # noqa: ANN401 - as Django calls it
    append_only.install(editor.connection)


def _remove(_apps: Any, editor: Any) -> None:  # noqa: ANN401 - as Django calls it
    append_only.remove(editor.connection)


class Migration(migrations.Migration):
    """Triggers on SQLite and PostgreSQL."""

    dependencies: ClassVar[list[tuple[str, str]]] = [("casework", "0001_initial")]
    operations: ClassVar[list[Any]] = [migrations.RunPython(_install, _remove)]
