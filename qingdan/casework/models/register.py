"""The register: who holds which number, and how each entry stood at every time. And credit records (Art. 64)."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from qingdan.casework.models.offices import Office
from qingdan.casework.models.people import Party
from qingdan.casework.models.products import Product


class Serial(models.Model):
    """The last serial number given out for a kind, a division and a year. Numbers are never used again."""

    kind = models.CharField(max_length=1)
    division = models.CharField(max_length=6)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["kind", "division", "year"], name="one_serial")
        ]


class RegisterEntry(models.Model):
    """A number and how its entry stands now. It is never deleted: withdrawn numbers still resolve."""

    number = models.CharField(max_length=16, unique=True)
    kind = models.CharField(max_length=1)
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="entries")
    product = models.ForeignKey(
        Product, on_delete=models.PROTECT, null=True, blank=True, related_name="entries"
    )
    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    case = models.ForeignKey("casework.Case", on_delete=models.PROTECT, related_name="+")
    status = models.CharField(max_length=12)
    status_since = models.DateField()
    granted_on = models.DateField()
    expires_on = models.DateField(null=True, blank=True)
    search = models.TextField(blank=True)  # what a lookup matches: names and numbers, folded
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["status", "granted_on", "id"]),
            models.Index(fields=["kind", "granted_on", "id"]),
        ]

    def __str__(self) -> str:
        return self.number


class RegisterVersion(models.Model):
    """An entry as it was published at one time. Append-only; the leaf of the public log is ``header`` and ``public``."""

    entry = models.ForeignKey(RegisterEntry, on_delete=models.PROTECT, related_name="versions")
    version = models.PositiveIntegerField()
    at = models.DateTimeField()
    status = models.CharField(max_length=12)
    why = models.TextField(blank=True)
    header = models.TextField()  # canonical JSON
    salt = models.CharField(max_length=32)
    public = models.TextField()  # canonical JSON
    leaf_index = models.BigIntegerField(null=True, blank=True, unique=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["entry", "version"], name="one_register_version")
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                fields=["id"], condition=models.Q(leaf_index__isnull=True), name="register_unsequenced"
            )
        ]


class Record(models.Model):
    """What is recorded of a product outside the register: a claimed exemption with its grounds (Art. 45)."""

    product = models.ForeignKey(
        Product, on_delete=models.PROTECT, null=True, blank=True, related_name="records"
    )
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="records")
    case = models.ForeignKey("casework.Case", on_delete=models.PROTECT, related_name="+")
    what = models.CharField(max_length=40)
    public = models.JSONField()
    on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)


class CreditRecord(models.Model):
    """An effective decision entered in a party's credit file (Art. 64); removed when overturned."""

    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="credit_records")
    case = models.ForeignKey("casework.Case", on_delete=models.PROTECT, related_name="+")
    says_zh = models.TextField()
    says_en = models.TextField()
    effective_on = models.DateField()
    published_on = models.DateField(null=True, blank=True)
    removed_on = models.DateField(null=True, blank=True)
    removed_why = models.TextField(blank=True)
