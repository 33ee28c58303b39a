"""Who belongs where: the one writer of parties, members, mandates, invitations, offices, posts and delegations.

Every act is checked, done in one transaction and entered in the journal of administration. ``at`` is when it happens;
what ends, ends at once: its last day is the day before.
"""

from __future__ import annotations

from qingdan.casework.enrolment.erasing import anonymise
from qingdan.casework.enrolment.installing import appoint_first
from qingdan.casework.enrolment.invitations import accept_invitation, invite, withdraw_invitation
from qingdan.casework.enrolment.journal import acts
from qingdan.casework.enrolment.mandates import accept_mandate, end_mandate, give_mandate
from qingdan.casework.enrolment.members import change_role, end_membership
from qingdan.casework.enrolment.offices import close_office, delegate, end_delegation, open_office
from qingdan.casework.enrolment.parties import register_party
from qingdan.casework.enrolment.posts import appoint, end_posting
from qingdan.casework.enrolment.recovering import reset_second_factor

__all__ = [
    "accept_invitation",
    "accept_mandate",
    "acts",
    "anonymise",
    "appoint",
    "appoint_first",
    "change_role",
    "close_office",
    "delegate",
    "end_delegation",
    "end_mandate",
    "end_membership",
    "end_posting",
    "give_mandate",
    "invite",
    "open_office",
    "register_party",
    "reset_second_factor",
    "withdraw_invitation",
]
