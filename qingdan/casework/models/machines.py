"""The door for machines: tokens with scopes, webhooks with their deliveries, and what was answered to whom."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models.functions import Now

from qingdan.casework.models.people import User


class Token(models.Model):
    """A key for the API. Only its digest is kept. It acts as its user, within ``scopes``, until it lapses."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="tokens")
    name = models.CharField(max_length=100)
    digest = models.CharField(max_length=64, unique=True)
    hint = models.CharField(max_length=8)
    scopes = models.JSONField(default=list)
    made_at = models.DateTimeField(db_default=Now())
    expires_at = models.DateTimeField()
    last_used_on = models.DateField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)


class Webhook(models.Model):
    """Where somebody wants to be told of events in the cases they may see.

    ``secret`` is sealed. ``cursor`` is the place in the process log up to which events were looked at.
    """

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="webhooks")
    url = models.URLField(max_length=500)
    secret = models.CharField(max_length=300)
    events = models.JSONField(default=list)  # procedure keys; empty for all
    cursor = models.BigIntegerField(default=-1)
    made_at = models.DateTimeField(db_default=Now())
    stopped_at = models.DateTimeField(null=True, blank=True)
    stopped_why = models.CharField(max_length=300, blank=True)


class Delivery(models.Model):
    """One message to one webhook: tried until it arrives or is given up."""

    webhook = models.ForeignKey(Webhook, on_delete=models.CASCADE, related_name="deliveries")
    event = models.ForeignKey("casework.Event", on_delete=models.PROTECT, related_name="+")
    attempts = models.PositiveSmallIntegerField(default=0)
    first_tried_at = models.DateTimeField(null=True, blank=True)
    next_at = models.DateTimeField()
    delivered_at = models.DateTimeField(null=True, blank=True)
    given_up_at = models.DateTimeField(null=True, blank=True)
    last_answer = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["webhook", "event"], name="one_delivery")
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                fields=["next_at"],
                condition=models.Q(delivered_at__isnull=True, given_up_at__isnull=True),
                name="delivery_waiting",
            )
        ]


class Answered(models.Model):
    """What was answered to a request that creates something, kept for a while under the key its sender gave.

    ``who`` is a user's number, or empty for somebody unknown. ``asked`` fixes the request, ``answer`` is sealed.
    """

    who = models.CharField(max_length=20, blank=True)
    key = models.CharField(max_length=64)
    asked = models.CharField(max_length=64)
    answer = models.TextField(blank=True)
    at = models.DateTimeField(db_index=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["who", "key"], name="one_answer_for_a_key")
        ]
