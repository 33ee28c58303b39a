"""Nobody gets what the declaration does not give: every kind of person, at every stage, for every step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

import pytest

from qingdan.casework import actions, law_now
from qingdan.casework.models import Case, Interest, Mandate, Membership, Posting, Recusal, User
from qingdan.casework.queries.cases import next_steps
from qingdan.casework.standing import capacities, cases_seen_by
from qingdan.law.calendars import official_calendar
from qingdan.law.clock import SHANGHAI
from qingdan.law.grammar.refusal import Refusal
from qingdan.procedures import engine
from qingdan.procedures.catalogue import procedures
from qingdan.procedures.engine import Actor, Setting, State
from qingdan.procedures.grammar.procedure import Procedure
from qingdan.procedures.grammar.roles import By
from tests.casework import factories
from tests.casework.factories import Company, Offices

AT = datetime(2026, 3, 2, 10, tzinfo=SHANGHAI)
ON = AT.date()
pytestmark = pytest.mark.django_db

# What each relation to a case gives, and whether it lets one see the case.
EXPECTED: dict[str, tuple[frozenset[By], bool]] = {
    "manager of the party": (frozenset({By.APPLICANT}), True),
    "filer of the party": (frozenset({By.APPLICANT}), True),
    "reader of the party": (frozenset(), True),
    "former filer": (frozenset(), False),
    "future filer": (frozenset(), False),
    "filer of the agent": (frozenset({By.APPLICANT}), True),
    "filer of an agent for another product": (frozenset(), False),
    "filer of an agent that has not accepted": (frozenset(), False),
    "filer of a former agent": (frozenset(), False),
    "filer of an admitted third party": (frozenset({By.THIRD_PARTY}), True),
    "reader of an admitted third party": (frozenset(), True),
    "filer of another party": (frozenset(), False),
    "intake officer": (frozenset({By.INTAKE}), True),
    "reviewing officer": (frozenset({By.REVIEWER}), True),
    "head": (frozenset({By.HEAD}), True),
    "legal reviewer": (frozenset({By.LEGAL_REVIEWER}), True),
    "inspector": (frozenset({By.INSPECTOR}), True),
    "list editor": (frozenset({By.LIST_EDITOR}), True),
    "reviewer and head": (frozenset({By.REVIEWER, By.HEAD}), True),
    "auditor": (frozenset(), True),
    "system administrator": (frozenset(), False),
    "security administrator": (frozenset(), False),
    "audit administrator": (frozenset(), False),
    "reviewer of the office below": (frozenset(), False),
    "former reviewing officer": (frozenset(), False),
    "deactivated reviewing officer": (frozenset(), False),
    "recused reviewing officer": (frozenset(), False),
    "somebody with a login only": (frozenset(), False),
}


@dataclass
class World:
    """Everybody with their relation to one party's cases."""

    company: Company
    offices: Offices
    people: dict[str, User]
    recused: User


def _member(of: Company, role: str, since: date = factories.LONG_AGO, until: date | None = None) -> User:
    someone = factories.user()
    Membership.objects.create(user=someone, party=of.party, role=role, since=since, until=until)
    return someone


def _agent(of: Company, *, accepted: bool = True, until: date | None = None) -> tuple[User, Mandate]:
    agent = factories.company("代理示例有限公司")
    mandate = Mandate.objects.create(
        kind="agent",
        principal=of.party,
        agent=agent.party,
        since=factories.LONG_AGO,
        until=until,
        accepted_on=factories.LONG_AGO if accepted else None,
    )
    return agent.filer, mandate


@pytest.fixture
def world(offices: Offices, company: Callable[..., Company], officer: Callable[..., User]) -> World:
    firm, third = company("甲示例有限公司"), company("第三人示例有限公司")
    both = officer("reviewer")
    Posting.objects.create(user=both, office=offices.national, role="head", since=factories.LONG_AGO)
    gone, idle = officer("reviewer"), officer("reviewer")
    Posting.objects.filter(user=gone).update(until=ON - timedelta(days=1))
    User.objects.filter(pk=idle.pk).update(is_active=False)
    idle.refresh_from_db()
    limited, mandate = _agent(firm)
    mandate.products.add(factories.product(firm.party, "另一产品"))
    yesterday, tomorrow = ON - timedelta(days=1), ON + timedelta(days=1)
    recused = officer("reviewer")
    people = {
        "manager of the party": firm.manager,
        "filer of the party": firm.filer,
        "reader of the party": firm.reader,
        "former filer": _member(firm, "filer", until=yesterday),
        "future filer": _member(firm, "filer", since=tomorrow),
        "filer of the agent": _agent(firm)[0],
        "filer of an agent for another product": limited,
        "filer of an agent that has not accepted": _agent(firm, accepted=False)[0],
        "filer of a former agent": _agent(firm, until=yesterday)[0],
        "filer of an admitted third party": third.filer,
        "reader of an admitted third party": third.reader,
        "filer of another party": company("乙示例有限公司").filer,
        "intake officer": officer("intake"),
        "reviewing officer": officer("reviewer"),
        "head": officer("head"),
        "legal reviewer": officer("legal_reviewer"),
        "inspector": officer("inspector"),
        "list editor": officer("list_editor"),
        "reviewer and head": both,
        "auditor": officer("auditor"),
        "system administrator": officer("system_admin"),
        "security administrator": officer("security_admin"),
        "audit administrator": officer("audit_admin"),
        "reviewer of the office below": officer("reviewer", offices.province),
        "former reviewing officer": gone,
        "deactivated reviewing officer": idle,
        "recused reviewing officer": recused,
        "somebody with a login only": factories.user(),
    }
    return World(firm, offices, people, recused)


