"""Who may enrol whom: managers in their party, administrators in their office and those below it."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from qingdan.casework.actions.refusals import ActionRefused
from qingdan.casework.models import Mandate, Membership, Office, Party, Posting, User
from qingdan.casework.standing import parties_of, postings_of
from qingdan.law.clock import SHANGHAI
from qingdan.law.grammar.text import Cite, Text

ADMINISTRATORS = frozenset({Posting.Role.SYSTEM_ADMIN, Posting.Role.SECURITY_ADMIN, Posting.Role.AUDIT_ADMIN})


class NotAllowed(ActionRefused):
    """This person may not do this."""

    def __init__(self, says: Text, cite: Cite | None = None) -> None:
        super().__init__("not_allowed", says, cite)


def day(at: datetime) -> date:
    """Return the day in China on which an instant lies."""
    return at.astimezone(SHANGHAI).date()


def end(dated: Membership | Mandate | Posting, at: datetime) -> None:
    """Let something end at once. Its last day is the day before, because ``until`` counts as a day it still holds."""
    dated.until = day(at) - timedelta(days=1)
    dated.save(update_fields=["until"])


def demand_manager(by: User, party: Party, at: datetime) -> None:
    """Refuse unless ``by`` manages ``party``."""
    managed = parties_of(by, day(at), (Membership.Role.MANAGER,))
    if not by.is_active or not managed.filter(pk=party.pk).exists():
        raise NotAllowed(
            Text(
                "only a manager of this party may do this; ask one of its managers",
                "仅该主体的管理人员可以办理，请联系其管理人员",
            )
        )


def demand_administrator(by: User, role: Posting.Role, office: Office | None, at: datetime) -> None:
    """Refuse unless ``by`` is that administrator in ``office`` or one above it; anywhere if no office is named."""
    held = postings_of(by, day(at)).filter(role=role) if by.is_active else Posting.objects.none()
    if not any(office is None or office.path.startswith(post.office.path) for post in held):
        who = _WHO[role]
        raise NotAllowed(
            Text(
                f"only the {who.en} of this office or one above it may do this",
                f"仅本机关或者上级机关的{who.zh}可以办理",
            )
        )


_WHO = {
    Posting.Role.SYSTEM_ADMIN: Text("system administrator", "系统管理员"),
    Posting.Role.SECURITY_ADMIN: Text("security administrator", "安全管理员"),
    Posting.Role.AUDIT_ADMIN: Text("audit administrator", "审计管理员"),
}
