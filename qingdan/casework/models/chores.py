"""What the worker remembers: long work done batch by batch, and what went wrong and waits for another try."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q


class Chore(models.Model):
    """A long piece of work, done batch by batch in the order of ``reached``; killed, it goes on where it stood."""

    name = models.CharField(max_length=60, unique=True)
    reached = models.BigIntegerField(default=0)
    begun_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["begun_at"], condition=Q(done_at__isnull=True), name="chore_open")
        ]


class Setback(models.Model):
    """One thing the worker could not do: left alone until ``next_at``, so that it holds up nothing else.

    ``fault`` names the kind of error and the place in the program, never what was in the data.
    """

    kind = models.CharField(max_length=16)
    ref = models.BigIntegerField()
    attempts = models.PositiveIntegerField(default=1)
    fault = models.CharField(max_length=200)
    since = models.DateTimeField()
    next_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["kind", "ref"], name="one_setback")
        ]
