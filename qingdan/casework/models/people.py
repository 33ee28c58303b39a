"""Who uses the system, and for whom: users, parties, members, agents."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now


class Users(BaseUserManager["User"]):
    """Makes users."""

    def create_user(self, email: str, password: str | None = None, **more: Any) -> User:  # noqa: ANN401
        """Return a new user; without a password they can only come in by invitation or identity provider."""
        user = self.model(email=self.normalize_email(email).lower(), **more)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """A person with a login. What they may do comes from memberships and postings, never from here.

    ``name`` and ``email`` are the only personal data; events refer to the number alone.
    """

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=100, blank=True)
    lang = models.CharField(max_length=7, default="zh-hans")
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(db_default=Now())

    objects: ClassVar[Users] = Users()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    def __str__(self) -> str:
        return f"user {self.pk}"

    def get_full_name(self) -> str:
        """Return the name shown to colleagues."""
        return self.name or f"#{self.pk}"

    get_short_name = get_full_name


class Party(models.Model):
    """A developer, provider or other party. ``uscc`` is its unified social credit code.

    ``uscc_evidence`` tells why a code that fails its check digit was accepted: some early ones do.
    ``served_online`` says that it agreed to electronic service: letters then reach it at once.
    """

    class Kind(models.TextChoices):
        COMPANY = "company", "company"
        INSTITUTION = "institution", "institution"
        INDIVIDUAL = "individual", "individual"
        STATE_ORGAN = "state_organ", "state organ"
        FOREIGN = "foreign", "foreign"

    kind = models.CharField(max_length=12, choices=Kind, default=Kind.COMPANY)
    name = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200, blank=True)
    uscc = models.CharField(max_length=18, unique=True, null=True, blank=True)
    uscc_evidence = models.TextField(blank=True)
    division = models.CharField(max_length=6, default="100000")
    address = models.CharField(max_length=300, blank=True)
    contact = models.CharField(max_length=300, blank=True)
    served_online = models.BooleanField(default=True)
    registered_at = models.DateTimeField(db_default=Now())
    closed_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """A person acts for a party: from a day, until a day, in one role."""

    class Role(models.TextChoices):
        MANAGER = "manager", "manages members"
        FILER = "filer", "files and answers"
        READER = "reader", "reads only"

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="memberships")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=8, choices=Role)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["user", "party"], condition=Q(until__isnull=True), name="one_open_membership"
            )
        ]


class Mandate(models.Model):
    """One party acts for another: as its agent, or as the domestic representative of a foreign one (Art. 40).

    ``products`` empty means for everything. It counts once the agent has accepted.
    """

    class Kind(models.TextChoices):
        AGENT = "agent", "agent"
        REPRESENTATIVE = "representative", "domestic representative"

    kind = models.CharField(max_length=14, choices=Kind)
    principal = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="mandates_given")
    agent = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="mandates_held")
    products: models.ManyToManyField[Any, Any] = models.ManyToManyField("casework.Product", blank=True)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    accepted_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=~Q(principal=models.F("agent")), name="nobody_is_their_own_agent"
            )
        ]


class Invitation(models.Model):
    """Somebody is asked to join a party or an office. Only the digest of the code is kept; it lapses."""

    email = models.EmailField()
    party = models.ForeignKey(Party, on_delete=models.CASCADE, null=True, blank=True)
    office = models.ForeignKey("casework.Office", on_delete=models.CASCADE, null=True, blank=True)
    role = models.CharField(max_length=16)
    code_digest = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="invitations")
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
