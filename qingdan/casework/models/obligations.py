"""What each product owes, and when: derived from its judgement, with a journal of every change and why."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from qingdan.casework.models.papers import Document
from qingdan.casework.models.people import User
from qingdan.casework.models.products import Product


class Obligation(models.Model):
    """One duty in one instance, as last judged. Never written by hand: recomputed from answers, calendar and law.

    ``instance`` tells instances of one rule apart: the moment the period started, or empty for a standing duty.
    ``detail`` is the obligation as plain data, with the computation of its date. ``shown_due`` is the day last shown
    to the party, which may rely on it.
    """

    product = models.ForeignKey(Product, on_delete=models.PROTECT, related_name="obligations")
    rule = models.CharField(max_length=80)
    instance = models.CharField(max_length=40, blank=True)
    bearer = models.CharField(max_length=24)
    ground = models.CharField(max_length=12)
    standing = models.CharField(max_length=12)
    due = models.DateField(null=True, blank=True)
    due_at = models.DateTimeField(null=True, blank=True)
    shown_due = models.DateField(null=True, blank=True)
    provisional = models.BooleanField(default=False)
    done_on = models.DateField(null=True, blank=True)
    detail = models.JSONField()
    judged_on = models.DateField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["product", "rule", "instance"], name="one_obligation")
        ]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["standing", "due"])]


class Judged(models.Model):
    """When a product was judged last, under which law, and when it must be judged again.

    ``basis`` is what the judgement rests on: the rows of answers and happenings, and the state of the law. ``under``
    is the digest of the latter: where it is no longer the one in use, the product is judged again. On ``next_on``
    time alone may change something.
    """

    product = models.OneToOneField(Product, on_delete=models.PROTECT, primary_key=True, related_name="judged")
    on = models.DateField(null=True, blank=True)
    basis = models.JSONField(default=dict)
    under = models.CharField(max_length=64, blank=True, db_index=True)
    next_on = models.DateField(null=True, blank=True, db_index=True)
    track = models.CharField(max_length=12, blank=True)
    summary = models.JSONField(default=dict)
    wanted = models.BooleanField(default=True)  # something changed: judge again

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["product"], condition=models.Q(wanted=True), name="judgement_wanted")
        ]


class Journal(models.Model):
    """Why an obligation changed: what it was, what it is, and what moved it. Append-only."""

    product = models.ForeignKey(Product, on_delete=models.PROTECT, related_name="journal")
    at = models.DateTimeField()
    rule = models.CharField(max_length=80)
    instance = models.CharField(max_length=40, blank=True)
    why = models.JSONField()
    before = models.JSONField(null=True, blank=True)
    after = models.JSONField(null=True, blank=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["product", "-id"], name="journal_of_product")
        ]


class Evidence(models.Model):
    """What shows that a duty was done: a document or a statement, beside the event that was reported."""

    product = models.ForeignKey(Product, on_delete=models.PROTECT, related_name="evidence")
    rule = models.CharField(max_length=80)
    instance = models.CharField(max_length=40, blank=True)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, blank=True)
    says = models.TextField(blank=True)
    given_by = models.ForeignKey(User, on_delete=models.PROTECT)
    given_at = models.DateTimeField()
