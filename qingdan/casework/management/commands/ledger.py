"""``manage.py ledger``: seal, check, erase, rotate keys, replay erasures after a restore."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from qingdan.casework import sealing
from qingdan.casework.moment import now
from qingdan.casework.sealing.keys import LOGS
from qingdan.law.clock import SHANGHAI
from qingdan.law.grammar.refusal import Refusal


class Command(BaseCommand):
    """The ledger's own commands."""

    help = "seal | fsck [CHECKPOINT] | status | keys | rotate LOG | erase EVENT --ground WHY | replay"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take what is to be done."""
        parser.add_argument("do", choices=["seal", "fsck", "status", "keys", "rotate", "erase", "replay"])
        parser.add_argument(
            "what", nargs="?", help="the log (rotate), the event (erase), a checkpoint kept elsewhere (fsck)"
        )
        parser.add_argument("--ground", default="", help="why something is erased")

    def handle(self, *_args: Any, **options: Any) -> None:  # noqa: ANN401 - as Django calls it
        """Do it; faults end with exit code 1."""
        try:
            getattr(self, f"_{options['do']}")(options)
        except Refusal as refused:
            raise CommandError(f"{refused.of('en')}\n{refused.of('zh')}") from None

    def _seal(self, _: dict[str, Any]) -> None:
        self.stdout.write(f"{sealing.seal(now())} leaves sealed")

    def _status(self, _: dict[str, Any]) -> None:
        made = sealing.daily_status(now())
        self.stdout.write(made.note if made else "signed already, or nothing is sealed yet")

    def _fsck(self, options: dict[str, Any]) -> None:
        found = 0
        try:
            kept = [Path(options["what"]).read_text(encoding="utf-8")] if options["what"] else []
        except (OSError, UnicodeDecodeError) as wrong:
            raise CommandError(f"{options['what']} cannot be read as a checkpoint: {wrong}") from None
        for log, fault in sealing.faults(kept):
            found += 1
            self.stderr.write(f"{log}: {fault.of('en')} / {fault.of('zh')}")
        if found:
            raise CommandError(f"{found} faults: do not sign anything until they are explained")
        self.stdout.write("the ledger is sound: every leaf, tile, head and list was derived again")

    def _keys(self, _: dict[str, Any]) -> None:
        for log in LOGS:
            for key in sealing.trusted(log):
                self.stdout.write(str(key))

    def _rotate(self, options: dict[str, Any]) -> None:
        if options["what"] not in LOGS:
            raise CommandError(f"name the log: {' or '.join(LOGS)}")
        self.stdout.write(str(sealing.rotate(options["what"], now().astimezone(SHANGHAI).date())))

    def _erase(self, options: dict[str, Any]) -> None:
        if not str(options["what"] or "").isdecimal():
            raise CommandError("name the event by its number")
        sealing.erase(int(options["what"]), options["ground"], now())
        self.stdout.write("erased")

    def _replay(self, _: dict[str, Any]) -> None:
        self.stdout.write(f"{sealing.replay()} payloads erased again")
