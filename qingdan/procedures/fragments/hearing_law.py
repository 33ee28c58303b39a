"""Which law governs a hearing: Licensing Law 46-48 where a licence is asked for, Penalty Law 63-65 where it is at stake."""

from __future__ import annotations

from dataclasses import dataclass

from qingdan.law.events import enforcement, licence_hearing
from qingdan.law.grammar.periods import Event
from qingdan.law.grammar.rules import Term
from qingdan.law.grammar.text import Cite
from qingdan.law.neighbours import licensing_hearing, penalty_terms
from qingdan.law.statutes import LICENSING_LAW, PENALTY_LAW


@dataclass(frozen=True, kw_only=True)
class HearingLaw:
    """The articles, periods and events of one law on hearings.

    ``request`` is the period for asking, ``organise`` the authority's for holding it, if the law sets one, ``notice``
    counts back from the hearing. ``third_parties`` may ask too, where the law lets them. ``unattended`` is where the
    law says that staying away gives the hearing up.
    """

    right: Cite
    notified: Cite
    chaired: Cite
    recorded: Cite
    decided: Cite
    request: Term
    notice: Term
    offered: Event
    requested: Event
    waived: Event
    announced: Event
    held: Event
    organise: Term | None = None
    third_parties: bool = False
    unattended: Cite | None = None
    own_accord: Cite | None = None


LICENSING = HearingLaw(
    right=Cite(LICENSING_LAW, 47, 1),
    notified=Cite(LICENSING_LAW, 48, 1, "1"),
    chaired=Cite(LICENSING_LAW, 48, 1, "3"),
    recorded=Cite(LICENSING_LAW, 48, 1, "5"),
    decided=Cite(LICENSING_LAW, 48, 2),
    own_accord=Cite(LICENSING_LAW, 46),
    request=licensing_hearing.request_licence_hearing,
    organise=licensing_hearing.organise_licence_hearing,
    notice=licensing_hearing.announce_licence_hearing,
    offered=licence_hearing.licence_hearing_offered,
    requested=licence_hearing.licence_hearing_requested,
    waived=licence_hearing.licence_hearing_waived,
    announced=licence_hearing.licence_hearing_announced,
    held=licence_hearing.licence_hearing_held,
    third_parties=True,
)
PENALTY = HearingLaw(
    right=Cite(PENALTY_LAW, 63, 1),
    notified=Cite(PENALTY_LAW, 64, 1, "2"),
    chaired=Cite(PENALTY_LAW, 64, 1, "4"),
    recorded=Cite(PENALTY_LAW, 64, 1, "8"),
    decided=Cite(PENALTY_LAW, 65),
    unattended=Cite(PENALTY_LAW, 64, 1, "6"),
    request=penalty_terms.hearing_request,
    notice=penalty_terms.hearing_notice,
    offered=enforcement.hearing_offered,
    requested=enforcement.hearing_requested,
    waived=enforcement.hearing_waived,
    announced=enforcement.hearing_notified,
    held=enforcement.hearing_held,
)
