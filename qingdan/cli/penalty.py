"""``qingdan penalty``: what the law allows for a violation, and whether a proposed sanction can stand."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from qingdan.cli import options
from qingdan.cli.output import Exit, Format, pairs, print_json
from qingdan.cli.tongue import t


def add_to(app: typer.Typer) -> None:
    """Add this command to ``app``."""
    app.command(
        "penalty",
        help=t(
            "Bound the sanctions for a violation, and refuse what would be unlawful of a proposed one. It never decides. "
            "Exit code 1 if the proposal would be unlawful, 3 if something must be shown first.",
            "给出违法行为的处罚幅度，并指出拟处罚中违法之处，不代替决定。拟处罚违法的退出码为1，尚有事项待查明的为3。",
        ),
        epilog=options.examples(
            "qingdan penalty examples/violations/refused_to_correct.yaml",
            "qingdan penalty case.yaml --reading fine.tier2.cap_rule=elected --format json",
        ),
    )(penalty)


def penalty(
    violation: Annotated[Path, typer.Argument(metavar="VIOLATION", help=t("violation file", "违法行为文件"))],
    reading: Annotated[list[str] | None, options.readings()] = None,
    form: Annotated[Format, options.output_format()] = Format.TEXT,
) -> None:
    """Print the bounds."""
    from qingdan.cli import penalty_page
    from qingdan.intake.violation import read_violation

    file = read_violation(violation)
    bounds = file.bounds(pairs(reading or [], "--reading"))
    if form is Format.JSON:
        print_json(bounds.as_data())
    else:
        penalty_page.print_bounds(bounds, file.title)
    applies = {c.applies for c in bounds.consequences}
    undetermined = bool(applies) and True not in applies
    if bounds.lawful is False:
        raise typer.Exit(Exit.NO)
    if bounds.lawful is None and (bounds.proposed is not None or undetermined):
        raise typer.Exit(Exit.NOT_YET_KNOWN)
