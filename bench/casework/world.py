"""A database to measure on: an authority, companies, products, documents, and the ten-step case they are driven through.

Run in a process of its own, ``python -m bench.casework.world CASES PLAN``: it migrates the database that the
environment names, fills it and writes down what the load generator needs. Names are evidently fictitious.
"""

from __future__ import annotations

import json
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

LONG_AGO = date(2020, 1, 1)
PARTIES, FILERS = 50, 8
_AT_ONCE = 2_000  # rows an insertion


def set_up() -> None:
    """Set Django up for this process, and bring the database into shape."""
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)


def person(name: str) -> Any:  # noqa: ANN401 - a user; Django must be set up before its models are imported
    """Return somebody who can only come in by a token."""
    from qingdan.casework.models import User

    return User.objects.create_user(f"{name}@bench.example", None, name=name)


def officer(role: str, office: Any, name: str = "") -> Any:  # noqa: ANN401 - as above
    """Return somebody with a post and a second factor."""
    from allauth.mfa.totp.internal.auth import TOTP

    from qingdan.casework.models import Posting

    made = person(name or role)
    Posting.objects.create(user=made, office=office, role=role, since=LONG_AGO)
    TOTP.activate(made, "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")
    return made


def authority() -> dict[str, Any]:
    """Return the officers of the national office by role; made where there is none."""
    from qingdan.casework.models import Office, User

    roles = ("intake", "reviewer", "head")
    if Office.objects.exists():
        return {role: User.objects.get(email=f"{role}@bench.example") for role in roles}
    office = Office.objects.create(
        name_zh="国家机关（示例）", name_en="National office (demo)", division="100000"
    )
    return {role: officer(role, office) for role in roles}


def companies(number: int, filers: int = FILERS) -> tuple[list[Any], list[Any]]:
    """Make parties and those who file for them."""
    from qingdan.casework.models import Membership, Party
    from qingdan.law.numbers.check_character import check_character

    codes = (f"91440300MA{n:07d}" for n in range(number))
    rows = (
        Party(name=f"示例科技{n}有限公司", name_en=f"Example {n} Ltd", uscc=c + check_character(c))
        for n, c in enumerate(codes)
    )
    made = Party.objects.bulk_create(rows, _AT_ONCE)
    people = [person(f"filer{n}") for n in range(min(filers, number))]
    members = (
        Membership(user=people[n % len(people)], party=party, role="filer", since=LONG_AGO)
        for n, party in enumerate(made)
    )
    Membership.objects.bulk_create(members, _AT_ONCE)
    return made, people


def existing() -> tuple[list[Any], list[Any]] | None:
    """Return some parties of a database filled before, and who files for each."""
    from qingdan.casework.models import Membership

    rows = Membership.objects.filter(role="filer").select_related("party", "user").order_by("pk")[:PARTIES]
    return ([m.party for m in rows], [m.user for m in rows]) if rows else None


def products(parties: list[Any], number: int) -> list[Any]:
    """Make products, each with its place among what is judged."""
    from qingdan.casework.models import Judged, Product

    rows = (Product(party=parties[n % len(parties)], name=f"示例服务{n}") for n in range(number))
    made = Product.objects.bulk_create(rows, _AT_ONCE)
    Judged.objects.bulk_create((Judged(product=p) for p in made), _AT_ONCE)
    return made


def document(party: Any, by: Any, at: Any) -> str:  # noqa: ANN401 - rows
    """Return the number of a clean document, uploaded before."""
    from qingdan.casework.models import Document

    row = Document.objects.create(
        party=party,
        uploaded_by=by,
        uploaded_at=at,
        name="材料.pdf",
        kind="pdf",
        media_type="application/pdf",
        size=1,
        sha256="0" * 64,
        key="none",
        standing="clean",
    )
    return str(row.pk)


def steps(on: date, paper: str) -> list[tuple[str, str, dict[str, Any]]]:
    """Return the nine steps after opening: who, what, and what is given."""
    from qingdan.law.model_law.a25_conditions import CONDITIONS
    from qingdan.procedures.catalogue import procedure
    from qingdan.procedures.fragments.supplement import DOSSIER
    from qingdan.procedures.samples import REASONS

    kind = next(iter(procedure("licence_application").steps["submit"].asks[0].options or {}))
    found = {c.key: {"found": "met", "why": "示例理由：与规模相适应。"} for c in CONDITIONS}
    longer = {"licence_decision_extended": 5, "reasons": REASONS}
    granted = {
        "conditions": found,
        "kind": kind,
        "scope": "示例范围",
        "term_months": 36,
        "reasons": REASONS,
        "rests_on": "case_file",
    }
    dossier = {d.key: [paper] for d in DOSSIER[:-1]}
    return [
        ("filer", "submit", {"kind": kind, "scope_sought": "示例范围", **dossier}),
        ("intake", "ask_supplement", {"defects": ["示例一", "示例二"], "concerns": [DOSSIER[0].key]}),
        ("filer", "send_supplement", {"replies": {"1": "已补正", "2": "已补正"}, "supplements": [paper]}),
        ("intake", "accept", {}),
        ("reviewer", "extend", longer),
        ("head", "extend", longer),
        ("reviewer", "grant", granted),
        ("head", "grant", granted),
        ("intake", "deliver", {"delivered_on": on.isoformat()}),
    ]


def token(user: Any, *, decides: bool) -> str:  # noqa: ANN401 - a user
    """Return the secret of a token of ``user``."""
    from qingdan.casework.machines import make_token
    from qingdan.casework.moment import now

    scopes = ["cases:read", "cases:act", *(["cases:decide"] if decides else [])]
    return make_token(user, "bench", scopes, now() + timedelta(days=30), now())[1]


def plan(cases: int) -> list[list[tuple[str, str, str]]]:
    """Fill the database; return for each case its requests: token, path (``{}`` is the case), body."""
    from qingdan.casework.moment import now

    at = now()
    staff = authority()
    parties, people = existing() or companies(PARTIES)
    made = products(parties, cases)
    papers = {p.pk: document(p, people[n % len(people)], at) for n, p in enumerate(parties)}
    keys = {role: token(who, decides=True) for role, who in staff.items()}
    filers = {p.pk: people[n % len(people)] for n, p in enumerate(parties)}
    keys |= {f"filer{who.pk}": token(who, decides=False) for who in {p.pk: p for p in people}.values()}
    found = []
    for product in made:
        own = f"filer{filers[product.party_id].pk}"
        opening = {"procedure": "licence_application", "product": product.pk}
        requests = [(keys[own], "/api/cases", json.dumps(opening))]
        for who, step, given in steps(at.date(), papers[product.party_id]):
            body = json.dumps({"given": given}, ensure_ascii=False)
            requests.append((keys[own if who == "filer" else who], f"/api/cases/{{}}/steps/{step}", body))
        found.append(requests)
    return found


if __name__ == "__main__":
    set_up()
    Path(sys.argv[2]).write_text(json.dumps(plan(int(sys.argv[1]))))
