"""``qingdan schema``: the JSON Schemas of the files people write, for editors and other programs."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from qingdan.cli import options
from qingdan.cli.tongue import t


class Kind(StrEnum):
    """A kind of file that people write."""

    CASE = "case"
    VIOLATION = "violation"
    EDITION = "edition"


def add_to(app: typer.Typer) -> None:
    """Add this command to ``app``."""
    app.command(
        "schema",
        help=t(
            "Print the JSON Schema of product files, violation files or Negative List editions.",
            "输出产品文件、违法行为文件或者负面清单版本文件的JSON Schema。",
        ),
        epilog=options.examples("qingdan schema case > case.schema.json"),
    )(schema)


def schema(
    kind: Annotated[Kind, typer.Argument(help=t("which file", "文件种类"))],
) -> None:
    """Print the schema that ships with the package."""
    import sys

    from qingdan.intake.schema import shipped

    sys.stdout.write(shipped(f"{kind.value}.schema.json"))
