"""Products and what is known of them over time: the unit the law judges (Art. 23)."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models.functions import Now

from qingdan.casework.models.people import Party, User


class Product(models.Model):
    """A product or service in one use, of one party."""

    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="products")
    name = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200, blank=True)
    description = models.TextField(blank=True)
    added_at = models.DateTimeField(db_default=Now())

    def __str__(self) -> str:
        return self.name


class Answers(models.Model):
    """What holds of a product from a day on. Rows are never changed: a later one for the same day replaces it."""

    product = models.ForeignKey(Product, on_delete=models.PROTECT, related_name="answers")
    holds_from = models.DateField(null=True, blank=True)  # none: from the beginning
    answers = models.JSONField()
    said_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True)
    said_at = models.DateTimeField(db_default=Now())


class Happening(models.Model):
    """Something that happened to a product: an event of the law, on a day or at a time.

    ``case`` is the case that brought it about, if one did; otherwise the party said so, with ``note`` for its evidence.
    """

    product = models.ForeignKey(Product, on_delete=models.PROTECT, related_name="happenings")
    event = models.CharField(max_length=64)
    moment = models.CharField(max_length=40)  # ISO day, or instant where hours count
    note = models.CharField(max_length=300, blank=True)
    case = models.ForeignKey("casework.Case", on_delete=models.PROTECT, null=True, blank=True)
    said_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True)
    said_at = models.DateTimeField(db_default=Now())
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["product", "event"])]
