"""What settings are made of: addresses of databases, mail and identity providers, read strictly."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

_TRUE, _FALSE = {"1", "true", "yes", "on"}, {"", "0", "false", "no", "off"}


class BadSetting(ValueError):
    """A variable of the environment that cannot be understood."""


def flag(name: str) -> bool:
    """Return a yes/no variable."""
    value = os.environ.get(name, "").strip().lower()
    if value not in _TRUE | _FALSE:
        raise BadSetting(f"{name}={value!r}: write 1 or 0")
    return value in _TRUE


def addresses(name: str, default: str) -> list[str]:
    """Return a comma-separated variable as a list."""
    return [a.strip() for a in os.environ.get(name, default).split(",") if a.strip()]


def database(url: str, embedded: Path) -> dict[str, Any]:
    """Return Django's description of a database: ``postgresql://user:password@host:port/name``, or embedded SQLite."""
    if not url or url.startswith("sqlite:"):
        path = url.removeprefix("sqlite:///") if url else str(embedded)
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": path,
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 30,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
            },
        }
    parts = urlsplit(url)
    if parts.scheme not in {"postgresql", "postgres"} or not parts.path.strip("/"):
        raise BadSetting("QINGDAN_DATABASE_URL: write postgresql://user:password@host:port/name")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        # planning a statement costs more than running it: one used again and again is planned once a connection
        "OPTIONS": {"server_side_binding": True, "prepare_threshold": 5},
    }


class Mail(NamedTuple):
    """Where mail goes."""

    backend: str
    host: str = ""
    port: int = 0
    user: str = ""
    password: str = ""
    tls: bool = False


def mail(url: str) -> Mail:
    """Return where mail goes: ``smtp://user:password@host:port``, ``smtps://`` with TLS; files without an address."""
    if not url:
        return Mail("django.core.mail.backends.filebased.EmailBackend")
    parts = urlsplit(url)
    if parts.scheme not in {"smtp", "smtps"} or not parts.hostname:
        raise BadSetting("QINGDAN_MAIL_URL: write smtp://user:password@host:port")
    return Mail(
        "django.core.mail.backends.smtp.EmailBackend",
        parts.hostname,
        parts.port or 587,
        unquote(parts.username or ""),
        unquote(parts.password or ""),
        parts.scheme == "smtps",
    )


def provider() -> dict[str, Any]:
    """Return the OpenID Connect provider staff may sign in with, if one is named."""
    server = os.environ.get("QINGDAN_OIDC_SERVER", "")
    if not server:
        return {}
    app = {
        "provider_id": "oidc",
        "name": os.environ.get("QINGDAN_OIDC_NAME", "OpenID Connect"),
        "client_id": os.environ.get("QINGDAN_OIDC_CLIENT", ""),
        "secret": os.environ.get("QINGDAN_OIDC_SECRET", ""),
        "settings": {"server_url": server},
    }
    return {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}}
