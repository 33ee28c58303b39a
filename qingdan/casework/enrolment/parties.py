"""Registering a party: who registers it becomes its first manager."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from django.db import IntegrityError, transaction

from qingdan.casework.actions.refusals import ActionRefused
from qingdan.casework.enrolment.journal import enter
from qingdan.casework.enrolment.members import join
from qingdan.casework.enrolment.rights import day
from qingdan.casework.models import Membership, Party, User
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.numbers import NATIONAL, UnknownDivision, Verdict, check_uscc, division
from qingdan.law.numbers.divisions import NOT_A_CODE
from qingdan.law.numbers.written import read_tolerantly
from qingdan.law.statutes import MODEL_LAW

# Sole traders have a code, natural persons have none: both are individuals.
WITHOUT_CODE = frozenset({Party.Kind.FOREIGN, Party.Kind.INDIVIDUAL})


class Particulars(NamedTuple):
    """What a party says of itself. ``uscc_evidence`` tells what shows that a code with a wrong check character is real."""

    name: str
    kind: str = Party.Kind.COMPANY
    name_en: str = ""
    uscc: str = ""
    uscc_evidence: str = ""
    division: str = NATIONAL
    address: str = ""
    contact: str = ""
    served_online: bool = True


def register_party(user: User, said: Particulars, at: datetime) -> Party:
    """Register a party and make ``user`` its manager.

    Raises ActionRefused: no name, a code that cannot be or is taken, a division that does not exist, an officer.
    """
    party = _checked(said, day(at))
    try:
        with transaction.atomic():
            party.save()
            join(user, party, Membership.Role.MANAGER, at)
            enter(user, "party_registered", at, party=party.pk)
    except IntegrityError as broken:
        if party.uscc and Party.objects.filter(uscc=party.uscc).exists():
            raise _TAKEN from broken
        raise
    return party


def _checked(said: Particulars, on: date) -> Party:
    if said.kind not in Party.Kind.values:
        raise ActionRefused("kind", Text("choose what kind of party this is", "请选择主体类型"), field="kind")
    if not said.name.strip():
        raise ActionRefused("name", Text("write the party's full name", "请填写主体全称"), field="name")
    party = Party(
        kind=said.kind,
        name=said.name.strip(),
        name_en=said.name_en.strip(),
        uscc=_code(said),
        division=_division(said, on),
        address=said.address.strip(),
        contact=said.contact.strip(),
        served_online=said.served_online,
    )
    if party.uscc and check_uscc(party.uscc).verdict is Verdict.DOUBTFUL:
        party.uscc_evidence = said.uscc_evidence.strip()
    if party.uscc and Party.objects.filter(uscc=party.uscc).exists():
        raise _TAKEN
    return party


def _code(said: Particulars) -> str | None:
    """Return the code as it is kept, or None where there is none."""
    code = read_tolerantly(said.uscc).characters
    if said.kind == Party.Kind.FOREIGN and code:
        raise ActionRefused(
            "uscc",
            Text(
                "a foreign party has no unified social credit code; register its Chinese body as a company of its own, "
                "or appoint a representative",
                "境外主体没有统一社会信用代码；请将其境内机构另行登记，或者指定境内代表",
            ),
            Cite(MODEL_LAW, 40),
            field="uscc",
        )
    if not code and said.kind in WITHOUT_CODE:
        return None
    verdict = check_uscc(code, evidence_seen=bool(said.uscc_evidence.strip()))
    if not verdict.accepted:
        raise ActionRefused(f"uscc_{verdict.verdict}", verdict.reason, field="uscc")
    return code


def _division(said: Particulars, on: date) -> str:
    """Return the division. The table does not hold every district, so only its province must be known."""
    if said.kind == Party.Kind.FOREIGN or said.division == NATIONAL:
        return NATIONAL
    code = said.division
    try:
        if len(code) == len(NATIONAL) and code.isascii() and code.isdigit():
            division(code[:2] + "0000", on)
            return code
    except UnknownDivision as unknown:
        raise ActionRefused("division", unknown.says, field="division") from unknown
    raise ActionRefused("division", NOT_A_CODE, field="division")


_TAKEN = ActionRefused(
    "uscc_taken",
    Text(
        "a party with this code is already registered; ask its manager to invite you, or the authority if you do not know who that is",
        "该统一社会信用代码已登记；请联系其管理人员邀请您加入，不知其管理人员的，请联系主管机关",
    ),
    field="uscc",
)
