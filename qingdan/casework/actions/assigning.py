"""Who works on a case: assignment, return to the queue, recusal, third parties admitted. All of it on record."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from qingdan.casework.actions.refusals import ActionRefused, NotFound
from qingdan.casework.actions.taking import locked, open_to
from qingdan.casework.actions.writing import Act, append
from qingdan.casework.models import Case, Event, Interest, Party, Posting, Recusal, User
from qingdan.casework.standing import capacities, open_on
from qingdan.law.clock import SHANGHAI
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.statutes import LICENSING_LAW
from qingdan.procedures.grammar.roles import By

_OFFICER = Text("officer of this office", "本机关工作人员")


def recorded(case: Case, what: str, given: Mapping[str, Any], act: Act) -> Event:
    """Append an event that leaves the stage as it is, and keep the case."""
    case.version += 1
    case.state = {**case.state, "version": case.version}
    event = append(case, what, what, given, {"stage": [case.stage, case.stage]}, act)
    case.save()
    return event


def as_officer(case: Case, by: User, at: datetime, *needed: By) -> By:
    """Return in which of the capacities ``needed`` somebody acts; refuse whoever holds none of them."""
    held = open_to(case, by, at.astimezone(SHANGHAI).date())
    found = next((b for b in needed if b in held), None)
    if found is None:
        who = Text(", ".join(b.says.en for b in needed), "、".join(b.says.zh for b in needed))
        raise ActionRefused("not_yours", Text(f"this is for: {who.en}", f"该事项由下列人员办理：{who.zh}"))
    return found


@transaction.atomic
def assign(case_id: int, to: int, *, by: User, at: datetime) -> Event:
    """Give a case to a reviewing officer of the handling office: the head to anyone, a reviewer to themselves.

    Raises ActionRefused for somebody without that post, or who is recused.
    """
    case = locked(case_id)
    on = at.astimezone(SHANGHAI).date()
    held = open_to(case, by, on)
    takes_up = to == by.pk and case.assignee_id is None and By.REVIEWER in held
    capacity = By.REVIEWER if takes_up else as_officer(case, by, at, By.HEAD)
    officer = Posting.objects.filter(
        open_on(on), office=case.office_id, role=Posting.Role.REVIEWER, user_id=to, user__is_active=True
    ).first()
    if officer is None:
        raise NotFound(_OFFICER)
    if Recusal.objects.filter(case=case, user_id=to, lifted_at__isnull=True).exists():
        raise ActionRefused(
            "recused",
            Text("this officer is recused from the case; choose another", "该人员已回避本案，请另行指定"),
        )
    case.assignee_id = to
    return recorded(case, "assigned", {"to": to}, Act(at, by, capacity))


@transaction.atomic
def hand_back(case_id: int, reasons: str, *, by: User, at: datetime) -> Event:
    """Return a case to the queue: by its assignee, or by the head."""
    case = locked(case_id)
    held = open_to(case, by, at.astimezone(SHANGHAI).date())  # first: strangers learn nothing of the case
    if case.assignee_id is None:
        raise ActionRefused("not_assigned", Text("the case is in the queue already", "案件已在待办队列中"))
    if case.assignee_id != by.pk and By.HEAD not in held:
        raise ActionRefused(
            "not_yours", Text("only the assignee or the head returns a case", "仅承办人或者负责人可以退回")
        )
    case.assignee = None
    capacity = By.REVIEWER if By.REVIEWER in held else By.HEAD
    return recorded(case, "handed_back", {"reasons": reasons[:2000]}, Act(at, by, capacity))


@transaction.atomic
def recuse(case_id: int, who: int, why: str, *, by: User, at: datetime) -> Event:
    """Recuse an officer from a case: by themselves, or ordered by the head. From then on they neither act nor see."""
    case = locked(case_id)
    own = who == by.pk
    capacity = as_officer(case, by, at, *([b for b in By if b.official] if own else [By.HEAD]))
    if len(why.strip()) < 2:  # noqa: PLR2004 - a word
        raise ActionRefused("bad_field", Text("say why", "请说明回避理由"), field="why")
    officer = User.objects.filter(pk=who, postings__office=case.office_id).distinct().first()
    if officer is None:
        raise NotFound(_OFFICER)
    if Recusal.objects.filter(case=case, user=officer, lifted_at__isnull=True).exists():
        raise ActionRefused("recused", Text("this officer is recused already", "该人员已经回避"))
    Recusal.objects.create(
        case=case, user=officer, why=why.strip()[:2000], ordered_by=None if own else by, at=at
    )
    if case.assignee_id == who:
        case.assignee = None
    return recorded(case, "recused", {"officer": who}, Act(at, by, capacity))


@transaction.atomic
def admit(case_id: int, party: int, why: str, *, by: User, at: datetime) -> Event:
    """Admit a third party whose major interests the case touches, so that it is heard (Licensing Law 36, 47)."""
    case = locked(case_id)
    capacity = as_officer(case, by, at, By.REVIEWER, By.HEAD, By.INSPECTOR)
    third = Party.objects.filter(pk=party, closed_at__isnull=True).first()
    if third is None:
        raise NotFound(Text("party", "主体"))
    if third.pk == case.party_id or Interest.objects.filter(case=case, party=third).exists():
        raise ActionRefused(
            "heard_already",
            Text("this party takes part already", "该主体已经参加本案"),
            Cite(LICENSING_LAW, 36),
        )
    Interest.objects.create(case=case, party=third, why=why.strip()[:2000], admitted_by=by, admitted_at=at)
    return recorded(case, "admitted", {"party": third.pk}, Act(at, by, capacity))


def officers_able(case: Case, at: datetime) -> list[User]:
    """Return the reviewing officers a case could be given to, fewest open cases first."""
    on = at.astimezone(SHANGHAI).date()
    rows = User.objects.filter(
        open_on(on, "postings__"),
        postings__office=case.office_id,
        postings__role=Posting.Role.REVIEWER,
        is_active=True,
    ).distinct()
    able = [u for u in rows if capacities(u, case, on)]
    load = {u.pk: Case.objects.filter(assignee=u, ended=False).count() for u in able}
    return sorted(able, key=lambda u: (load[u.pk], u.pk))
