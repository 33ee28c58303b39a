"""``qingdan interview``: be asked only what can still change the outcome, one question at a time."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from qingdan.cli import options
from qingdan.cli.output import day, fail, pairs
from qingdan.cli.tongue import t

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from qingdan.law.in_force import InForce
    from qingdan.law.interview import Interview
    from qingdan.law.timeline import Product


class Sought(StrEnum):
    """What an interview is to find out."""

    TRACK = "track"
    ALL = "all"


def add_to(app: typer.Typer) -> None:
    """Add this command to ``app``."""
    app.command(
        "interview",
        help=t(
            "Ask only what can still change the outcome, say why, and stop as soon as it is settled. "
            "Exit code 3 if the track is still open at the end.",
            "仅询问尚能影响结论的事项并说明理由，结论确定即止。结束时监管方式仍不能判断的，退出码为3。",
        ),
        epilog=options.examples(
            "qingdan interview",
            "qingdan interview my-product.yaml --goal all --save state.json",
            "qingdan interview --resume state.json --write my-product.yaml",
        ),
    )(interview)


def interview(
    case: Annotated[
        Path | None,
        typer.Argument(metavar="[CASE]", help=t("product file to start from", "据以开始的产品文件")),
    ] = None,
    resume: Annotated[
        Path | None,
        typer.Option(
            "--resume", metavar="FILE", help=t("go on where a saved interview stopped", "继续已保存的问答")
        ),
    ] = None,
    save: Annotated[
        Path | None,
        typer.Option(
            "--save",
            metavar="FILE",
            help=t(
                "save after every answer (default with --resume: the same file)",
                "每次回答后保存（继续问答时默认存回原文件）",
            ),
        ),
    ] = None,
    write: Annotated[
        Path | None,
        typer.Option(
            "--write", metavar="FILE", help=t("write the answers as a product file", "将答案写成产品文件")
        ),
    ] = None,
    goal: Annotated[
        Sought,
        typer.Option(
            "--goal",
            help=t(
                "the track alone, or also licence conditions and duties", "仅监管方式，或者兼及许可条件和义务"
            ),
        ),
    ] = Sought.TRACK,
    on: Annotated[str | None, options.on_day()] = None,
    edition: Annotated[str | None, options.list_edition()] = None,
    reading: Annotated[list[str] | None, options.readings()] = None,
) -> None:
    """Hold the interview."""
    from qingdan.cli.conversation import Conversation
    from qingdan.screening.target import WholeFile

    if case is not None and resume is not None:
        fail(t("give a product file or --resume, not both", "产品文件与--resume不能同时使用"))
    for target in (write, save):
        if target is not None and target != resume and target.exists():
            fail(
                t(
                    f"{target} exists already and stays as it is; name a new file",
                    f"{target}已存在，未作改动，请另选文件名",
                )
            )
    if save is not None and save == write:
        fail(t("--save and --write need different files", "--save与--write应指定不同文件"))
    for target in (write, save or resume):
        if target is not None:  # better told now than after the last answer
            with WholeFile(target):
                pass
    when = day(on, "--on")
    product, taken = _start(case)
    law = _law({**taken, **pairs(reading or [], "--reading")}, edition, when)
    talk = _resumed(resume, law) if resume is not None else _begun(law, goal, product, when)
    keep = _keeper(save or resume)
    raise typer.Exit(Conversation(talk, product, when, law, keep, write, named=case is not None).hold())


def _start(case: Path | None) -> tuple[Product, dict[str, Any]]:
    from qingdan.law.timeline import Product

    if case is None:
        return Product(name=t("Unnamed product", "未命名产品")), {}
    from qingdan.intake.case import read_case

    file = read_case(case)
    return file.product, dict(file.readings)


def _law(readings: dict[str, Any], edition: str | None, when: date) -> InForce:
    from qingdan.cli.editions import find_edition
    from qingdan.law.in_force import in_force
    from qingdan.law.judge import sample_editions
    from qingdan.law.negative_list.edition import edition_in_force
    from qingdan.law.pack import model_law

    listed = find_edition(edition) if edition is not None else edition_in_force(sample_editions(), when)
    return in_force(model_law(), readings=readings, edition=listed)


def _begun(law: InForce, goal: Sought, product: Product, when: date) -> Interview:
    from qingdan.law.interview import Interview, all_goals, track_goals

    goals = track_goals(law) if goal is Sought.TRACK else all_goals(law)
    return Interview(law, goals, product.answers_on(when))


def _resumed(path: Path, law: InForce) -> Interview:
    from qingdan.intake.document import read_document
    from qingdan.law.grammar.refusal import Refusal
    from qingdan.law.interview import Interview

    document = read_document(path)
    try:
        return Interview.from_data(document.data, law)
    except Refusal as refused:
        raise document.refuse(refused.says, *getattr(refused, "where", ())) from None


def _keeper(path: Path | None) -> Callable[[Interview], str]:
    """Return what saves an interview and says where; without a file it does nothing."""
    from qingdan.cli.output import write_whole

    def keep(talk: Interview) -> str:
        if path is None:
            return ""
        write_whole(path, json.dumps(talk.as_data(), ensure_ascii=False, indent=1) + "\n")
        return str(path)

    return keep
