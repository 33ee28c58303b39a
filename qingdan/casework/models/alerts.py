"""What people are told: that a letter waits, that somebody answered, that time runs out. And feeds of due dates."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from qingdan.casework.models.people import User


class Alert(models.Model):
    """One thing told to one person, once: ``marker`` names what it is about. The mail is queued with the row.

    ``about`` holds numbers, references and days: no name, and nothing a third eye should not see.
    """

    class Kind(models.TextChoices):
        LETTER = "letter", "a letter waits"
        ANSWER = "answer", "the party has acted"
        CLOCK = "clock", "a period in a case ends soon"
        OBLIGATION = "obligation", "a duty of a product falls due soon"
        MOVED = "moved", "a date has moved"

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="alerts")
    kind = models.CharField(max_length=12, choices=Kind)
    marker = models.CharField(max_length=200)
    about = models.JSONField(default=dict)
    at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["user", "marker"], name="told_once")
        ]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["user", "-at"], name="alert_of_user")]


class FeedToken(models.Model):
    """A secret address under which a calendar program fetches somebody's due dates. Only its digest is kept."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="feeds")
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    last_used_on = models.DateField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)
