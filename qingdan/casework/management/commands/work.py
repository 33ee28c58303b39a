"""``manage.py work``: the worker. Start as many as you like; stop with SIGTERM or Ctrl+C."""

from __future__ import annotations

import signal
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from qingdan.casework.worker import Worker


class Command(BaseCommand):
    """Let clocks lapse, judge products, seal the ledger, send messages."""

    help = "Let clocks lapse, judge products, seal the ledger and send messages, until stopped."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add ``--once``."""
        parser.add_argument(
            "--once",
            action="store_true",
            help="do all that is to be done now, then end: for cron and scripts",
        )

    def handle(self, *_args: Any, **options: Any) -> None:  # noqa: ANN401 - as Django calls it
        """Work."""
        worker = Worker()
        signal.signal(signal.SIGTERM, worker.stop)
        signal.signal(signal.SIGINT, worker.stop)
        if options["once"]:
            while worker.round():
                pass
        else:
            worker.run()
