"""Everything that is kept. Only casework touches these; portals and API go through actions and queries."""

from qingdan.casework.models.administration import AdminAct
from qingdan.casework.models.alerts import Alert, FeedToken
from qingdan.casework.models.calendars import CalendarNotice, DemoClock
from qingdan.casework.models.cases import Case, Clock, Event, Interest, Payload, Recusal
from qingdan.casework.models.chores import Chore, Setback
from qingdan.casework.models.lists import Comment, ListEdition, ListEntry
from qingdan.casework.models.machines import Answered, Delivery, Token, Webhook
from qingdan.casework.models.obligations import Evidence, Journal, Judged, Obligation
from qingdan.casework.models.offices import Delegation, Office, Posting
from qingdan.casework.models.papers import Document, Enclosure, Notice
from qingdan.casework.models.people import Invitation, Mandate, Membership, Party, User
from qingdan.casework.models.products import Answers, Happening, Product
from qingdan.casework.models.register import CreditRecord, Record, RegisterEntry, RegisterVersion, Serial
from qingdan.casework.models.sealed import Checkpoint, Erasure, Log, StatusList

__all__ = [
    "AdminAct",
    "Alert",
    "Answered",
    "Answers",
    "CalendarNotice",
    "Case",
    "Checkpoint",
    "Chore",
    "Clock",
    "Comment",
    "CreditRecord",
    "Delegation",
    "Delivery",
    "DemoClock",
    "Document",
    "Enclosure",
    "Erasure",
    "Event",
    "Evidence",
    "FeedToken",
    "Happening",
    "Interest",
    "Invitation",
    "Journal",
    "Judged",
    "ListEdition",
    "ListEntry",
    "Log",
    "Mandate",
    "Membership",
    "Notice",
    "Obligation",
    "Office",
    "Party",
    "Payload",
    "Posting",
    "Product",
    "Record",
    "Recusal",
    "RegisterEntry",
    "RegisterVersion",
    "Serial",
    "Setback",
    "StatusList",
    "Token",
    "User",
    "Webhook",
]
