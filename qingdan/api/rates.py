"""How often somebody may ask: counted in the shared cache, so that all web processes count together.

For the many who ask in bulk a process reports its count only now and then: a request then costs no look at the
cache, and the limit is met within a few per cent.
"""

from __future__ import annotations

import time
from threading import Lock

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from ninja.throttling import BaseThrottle

_MINUTE, _HOUR = 60, 3600
_KEPT = 10_000


class Rate(BaseThrottle):
    """At most ``most`` requests in each stretch of ``seconds``, a person or an address."""

    def __init__(self, name: str, most: int, seconds: int, *, reports: int = 1) -> None:
        self._name, self._most, self._seconds, self._reports = name, most, seconds, reports
        self._counts: dict[str, tuple[int, int]] = {}  # key -> not yet reported, everywhere when last looked
        self._lock = Lock()

    def limit(self, request: HttpRequest) -> int:
        """Return how many a stretch."""
        del request
        return self._most

    def allow_request(self, request: HttpRequest) -> bool:
        """Count one request; tell whether it is within the limit."""
        stretch = int(time.time()) // self._seconds
        key = f"rate:{self._name}:{stretch}:{asker(request)}"
        new = key not in self._counts
        with self._lock:
            if len(self._counts) > _KEPT:
                self._counts = {k: v for k, v in self._counts.items() if f":{stretch}:" in k}
            unreported, known = self._counts.get(key, (0, 0))
            unreported += 1
            report = new or unreported >= self._reports
            self._counts[key] = (0 if report else unreported, known)
        if report:  # two at once may overwrite one another: a few too many, never a few too few
            known = int(cache.get(key) or 0) + unreported
            cache.set(key, known, self._seconds * 2)
            with self._lock:
                unreported = self._counts[key][0]
                self._counts[key] = (unreported, known)
        return known + unreported <= self.limit(request)

    def wait(self) -> float:
        """Return in how many seconds the next stretch begins."""
        return self._seconds - time.time() % self._seconds


class Everybody(Rate):
    """The limit of every operation: much for whoever is known, little for an address."""

    def __init__(self) -> None:
        super().__init__("all", 0, _MINUTE, reports=20)

    def limit(self, request: HttpRequest) -> int:
        """Return how many a minute."""
        known = request.user.is_authenticated
        most = settings.API_PER_MINUTE if known else settings.API_PER_MINUTE_UNKNOWN
        return int(most)


def asker(request: HttpRequest) -> str:
    """Return who is counted: a user, or the address the request came from."""
    if request.user.is_authenticated:
        return f"user:{request.user.pk}"
    try:
        return f"from:{get_adapter().get_client_ip(request)}"
    except PermissionDenied:  # no address that could be read
        return "from:unknown"


EVERYBODY = Everybody()
COMMENTS = Rate("comments", 10, _HOUR)
HEAVY = Rate("heavy", 60, _MINUTE)
"""What computes long for little: judgements without an account, pages set on demand, comparisons."""
MESSAGES = Rate("messages", 30, _HOUR)
"""What makes the system send something to an address somebody names."""
SECRETS = Rate("secrets", 30, _HOUR)
