"""How long a session lasts: eight hours at most, for officers half an hour without a sign of life."""

from __future__ import annotations

import time

from allauth.usersessions.models import UserSession
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest

LASTS = 8 * 60 * 60
IDLE = 30 * 60
_NOTED_EVERY = 60  # seconds: a page is no reason to write the session anew
_BEGAN, _SEEN = "began", "seen"


def begin(session: SessionBase) -> None:
    """Note when a session began."""
    session[_BEGAN] = session[_SEEN] = int(time.time())


def over(session: SessionBase, *, officer: bool) -> bool:
    """Tell whether a session has lasted too long or, for an officer, lain idle too long."""
    now = time.time()
    too_long = now - session.get(_BEGAN, 0) > LASTS
    return too_long or (officer and now - session.get(_SEEN, 0) > IDLE)


def note(session: SessionBase) -> None:
    """Note a sign of life."""
    now = int(time.time())
    if now - session.get(_SEEN, 0) >= _NOTED_EVERY:
        session[_SEEN] = now


def renew(request: HttpRequest) -> None:
    """Give the session another key, as after every proof of who somebody is; it stays in the list of sessions."""
    former = request.session.session_key
    request.session.cycle_key()
    UserSession.objects.filter(session_key=former).update(session_key=request.session.session_key)
