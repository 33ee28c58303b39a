"""Log lines say what happened, never about whom: addresses, codes and queries are taken out of every line."""

from __future__ import annotations

import logging
import re

_HIDDEN = (
    (re.compile(r"[^\s@\"'<>()\[\],;:=]+@[^\s@\"'<>()\[\],;:]+"), "[address]"),
    # Links that carry a key: e-mail confirmation, password reset.
    (re.compile(r"(/(?:confirm-email|reset/key|invitations)/)[^\s/\"']+"), r"\1[code]"),
    # OpenID Connect and others hand codes over in the query.
    (re.compile(r"(/[^\s?\"']*)\?[^\s\"']+"), r"\1?[query]"),
)


class Discreet(logging.Formatter):
    """Writes a record, its traceback included, without what identifies a person or opens a door."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        line = super().format(record)
        for pattern, instead in _HIDDEN:
            line = pattern.sub(instead, line)
        return line