def _case_at(world: World, declared: Procedure, stage: str) -> Case:
    case = Case.objects.create(
        procedure=declared.key,
        edition=declared.edition,
        party=world.company.party,
        product=factories.product(world.company.party),
        office=world.offices.national,
        stage=stage,
        state={**engine.opened(declared).as_data(), "stage": stage},
        opened_on=ON,
    )
    third = Interest.objects.filter(party__name="第三人示例有限公司").first()
    party = (
        third.party
        if third
        else Membership.objects.get(user=world.people["filer of an admitted third party"]).party
    )
    Interest.objects.create(
        case=case, party=party, why="affected", admitted_by=world.people["head"], admitted_at=AT
    )
    Recusal.objects.create(case=case, user=world.recused, why="kin", at=AT)
    return case


def test_each_relation_gives_exactly_its_capacities(world: World) -> None:
    assert set(world.people) == set(EXPECTED)
    case = _case_at(world, procedures()[0], procedures()[0].opens_at.key)
    for relation, (held, sees) in EXPECTED.items():
        who = world.people[relation]
        assert capacities(who, case, ON) - {By.ANYONE} == held, relation
        assert cases_seen_by(who, ON).filter(pk=case.pk).exists() is sees, relation


@pytest.mark.parametrize("declared", procedures(), ids=lambda p: p.key)
def test_the_matrix_of_capacities_and_steps(declared: Procedure) -> None:
    """At every stage, for every capacity, each step is either declared for it or refused for the right reason."""
    law = Setting(law_now.law_under({}), official_calendar(), defaultdict(lambda: None))
    for stage in declared.stages:
        state = replace(engine.opened(declared), stage=stage)
        for held in sorted({frozenset(h | {By.ANYONE}) for h, _ in EXPECTED.values()}, key=sorted):
            actor = Actor("17", held)
            for step in declared.steps.values():
                may = bool({*step.by, *([step.confirmed_by] if step.confirmed_by else [])} & held)
                here = stage in {at.key for at in step.at}
                code = _refusal(declared, state, step.key, actor, law)
                if not here:
                    assert code == "wrong_stage"
                elif not may and code != "only_once":
                    assert code == "not_yours", (stage, step.key, held)
                else:
                    assert code != "not_yours", (stage, step.key, held)


def _refusal(declared: Procedure, state: State, step: str, actor: Actor, law: Setting) -> str:
    try:
        engine.take(declared, state, step, {}, by=actor, at=AT, setting=law)
    except Refusal as refused:
        return getattr(refused, "code", "refused")
    except (AssertionError, KeyError):  # past the door: a guard asks for what no case at this stage lacks
        return "admitted"
    return "taken"


@pytest.mark.parametrize("declared", procedures(), ids=lambda p: p.key)
def test_in_the_database_too_nobody_acts_beyond_their_relation(declared: Procedure, world: World) -> None:
    case = _case_at(world, declared, declared.opens_at.key)
    here = [s for s in declared.steps.values() if declared.opens_at in s.at]
    for relation in ("filer of the party", "reviewing officer", "auditor", "filer of another party"):
        who, held = world.people[relation], EXPECTED[relation][0] | {By.ANYONE}
        offered = {c.step.key for c in next_steps(case, who, AT)}
        assert offered <= {s.key for s in here if set(s.by) & held}, relation
        beyond = next((s.key for s in here if not set(s.by) & held), None)
        if beyond is not None:
            with pytest.raises(Refusal) as refused:
                actions.take(case.pk, beyond, {}, by=who, at=AT)
            assert getattr(refused.value, "code", "") in {"not_yours", "not_found"}
    case.refresh_from_db()
    assert case.version == 0
    assert not case.events.exists()


def test_a_case_given_to_one_reviewer_is_not_anothers(world: World) -> None:
    case = _case_at(world, procedures()[0], procedures()[0].opens_at.key)
    actions.assign(case.pk, world.people["reviewing officer"].pk, by=world.people["head"], at=AT)
    case.refresh_from_db()
    assert By.REVIEWER in capacities(world.people["reviewing officer"], case, ON)
    assert capacities(world.people["reviewer and head"], case, ON) == {By.HEAD, By.ANYONE}
    with pytest.raises(Refusal, match="recused"):
        actions.assign(case.pk, world.recused.pk, by=world.people["head"], at=AT)
    actions.hand_back(case.pk, "on leave", by=world.people["head"], at=AT)
    case.refresh_from_db()
    assert case.assignee is None
