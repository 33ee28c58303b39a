"""Registering a party: who may, under which code, and what a stranger learns from a refusal."""

from __future__ import annotations

import pytest

from qingdan.casework.actions.refusals import ActionRefused
from qingdan.casework.enrolment import register_party
from qingdan.casework.enrolment.parties import Particulars
from qingdan.casework.models import AdminAct, Membership, Party
from tests.casework import factories
from tests.casework.factories import moment, uscc

AT = moment("2026-11-23")
pytestmark = pytest.mark.django_db


def refused(said: Particulars) -> str:
    with pytest.raises(ActionRefused) as refusal:
        register_party(factories.user(), said, AT)
    return refusal.value.code


def test_who_registers_a_party_manages_it() -> None:
    user = factories.user()
    party = register_party(user, Particulars("示例科技有限公司", uscc=uscc(), division="440305"), AT)
    assert list(Membership.objects.filter(party=party).values_list("user", "role")) == [(user.pk, "manager")]
    act = AdminAct.objects.get()
    assert (act.what, act.by, act.about) == ("party_registered", user, {"party": party.pk})


def test_a_code_is_kept_as_the_standard_writes_it() -> None:
    code = uscc()
    spaced = f" {code[:9].lower()} {code[9:]}"
    assert register_party(factories.user(), Particulars("示例", uscc=spaced), AT).uscc == code


def test_a_domestic_party_needs_a_code_and_a_name() -> None:
    assert refused(Particulars("示例")) == "uscc_invalid"
    assert refused(Particulars("  ", uscc=uscc())) == "name"
    assert refused(Particulars("示例", kind="club", uscc=uscc())) == "kind"


def test_an_early_code_is_doubted_until_evidence_is_named() -> None:
    code = uscc()
    early = code[:-1] + ("0" if code[-1] != "0" else "1")
    assert refused(Particulars("示例", uscc=early)) == "uscc_doubtful"
    party = register_party(
        factories.user(), Particulars("示例", uscc=early, uscc_evidence="2015年核发的营业执照"), AT
    )
    assert (party.uscc, party.uscc_evidence) == (early, "2015年核发的营业执照")


def test_a_foreign_party_has_no_code_and_a_natural_person_needs_none() -> None:
    assert refused(Particulars("Example Inc", kind=Party.Kind.FOREIGN, uscc=uscc())) == "uscc"
    foreign = register_party(factories.user(), Particulars("Example Inc", kind=Party.Kind.FOREIGN), AT)
    person = register_party(factories.user(), Particulars("甲", kind=Party.Kind.INDIVIDUAL), AT)
    assert (foreign.uscc, foreign.division, person.uscc) == (None, "100000", None)


def test_a_code_registered_before_is_refused_and_nobody_is_named() -> None:
    taken = factories.company("另一示例公司")
    with pytest.raises(ActionRefused, match="already registered") as refusal:
        register_party(factories.user(), Particulars("示例", uscc=str(taken.party.uscc)), AT)
    told = refusal.value.of("zh") + refusal.value.of("en")
    assert not any(name in told for name in (taken.party.name, taken.manager.email, taken.manager.name))


@pytest.mark.parametrize("code", ["990000", "4403", "44030五", "abcdef"])
def test_a_division_that_does_not_exist_is_refused(code: str) -> None:
    assert refused(Particulars("示例", uscc=uscc(), division=code)) == "division"


def test_an_officer_does_not_act_for_a_business() -> None:
    office = factories.make_offices().city
    with pytest.raises(ActionRefused, match="Civil Servant Law"):
        register_party(factories.officer("reviewer", office), Particulars("示例", uscc=uscc()), AT)
    assert not Party.objects.exists()
