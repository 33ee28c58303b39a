"""What a provision can be: a finding, duty, prohibition, right, power, term, penalty and so on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from qingdan.law.grammar.amounts import Amount
from qingdan.law.grammar.conditions import ALWAYS, Condition
from qingdan.law.grammar.named import Named
from qingdan.law.grammar.periods import Event, Period, Retention, Timing
from qingdan.law.grammar.readings import Reading
from qingdan.law.grammar.text import Cite, Text


class Role(Enum):
    """Who a rule speaks to."""

    DEVELOPER = "developer"
    PROVIDER = "provider"
    DEVELOPER_OR_PROVIDER = "developer_or_provider"
    APPLICANT = "applicant"
    HOLDER = "holder"
    REPRESENTATIVE = "representative"
    USER = "user"
    AFFECTED = "affected"
    ANYONE = "anyone"
    AUTHORITY = "authority"
    AUTHORITY_HEAD = "authority_head"
    LOCAL_AUTHORITY = "local_authority"
    PROCURATORATE = "procuratorate"
    STATE_ORGAN = "state_organ"

    @property
    def official(self) -> bool:
        """Tell whether this is an organ of the state, whose duties are not the party's."""
        return self in _OFFICIAL


_OFFICIAL = frozenset(
    {Role.AUTHORITY, Role.AUTHORITY_HEAD, Role.LOCAL_AUTHORITY, Role.PROCURATORATE, Role.STATE_ORGAN}
)


@dataclass(frozen=True, eq=False, kw_only=True)
class Rule(Named):
    """Something the law says at ``cite``. ``readings`` are open points its wording rests on."""

    cite: Cite
    readings: tuple[Reading, ...] = ()
    note: Text | None = None


@dataclass(frozen=True, eq=False, kw_only=True)
class Finding(Rule, Condition):
    """A conclusion: it holds where ``when`` holds, unless ``unless`` does.

    ``says`` states it, ``denies`` states its opposite. ``benefit`` marks a conclusion that
    favours the party: while unknown it is not granted (unknown never earns a benefit).
    """

    says: Text
    denies: Text
    when: Condition
    unless: Condition | None = None
    benefit: bool = False


@dataclass(frozen=True, eq=False, kw_only=True)
class Duty(Rule):
    """Something the bearer must do while ``when`` holds.

    ``within`` is None for a continuous duty. ``done_by`` is the event that fulfils it.
    ``evidence`` is what shows it; ``keeps`` how long that must be kept. ``presupposes`` are
    duties or findings that must be fulfilled first. ``replaces`` is a duty whose place this one
    takes, once its own event has happened, where that duty comes to apply only after its event.
    """

    bearer: Role
    when: Condition
    must: Text
    within: Timing | None = None
    done_by: Event | None = None
    evidence: tuple[Text, ...] = ()
    keeps: Retention | None = None
    presupposes: tuple[Named, ...] = ()
    replaces: Duty | None = None


@dataclass(frozen=True, eq=False, kw_only=True)
class Prohibition(Rule):
    """Something nobody in ``binds`` may do while ``when`` holds."""

    binds: Role
    forbids: Text
    when: Condition = ALWAYS


@dataclass(frozen=True, eq=False, kw_only=True)
class Right(Rule):
    """Something the holder may ask or do; ``answered_within`` binds the one who must answer."""

    holder: Role
    may: Text
    when: Condition = ALWAYS
    against: Role | None = None
    answered_within: Timing | None = None


@dataclass(frozen=True, eq=False, kw_only=True)
class Power(Rule):
    """Something an authority may or shall do; it binds nobody by itself."""

    holder: Role
    may: Text
    when: Condition = ALWAYS


@dataclass(frozen=True, eq=False, kw_only=True)
class Term(Rule):
    """A statutory period that binds ``binds``; ``on_lapse`` says what follows when it runs out.

    ``extends`` names the term this one lengthens, counted from that term's raw end. ``when``
    lets a reading switch the term on or off.
    """

    binds: Role
    says: Text
    period: Period
    on_lapse: Text
    when: Condition = ALWAYS
    extends: Term | None = None
    stopped_by: tuple[Event, ...] = ()


