"""The authority: offices in a tree, who holds which post there, and what was delegated to whom (Art. 12)."""

from __future__ import annotations

from typing import Any, ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import Q

from qingdan.casework.models.people import User
from qingdan.law.numbers import NATIONAL


class Office(models.Model):
    """An office with jurisdiction over a division and all below it.

    ``path`` is the chain of offices from the root, ``/1/4/9/``: whoever supervises can be asked for by prefix.
    """

    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="children"
    )
    name_zh = models.CharField(max_length=120)
    name_en = models.CharField(max_length=200)
    division = models.CharField(max_length=6)
    path = models.CharField(max_length=200, unique=True, editable=False)
    closed_on = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return self.name_zh

    def save(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - as Django has it
        """Save, keeping the path."""
        if not self.pk:
            self.path = f"/new/{uuid4()}/"
            super().save(*args, **kwargs)
            args, kwargs = (), {"update_fields": ["path"]}
        self.path = f"{self.parent.path if self.parent else '/'}{self.pk}/"
        super().save(*args, **kwargs)

    @property
    def national(self) -> bool:
        """Tell whether this is the national authority."""
        return self.division == NATIONAL and self.parent_id is None


class Posting(models.Model):
    """A person holds a post in an office. The three administrators are never one person (MLPS level 3)."""

    class Role(models.TextChoices):
        INTAKE = "intake", "intake officer"
        REVIEWER = "reviewer", "reviewing officer"
        HEAD = "head", "head of the authority"
        LEGAL_REVIEWER = "legal_reviewer", "legal reviewer"
        INSPECTOR = "inspector", "inspector"
        LIST_EDITOR = "list_editor", "editor of the Negative List"
        AUDITOR = "auditor", "auditor"
        SYSTEM_ADMIN = "system_admin", "system administrator"
        SECURITY_ADMIN = "security_admin", "security administrator"
        AUDIT_ADMIN = "audit_admin", "audit administrator"

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="postings")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="postings")
    role = models.CharField(max_length=16, choices=Role)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["user", "office", "role"], condition=Q(until__isnull=True), name="one_open_posting"
            )
        ]


class Delegation(models.Model):
    """The national authority leaves one procedure to an office, by a named act. Empty at first (Art. 12)."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="delegations")
    procedure = models.CharField(max_length=48)
    act = models.CharField(max_length=200)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
