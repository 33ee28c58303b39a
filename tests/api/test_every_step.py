"""Whatever a person can do in any procedure can be done over HTTP: seen, asked for by its real fields, and taken."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qingdan.casework.models import Case, Interest, Mandate, Membership, Posting, User
from qingdan.procedures import engine
from qingdan.procedures.catalogue import procedures
from qingdan.procedures.grammar.procedure import Procedure
from qingdan.procedures.grammar.roles import By
from tests.api.conftest import AT, Asker
from tests.casework import factories
from tests.casework.factories import Company, Offices

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(offices: Offices, firm: Company, company: Callable[..., Company]) -> dict[By, User]:
    """Somebody for every capacity."""
    agent, third = company("代表示例有限公司"), company("第三人示例有限公司")
    Mandate.objects.create(
        kind="representative", principal=firm.party, agent=agent.party, since=factories.LONG_AGO
    )
    roles = {By(r.value): r for r in Posting.Role if r.value in set(By)}
    found = {by: factories.officer(role, offices.national) for by, role in roles.items()}
    Membership.objects.filter(user=agent.filer).update(role="manager")
    return {
        **found,
        By.APPLICANT: firm.filer,
        By.REPRESENTATIVE: agent.filer,
        By.THIRD_PARTY: third.filer,
        By.ANYONE: factories.user(),
    }


def case_at(declared: Procedure, stage: str, offices: Offices, firm: Company, people: dict[By, User]) -> Case:
    case = Case.objects.create(
        procedure=declared.key,
        edition=declared.edition,
        party=firm.party,
        product=factories.product(firm.party, f"{declared.key} {stage} {Case.objects.count()}"),
        office=offices.national,
        stage=stage,
        state={**engine.opened(declared).as_data(), "stage": stage},
        opened_on=AT.date(),
    )
    party = Membership.objects.get(user=people[By.THIRD_PARTY]).party
    Interest.objects.create(case=case, party=party, why="x", admitted_by=people[By.HEAD], admitted_at=AT)
    return case


@pytest.mark.parametrize("declared", procedures(), ids=lambda p: p.key)
def test_every_step_of_every_procedure_is_open_to_programs(
    declared: Procedure, offices: Offices, firm: Company, people: dict[By, User], asker: Callable[..., Asker]
) -> None:
    """Each step is shown with its fields; whoever it is for reaches it at its stage, and is told of a field by name.

    Nothing is written: what came before is made up. Whole ways are walked in the journey, and by the procedures' own tests.
    """
    askers = {by: asker(who) for by, who in people.items()}
    shown = {s["key"]: s for s in askers[By.ANYONE].get(f"/procedures/{declared.key}")["steps"]}
    assert list(shown) == list(declared.steps)
    for step in declared.steps.values():
        assert [f["key"] for f in shown[step.key]["asks"]] == [f.key for f in step.asks]
        who = askers[step.by[0]]
        case = case_at(declared, step.open_at[0].key, offices, firm, people)
        if declared.opens_at in step.open_at and step.by[0] is not By.ANYONE:
            assert step.key in {c["key"] for c in who.get(f"/cases/{case.pk}/steps")}
        place = f"/cases/{case.pk}/steps/{step.key}"
        content = {f.key: None for f in step.asks}
        assert who.post(place, {"given": {**content, "no such field": 1}}, 422)["code"] == "unknown_field", (
            step.key
        )
        first = next((f.key for f in step.asks if f.required), None)
        if first is not None:
            problem = who.post(place, {"given": content}, 422)
            assert (problem["code"], problem["field"]) == ("bad_field", first), step.key
