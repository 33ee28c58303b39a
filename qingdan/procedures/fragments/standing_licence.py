"""What procedures about an existing licence ask of it, and how they end when it ends first (Licensing Law 70)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from qingdan.law.grammar.text import Cite, Text
from qingdan.law.numbers import Kind
from qingdan.law.statutes import LICENSING_LAW, MODEL_LAW
from qingdan.procedures.fragments.licence_letters import notice_without_object
from qingdan.procedures.grammar.effects import Status
from qingdan.procedures.grammar.fields import REASONS
from qingdan.procedures.grammar.guards import Situation, subject_is
from qingdan.procedures.grammar.stages import Stage
from qingdan.procedures.grammar.steps import Step, reviewer
from qingdan.procedures.stages import overtaken

UNDONE = frozenset({Status.WITHDRAWN, Status.RECALLED, Status.REVOKED})
GONE = UNDONE | {Status.CANCELLED}


def _words(statuses: Iterable[Status]) -> frozenset[object]:
    return frozenset(s.value for s in statuses)


is_a_licence = subject_is(
    "kind",
    frozenset({Kind.PROVISION_LICENCE.value, Kind.RESEARCH_LICENCE.value}),
    Text("this is done with a licence only, not with a registration", "本程序仅适用于许可，不适用于登记备案"),
    Cite(MODEL_LAW, 29),
)
in_force_or_suspended = subject_is(
    "status",
    _words((Status.ACTIVE, Status.SUSPENDED)),
    Text(
        "the licence has ended; what has ended is applied for anew (Article 26)",
        "许可已终止，需要继续从事的，应当依照第二十六条重新申请",
    ),
    Cite(MODEL_LAW, 29),
)
not_undone = subject_is(
    "status",
    _words(set(Status) - GONE),
    Text(
        "the licence was withdrawn, recalled, revoked or cancelled meanwhile; close this case as without object",
        "该许可已被撤销、撤回、吊销或者注销，应当终结本案",
    ),
    Cite(LICENSING_LAW, 70),
)
suspension_lifted = subject_is(
    "status",
    _words(set(Status) - {Status.SUSPENDED}),
    Text(
        "the licence is suspended, and a new one in its place would undo that; have the suspension lifted first",
        "原许可处于暂扣状态，以新许可替代将使暂扣落空；应当先行依法解除暂扣",
    ),
    Cite(MODEL_LAW, 28),
)
undone = subject_is(
    "status",
    _words(UNDONE),
    Text("the licence was neither withdrawn, recalled nor revoked", "该许可未被撤销、撤回或者吊销"),
    Cite(LICENSING_LAW, 70, 1, "4"),
)


def expires_on(s: Situation) -> date | None:
    """Return the last day of the licence's term."""
    said = s.subject.get("expires_on")
    return date.fromisoformat(said) if said else None


def close_overtaken(at: tuple[Stage, ...]) -> Step:
    """Return the step that closes a case whose licence was undone before it was decided."""
    return reviewer(
        "close_overtaken",
        Text("Close: the licence has ended meanwhile", "因许可已终止而终结"),
        Cite(LICENSING_LAW, 70),
        at=at,
        to=overtaken,
        asks=(REASONS,),
        serves=notice_without_object,
        guards=(
            subject_is(
                "status",
                _words(GONE),
                Text("the licence still stands; decide the case", "该许可仍然存续，应当作出决定"),
                Cite(LICENSING_LAW, 70),
            ),
        ),
    )
