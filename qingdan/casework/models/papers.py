"""Documents that come in, and letters that go out."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models

from qingdan.casework.models.cases import Case, Event
from qingdan.casework.models.people import Party, User


class Document(models.Model):
    """An uploaded document. Its bytes lie in the store under ``key``; ``sha256`` fixes them.

    ``party`` or ``case`` say where it was uploaded: a party's document may be enclosed in any case of that party, an
    officer's only in the case it was uploaded for. Until it is found clean (or scanning is off) it stays in quarantine: seen by name, handed to nobody.
    """

    class Standing(models.TextChoices):
        QUARANTINED = "quarantined", "waiting for the scan"
        CLEAN = "clean", "clean"
        INFECTED = "infected", "refused by the scan"
        ERASED = "erased", "erased"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    party = models.ForeignKey(
        Party, on_delete=models.PROTECT, null=True, blank=True, related_name="documents"
    )
    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, blank=True, related_name="documents")
    uploaded_by = models.ForeignKey(User, on_delete=models.PROTECT)
    uploaded_at = models.DateTimeField()
    name = models.CharField(max_length=255)
    kind = models.CharField(max_length=16)
    media_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    key = models.CharField(max_length=120)
    standing = models.CharField(max_length=12, choices=Standing, default=Standing.QUARANTINED)
    scanned_at = models.DateTimeField(null=True, blank=True)  # when last tried, while it waits

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["key"], name="document_of_content"),
            models.Index(
                fields=["uploaded_at"],
                condition=models.Q(standing="quarantined"),
                name="document_waiting",
            ),
        ]


class Enclosure(models.Model):
    """A document as part of a case: with which act, in answer to what. One document may serve several cases."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="enclosures")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="enclosures")
    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="enclosures")
    field = models.CharField(max_length=64)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["event", "field", "document"], name="one_enclosure")
        ]


class Notice(models.Model):
    """A letter of an event, to a party or to all. ``paper`` is all that the page shows, as plain data.

    Service: at once where the party agreed to electronic service (``means`` online), else when an officer records it.
    """

    class Means(models.TextChoices):
        ONLINE = "online", "electronic service"
        POST = "post", "by post"
        IN_PERSON = "in_person", "in person"
        ANNOUNCEMENT = "announcement", "by announcement"

    event = models.OneToOneField(Event, on_delete=models.PROTECT, related_name="notice")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="notices")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, null=True, blank=True, related_name="notices")
    letter = models.CharField(max_length=64)
    issued_on = models.DateField()
    paper = models.JSONField()
    served_on = models.DateField(null=True, blank=True)
    means = models.CharField(max_length=12, choices=Means, blank=True)
    proof = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    opened_at = models.DateTimeField(null=True, blank=True)
    opened_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    public = models.BooleanField(default=False)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["party", "-issued_on"], name="notice_of_party"),
            models.Index(fields=["-issued_on", "-id"], condition=models.Q(public=True), name="notice_public"),
        ]
