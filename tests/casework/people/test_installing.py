"""The beginning: three administrators, three people, once."""

from __future__ import annotations

import pytest
from django.core.management import CommandError, call_command

from qingdan.casework.models import Office, Posting, User
from tests.casework.factories import LONG_AGO

GIVEN = {
    "system_admin": "one@example.test",
    "security_admin": "Two@example.test",
    "audit_admin": "three@example.test",
}
pytestmark = pytest.mark.django_db


def appoint(capsys: pytest.CaptureFixture[str], **given: str) -> str:
    call_command("appoint_first_administrators", **given)
    return capsys.readouterr().out


def test_the_authority_begins_with_three_administrators(capsys: pytest.CaptureFixture[str]) -> None:
    told = appoint(capsys, **GIVEN)
    assert Office.objects.get().national
    posts = dict(Posting.objects.values_list("role", "user__email"))
    assert posts == {role: address.lower() for role, address in GIVEN.items()}
    assert not any(user.has_usable_password() for user in User.objects.all())
    assert "@" not in told


def test_addresses_may_come_from_the_environment(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for role, address in GIVEN.items():
        monkeypatch.setenv(f"QINGDAN_{role.upper()}", address)
    appoint(capsys)
    assert Posting.objects.count() == 3


@pytest.mark.parametrize("fault", [{"audit_admin": ""}, {"audit_admin": "ONE@example.test"}])
def test_three_different_people_are_needed(capsys: pytest.CaptureFixture[str], fault: dict[str, str]) -> None:
    with pytest.raises(CommandError, match="three different people"):
        appoint(capsys, **GIVEN | fault)
    assert not User.objects.exists()


def test_it_works_once_even_if_all_have_left(capsys: pytest.CaptureFixture[str]) -> None:
    appoint(capsys, **GIVEN)
    Posting.objects.update(until=LONG_AGO)
    with pytest.raises(CommandError, match="there are administrators already"):
        appoint(capsys, **{role: f"other-{address}" for role, address in GIVEN.items()})
