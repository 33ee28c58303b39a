"""``qingdan number``: check a register number or a unified social credit code."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from qingdan.cli import options
from qingdan.cli.output import Exit, Format, print_json
from qingdan.cli.pages import put, styled
from qingdan.cli.tongue import lang, say, t

_SOCIAL_CREDIT_CODE_LENGTH = 18


def add_to(app: typer.Typer) -> None:
    """Add this group of commands to ``app``."""
    group = typer.Typer(
        no_args_is_help=True,
        help=t("Numbers: licences, registrations, organisations.", "编号：许可、登记备案、组织机构。"),
    )
    group.command(
        "check",
        help=t(
            "Check a number of the register, or a social credit code. Exit code 1 if it is wrong.",
            "核验登记编号或者统一社会信用代码。编号有误的，退出码为1。",
        ),
        epilog=options.examples(
            "qingdan number check R110108250000420", "qingdan number check 91350100M000100Y43"
        ),
    )(check)
    app.add_typer(group, name="number")


def check(
    number: Annotated[
        list[str], typer.Argument(help=t("the number, as printed or plain", "编号，可含分隔符"), metavar="N")
    ],
    form: Annotated[Format, options.output_format()] = Format.TEXT,
) -> None:
    """Check; exit code 1 if the number is wrong. What the number says is not what the register says."""
    written = " ".join(number)
    plain = "".join(written.split())
    found, good = (
        _code(plain) if len(plain) == _SOCIAL_CREDIT_CODE_LENGTH and plain.isascii() else _number(written)
    )
    if form is Format.JSON:
        print_json({k: v for k, v in found.items() if k != "lines"})
    elif good:
        for line in found["lines"]:
            put(line)
    else:
        for line in found["lines"]:
            put(styled(("✗ ", "red"), line))
    if not good:
        raise typer.Exit(Exit.NO)


def _number(written: str) -> tuple[dict[str, Any], bool]:
    from qingdan.law.numbers import QingdanNumber, WrongNumber

    try:
        number = QingdanNumber.parse(written)
    except WrongNumber as wrong:
        faults = [f.says.of(lang()) for f in wrong.faults]
        meant = [t(f"perhaps {m}", f"可能是{m}") for m in wrong.meant]
        return {
            "valid": False,
            "faults": faults,
            "perhaps": list(wrong.meant),
            "lines": [*faults, *meant],
        }, False
    data = {"valid": True, **number.as_data()}
    return {
        **data,
        "lines": [
            f"✓ {number.display(lang())}",
            t(
                "The number is well formed. Only the register can tell whether it was issued and still holds.",
                "编号格式有效。是否已核发、是否仍有效，以登记簿为准。",
            ),
        ],
    }, True


def _code(plain: str) -> tuple[dict[str, Any], bool]:
    from qingdan.law.numbers import check_uscc

    checked = check_uscc(plain)
    mark = "✓ " if checked.accepted else ""
    return {**checked.as_data(), "lines": [mark + say(checked.reason)]}, checked.accepted
