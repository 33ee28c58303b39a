"""What is sent and answered about cases."""

from __future__ import annotations

from typing import Annotated, Any, Literal
from uuid import UUID

from ninja import Field, Schema

from qingdan.api.shapes import Day, Given, Id, Named, Plain, Said, Words


class Opening(Given):
    """What a case is about: exactly the one thing its procedure asks for."""

    procedure: str = Field(max_length=48, examples=["licence_application"])
    product: Id | None = Field(None, examples=[1])
    party: Id | None = None
    entry: Annotated[str, Field(max_length=40)] | None = None
    list_edition: Annotated[str, Field(max_length=60)] | None = None


class Act(Given):
    """What a step asks, field by field; see the procedure's declaration at ``/api/procedures``."""

    given: dict[Annotated[str, Field(max_length=64)], Any] = Field(default_factory=dict, examples=[{}])


class Why(Given):
    """Reasons."""

    reasons: Words


class Served(Given):
    """How and when a letter was served."""

    on: Day
    means: Literal["post", "in_person", "announcement"]
    proof: UUID | None = Field(None, description="the document that proves it, uploaded for the case")


class Officer(Given):
    """An officer."""

    officer: Id


class RecusalOf(Given):
    """Who is recused, and why."""

    officer: Id
    why: Words


class Third(Given):
    """A third party to be heard, and why."""

    party: Id
    why: Words


class OfficeName(Schema):
    """An office."""

    id: int
    name: Said


class Case(Schema):
    """A case in brief."""

    id: int
    ref: str = Field(examples=["2026-0000017"])
    procedure: str
    edition: int
    says: Said
    stage: str
    stage_says: Said
    version: int = Field(description="counts its events; send it as If-Match")
    ended: bool
    waits_for_party: bool
    overdue: bool = Field(description="the authority has let a period pass")
    opened_on: str
    ended_on: str | None
    next_due: str | None
    next_due_binds: Literal["authority", "party"] | None
    party: Named | None
    product: Named | None
    entry: str | None
    list_edition: str | None
    office: OfficeName
    assignee: int | None


class Acknowledged(Schema):
    """An act was written down."""

    event: int
    case: int
    version: int
    what: str = Field(examples=["taken", "proposed"])
    key: str
    at: str | None
    digest: str


class Happened(Acknowledged):
    """One event of a timeline. ``given`` is none where it was erased."""

    says: Said | None
    capacity: str
    stage: list[str | None] | None
    cite: str | None
    flags: list[Said]
    given: Plain | None
    erased: bool


class Clock(Schema):
    """A period, with its last day and how that was computed."""

    key: str
    says: Said
    cite: Said
    binds: str
    started: str
    due: str | None
    due_at: str | None
    safe_by: str | None
    provisional: bool
    paused: bool
    stopped_on: str | None
    lapsed_on: str | None
    computation: Plain | None


class Letter(Schema):
    """A letter in brief; its pages are at ``/api/letters/{letter}/pdf``."""

    id: int
    case: int
    letter: str
    title: Said
    issued_on: str
    served_on: str | None
    means: str | None
    opened_at: str | None
    public: bool


class Document(Schema):
    """A document; its bytes are at ``/api/documents/{document}/content`` once it is clean."""

    id: str
    name: str
    media_type: str
    size: int
    sha256: str
    standing: Literal["quarantined", "clean", "infected", "erased"]
    uploaded_at: str | None
    party: int | None
    case: int | None


class Asked(Schema):
    """One thing a step asks."""

    key: str
    asks: str = Field(examples=["reasons"])
    says: Said
    required: bool
    public: bool
    options: dict[str, Said] | None
    low: int | None
    high: int | None
    to: str | None
    help: Said | None


class Step(Schema):
    """A step as it is declared."""

    key: str
    says: Said
    cite: Said
    by: list[str]
    confirmed_by: str | None
    at: list[str]
    to: str | None
    asks: list[Asked]
    step_up: bool = Field(description="a decision: needs a fresh second factor, or the scope cases:decide")


class Refused(Schema):
    """Why a step is not open now."""

    code: str
    says: Said
    detail: str
    article: Said | None


class Choice(Step):
    """A step somebody could take, open or refused with the reason."""

    open: bool
    confirms: bool
    refused: Refused | None


class Proposal(Schema):
    """A decision that waits for a second person; confirmed by giving the same content again."""

    step: str
    by: int
    on: str
    given: Plain


class WholeCase(Case):
    """A case with everything its reader may see."""

    clocks: list[Clock]
    timeline: list[Happened]
    letters: list[Letter]
    documents: list[Document]
    next: list[Choice]
    proposal: Proposal | None


class Able(Schema):
    """An officer a case could be given to."""

    officer: int
    name: str
