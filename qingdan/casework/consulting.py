"""Drafts of the Negative List, and what the public says about them while they are open to comment (Art. 23)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.db import transaction

from qingdan.casework.actions.refusals import ActionRefused
from qingdan.casework.actions.taking import take
from qingdan.casework.models import Case, Comment, ListEdition, Posting, User
from qingdan.casework.queries.lists import edition_for
from qingdan.casework.standing import postings_of
from qingdan.intake.document import Document
from qingdan.intake.edition import edition_from
from qingdan.law.clock import SHANGHAI
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.negative_list.data import edition_as_data
from qingdan.law.negative_list.edition import ListEdition as Edition
from qingdan.law.pack import model_law
from qingdan.law.statutes import MODEL_LAW
from qingdan.ledger.encoding import canonical

_CITE = Cite(MODEL_LAW, 23, 2)
_OPEN_TO_CHANGE, _IN_CONSULTATION = "list_drafted", "list_in_consultation"
_ANYBODY = "anybody@invalid"


@transaction.atomic
def draft(content: Mapping[str, Any], *, by: User, at: datetime) -> ListEdition:
    """Keep a new draft of the list, or a new text of one that is still being drafted. The same text changes nothing.

    ``content`` is an edition as plain data. The days in it are what is planned: the act of publication sets them.
    Raises BadDocument naming the field for what is no edition, ActionRefused for anybody but an editor of the list
    and for a text that has left the drafting stage.
    """
    _demand_editor(by, at)
    read = edition_from(Document("draft", dict(content), {}), model_law())
    plain = edition_as_data(read)
    digest = sha256(canonical(plain)).hexdigest()
    found = ListEdition.objects.select_for_update().filter(key=read.key).first()
    if found is None:
        return ListEdition.objects.create(
            key=read.key, draft=plain, digest=digest, first=_is_first(read), sample=read.illustrative
        )
    if found.digest != digest:
        _demand_draft(found)
        found.draft, found.digest, found.first = plain, digest, _is_first(read)
        found.sample = read.illustrative
        found.save(update_fields=["draft", "digest", "first", "sample"])
    return found


def _is_first(edition: Edition) -> bool:
    return edition.first and not ListEdition.objects.filter(published_on__isnull=False).exists()


def _demand_editor(by: User, at: datetime) -> None:
    held = postings_of(by, at.astimezone(SHANGHAI).date()).filter(
        role=Posting.Role.LIST_EDITOR, office__parent__isnull=True
    )
    if not by.is_active or not held.exists():
        raise ActionRefused(
            "not_yours",
            Text(
                "the list is drafted by its editors, at the national authority",
                "清单由国家主管机关的清单编辑人员起草",
            ),
            _CITE,
        )


def _demand_draft(found: ListEdition) -> None:
    running = Case.objects.filter(list_edition=found).exclude(stage=_OPEN_TO_CHANGE)
    if found.published_on or found.abandoned_on or running.exists():
        raise ActionRefused(
            "not_lawful_now",
            Text(
                "this text has left the drafting stage; take the step “draft anew” in its case, or start another edition",
                "该文本已过起草阶段；请在其案件中办理“重新起草”，或者另起新版本",
            ),
            _CITE,
        )


@transaction.atomic
def comment(  # noqa: PLR0913 - what is said, about what, by whom
    key: str, says: str, *, entry: str = "", name: str = "", by: User | None, at: datetime
) -> Comment:
    """Keep what somebody says about a draft in consultation. Anybody may; the name is optional and not published.

    It is a step of the edition's case, so that the report has to account for it. Raises NotFound for an edition that
    is not public, Refusal outside the consultation.
    """
    edition = edition_for(None, key, at.astimezone(SHANGHAI).date())
    if entry and entry not in {e["key"] for e in edition.draft["entries"]}:
        raise ActionRefused(
            "bad_field", Text("the draft has no such entry", "草案中没有该条目"), field="entry"
        )
    case = _consultation(edition)
    if case is None:
        raise ActionRefused(
            "not_lawful_now",
            Text("this draft is not open to comment now", "该草案目前不在征求意见期间"),
            _CITE,
        )
    take(case.pk, "submit_comment", {"comment": says}, by=by or _anybody(), at=at)
    return Comment.objects.create(
        edition=edition, entry=entry, says=says.strip(), name=" ".join(name.split())[:100], user=by, at=at
    )


def in_consultation(edition: ListEdition) -> bool:
    """Tell whether an edition stands open to comment."""
    return _consultation(edition) is not None


def _consultation(edition: ListEdition) -> Case | None:
    return Case.objects.filter(list_edition=edition, stage=_IN_CONSULTATION, ended=False).first()


def _anybody() -> User:
    """Return who stands for those without an account: a user nobody can sign in as, who may do what anyone may."""
    return User.objects.get_or_create(email=_ANYBODY, defaults={"is_active": False, "password": "!"})[0]  # nosec B105 - no password at all
