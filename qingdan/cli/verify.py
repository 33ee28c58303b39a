"""``qingdan verify``: check a certificate offline."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from qingdan.cli import options
from qingdan.cli.output import Exit, Format, day, fail, print_json
from qingdan.cli.pages import put, styled
from qingdan.cli.tongue import lang, say, t

if TYPE_CHECKING:
    from qingdan.ledger.verify import Entry, Verdict

_TEXT_BEGINS = ("{", "QD1:", "http://", "https://")


def add_to(app: typer.Typer) -> None:
    """Add this command to ``app``."""
    app.command(
        "verify",
        help=t(
            "Check offline whether a certificate is what the authority sealed. Exit codes: 0 genuine, and no list given says "
            "otherwise; 1 forged, or genuine but no longer in effect; 2 cannot be read; 3 signed by no key you trust, or the "
            "status list given cannot tell.",
            "离线核验证书是否与主管机关封存的内容一致。退出码：0真实且所给状态清单无相反记载；1不真实，或者真实但已失效；2无法读取；"
            "3没有受信任密钥的签名，或者所给状态清单不能说明其现状。",
        ),
        epilog=options.examples(
            "qingdan verify certificate.json --key keys.txt --status status.txt",
            "qingdan verify QD1:00511… --key keys.txt",
        ),
    )(verify)


def verify(
    proof: Annotated[
        str,
        typer.Argument(
            metavar="FILE-OR-QR",
            help=t(
                "a proof file, a file with the text of a QR code, that text itself, or - for standard input",
                "证明文件、含二维码文本的文件、二维码文本本身，或者以-表示标准输入",
            ),
        ),
    ],
    key: Annotated[
        list[Path],
        typer.Option(
            "--key",
            metavar="FILE",
            help=t(
                "trusted public keys, one a line, from the authority's own site; may be repeated",
                "从主管机关官方网站取得的受信任公钥，每行一个，可重复",
            ),
        ),
    ],
    status: Annotated[
        Path | None,
        typer.Option("--status", metavar="FILE", help=t("status list of the day", "当日状态清单")),
    ] = None,
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="DATE", help=t("the day it is (default: today)", "核验日（默认今日）")),
    ] = None,
    form: Annotated[Format, options.output_format()] = Format.TEXT,
) -> None:
    """Check a certificate."""
    from qingdan.ledger.note import keys_from
    from qingdan.ledger.status import LONGEST
    from qingdan.ledger.verify import verify as judge

    keys = [found for path in key for found in keys_from(_text(path))]
    listed = _read(status, LONGEST) if status else None
    verdict = judge(_proof(proof), keys, status=listed, today=day(on, "--on"))
    if form is Format.JSON:
        print_json(verdict.as_data())
    else:
        _show(verdict)
    raise typer.Exit(_code(verdict, listed_given=listed is not None))


def _code(verdict: Verdict, *, listed_given: bool) -> Exit:
    from qingdan.ledger.verify import Outcome

    if verdict.outcome is Outcome.UNREADABLE:
        return Exit.BAD_INPUT
    if verdict.holds is False:
        return Exit.NO
    if verdict.outcome is Outcome.UNKNOWN_KEY or (listed_given and verdict.holds is None):
        return Exit.NOT_YET_KNOWN
    return Exit.DONE


def _proof(given: str) -> bytes:
    """Return what was given, without the white space that editors and readers put around it."""
    from qingdan.ledger.proof import LONGEST

    if given == "-":
        return sys.stdin.read(2 * LONGEST).strip().encode(errors="replace")
    if given.startswith(_TEXT_BEGINS):
        return given.strip().encode(errors="replace")
    return _read(Path(given), LONGEST).strip()


def _read(path: Path, longest: int) -> bytes:
    with path.open("rb") as file:
        return file.read(longest + 1)


def _text(path: Path) -> str:
    try:
        return _read(path, 1 << 20).decode()
    except UnicodeDecodeError:
        fail(t(f"{path}: no list of keys", f"{path}：不是公钥清单"))


def _show(verdict: Verdict) -> None:
    from qingdan.ledger.verify import Outcome

    good, bad, open_ = ("✓ ", "green"), ("✗ ", "red"), ("? ", "yellow")
    colours = {Outcome.GENUINE: good, Outcome.FORGED: bad}
    lines = [styled(colours.get(verdict.outcome, open_), say(verdict.says))]
    if verdict.standing:
        lines.append(styled({True: good, False: bad, None: open_}[verdict.holds], say(verdict.standing.says)))
        if verdict.holds is False:  # that it no longer holds matters more than that it once did
            lines.reverse()
    for line in lines:
        put(line)
    if verdict.entry:
        put()
        _fields(verdict.entry)


def _fields(entry: Entry) -> None:
    from qingdan.ledger.showing import fields

    for label, value in fields(entry, lang()):
        put(f"{label}{t(': ', '：')}{value}")
    if entry.body is None:
        put(t("Content not disclosed here, or erased", "内容未在此披露或者已删除"), "dim")
    put(
        t(
            f"entry {entry.index} of {entry.size} in the log {entry.origin}",
            f"日志{entry.origin}第{entry.index}条记录（共{entry.size}条）",
        ),
        "dim",
    )
