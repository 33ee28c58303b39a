"""An edition of the Negative List over all products: who changes track is known before anybody is bound."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

import pytest

from qingdan.casework.judging import judge_product, judge_wanted
from qingdan.casework.models import Journal, Judged, ListEdition, Product
from qingdan.casework.relisting import dry_run, judge_all_again
from qingdan.intake.document import BadDocument
from qingdan.law.clock import SHANGHAI
from qingdan.law.negative_list.data import edition_as_data
from qingdan.law.negative_list.sample import EDITIONS
from tests.casework import factories
from tests.casework.factories import Company

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 2, 10, tzinfo=SHANGHAI)


@pytest.fixture
def draft(db: None) -> ListEdition:  # noqa: ARG001 - a row
    data = edition_as_data(EDITIONS[-1])
    return ListEdition.objects.create(key=data["key"], draft=data, digest="d" * 64)


@pytest.fixture
def triage(company: Callable[..., Company]) -> Product:
    answers = {
        "is_ai": True,
        "activity_in_china": True,
        "offers_to_others": True,
        "to_the_public": True,
        "field": "medicine",
        "affects_personal_safety": True,
        "decides_without_human": True,
        "open_source": False,
    }
    return factories.product(company("康讯示例有限公司").party, "分诊", answers)


def test_a_dry_run_names_who_joins_and_by_which_entry_and_counts_all(
    draft: ListEdition, triage: Product
) -> None:
    factories.product(triage.party, "非人工智能", {"is_ai": False})
    found = dry_run(draft, AT.date())
    assert (found["products"], found["edition"], found["instead_of"]) == (2, draft.key, None)
    named = {n["product"]: n for n in found["named"]}
    assert named[triage.pk]["joins"] or named[triage.pk]["may_join"]
    assert "licence" in named[triage.pk]["after"]
    assert found["changes"] == sum(w["products"] for w in found["ways"]) == 1


def test_a_draft_that_is_no_edition_is_refused(draft: ListEdition) -> None:
    draft.draft = {**draft.draft, "entries": []}
    draft.digest = "e" * 64
    draft.save()
    with pytest.raises(BadDocument):
        dry_run(draft, AT.date())


def test_products_are_judged_again_at_publication_and_on_the_day_it_takes_effect(
    draft: ListEdition, triage: Product
) -> None:
    judge_product(triage.pk, AT)
    assert Judged.objects.get(pk=triage.pk).summary["listed"] is False
    ListEdition.objects.update(published_on=date(2026, 3, 3), in_force_from=date(2026, 10, 1))
    assert judge_wanted(datetime(2026, 3, 3, 10, tzinfo=SHANGHAI)) == 1
    assert Judged.objects.get(pk=triage.pk).summary["listed"] is False
    eve, day = (datetime(2026, m, d, 10, tzinfo=SHANGHAI) for m, d in ((9, 30), (10, 1)))
    while judge_wanted(eve):
        pass
    assert Judged.objects.get(pk=triage.pk).next_on == date(2026, 10, 1)
    judge_all_again(draft, day.date())
    assert judge_wanted(day) == 1
    assert Judged.objects.get(pk=triage.pk).summary["negative_list"] == draft.key
    assert "licence" in Judged.objects.get(pk=triage.pk).summary["candidates"]
    assert Journal.objects.filter(product=triage, at=day).exists()
