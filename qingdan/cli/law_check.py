"""``qingdan law check``: put the whole law to a solver: what is proven, what is refuted and by which case."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from qingdan.cli import options
from qingdan.cli.output import Exit, Format, errors, pairs, print_json, write_whole
from qingdan.cli.pages import head, put
from qingdan.cli.tongue import say, t

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qingdan.law.proof.examination import Examination
    from qingdan.law.proof.results import Refuted, Result

# What must hold whatever the draft says: where one of these fails, our rendering of the law is wrong.
# Every other refutation is a finding about the draft itself, expected and worth reading.
MUST_HOLD = frozenset(
    {
        "tracks.exclusive",
        "tracks.complete",
        "rules.reachable",
        "findings.contingent",
        "duties.borne",
        "conditions.shown",
        "penalties.imposable",
        "penalties.range",
        "unknown.earns_nothing",
    }
)


def add_to(group: typer.Typer) -> None:
    """Add this command to ``group``."""
    group.command(
        "check",
        help=t(
            "Prove the law consistent and complete, or show the case that refutes it. Findings about the draft itself are "
            "listed; exit code 1 only if something is refuted that must hold.",
            "证明本法一致、完备，或者给出反例。草案自身的问题逐项列出；仅当必须成立的性质被推翻时退出码为1。",
        ),
        epilog=options.examples(
            "qingdan law check",
            "qingdan law check --full",
            "qingdan law check --write docs/the-draft-examined.md",
        ),
    )(check)


def check(
    write: Annotated[
        Path | None,
        typer.Option(
            "--write",
            metavar="FILE",
            help=t("write the whole report as Markdown", "将完整报告写入Markdown文件"),
        ),
    ] = None,
    reading: Annotated[list[str] | None, options.readings()] = None,
    edition: Annotated[str | None, options.list_edition(by_date=False)] = None,
    full: Annotated[
        bool, typer.Option("--full", help=t("also what somebody has to decide", "并列出待决事项"))
    ] = False,
    form: Annotated[Format, options.output_format()] = Format.TEXT,
) -> None:
    """Examine the law; without --list for every Negative List there can be."""
    from qingdan.cli.editions import find_edition
    from qingdan.law.coverage import coverage
    from qingdan.law.examined import examined
    from qingdan.law.in_force import in_force
    from qingdan.law.pack import model_law
    from qingdan.law.proof.examination import examine
    from qingdan.law.worlds import ANY_LIST, model_law_setting

    listed = find_edition(edition) if edition is not None else ANY_LIST
    law = in_force(model_law(), readings=pairs(reading or [], "--reading"), edition=listed)
    with errors.status(t("examining", "检视中")):
        examination = examine(law, model_law_setting())
    if write is not None:
        write_whole(write, examined(examination, coverage(law.pack)))
    if form is Format.JSON:
        print_json(examination.as_data())
    else:
        _print(examination, full=full)
        if write is not None:
            put(t(f"written: {write}", f"已写入：{write}"), "dim")
    if unexpected(examination):
        raise typer.Exit(Exit.NO)


def unexpected(examination: Examination) -> list[Refuted]:
    """Return the refutations that speak against our rendering of the law, not against the draft."""
    return [r for r in examination.refuted if r.check in MUST_HOLD]


def _print(examination: Examination, *, full: bool) -> None:
    wrong = unexpected(examination)
    findings = [r for r in examination.refuted if r not in wrong]
    _section(
        t(f"Proven ({len(examination.proven)})", f"已证（{len(examination.proven)}项）"),
        "✓",
        "green",
        examination.proven,
    )
    _section(
        t(f"Refuted, and must hold ({len(wrong)})", f"必须成立而被推翻（{len(wrong)}项）"), "✗", "red", wrong
    )
    _section(
        t(f"Findings about the draft ({len(findings)})", f"草案自身的问题（{len(findings)}项）"),
        "!",
        "yellow",
        findings,
    )
    observed = examination.observed
    if full:
        _section(
            t(f"To be decided ({len(observed)})", f"待决事项（{len(observed)}项）"), "?", "magenta", observed
        )
    elif observed:
        put()
        put(
            t(
                f"and {len(observed)} matters somebody has to decide: --full shows them",
                f"另有{len(observed)}项待决事项，可用 --full 查看",
            ),
            "dim",
        )
    law = examination.law
    put()
    edition = say(law.edition.title) if law.edition is not None else t("none", "无")
    put(
        t(
            f"Law: {law.pack.key} · Negative List: {edition}",
            f"法律版本：{law.pack.key} · 负面清单：{edition}",
        ),
        "dim",
    )


def _section(title: str, mark: str, style: str, results: Sequence[Result]) -> None:
    from qingdan.cli.pages import Column, listing

    if not results:
        return
    head(title)
    listing((Column(style=style), Column(stretches=True)), [[mark, _said(r)] for r in results])


def _said(result: Result) -> str:
    lines = [say(result.says), *(f"- {say(item)}" for item in result.items)]
    if result.case is not None:
        lines.append(t("case: ", "案例：") + say(result.case.says))
    if result.decide is not None:
        lines.append(t("to decide: ", "待决：") + say(result.decide))
    return "\n".join(lines)
