"""When renewal may be sought, and until when it must be decided (Article 29(3), Licensing Law 50), on each reading."""

from __future__ import annotations

import sys
from datetime import date

from qingdan.law.events import licence as events
from qingdan.law.grammar.named import declared_in
from qingdan.law.grammar.rules import Role
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.grammar.units import Unit
from qingdan.law.model_law.a29_renewal import renew_six_months_ahead, renew_thirty_days_ahead
from qingdan.law.readings.licensing import renewal_reading
from qingdan.law.statutes import LICENSING_LAW, MODEL_LAW
from qingdan.procedures.fragments.standing_licence import expires_on
from qingdan.procedures.grammar.clocks import Clock, SetPeriod
from qingdan.procedures.grammar.guards import Flag, Guard, Situation, in_time

RENEW, LAST_DAY, DECIDE = Cite(MODEL_LAW, 29, 3), Cite(LICENSING_LAW, 50, 1), Cite(LICENSING_LAW, 50, 2)


def _days_left(s: Situation) -> int:
    end = expires_on(s)
    return max(1, (end - s.on).days) if end else 1


renewal_decision = SetPeriod(
    cite=DECIDE,
    binds=Role.AUTHORITY,
    says=Text("decision on the renewal, before the licence expires", "许可届满前作出是否准予延续的决定"),
    length=_days_left,
    unit=Unit.DAY,
    after=events.licence_renewal_applied,
    on_lapse=Text("the licence counts as renewed", "视为准予延续"),
    stopped_by=(events.licence_renewal_decided, events.licence_application_withdrawn),
    roll=False,  # a term that ends on a rest day ends on that day
)
declared_in(sys.modules[__name__], SetPeriod)


def _mark(s: Situation, ahead: Clock) -> date | None:
    """Return the day counted back from the end of the term."""
    end = expires_on(s)
    return None if end is None else s.counted_back(ahead, end)


def _in_window(s: Situation) -> bool:
    opens = _mark(s, renew_six_months_ahead)
    return opens is None or s.on >= opens or s.taken_reading(renewal_reading) != "window"


def _not_too_late(s: Situation) -> bool:
    last = _mark(s, renew_thirty_days_ahead)
    return last is not None and s.on <= last


def _after_the_six_months(s: Situation) -> bool:
    due = _mark(s, renew_six_months_ahead)
    return due is not None and s.on > due and s.taken_reading(renewal_reading) == "deadline_soft"


window_open = Guard(
    says=Text(
        "renewal can be applied for from six months before the licence expires; wait until then",
        "自许可届满前六个月起方可申请延续，请届时提出",
    ),
    cite=RENEW,
    met=_in_window,
)
thirty_days_left = Guard(
    says=Text(
        "renewal is applied for at the latest 30 days before the licence expires; apply for a new licence (Article 26)",
        "延续申请至迟应当在届满三十日前提出；已逾期的，请依照第二十六条重新申请许可",
    ),
    cite=LAST_DAY,
    met=_not_too_late,
)
sought_late = Flag(
    key="renewal_sought_late",
    says=Text(
        "applied for later than six months before expiry; accepted and noted",
        "晚于届满六个月前提出，予以受理并注明",
    ),
    cite=RENEW,
    met=_after_the_six_months,
)
still_undecided = in_time(
    renewal_decision,
    Text(
        "the licence has expired, and the law has decided; this can no longer be decided otherwise",
        "许可有效期已届满，依法发生相应效果，不得另行作出决定",
    ),
    DECIDE,
)
