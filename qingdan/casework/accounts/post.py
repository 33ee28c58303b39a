"""Mail: queued in the transaction that causes it, so that none is lost and none tells of what was rolled back.

It waits sealed, because it may hold codes and addresses. A mail server that is down is tried again.
"""

from __future__ import annotations

import json
from datetime import timedelta
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils import timezone
from django_tasks import task

from qingdan.casework.accounts.secrecy import seal, unseal
from qingdan.law.grammar.text import Text

# Minutes to wait before each further attempt: three days in all.
PATIENCE = (1, 5, 30, 120, 720, 1440, 2160)


def send(to: str, subject: Text, body: Text) -> None:
    """Queue a mail in both languages, for somebody whose language is not known."""
    queue(
        to,
        f"{settings.ACCOUNT_EMAIL_SUBJECT_PREFIX}{subject.zh} / {subject.en}",
        f"{body.zh}\n\n---\n\n{body.en}",
    )


def queue(to: str, subject: str, body: str) -> None:
    """Queue a mail as it is."""
    deliver.enqueue(seal(json.dumps([to, subject, body])), 0)


@task()
def deliver(sealed: str, attempt: int) -> None:
    """Send one mail; if the server does not take it, queue it again for later."""
    to, subject, body = json.loads(unseal(sealed))
    try:
        EmailMessage(subject, body, settings.DEFAULT_FROM_EMAIL, [to]).send()
    except (OSError, SMTPException):
        if attempt >= len(PATIENCE):
            raise
        later = timezone.now() + timedelta(minutes=PATIENCE[attempt])
        deliver.using(run_after=later).enqueue(sealed, attempt + 1)
