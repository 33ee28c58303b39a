"""Editions of the Negative List while they are made: drafts, comments, dry runs (Art. 23, 73)."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from qingdan.casework.models.people import User


class ListEdition(models.Model):
    """An edition. ``draft`` is its content as plain data (see ``intake.edition``), ``digest`` fixes it.

    ``dry_run`` says who would change track under the draft with ``dry_run_digest``.
    """

    key = models.CharField(max_length=40, unique=True)
    draft = models.JSONField()
    digest = models.CharField(max_length=64)
    dry_run = models.JSONField(null=True, blank=True)
    dry_run_digest = models.CharField(max_length=64, blank=True)
    first = models.BooleanField(default=False)
    consultation_from = models.DateField(null=True, blank=True)
    consultation_until = models.DateField(null=True, blank=True)
    published_on = models.DateField(null=True, blank=True)
    in_force_from = models.DateField(null=True, blank=True)
    abandoned_on = models.DateField(null=True, blank=True)
    sample = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.key


class ListEntry(models.Model):
    """One entry of a published edition, for lookup; the edition's ``draft`` is the source."""

    edition = models.ForeignKey(ListEdition, on_delete=models.PROTECT, related_name="entries")
    key = models.CharField(max_length=60)
    says_zh = models.TextField()
    says_en = models.TextField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["edition", "key"], name="one_list_entry")
        ]


class Comment(models.Model):
    """What somebody said in a consultation. The name is optional and never published."""

    edition = models.ForeignKey(ListEdition, on_delete=models.PROTECT, related_name="comments")
    entry = models.CharField(max_length=60, blank=True)
    says = models.TextField()
    name = models.CharField(max_length=100, blank=True)
    user = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True)
    at = models.DateTimeField()
