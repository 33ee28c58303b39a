"""Reading the register: what anybody may see, without a login."""

from __future__ import annotations

import json
from typing import Any

from django.db.models import Q, QuerySet

from qingdan.casework.actions.refusals import NotFound
from qingdan.casework.models import Notice, Record, RegisterEntry, RegisterVersion
from qingdan.law.grammar.refusal import Refusal
from qingdan.law.grammar.text import Text
from qingdan.law.numbers import QingdanNumber

ENTRY = Text("number in the register", "登记编号")


def entries(
    *, words: str = "", kind: str = "", status: str = "", party: int | None = None
) -> QuerySet[RegisterEntry]:
    """Return register entries that match, newest first. ``words`` match number, holder, code and product, all of them."""
    found = Q()
    for word in words.casefold().split()[:6]:
        found &= Q(search__contains=word)
    if kind:
        found &= Q(kind=kind)
    if status:
        found &= Q(status=status)
    if party is not None:
        found &= Q(party=party)
    return RegisterEntry.objects.filter(found).select_related("party", "product", "office").order_by("-id")


def entry(number: str) -> RegisterEntry:
    """Return the entry of a number, however it is written. Withdrawn numbers resolve too.

    Raises Refusal for what is no number (saying which sign is wrong), NotFound for one never given out.
    """
    plain = str(QingdanNumber.parse(number))
    found = RegisterEntry.objects.filter(number=plain).select_related("party", "product", "office").first()
    if found is None:
        raise NotFound(ENTRY)
    return found


def looks_like_number(words: str) -> bool:
    """Tell whether a search is for one number."""
    try:
        QingdanNumber.parse(words)
    except Refusal:
        return False
    return True


def published(found: RegisterEntry) -> dict[str, Any]:
    """Return the latest published version of an entry, with all before it as a timeline."""
    versions = list(found.versions.order_by("version"))
    return {
        **json.loads(versions[-1].public),
        "version": versions[-1].version,
        "timeline": [
            {"version": v.version, "at": v.at, "status": v.status, "why": json.loads(v.public)["why"]}
            for v in versions
        ],
    }


def current_versions() -> QuerySet[RegisterVersion]:
    """Return the latest version of every entry, in the order of numbers given out: the open data."""
    from django.db.models import F

    return (
        RegisterVersion.objects.filter(version=F("entry__version"))
        .select_related("entry")
        .order_by("entry_id")
    )


def exemptions() -> QuerySet[Record]:
    """Return the exemptions that are recorded and running (Art. 45)."""
    return (
        Record.objects.filter(what__in=("exemption", "exemption_confirmed"), ended_on__isnull=True)
        .select_related("party", "product")
        .order_by("-on", "-id")
    )


def announcements() -> QuerySet[Notice]:
    """Return what was published, newest first."""
    return (
        Notice.objects.filter(public=True)
        .select_related("case", "case__office", "party")
        .order_by("-issued_on", "-id")
    )


def announcement(notice: int) -> Notice:
    """Return one of these. Raises NotFound."""
    found = announcements().select_related("event", "event__payload").filter(pk=notice).first()
    if found is None:
        raise NotFound(Text("announcement", "公告"))
    return found
