"""The Negative List: its editions, what changes between them, drafts and what anybody says about them."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from django.http import HttpRequest, HttpResponse
from ninja import Field, Query, Router, Schema
from ninja.responses import Status

from qingdan.api.acts import once, present
from qingdan.api.doors import caller, door, open_door
from qingdan.api.paging import page
from qingdan.api.rates import COMMENTS, HEAVY
from qingdan.api.shapes import Cursor, Given, Key, Limit, Page, Plain, Said
from qingdan.api.shown import instant
from qingdan.casework import consulting, law_now
from qingdan.casework.models import Comment, ListEdition, User
from qingdan.casework.queries import lists as read
from qingdan.law.compare import differences
from qingdan.law.in_force import in_force
from qingdan.law.model_law.tracks import TRACKS
from qingdan.law.pack import model_law
from qingdan.law.worlds import WORLDS

router = Router(tags=["negative list"])
PUBLIC = open_door("cases:read")
EditionKey = Annotated[str, Field(max_length=60)]


class Edition(Schema):
    """An edition of the list in brief."""

    key: str
    title: Said
    state: Literal["draft", "published", "abandoned"]
    in_consultation: bool
    first: bool
    illustrative: bool = Field(description="a sample that no authority published")
    published_on: str | None
    in_force_from: str | None
    entries: int


class ListEntry(Schema):
    """One entry: its criteria decide what it covers."""

    key: str
    says: Said
    criteria: Plain
    reason: Said


class WholeEdition(Edition):
    """An edition with its entries. ``dry_run`` counts who would change track; products are not named."""

    notice: Said
    digest: str
    listed: list[ListEntry]
    dry_run: Plain | None


class Draft(Given):
    """An edition as plain data; see ``docs/files.md``."""

    content: Plain


class NewComment(Given):
    """What you say about a draft. The name is optional and never published."""

    says: str = Field(min_length=2, max_length=10_000, pattern=r"\S")
    entry: str = Field("", max_length=60)
    name: str = Field("", max_length=100)


class Received(Schema):
    """Your comment was received."""

    comment: int
    at: str | None


class CommentShape(Schema):
    """What somebody said about a draft."""

    id: int
    entry: str
    says: str
    name: str
    at: str | None


class DecidedOtherwise(Schema):
    """One thing two editions decide differently, with the smallest case that shows it."""

    kind: str
    rule: str
    cite: str
    one: Said
    other: Said
    case: Any
    because: list[str]
    also: list[str]
    en: str
    zh: str


class Comparison(Schema):
    """Two editions compared."""

    one: str
    other: str
    added: list[str]
    dropped: list[str]
    changed: list[str]
    differences: list[DecidedOtherwise]


def _edition(row: ListEdition) -> dict[str, Any]:
    state = "abandoned" if row.abandoned_on else "published" if row.published_on else "draft"
    return {
        "key": row.key,
        "title": row.draft["title"],
        "state": state,
        "in_consultation": state == "draft" and consulting.in_consultation(row),
        "first": row.first,
        "illustrative": row.sample,
        "published_on": row.published_on.isoformat() if row.published_on else None,
        "in_force_from": row.in_force_from.isoformat() if row.in_force_from else None,
        "entries": len(row.draft["entries"]),
    }


def _whole(row: ListEdition) -> dict[str, Any]:
    run = row.dry_run
    return {
        **_edition(row),
        "notice": row.draft["notice"],
        "digest": row.digest,
        "listed": row.draft["entries"],
        "dry_run": None if run is None else {k: v for k, v in run.items() if k != "named"},
    }


def _comment(row: Comment) -> dict[str, Any]:
    return {
        "id": row.pk,
        "entry": row.entry,
        "says": row.says,
        "name": row.name,
        "at": instant(row.at),
    }


def _reader(request: HttpRequest) -> User | None:
    return request.user if isinstance(request.user, User) else None


@router.get("", auth=PUBLIC, summary="List editions", response=Page[Edition])
def list_editions(request: HttpRequest, *, cursor: Cursor = "", limit: Limit = 25) -> dict[str, Any]:
    """List the editions of the Negative List, latest first: published, and drafts that were opened to comment."""
    return page(read.editions(_reader(request), present().on), ("-id",), cursor, limit, _edition)


@router.post("", auth=door("cases:act"), summary="Draft an edition", response={201: WholeEdition})
def draft_edition(request: HttpRequest, response: HttpResponse, body: Draft, key: Key = None) -> Status[Any]:
    """Keep a new draft, or a new text of one still being drafted; for editors of the list. Then open its case."""
    user, at = caller(request), present().at
    act = lambda: _whole(consulting.draft(body.content, by=user, at=at))  # noqa: E731 - done once
    return Status(201, once(request, response, key, act))


@router.get("/compare", auth=PUBLIC, summary="Compare two editions", response=Comparison, throttle=[HEAVY])
def compare_editions(
    request: HttpRequest, one: Annotated[EditionKey, Query()], other: Annotated[EditionKey, Query()]
) -> dict[str, Any]:
    """Return what two editions decide differently, each with the smallest case that shows it."""
    reader, on = _reader(request), present().on
    rows = [read.edition_for(reader, key, on) for key in (one, other)]
    laws = [
        in_force(model_law(), readings=law_now.readings_taken(), edition=law_now.law_edition(row))
        for row in rows
    ]
    found = differences(
        laws[0], laws[1], assume=[w.holds for w in WORLDS], first=[finding for _, finding in TRACKS]
    )
    texts = [{e["key"]: e for e in row.draft["entries"]} for row in rows]
    return {
        "one": one,
        "other": other,
        "added": [k for k in texts[1] if k not in texts[0]],
        "dropped": [k for k in texts[0] if k not in texts[1]],
        "changed": [k for k in texts[0] if k in texts[1] and texts[0][k] != texts[1][k]],
        "differences": [d.as_data() for d in found],
    }


@router.get("/{edition}", auth=PUBLIC, summary="See an edition", response=WholeEdition)
def see_edition(request: HttpRequest, edition: EditionKey) -> dict[str, Any]:
    """See an edition with its entries and criteria."""
    return _whole(read.edition_for(_reader(request), edition, present().on))


@router.post(
    "/{edition}/comments",
    auth=PUBLIC,
    summary="Comment on a draft",
    response={201: Received},
    throttle=[COMMENTS],
)
def comment(
    request: HttpRequest, response: HttpResponse, edition: EditionKey, body: NewComment, key: Key = None
) -> Status[Any]:
    """Say what you think of a draft while it is open to comment. No account is needed."""
    at = present().at

    def act() -> dict[str, Any]:
        kept = consulting.comment(
            edition, body.says, entry=body.entry, name=body.name, by=_reader(request), at=at
        )
        return {"comment": kept.pk, "at": instant(kept.at)}

    return Status(201, once(request, response, key, act))


@router.get(
    "/{edition}/comments", auth=door("cases:read"), summary="Read the comments", response=Page[CommentShape]
)
def read_comments(
    request: HttpRequest, edition: EditionKey, *, cursor: Cursor = "", limit: Limit = 25
) -> dict[str, Any]:
    """Read what was said about a draft; for those who make the list."""
    user, (at, on) = caller(request), present()
    found = read.edition_for(user, edition, on)
    return page(read.comments_on(found, user, at), ("id",), cursor, limit, _comment)
