"""Tell people what they should know: a letter waits, the party has acted, a date runs out or has moved.

An act only queues one task in its own transaction: rolled back, nobody hears of it; committed, it is never lost. The
task finds out who is to be told, and writes each alert once (``marker``) together with its mail. A mail says that
something waits, where, and until when; never what, and about nobody by name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from qingdan.casework.accounts import post
from qingdan.casework.models import Alert, Case, Event, Mandate, Membership, Notice, Party, User
from qingdan.casework.standing import FILES, open_on
from qingdan.law.clock import SHANGHAI
from qingdan.law.grammar.text import Lang, Text
from qingdan.procedures.grammar.roles import By


def after(event: Event, case: Case, capacity: By) -> None:
    """Have whoever handles the case told that the party has acted."""
    if capacity is By.APPLICANT and case.assignee_id is not None:
        from qingdan.casework.tasks import tell_of_answer

        tell_of_answer.enqueue(event.pk)


def served(notice: Notice) -> None:
    """Have the party told that a letter was served on it."""
    if notice.served_on is not None and notice.party_id is not None:
        from qingdan.casework.tasks import tell_of_letter

        tell_of_letter.enqueue(notice.pk)


def moved(event: Event, days: Iterable[str]) -> None:
    """Have the party told that a date that binds it has moved, to the earliest of ``days``."""
    found = sorted(days)
    if found:
        from qingdan.casework.tasks import tell_of_move

        tell_of_move.enqueue(event.pk, found[0])


def filers(party: Party | int, product: int | None, on: date) -> QuerySet[User]:
    """Return who files for a party: its own members, and those of its agents and representatives."""
    pk = party if isinstance(party, int) else party.pk
    mandates = Mandate.objects.filter(
        Q(products__isnull=True) | Q(products=product),
        open_on(on),
        agent=OuterRef("party"),
        principal=pk,
        accepted_on__lte=on,
    )
    acting = Membership.objects.filter(open_on(on), user=OuterRef("pk"), role__in=FILES)
    return User.objects.filter(
        Exists(acting.filter(Q(party=pk) | Q(Exists(mandates)))), is_active=True
    ).order_by("pk")


def tell(users: Iterable[User], kind: Alert.Kind, marker: str, about: Mapping[str, Any], at: datetime) -> int:
    """Alert each user once of what ``marker`` names, and queue the mails; return how many were not told before."""
    wanted = {u.pk: u for u in users}
    while True:
        known = set(Alert.objects.filter(marker=marker, user__in=wanted).values_list("user", flat=True))
        new = [u for pk, u in wanted.items() if pk not in known]
        try:
            with transaction.atomic():
                Alert.objects.bulk_create(
                    Alert(user=u, kind=kind, marker=marker, about=dict(about), at=at) for u in new
                )
                for user in new:
                    post.queue(user.email, *worded(kind, about, "en" if user.lang.startswith("en") else "zh"))
        except IntegrityError:  # somebody told one of them in this very moment: look again
            if not Alert.objects.filter(marker=marker, user__in=[u.pk for u in new]).exists():
                raise
        else:
            return len(new)


def worded(kind: Alert.Kind | str, about: Mapping[str, Any], lang: Lang) -> tuple[str, str]:
    """Return subject and body of an alert."""
    subject, says = _WORDS[Alert.Kind(kind)]
    filled = {"case": about.get("case", ""), "due": about.get("due", ""), "days": str(about.get("days", ""))}
    lines = [says.filled(**filled).of(lang)]
    if kind in {Alert.Kind.LETTER, Alert.Kind.MOVED} and about.get("due"):
        lines.append(_RUNS.filled(**filled).of(lang))
    if about.get("provisional"):
        lines.append(_PROVISIONAL.of(lang))
    lines += ["", _SIGN_IN.of(lang), link(about), "", _NO_ANSWER.of(lang)]
    return f"{settings.ACCOUNT_EMAIL_SUBJECT_PREFIX}{subject.filled(**filled).of(lang)}", "\n".join(lines)


def link(about: Mapping[str, Any]) -> str:
    """Return where what an alert is about is found, after signing in."""
    place = f"cases/{about['case']}" if "case" in about else f"products/{about['product']}"
    return f"{settings.BASE_URL}/{place}"


def day(at: datetime) -> date:
    """Return the day in China on which an instant lies."""
    return at.astimezone(SHANGHAI).date()


_WORDS: Mapping[Alert.Kind, tuple[Text, Text]] = {
    Alert.Kind.LETTER: (
        Text("A letter waits for you in case {case}", "案件{case}有一份文书待阅"),
        Text(
            "A letter was served on the party you file for in case {case}.",
            "您代理的当事人在案件{case}中有一份文书已送达。",
        ),
    ),
    Alert.Kind.ANSWER: (
        Text("The party has acted in case {case}", "案件{case}的当事人有新的提交"),
        Text(
            "The party has acted in case {case}, which you handle.", "您承办的案件{case}，当事人有新的提交。"
        ),
    ),
    Alert.Kind.CLOCK: (
        Text("A period ends on {due} in case {case}", "案件{case}的期限将于{due}届满"),
        Text(
            "In case {case} a period that binds your party ends on {due}. Working days left: {days}.",
            "案件{case}中约束贵方的一项期限将于{due}届满，剩余工作日：{days}。",
        ),
    ),
    Alert.Kind.OBLIGATION: (
        Text("A duty falls due on {due}", "一项义务将于{due}到期"),
        Text(
            "A duty of one of your party's products falls due on {due}. Working days left: {days}.",
            "贵方一项产品的义务将于{due}到期，剩余工作日：{days}。",
        ),
    ),
    Alert.Kind.MOVED: (
        Text("A date has moved in case {case}", "案件{case}的期限日期有变动"),
        Text(
            "A holiday notice has moved a date that binds your party in case {case}.",
            "因放假安排通知，案件{case}中约束贵方的期限日期有变动。",
        ),
    ),
}
_RUNS = Text("A period runs until {due}.", "相关期限至{due}届满。")
_PROVISIONAL = Text(
    "The date is provisional: the holidays of that year are not announced yet.",
    "该日期为暂定：所在年度放假安排尚未公布。",
)
_SIGN_IN = Text("Sign in to see it:", "请登录查看：")
_NO_ANSWER = Text("Please do not answer this mail.", "请勿回复本邮件。")
