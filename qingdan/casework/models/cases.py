"""Cases, their events, clocks and recusals. One ``Case`` with a procedure key: never a model per procedure."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from qingdan.casework.models.lists import ListEdition
from qingdan.casework.models.offices import Office
from qingdan.casework.models.people import Party, User
from qingdan.casework.models.products import Product
from qingdan.casework.models.register import RegisterEntry


class Case(models.Model):
    """A case. ``state`` is folded from its events; only ``actions`` writes it.

    ``edition`` and ``readings`` are those it began under. ``next_due`` is when its next clock runs out,
    ``overdue`` that the authority let one pass. ``editions`` of letters, documents and clocks hang on it.
    """

    procedure = models.CharField(max_length=48)
    edition = models.PositiveSmallIntegerField()
    readings = models.JSONField(default=dict)
    party = models.ForeignKey(Party, on_delete=models.PROTECT, null=True, blank=True, related_name="cases")
    product = models.ForeignKey(
        Product, on_delete=models.PROTECT, null=True, blank=True, related_name="cases"
    )
    entry = models.ForeignKey(
        RegisterEntry, on_delete=models.PROTECT, null=True, blank=True, related_name="cases"
    )
    list_edition = models.ForeignKey(
        ListEdition, on_delete=models.PROTECT, null=True, blank=True, related_name="cases"
    )
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="cases")
    assignee = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="assigned"
    )
    stage = models.CharField(max_length=40)
    waits_for_party = models.BooleanField(default=True)
    ended = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=0)
    state = models.JSONField()
    opened_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    next_due = models.DateTimeField(null=True, blank=True)
    next_due_official = models.BooleanField(default=False)
    overdue = models.BooleanField(default=False)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["office", "next_due", "id"], condition=Q(ended=False), name="case_worklist"),
            models.Index(
                fields=["assignee", "next_due", "id"], condition=Q(ended=False), name="case_assigned"
            ),
            models.Index(fields=["next_due", "id"], condition=Q(ended=False), name="case_soonest"),
            models.Index(fields=["party", "-id"], name="case_of_party"),
            models.Index(fields=["product", "procedure"], condition=Q(ended=False), name="case_open_product"),
        ]

    def __str__(self) -> str:
        return self.ref

    @property
    def ref(self) -> str:
        """The reference people quote: year of opening and number."""
        return f"{self.opened_on:%Y}-{self.pk:07d}"


class Event(models.Model):
    """One thing that happened in a case. Append-only, enforced by the database.

    ``header`` is canonical JSON without a word about a person; what was given lies salted in ``Payload`` and can be
    erased while the header and the payload's digest stay. ``leaf_index`` is its place in the process log.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="events")
    seq = models.PositiveIntegerField()
    what = models.CharField(max_length=12)
    key = models.CharField(max_length=64)
    at = models.DateTimeField()
    user = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True)
    header = models.TextField()
    payload_digest = models.CharField(max_length=64)
    idempotency_key = models.CharField(max_length=64, null=True, blank=True)  # noqa: DJ001 - many have none
    leaf_index = models.BigIntegerField(null=True, blank=True, unique=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["case", "seq"], name="one_event_at_a_place"),
            models.UniqueConstraint(
                fields=["user", "idempotency_key"],
                condition=Q(idempotency_key__isnull=False),
                name="one_effect_for_a_key",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["id"], condition=Q(leaf_index__isnull=True), name="event_unsequenced"),
        ]


class Payload(models.Model):
    """What was given in an event: salted, so that its digest tells nothing once it is erased."""

    event = models.OneToOneField(Event, on_delete=models.PROTECT, primary_key=True, related_name="payload")
    salt = models.CharField(max_length=32, null=True)  # noqa: DJ001 - null is erased, empty would be a value
    body = models.TextField(null=True)  # noqa: DJ001
    erased_at = models.DateTimeField(null=True, blank=True)


class Clock(models.Model):
    """One clock of a case, as last computed from its ledger in ``Case.state``; for worklists and the sweep.

    ``due_at`` is the instant at which time is up; none while it stands still or no day can be given.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="clocks")
    key = models.CharField(max_length=64)
    official = models.BooleanField()
    started = models.CharField(max_length=40)
    due = models.DateField(null=True, blank=True)
    due_at = models.DateTimeField(null=True, blank=True)
    shown_due = models.DateField(
        null=True, blank=True
    )  # the latest day ever shown: who relied on it is protected
    safe_by = models.DateField(null=True, blank=True)
    provisional = models.BooleanField(default=False)
    paused = models.BooleanField(default=False)
    stopped_on = models.DateField(null=True, blank=True)
    lapsed_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["case", "key"], name="one_clock_of_a_kind")
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                fields=["due_at"],
                condition=Q(stopped_on__isnull=True, lapsed_on__isnull=True, paused=False, provisional=False),
                name="clock_running",
            ),
            models.Index(
                fields=["due"],
                condition=Q(official=False, stopped_on__isnull=True, lapsed_on__isnull=True, paused=False),
                name="clock_of_party",
            ),
        ]


class Interest(models.Model):
    """A third party whose major interests a case touches, admitted to be heard (Licensing Law 36, 47)."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="interests")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="interests")
    why = models.TextField()
    admitted_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    admitted_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["case", "party"], name="one_interest")
        ]


class Recusal(models.Model):
    """An officer does not act in a case: conflict of interest, declared or ordered."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="recusals")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="recusals")
    why = models.TextField()
    ordered_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField()
    lifted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["case", "user"], condition=Q(lifted_at__isnull=True), name="one_open_recusal"
            )
        ]
