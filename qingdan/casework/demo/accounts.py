"""Demonstration accounts: one password and one second factor for all, told to everybody. They open nothing elsewhere."""

from __future__ import annotations

import time
from typing import Any, NamedTuple

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value

from qingdan.casework.demo.bounds import demand_demo
from qingdan.casework.demo.script import read
from qingdan.law.grammar.text import Text

PASSWORD = "qingdan-demonstration"  # noqa: S105 # nosec B105 - public on purpose
SECRET = "QINGDANDEMOQINGDANDEMOQINGDAN234"  # noqa: S105 # nosec B105 - public on purpose; Base32
_STEP = 30


class Account(NamedTuple):
    """One account: whose, in what role, and whether it needs the second factor."""

    email: str
    name: str
    office: Text
    role: Text
    officer: bool


def address(key: str) -> str:
    """Return the address of somebody: under a name that is reserved, so that no mail can reach anybody."""
    return f"{key}@demo.example"


def code(at: float | None = None) -> str:
    """Return the code an authenticator app would show now (real time: no demonstration moves it)."""
    demand_demo()
    return str(format_hotp_value(hotp_value(SECRET, int((time.time() if at is None else at) // _STEP))))


def accounts() -> tuple[Account, ...]:
    """Return every account, officers first."""
    said = read("jurisdiction.yaml")
    found = []
    for office in (said["national"], *said["offices"].values()):
        where = Text(office["en"], office["zh"])
        for key, officer in office["officers"].items():
            found.append(Account(address(key), officer["name"], where, _post(officer), officer=True))
    for key, party in said["parties"].items():
        name = Text(party["en"], party["zh"])
        role = Text(party["role"]["en"], party["role"]["zh"])
        found.append(Account(address(key), party["manager"], name, role, officer=False))
    return tuple(found)


def principal() -> tuple[Account, ...]:
    """Return the accounts to begin with: one for each role of the national authority, and a few parties."""
    shown = {address(key) for key in _FIRST}
    return tuple(a for a in accounts() if a.email in shown)


_FIRST = (
    *("intake", "reviewer", "head", "legal", "inspector", "editor", "auditor"),
    *("system", "security", "audit", "kangxun", "tieyi", "agency", "lingua"),
)


def _post(officer: dict[str, Any]) -> Text:
    return _POSTS[officer["post"]]


_POSTS = {
    "intake": Text("intake officer", "收件人员"),
    "reviewer": Text("reviewing officer", "审查人员"),
    "head": Text("head of the authority", "主管机关负责人"),
    "legal_reviewer": Text("legal reviewer", "法制审核人员"),
    "inspector": Text("inspector", "执法人员"),
    "list_editor": Text("editor of the Negative List", "负面清单编辑人员"),
    "auditor": Text("auditor", "监督人员"),
    "system_admin": Text("system administrator", "系统管理员"),
    "security_admin": Text("security administrator", "安全管理员"),
    "audit_admin": Text("audit administrator", "审计管理员"),
}
