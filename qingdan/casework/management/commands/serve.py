"""``manage.py serve``: everything on one machine in the foreground: prepare, load the demonstration, web and worker."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from qingdan.casework.demo import accounts, sights
from qingdan.casework.demo.load import load
from qingdan.casework.demo.notices import announce
from qingdan.casework.moment import now
from qingdan.casework.serving import Together, demand_free, web, worker
from qingdan.law.grammar.refusal import Refusal


class Command(BaseCommand):
    """Serve until Ctrl-C."""

    help = "Migrate, load the demonstration if QINGDAN_DEMO=1, and run web server and worker until Ctrl-C."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the address."""
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--workers", type=int, default=1, help="web processes")

    def handle(self, *_args: Any, **options: Any) -> None:  # noqa: ANN401 - as Django calls it
        """Serve."""
        host, port = options["host"], options["port"]
        url = f"http://{host}:{port}"
        try:
            demand_free(host, port)
            self._prepare()
            Together(web(host, port, options["workers"]), worker()).run(
                f"{url}/api/health", lambda: self._greet(url)
            )
        except Refusal as refused:
            raise CommandError(f"{refused.of('en')}\n{refused.of('zh')}") from None
        self.stdout.write("stopped / 已停止")

    def _prepare(self) -> None:
        call_command("migrate", verbosity=0)
        call_command("collectstatic", verbosity=0, interactive=False)
        if settings.DEMO:
            self.stdout.write("loading the demonstration, once / 首次载入演示数据 …", ending="\r")
            made = load(now())
            if made is None:
                announce(now())
            said = (
                f"the demonstration holds {made.cases} cases / 演示数据共{made.cases}件案件" if made else ""
            )
            self.stdout.write(said.ljust(60))

    def _greet(self, url: str) -> None:
        self.stdout.write(f"\n  Qingdan 清单   {url}\n")
        if settings.DEMO:
            self._introduce(url)
        self.stdout.write("\nCtrl-C stops it / 按 Ctrl-C 停止")
        self.stdout.flush()

    def _introduce(self, url: str) -> None:
        say = self.stdout.write
        say("Demonstration accounts / 演示账号")
        for one in accounts.principal():
            say(f"  {one.email:24} {one.role.zh} {one.role.en} · {one.office.zh}")
        say(f"  password / 口令      {accounts.PASSWORD}")
        say(f"  second factor / 双因素  {url}/demo shows the code of the moment / 显示当前验证码")
        say(
            f"  or / 或者              QINGDAN_DEMO=1 .venv/bin/python manage.py demo code   (secret {accounts.SECRET})"
        )
        say("What to look at / 看点")
        for sight in sights.sights()[:8]:
            say(f"  {sight.ref}  {sight.says.zh} / {sight.says.en}")
        say(f"All accounts and cases, and the date to move forward / 全部账号、案件与日期推进：{url}/demo")
