"""The application as Django knows it."""

from typing import Any

from django.apps import AppConfig
from django.core.management import call_command
from django.db.models.signals import post_migrate


class Casework(AppConfig):
    """Casework."""

    name = "qingdan.casework"
    label = "casework"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Listen to what happens to accounts, and to `migrate`."""
        from qingdan.casework.accounts import signals

        signals.connect()
        post_migrate.connect(_make_cache_table, sender=self, dispatch_uid="qingdan.cache_table")


def _make_cache_table(using: str, **_: Any) -> None:  # noqa: ANN401 - as signals have it
    """Make the table that processes count in together, if it is not there yet."""
    call_command("createcachetable", database=using, verbosity=0)
