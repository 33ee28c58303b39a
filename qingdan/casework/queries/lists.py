"""Reading the Negative List: editions in force and to come, drafts in consultation, and what was said about them."""

from __future__ import annotations

from datetime import date, datetime

from django.db.models import Q, QuerySet

from qingdan.casework.actions.refusals import ActionRefused, NotFound
from qingdan.casework.models import Comment, ListEdition, Posting, User
from qingdan.casework.standing import postings_of
from qingdan.law.clock import SHANGHAI
from qingdan.law.grammar.text import Text

EDITION = Text("list edition", "清单版本")


def open_to_all() -> Q:
    """Return the condition that an edition is anybody's to read: published, or a draft that was ever consulted on."""
    return Q(published_on__isnull=False) | Q(consultation_from__isnull=False)


def drafts_too(user: User | None, on: date) -> bool:
    """Tell whether somebody reads drafts that are not public: list editors, legal reviewers and heads at the top."""
    roles = (Posting.Role.LIST_EDITOR, Posting.Role.LEGAL_REVIEWER, Posting.Role.HEAD, Posting.Role.AUDITOR)
    return (
        user is not None
        and user.is_active
        and postings_of(user, on).filter(role__in=roles, office__parent__isnull=True).exists()
    )


def editions(user: User | None, on: date) -> QuerySet[ListEdition]:
    """Return the editions somebody may read, latest first."""
    rows = ListEdition.objects.order_by("-id")
    return rows if drafts_too(user, on) else rows.filter(open_to_all())


def edition_for(user: User | None, key: str, on: date) -> ListEdition:
    """Return one of these. Raises NotFound otherwise, whether or not it exists."""
    found = editions(user, on).filter(key=key).first()
    if found is None:
        raise NotFound(EDITION)
    return found


def comments_on(edition: ListEdition, user: User, at: datetime) -> QuerySet[Comment]:
    """Return what was said about a draft, for those who weigh it. Raises ActionRefused to others."""
    if not drafts_too(user, at.astimezone(SHANGHAI).date()):
        raise ActionRefused(
            "not_yours",
            Text("comments are read by those who make the list", "意见由清单制定人员查阅"),
        )
    return Comment.objects.filter(edition=edition)
