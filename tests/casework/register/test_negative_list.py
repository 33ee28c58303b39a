"""An edition of the Negative List in the database: tried out, published, in force on its day; or recalled, and never."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest

from qingdan.casework import actions, law_now
from qingdan.casework.models import Case, ListEdition, ListEntry, Notice, User
from qingdan.casework.queries.register import announcements
from qingdan.law.grammar.refusal import Refusal
from qingdan.law.negative_list.data import edition_as_data
from qingdan.law.negative_list.edition import edition_in_force
from qingdan.law.negative_list.sample import EDITIONS
from tests.casework import factories
from tests.casework.factories import Company
from tests.casework.journeys import Journey, on

pytestmark = pytest.mark.django_db


@pytest.fixture
def way() -> Journey:
    return Journey()


@pytest.fixture
def draft() -> ListEdition:
    data = edition_as_data(EDITIONS[-1])
    return ListEdition.objects.create(key="list-2026", draft=data, digest="d" * 64, first=True)


def consulted(way: Journey, draft: ListEdition) -> Case:
    """Up to the report on the comments."""
    editor, lawyer = way.officer("list_editor"), way.officer("legal_reviewer")
    case = way.open("negative_list_edition", editor, on("2026-01-05"), list_edition=draft.key)
    way.take(case, "send_to_review", editor, on("2026-01-05"))
    way.take(case, "pass_review", lawyer, on("2026-01-06"))
    way.take(case, "open_consultation", editor, on("2026-01-07"), consultation_days=30)
    way.take(case, "submit_comment", factories.user(), on("2026-01-20"), comment="增列情感陪伴")
    actions.sweep(on("2026-02-07"))
    way.take(case, "report_comments", editor, on("2026-02-09"), comments_received=1)
    return case


def published(way: Journey, case: Case, draft: ListEdition) -> None:
    editor, at = way.officer("list_editor"), on("2026-02-27")
    way.take(case, "dry_run", editor, at)
    days = {"in_force_from": "2026-08-31", "digest": draft.digest}
    way.take(case, "publish_first", editor, at, way.officer("head"), **days)
    draft.refresh_from_db()


def test_from_draft_to_the_day_it_takes_effect(way: Journey, draft: ListEdition) -> None:
    case = consulted(way, draft)
    draft.refresh_from_db()
    assert (str(draft.consultation_from), str(draft.consultation_until)) == ("2026-01-07", "2026-02-06")
    published(way, case, draft)
    assert draft.dry_run is not None
    assert (draft.dry_run["products"], draft.dry_run_digest) == (1, draft.digest)
    assert (str(draft.published_on), str(draft.in_force_from)) == ("2026-02-27", "2026-08-31")
    assert ListEntry.objects.filter(edition=draft).count() == len(draft.draft["entries"])
    assert edition_in_force(law_now.editions(), on("2026-08-30").date()) is None
    assert actions.sweep(datetime.fromisoformat("2026-08-31T00:00:00+08:00")) == 1
    case.refresh_from_db()
    assert case.stage == "list_in_force"
    in_force = edition_in_force(law_now.editions(), on("2026-08-31").date())
    assert in_force is not None


def test_changed_after_the_trial_it_is_not_published(way: Journey, draft: ListEdition) -> None:
    case, editor = consulted(way, draft), way.officer("list_editor")
    way.take(case, "dry_run", editor, on("2026-02-27"))
    ListEdition.objects.filter(pk=draft.pk).update(digest="e" * 64)
    days = {"in_force_from": "2026-08-31", "digest": "e" * 64}
    with pytest.raises(Refusal, match="changed since"):
        way.take(case, "publish_first", editor, on("2026-02-27"), way.officer("head"), **days)
    draft.refresh_from_db()
    assert draft.published_on is None


def test_recalled_before_its_day_it_never_takes_effect(way: Journey, draft: ListEdition) -> None:
    case = consulted(way, draft)
    published(way, case, draft)
    way.take(case, "recall", way.officer("list_editor"), on("2026-05-06"), way.officer("head"))
    actions.sweep(on("2026-09-01"))
    case.refresh_from_db()
    assert case.stage == "abandoned"
    assert law_now.editions() == ()


def test_what_is_published_is_announced_to_all_and_a_comment_is_receipted_to_its_sender(
    way: Journey, draft: ListEdition, company: Callable[..., Company]
) -> None:
    from qingdan.casework.letters import letter_for

    case = consulted(way, draft)
    assert [n.letter for n in announcements()] == ["report_on_comments", "call_for_comments"]
    receipt = Notice.objects.select_related("event__user").get(case=case, letter="receipt_of_comment")
    assert not receipt.public
    citizen: User | None = receipt.event.user
    assert citizen is not None
    assert letter_for(citizen, receipt.pk, on("2026-01-20").date(), on("2026-01-20")) == receipt
    with pytest.raises(Refusal, match="no such letter"):
        letter_for(company("乙示例有限公司").filer, receipt.pk, on("2026-01-20").date(), on("2026-01-20"))
