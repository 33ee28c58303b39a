"""``manage.py demo``: the demonstration. Loads it once; refused outside ``QINGDAN_DEMO=1``."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from qingdan.casework.demo import accounts, clock
from qingdan.casework.demo.load import load, reset
from qingdan.casework.moment import now
from qingdan.law.grammar.refusal import Refusal


class Command(BaseCommand):
    """Load, reset, look up codes, move the date."""

    help = "load | code | accounts | ahead DAYS; --reset begins anew"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take what is to be done."""
        parser.add_argument("do", nargs="?", default="load", choices=["load", "code", "accounts", "ahead"])
        parser.add_argument("days", nargs="?", type=int, default=1, help="by how many days (ahead)")
        parser.add_argument("--reset", action="store_true", help="throw the demonstration away first")

    def handle(self, *_args: Any, **options: Any) -> None:  # noqa: ANN401 - as Django calls it
        """Do it."""
        try:
            if options["reset"]:
                reset()
                call_command("migrate", verbosity=0)
            getattr(self, f"_{options['do']}")(options)
        except Refusal as refused:
            raise CommandError(f"{refused.of('en')}\n{refused.of('zh')}") from None

    def _load(self, options: dict[str, Any]) -> None:
        made = load(now())
        if made is None:
            if options["verbosity"] > 1:
                self.stdout.write("the demonstration is loaded already / 演示数据已载入")
            return
        self.stdout.write(f"{made.cases} cases loaded / 已载入{made.cases}件案件")
        for one in made.stopped:
            line = one.line.verb if one.line else "opening"
            self.stderr.write(f"{one.story.key}: stopped at {line}: {one.why}")

    def _code(self, _: dict[str, Any]) -> None:
        self.stdout.write(accounts.code())

    def _accounts(self, _: dict[str, Any]) -> None:
        for one in accounts.accounts():
            self.stdout.write(f"{one.email}  {one.role.zh} {one.role.en}  {one.office.zh}")
        self.stdout.write(f"password / 口令: {accounts.PASSWORD}")

    def _ahead(self, options: dict[str, Any]) -> None:
        self.stdout.write(f"it is now / 现在是 {clock.forward(options['days']):%Y-%m-%d}")
