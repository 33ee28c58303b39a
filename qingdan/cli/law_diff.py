"""``qingdan law diff``: the smallest case that two laws, readings or Negative Lists decide differently."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from qingdan.cli import options
from qingdan.cli.output import Exit, Format, fail, pairs, print_json
from qingdan.cli.pages import head, put
from qingdan.cli.tongue import lang, say, t

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qingdan.law.compare import Difference
    from qingdan.law.grammar.rules import Rule
    from qingdan.law.in_force import InForce
    from qingdan.law.pack import Pack

SHOWN = 3


def add_to(group: typer.Typer) -> None:
    """Add this command to ``group``."""
    group.command(
        "diff",
        help=t(
            "Compare two laws, two readings or two Negative List editions: where they differ, and the smallest case that "
            "shows it. Exit code 1 if they differ.",
            "比较两部法律、两种解释或者两个负面清单版本：差异所在及最小差异案例。有差异的，退出码为1。",
        ),
        epilog=options.examples(
            "qingdan law diff --reading license.decision.unit=working",
            "qingdan law diff --reading roles.solely=literal --against roles.solely=union",
            "qingdan law diff --list sample-2026 --against-list sample-2027",
            "qingdan law diff --against-pack my_draft:PACK",
        ),
    )(diff)


def diff(
    reading: Annotated[list[str] | None, options.readings()] = None,
    against: Annotated[
        list[str] | None,
        typer.Option(
            "--against",
            metavar="KEY=VALUE",
            help=t(
                "the reading to compare with (default: the readings taken)",
                "用以比较的解释（默认为所采解释）",
            ),
            autocompletion=options.complete_reading,
        ),
    ] = None,
    edition: Annotated[str | None, options.list_edition(by_date=False)] = None,
    against_list: Annotated[str | None, options.list_edition("--against-list", by_date=False)] = None,
    against_pack: Annotated[
        str | None,
        typer.Option(
            "--against-pack",
            metavar="MODULE:NAME",
            help=t(
                "another law: a Pack in a Python module that can be imported from here",
                "另一部法律：可由此导入的Python模块中的Pack",
            ),
        ),
    ] = None,
    form: Annotated[Format, options.output_format()] = Format.TEXT,
) -> None:
    """Compare. The first side is what --reading and --list say, the second what the --against options say."""
    from qingdan.law.compare import differences
    from qingdan.law.model_law.tracks import TRACKS
    from qingdan.law.worlds import WORLDS

    if not (reading or against or edition or against_list or against_pack):
        fail(
            t(
                "name what to compare: --reading, --list or --against-pack",
                "请指定比较对象：--reading、--list或者--against-pack",
            )
        )
    if against_list and not edition:
        fail(t("--against-list needs --list: name both editions", "使用--against-list时须同时指定--list"))
    one = _law(pairs(reading or [], "--reading"), edition)
    other = _law(pairs(against or [], "--against"), against_list or edition, against_pack)
    found = differences(
        one, other, assume=[w.holds for w in WORLDS], first=[finding for _, finding in TRACKS]
    )
    if form is Format.JSON:
        print_json([d.as_data() for d in found])
    else:
        _print(found)
    if found:
        raise typer.Exit(Exit.NO)


def _law(readings: dict[str, str], edition: str | None, pack: str | None = None) -> InForce:
    from qingdan.cli.editions import find_edition
    from qingdan.law.in_force import in_force
    from qingdan.law.pack import model_law
    from qingdan.law.worlds import ANY_LIST

    listed = find_edition(edition) if edition is not None else ANY_LIST
    return in_force(model_law() if pack is None else _pack(pack), readings=readings, edition=listed)


def _pack(named: str) -> Pack:
    """Return the pack at ``module:name``; the module is looked for here and among what is installed."""
    from importlib import import_module

    from qingdan.law.pack import Pack

    module, _, name = named.partition(":")
    sys.path.insert(0, str(Path.cwd()))
    try:
        found = getattr(import_module(module), name)
    except Exception as failed:  # noqa: BLE001 - the module is somebody else's: anything may happen in it
        fail(
            t(
                f"--against-pack: {named} cannot be loaded: {failed}",
                f"--against-pack：无法载入{named}：{failed}",
            )
        )
    finally:
        sys.path.pop(0)
    if not isinstance(found, Pack):
        fail(
            t(
                f"--against-pack: {named} is no Pack; see docs/maintain.md",
                f"--against-pack：{named}不是Pack，参见docs/maintain.md",
            )
        )
    return found


def _print(found: list[Difference]) -> None:
    if not found:
        put(t("no difference", "没有差异"))
        return
    head(
        t(f"{len(found)} differences", f"{len(found)}处差异")
        if len(found) > 1
        else t("One difference", "1处差异")
    )
    for one in found:
        put()
        put(f"· {one.explain(lang())}")
        if one.because:
            put(
                t("because of ", "依据：") + t(", ", "、").join(c.of(lang()) for c in one.because),
                "dim",
                indent=2,
            )
        if one.also:
            put(t("in the same way: ", "同样差异：") + _named(one.also), "dim", indent=2)


def _named(rules: Sequence[Rule]) -> str:
    from qingdan.law.proof.wording import quoted

    shown = t("; ", "；").join(say(quoted(rule)) for rule in rules[:SHOWN])
    more = len(rules) - SHOWN
    return shown + (t(f" and {more} more rules", f"等{len(rules)}项规则") if more > 0 else "")
