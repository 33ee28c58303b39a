"""Article 29(3)-(4), renewal and cancellation. Six months ahead, at the latest 30 days; silence then renews."""

from qingdan.law.events import licence as events
from qingdan.law.events import service
from qingdan.law.facts import actor, licence
from qingdan.law.grammar.conditions import taking
from qingdan.law.grammar.periods import Before, Period
from qingdan.law.grammar.rules import Deemed, Duty, Right, Role
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.grammar.units import Unit
from qingdan.law.model_law.a24_licence import holds_a_licence
from qingdan.law.model_law.a71_definitions import is_provider
from qingdan.law.readings import licensing
from qingdan.law.statutes import LICENSING_LAW, MODEL_LAW

_RENEWAL, _CESSATION = Cite(MODEL_LAW, 29, 3), Cite(MODEL_LAW, 29, 4)
_SHOWN = (Text("receipt of the renewal application", "延续申请受理凭证"),)
_READ = (licensing.renewal_reading,)

apply_for_renewal = Right(
    cite=_RENEWAL,
    holder=Role.HOLDER,
    may=Text("Apply for renewal before the licence expires", "在许可届满前申请延续"),
    when=holds_a_licence,
    against=Role.AUTHORITY,
    readings=_READ,
)
renew_six_months_ahead = Duty(
    cite=_RENEWAL,
    bearer=Role.HOLDER,
    when=holds_a_licence & licence.goes_on_after_expiry & taking(licensing.renewal_reading, "deadline_soft"),
    must=Text(
        "To keep the licence, apply for renewal six months before it expires; later is accepted and noted",
        "需延续许可的，在届满六个月前申请；逾期提出的仍予受理并注明",
    ),
    within=Period(amount=6, unit=Unit.MONTH, before=events.licence_expires),
    done_by=events.licence_renewal_applied,
    evidence=_SHOWN,
    readings=_READ,
)
renew_thirty_days_ahead = Duty(
    cite=Cite(LICENSING_LAW, 50, 1),
    bearer=Role.HOLDER,
    when=holds_a_licence & licence.goes_on_after_expiry,
    must=Text(
        "To keep the licence, apply for renewal at the very latest 30 days before it expires",
        "需延续许可的，至迟在届满三十日前申请",
    ),
    within=Period(amount=30, unit=Unit.DAY, before=events.licence_expires),
    done_by=events.licence_renewal_applied,
    evidence=_SHOWN,
    readings=_READ,
)
decide_renewal = Duty(
    cite=Cite(LICENSING_LAW, 50, 2),
    bearer=Role.AUTHORITY,
    when=holds_a_licence & licence.goes_on_after_expiry,
    must=Text("Decide on the renewal before the licence expires", "在许可届满前作出是否准予延续的决定"),
    within=Before(event=events.licence_expires),
    done_by=events.licence_renewal_decided,
)
deemed_renewal = Deemed(
    cite=Cite(LICENSING_LAW, 50, 2),
    when=Text(
        "renewal was sought in time, and no decision was made before the licence expired",
        "按期提出延续申请，行政机关在许可届满前未作决定",
    ),
    effect=Text("the licence counts as renewed", "视为准予延续"),
    readings=_READ,
)

cancel_after_service = Duty(
    cite=_CESSATION,
    bearer=Role.HOLDER,
    when=holds_a_licence & is_provider,
    must=Text(
        "Apply for cancellation of the licence within three months of ceasing",
        "停止提供之日起三个月内申请注销许可",
    ),
    within=Period(amount=3, unit=Unit.MONTH, after=service.service_ended),
    done_by=events.licence_cancellation_applied,
    evidence=(Text("application for cancellation", "注销申请"),),
)
cancel_after_development = Duty(
    cite=_CESSATION,
    bearer=Role.HOLDER,
    when=holds_a_licence & actor.develops & ~is_provider,
    must=Text(
        "Apply for cancellation of the licence within three months of ceasing",
        "停止研发之日起三个月内申请注销许可",
    ),
    within=Period(amount=3, unit=Unit.MONTH, after=events.development_ended),
    done_by=events.licence_cancellation_applied,
    evidence=(Text("application for cancellation", "注销申请"),),
)
