"""``appoint_first_administrators``: sets up the national authority. Works once, before anybody is appointed."""

from __future__ import annotations

import os
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from qingdan.casework.enrolment import appoint_first
from qingdan.casework.models import Posting
from qingdan.casework.moment import now
from qingdan.law.grammar.refusal import Refusal

_ROLES = {
    "system_admin": Posting.Role.SYSTEM_ADMIN,
    "security_admin": Posting.Role.SECURITY_ADMIN,
    "audit_admin": Posting.Role.AUDIT_ADMIN,
}


class Command(BaseCommand):
    """Appoint the first system, security and audit administrators, by e-mail address."""

    help = "Sets up the national authority with its three administrators (任命首任系统、安全、审计管理员)."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take an address a role; QINGDAN_SYSTEM_ADMIN, QINGDAN_SECURITY_ADMIN and QINGDAN_AUDIT_ADMIN otherwise."""
        for name in _ROLES:
            parser.add_argument(
                f"--{name.replace('_', '-')}", default=os.environ.get(f"QINGDAN_{name.upper()}", "")
            )

    def handle(self, *_args: Any, **options: Any) -> None:  # noqa: ANN401 - as Django has it
        """Appoint them, or say why not."""
        try:
            appoint_first({role: options[name] for name, role in _ROLES.items()}, now())
        except Refusal as refused:
            raise CommandError(f"{refused.of('en')}\n{refused.of('zh')}") from refused
        self.stdout.write(
            "Appointed. Each sets a password at /accounts/password/reset/ and a second factor when signing in.\n"
            "已任命。请各自在 /accounts/password/reset/ 设置密码，并在首次登录时启用双因素认证。"
        )
