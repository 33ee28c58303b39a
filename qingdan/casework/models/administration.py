"""Who changed who may do what: the journal of administration, beside the events of cases."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from qingdan.casework.models.people import User


class AdminAct(models.Model):
    """One administrative act. Append-only, enforced by the database; read by audit administrators alone.

    ``about`` names users, parties and offices by number, never by name or address. ``by`` is empty for the
    installation itself.
    """

    at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    what = models.CharField(max_length=40)
    about = models.JSONField(default=dict)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["what", "-id"])]
