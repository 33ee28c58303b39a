"""What is sent and answered about products."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from ninja import Field, Schema

from qingdan.api.shapes import AnswerTo, Day, Flag, Given, Id, Moment, Named, Plain, Said


class NewProduct(Given):
    """A product or service in one use."""

    party: Id
    name: str = Field(min_length=1, max_length=200, examples=["示例问答服务"])
    name_en: str = Field("", max_length=200)
    description: str = Field("", max_length=2000)


class NewAnswers(Given):
    """What holds from a day on; none in place of a day: from the beginning. None as an answer takes it back."""

    holds_from: Day | None = None
    answers: dict[Annotated[str, Field(max_length=80)], AnswerTo] = Field(
        max_length=500, examples=[{"is_ai": True, "to_the_public": True}]
    )
    instead: Flag = Field(default=False, description="these replace everything said before for the same day")


class NewReport(Given):
    """What happened, on a day or at a time."""

    event: str = Field(max_length=64, examples=["service_started"])
    on: Moment = Field(examples=["2026-02-10"])
    note: str = Field("", max_length=300)


class NewEvidence(Given):
    """What shows that a duty was done: a document of the party, a statement, or both."""

    rule: str = Field(max_length=80)
    instance: str = Field("", max_length=40)
    document: UUID | None = None
    says: str = Field("", max_length=2000)


class Product(Schema):
    """A product, with how it was judged last."""

    id: int
    party: Named
    name: str
    name_en: str
    description: str
    added_at: str | None
    judged_on: str | None
    track: str | None
    candidates: list[str] = Field(description="the tracks still possible while answers are missing")
    open_questions: int | None
    waits: bool = Field(description="something changed: it is judged again in a moment")


class Answers(Schema):
    """What was said to hold from a day on. The latest of a day counts."""

    id: int
    holds_from: str | None
    answers: dict[str, AnswerTo]
    said_at: str | None


class Report(Schema):
    """What happened to a product. With a case: an act brought it about; else the party reported it."""

    id: int
    event: str
    on: str
    note: str
    case: int | None
    said_at: str | None
    withdrawn_at: str | None


class Obligation(Schema):
    """One duty in one instance, as last judged."""

    id: int
    product: Named
    rule: str
    instance: str
    bearer: str
    ground: str
    standing: str
    says: Said
    cite: Said
    due: str | None
    due_at: str | None
    provisional: bool
    done_on: str | None
    judged_on: str


class WholeObligation(Obligation):
    """A duty with the computation of its date, and what shows that it was done."""

    detail: Plain


class Evidence(Schema):
    """What was given to show that a duty was done."""

    id: int
    rule: str
    instance: str
    document: str | None
    says: str
    given_at: str | None


class Change(Schema):
    """Why an obligation changed."""

    id: int
    at: str | None
    rule: str
    instance: str
    why: list[Plain]
    before: Plain | None
    after: Plain | None


class Judgement(Schema):
    """What the law says of a product on a day: track, conclusions with reasons, duties with dates."""

    product: str
    on: str
    basis: Plain
    track: Plain
    history: list[Plain]
    conclusions: list[Plain]
    duties: list[Plain]
    authority_duties: list[Plain]
    terms: list[Plain]
    licence_conditions: list[Plain]
    dossier: list[Plain]
    prohibitions: list[Plain]
    rights: list[Plain]
    open_questions: list[Plain]
    remarks: list[Said]
    other_readings: list[Plain] | None = None
