"""Officers a step names, such as who chairs a hearing: they must hold a post in the office, and not be recused."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef

from qingdan.casework.actions.refusals import ActionRefused
from qingdan.casework.models import Case, Posting, Recusal, User
from qingdan.casework.standing import CASEWORK, open_on
from qingdan.law.grammar.text import Text
from qingdan.procedures.grammar.fields import Asks, Field


def check_officers(case: Case, fields: tuple[Field, ...], given: Mapping[str, Any], on: date) -> None:
    """See that every officer a step names works in the office that handles the case.

    Raises ActionRefused, naming the field.
    """
    for field in fields:
        if field.asks is Asks.PERSON and field.key in given and not _works_here(case, given[field.key], on):
            raise ActionRefused(
                "no_such_officer",
                Text(
                    "name an officer of this office who is not recused from the case, by number",
                    "请以编号指定本机关未回避的工作人员",
                ),
                field=field.key,
            )


def _works_here(case: Case, who: str, on: date) -> bool:
    if not (who.isascii() and who.isdigit() and len(who) < 19):  # noqa: PLR2004 - what a key can hold
        return False
    posts = Posting.objects.filter(open_on(on), office=case.office_id, role__in=CASEWORK, user=OuterRef("pk"))
    recused = Recusal.objects.filter(case=case, user=OuterRef("pk"), lifted_at__isnull=True)
    found = User.objects.filter(Exists(posts), ~Exists(recused), pk=int(who), is_active=True)
    return str(int(who)) == who and found.exists()


def names_of(fields: tuple[Field, ...], given: Mapping[str, Any]) -> dict[str, str]:
    """Return the names of the officers a step names, for its letter: the party may object to them."""
    named = {f.key: given[f.key] for f in fields if f.asks is Asks.PERSON and f.key in given}
    if not named:
        return {}
    names = {str(u.pk): u.get_full_name() for u in User.objects.filter(pk__in=named.values())}
    return {key: names[who] for key, who in named.items() if who in names}
