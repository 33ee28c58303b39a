"""Which Negative List edition a command means: a shipped sample by key, or a file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from qingdan.cli.output import errors
from qingdan.cli.tongue import t
from qingdan.intake.document import read_document
from qingdan.law.grammar.refusal import Refusal
from qingdan.law.grammar.text import Text
from qingdan.law.judge import sample_editions
from qingdan.law.negative_list.edition import ListEdition
from qingdan.law.pack import model_law
from qingdan.law.timeline import FIRST_DAY


def find_edition(named: str) -> ListEdition:
    """Return the edition with this key, or the one in this file. Refuses any other name."""
    known = {e.key: e for e in sample_editions()}
    if named in known:
        return known[named]
    if Path(named).suffix in (".yaml", ".yml", ".json") or Path(named).exists():
        from qingdan.intake.edition import edition_from

        return edition_from(read_document(named), model_law())
    raise Refusal(
        Text(
            f"{named} is no edition of the Negative List; known are {', '.join(known)}, or name a file",
            f"没有名为{named}的负面清单版本；现有{'、'.join(known)}，或者指定文件",
        )
    )


def find_editions(named: str | None, on: date) -> tuple[ListEdition, ...] | None:
    """Return the one edition a command is pinned to, or None to choose by date."""
    if named is None:
        return None
    edition = find_edition(named)
    if edition.effective > on:
        errors.print(
            t(
                f"note: {edition.key} takes effect on {edition.effective}; this is a dry run",
                f"提示：{edition.key}自{edition.effective}起施行，本次为预演",
            )
        )
    return (pinned(edition),)


def pinned(edition: ListEdition) -> ListEdition:
    """Return ``edition`` as if it had always been in force, for judging by it on any day."""
    return replace(edition, published=FIRST_DAY, effective=FIRST_DAY, first=False)