@dataclass(frozen=True, eq=False, kw_only=True)
class Deemed(Rule):
    """An effect by operation of law. The list of these is closed: nothing else is ever deemed.

    ``when`` says in words what brings it about, ``provided`` is the reading it needs.
    """

    when: Text
    effect: Text
    after: Term | None = None
    provided: Condition = ALWAYS


@dataclass(frozen=True, eq=False, kw_only=True)
class LicenceCondition(Rule):
    """One of the conditions a licence depends on (Art. 25)."""

    says: Text
    met_when: Condition


@dataclass(frozen=True, eq=False, kw_only=True)
class DossierItem(Rule):
    """A document an application or filing must enclose; ``shows`` are the conditions it proves."""

    says: Text
    needed_when: Condition = ALWAYS
    shows: tuple[LicenceCondition, ...] = ()
    public: bool = False


@dataclass(frozen=True, eq=False, kw_only=True)
class Definition(Rule):
    """A term and what it means here."""

    term: Text
    means: Text


@dataclass(frozen=True, eq=False, kw_only=True)
class Factor(Rule):
    """Something to be weighed in setting a fine (Art. 62)."""

    says: Text
    asks: Text


@dataclass(frozen=True, eq=False, kw_only=True)
class Fine:
    """The lawful range of a fine in fen. ``presupposes`` must be recorded first."""

    low: Amount
    high: Amount
    presupposes: Condition = ALWAYS
    otherwise: Text | None = None


@dataclass(frozen=True, eq=False, kw_only=True)
class Penalty(Rule):
    """The consequences of a violation, as a lawful range; a named human chooses within it.

    ``measures`` are sanctions other than fines; ``obliged`` are those that shall be imposed.
    """

    when: Condition
    says: Text
    obliged: tuple[Measure, ...] = ()
    measures: tuple[Measure, ...] = ()
    entity: Fine | None = None
    persons: Fine | None = None


class Measure(Enum):
    """A sanction or order other than a fine."""

    ORDER_CORRECTION = "order_correction"
    WARNING = "warning"
    PUBLIC_CRITICISM = "public_criticism"
    CONFISCATION = "confiscation"
    SUSPEND_OPERATIONS = "suspend_operations"
    TERMINATE_OPERATIONS = "terminate_operations"
    RECTIFICATION = "rectification"
    REVOKE_PERMITS = "revoke_permits"
    SUSPEND_LICENCE = "suspend_licence"
    REVOKE_LICENCE = "revoke_licence"
    REVOKE_REGISTRY = "revoke_registry"
    CANCEL_REGISTRY = "cancel_registry"


MEASURES = {  # as they are said
    Measure.ORDER_CORRECTION: Text("order to correct", "责令改正"),
    Measure.WARNING: Text("warning", "警告"),
    Measure.PUBLIC_CRITICISM: Text("public criticism", "通报批评"),
    Measure.CONFISCATION: Text("confiscation of unlawful gains", "没收违法所得"),
    Measure.SUSPEND_OPERATIONS: Text("suspension of operations", "责令暂停相关业务"),
    Measure.TERMINATE_OPERATIONS: Text("termination of operations", "责令终止相关业务"),
    Measure.RECTIFICATION: Text("business rectification", "责令停业整顿"),
    Measure.REVOKE_PERMITS: Text("notice to revoke permits", "通报吊销许可或者营业执照"),
    Measure.SUSPEND_LICENCE: Text("suspension of the licence", "暂扣许可"),
    Measure.REVOKE_LICENCE: Text("revocation of the licence", "吊销许可"),
    Measure.REVOKE_REGISTRY: Text("revocation of the registration", "撤销登记备案"),
    Measure.CANCEL_REGISTRY: Text("cancellation of the registration", "注销登记备案"),
}


@dataclass(frozen=True, eq=False, kw_only=True)
class Bar(Rule):
    """Something that makes a sanction unlawful while ``when`` holds. ``bars`` empty = every sanction."""

    when: Condition
    because: Text
    remedy: Text
    fines: bool = True
    persons: bool = True
    measures: tuple[Measure, ...] | None = None


@dataclass(frozen=True, eq=False, kw_only=True)
class Article:
    """One article: title, our own gloss, the procedures that carry it out.

    ``declaratory`` gives the reason why an article has no rule of its own.
    """

    number: int
    title: Text
    gloss: Text
    procedures: tuple[str, ...] = ()
    declaratory: Text | None = None
