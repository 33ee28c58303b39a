"""Logs and the mail queue give nobody away; a mail server that is down loses nothing."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from typing import Any

import pytest
from cryptography.fernet import InvalidToken
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.test import Client
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from qingdan.casework.accounts.logs import Discreet
from qingdan.casework.accounts.post import PATIENCE, deliver, queue, send
from qingdan.casework.accounts.secrecy import seal, unseal
from qingdan.law.grammar.text import Text


def line(message: str, *args: object, error: BaseException | None = None) -> str:
    about = (type(error), error, None) if error else None
    return Discreet("%(message)s").format(logging.LogRecord("x", logging.ERROR, "", 0, message, args, about))


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("mail to jia.yi+1@example.test failed", "mail to [address] failed"),
        ("Key (email)=(jia@example.test) already exists", "Key (email)=([address]) already exists"),
        ("Not Found: /accounts/confirm-email/MQ:1a2b-3c/", "Not Found: /accounts/confirm-email/[code]/"),
        (
            "Not Found: /accounts/password/reset/key/1-abc-def/",
            "Not Found: /accounts/password/reset/key/[code]/",
        ),
        (
            "GET /accounts/oidc/oidc/login/callback/?code=c&state=s 200",
            "GET /accounts/oidc/oidc/login/callback/?[query] 200",
        ),
        ("clock swept 3 cases in 12 ms", "clock swept 3 cases in 12 ms"),
    ],
)
def test_a_line_keeps_what_happened_and_drops_whom(said: str, kept: str) -> None:
    assert line(said) == kept
    assert line("%s", said) == kept


def test_so_does_a_traceback() -> None:
    told = line("broken", error=ValueError("no mailbox for jia@example.test"))
    assert "ValueError" in told
    assert "jia" not in told


def test_the_installation_writes_its_log_so() -> None:
    assert {type(handler.formatter) for handler in logging.getLogger().handlers if handler.formatter} >= {
        Discreet
    }


@pytest.mark.django_db
def test_a_request_that_fails_gives_nobody_away(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    client.get("/accounts/confirm-email/not-a-key-but-secret/")
    client.get("/no/jia@example.test?code=secret")
    told = "\n".join(Discreet("%(message)s").format(record) for record in caplog.records)
    assert "Not Found" in told
    assert "secret" not in told
    assert "jia" not in told


def test_what_is_sealed_opens_with_this_secret_or_a_former_one_and_no_other(settings: Settings) -> None:
    sealed = seal("JBSWY3DP")
    former, settings.SECRET_KEY = settings.SECRET_KEY, "another-secret-altogether"
    with pytest.raises(InvalidToken):
        unseal(sealed)
    settings.SECRET_KEY_FALLBACKS = [former]
    assert unseal(sealed) == "JBSWY3DP"


@pytest.mark.django_db
def test_mail_to_somebody_whose_language_is_unknown_speaks_both(work_off: Callable[[], None]) -> None:
    send("jia@example.test", Text("Hello", "您好"), Text("This is English.", "这是中文。"))
    work_off()
    assert "您好 / Hello" in mail.outbox[0].subject
    assert mail.outbox[0].body.index("这是中文。") < mail.outbox[0].body.index("This is English.")


class Down(EmailBackend):
    """A mail server that does not answer."""

    def send_messages(self, _messages: Any) -> int:  # noqa: ANN401 - as Django has it
        raise ConnectionRefusedError("mail server is down")


@pytest.mark.django_db
def test_a_mail_server_that_is_down_is_tried_again_later(
    work_off: Callable[[], None], settings: Settings
) -> None:
    settings.EMAIL_BACKEND = f"{__name__}.Down"
    assert sys.modules[__name__].Down is Down
    queue("jia@example.test", "s", "b")
    work_off()
    waiting = DBTaskResult.objects.get(status="READY")
    assert waiting.run_after is not None
    assert not DBTaskResult.objects.ready().exists()
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    DBTaskResult.objects.filter(pk=waiting.pk).update(run_after=waiting.enqueued_at)
    work_off()
    assert [m.to for m in mail.outbox] == [["jia@example.test"]]


@pytest.mark.django_db
def test_and_given_up_in_the_end_where_everybody_sees_it(settings: Settings) -> None:
    settings.EMAIL_BACKEND = f"{__name__}.Down"
    with pytest.raises(ConnectionRefusedError):
        deliver.call(seal('["jia@example.test", "s", "b"]'), len(PATIENCE))
