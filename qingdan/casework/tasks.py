"""What is queued in the transaction of an act and done after it. Each may run twice: the second time finds it done."""

from __future__ import annotations

from django_tasks import task

from qingdan.casework import alerts, moment
from qingdan.casework.models import Alert, Event, Notice


@task()
def tell_of_letter(notice_id: int) -> None:
    """Tell those who file for a party that a letter waits, and what date runs."""
    notice, at = Notice.objects.select_related("case").get(pk=notice_id), moment.now()
    if notice.party_id is None:
        return
    about = {"case": notice.case.ref, "due": notice.paper.get("due")}
    users = alerts.filers(notice.party_id, notice.case.product_id, alerts.day(at))
    alerts.tell(users, Alert.Kind.LETTER, f"notice:{notice.pk}", about, at)


@task()
def tell_of_answer(event_id: int) -> None:
    """Tell whoever handles a case that the party has acted."""
    event = Event.objects.select_related("case__assignee").get(pk=event_id)
    assignee = event.case.assignee
    if assignee is not None and assignee.is_active:
        about = {"case": event.case.ref}
        alerts.tell([assignee], Alert.Kind.ANSWER, f"event:{event.pk}", about, moment.now())


@task()
def tell_of_move(event_id: int, due: str) -> None:
    """Tell those who file for a party that a holiday notice has moved a date that binds it."""
    event, at = Event.objects.select_related("case").get(pk=event_id), moment.now()
    case = event.case
    if case.party_id is not None:
        users = alerts.filers(case.party_id, case.product_id, alerts.day(at))
        alerts.tell(users, Alert.Kind.MOVED, f"event:{event.pk}", {"case": case.ref, "due": due}, at)
