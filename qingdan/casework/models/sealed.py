"""The ledger as the database knows it: heads, checkpoints, erasures, status lists. Tiles lie in files."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from qingdan.casework.models.cases import Event


class Log(models.Model):
    """One tile log: ``register`` (public) or ``process`` (hashes). ``size`` and ``root`` are its integrated head."""

    name = models.CharField(max_length=16, primary_key=True)
    sequenced = models.BigIntegerField(default=0)  # leaf indexes given out
    size = models.BigIntegerField(default=0)  # leaves integrated into tiles
    frontier = models.JSONField(default=list)
    published = models.BigIntegerField(default=0)


class Checkpoint(models.Model):
    """A signed head. Append-only: no two of one size may differ."""

    log = models.ForeignKey(Log, on_delete=models.PROTECT, related_name="checkpoints")
    size = models.BigIntegerField()
    note = models.TextField()
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["log", "size"], name="one_checkpoint_of_a_size")
        ]


class Erasure(models.Model):
    """A payload that was erased, and on what ground: replayed after a restore."""

    event = models.OneToOneField(Event, on_delete=models.PROTECT, related_name="erasure")
    at = models.DateTimeField()
    ground = models.TextField()


class StatusList(models.Model):
    """The signed list of a day: which numbers are suspended, revoked, withdrawn or cancelled."""

    day = models.DateField(primary_key=True)
    note = models.TextField()
    at = models.DateTimeField()
