"""What is sent and answered about parties, members, mandates, offices and posts."""

from __future__ import annotations

from typing import Annotated, Literal

from ninja import Field, Schema

from qingdan.api.shapes import Day, Flag, Given, Id, Named, Plain, Said

PartyKind = Literal["company", "institution", "individual", "state_organ", "foreign"]
MemberRole = Literal["manager", "filer", "reader"]
Post = Literal[
    "intake",
    "reviewer",
    "head",
    "legal_reviewer",
    "inspector",
    "list_editor",
    "auditor",
    "system_admin",
    "security_admin",
    "audit_admin",
]
Division = Annotated[str, Field(pattern=r"^[0-9]{6}$", examples=["440300"], description="GB/T 2260")]
Email = Annotated[str, Field(min_length=3, max_length=254)]


class NewParty(Given):
    """What a party says of itself."""

    name: str = Field(min_length=1, max_length=200, examples=["示例科技有限公司"])
    kind: PartyKind = "company"
    name_en: str = Field("", max_length=200)
    uscc: str = Field("", max_length=40, examples=["91440300MA0000001K"])
    uscc_evidence: str = Field("", max_length=2000)
    division: Division = "100000"
    address: str = Field("", max_length=300)
    contact: str = Field("", max_length=300)
    served_online: Flag = True


class Party(Schema):
    """A party. ``role`` is what you are there: none if you see it as its agent or as an officer."""

    id: int
    kind: PartyKind
    name: str
    name_en: str
    uscc: str | None
    division: str
    address: str
    contact: str
    served_online: bool
    registered_at: str | None
    closed_at: str | None
    role: MemberRole | None


class Member(Schema):
    """Somebody who acts for a party."""

    id: int
    user: Named
    role: MemberRole
    since: str


class NewRole(Given):
    """Another role."""

    role: MemberRole


class NewMember(Given):
    """Who is invited, by mail: the code goes to that address alone."""

    email: Email
    role: MemberRole


class NewOfficer(Given):
    """Who is invited to a post, by mail."""

    email: Email
    role: Post


class Invitation(Schema):
    """An invitation that waits for an answer."""

    id: int
    email: str
    role: str
    party: int | None
    office: int | None
    expires_at: str | None


class Code(Given):
    """The code from an invitation's mail."""

    code: str = Field(min_length=10, max_length=100)


class Joined(Schema):
    """What an invitation led to."""

    party: int | None
    office: int | None
    role: str


class NewMandate(Given):
    """Who acts for whom, in what; no products: in everything."""

    kind: Literal["agent", "representative"]
    principal: Id
    agent_uscc: str = Field(min_length=18, max_length=18, description="social credit code of who is to act")
    products: list[Id] = Field(default_factory=list, max_length=200)
    until: Day | None = None


class Mandate(Schema):
    """One party acts for another; it counts once accepted."""

    id: int
    kind: Literal["agent", "representative"]
    principal: Named
    agent: Named
    products: list[Named]
    since: str
    until: str | None
    accepted_on: str | None


class NewOffice(Given):
    """A new office below another."""

    parent: Id
    division: Division
    name_zh: str = Field(min_length=1, max_length=120, pattern=r"\S")
    name_en: str = Field(min_length=1, max_length=200, pattern=r"\S")


class Office(Schema):
    """An office."""

    id: int
    parent: int | None
    division: str
    name: Said


class NewPosting(Given):
    """Who is appointed to which post."""

    user: Id
    role: Post


class Posting(Schema):
    """Somebody holds a post."""

    id: int
    user: Named
    office: int
    role: Post
    since: str


class NewDelegation(Given):
    """Which procedure is left to an office, by which published act, since when."""

    procedure: str = Field(max_length=48)
    act: str = Field(min_length=1, max_length=200)
    since: Day


class Delegation(Schema):
    """A procedure is left to an office."""

    id: int
    office: int
    procedure: str
    act: str
    since: str
    until: str | None


class AdministrativeAct(Schema):
    """One administrative act."""

    id: int
    at: str | None
    by: int | None
    what: str
    about: Plain


class HolidayNotice(Given):
    """A year's calendar as a notice gives it; see ``docs/files.md``."""

    content: Plain


class MovedDate(Schema):
    """One date that a notice moves."""

    of: str
    case: int | None
    product: int | None
    key: str
    instance: str
    official: bool
    before: str | None
    after: str | None
    provisional: list[bool]
    kept: bool
    why: Said


class Preview(Schema):
    """What a notice would move, the first thousand of it."""

    year: int
    moved: list[MovedDate]
    more: bool


class LoadedNotice(Schema):
    """A notice was loaded; open periods follow."""

    notice: int
    year: int
