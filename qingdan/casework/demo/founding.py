"""How the fictitious jurisdiction came about: its offices, officers, companies and products, by the real writers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import yaml
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import TOTP
from django.contrib.auth.hashers import make_password

import qingdan
from qingdan.casework import enrolment, products
from qingdan.casework.demo.accounts import PASSWORD, SECRET, address
from qingdan.casework.demo.script import read
from qingdan.casework.enrolment.parties import Particulars
from qingdan.casework.models import Office, Party, Posting, Product, User
from qingdan.law.grammar.text import Text
from qingdan.law.negative_list.data import edition_as_data
from qingdan.law.negative_list.sample import EDITIONS
from qingdan.law.numbers.check_character import check_character

SHEETS = Path(qingdan.__file__).parents[1] / "examples" / "products"


@dataclass
class Cast:
    """Who and what there is, by the keys the plots use."""

    people: dict[str, User] = field(default_factory=dict)
    offices: dict[str, Office] = field(default_factory=dict)
    parties: dict[str, Party] = field(default_factory=dict)
    products: dict[str, Product] = field(default_factory=dict)

    def officers(self, office: Office, role: str) -> list[User]:
        """Return who holds a post in an office, in the order of appointment."""
        return list(
            User.objects.filter(postings__office=office, postings__role=role).order_by("postings__pk")
        )


def found(at: datetime) -> Cast:
    """Set up everything as it stood ``at`` the beginning."""
    cast, said = Cast(), read("jurisdiction.yaml")
    _offices(cast, said, at)
    for key, party in said["parties"].items():
        _party(cast, key, party, at)
    for key, product in said["products"].items():
        _product(cast, key, product, at)
    for mandate in said["mandates"]:
        _mandate(cast, mandate, at)
    return cast


def _person(cast: Cast, key: str, name: str, *, officer: bool = False) -> User:
    found = User.objects.filter(email=address(key)).first()
    user = found or User.objects.create_user(address(key))
    user.name, user.password = name, _hashed()
    user.save(update_fields=["name", "password"])
    EmailAddress.objects.get_or_create(
        user=user, email=user.email, defaults={"verified": True, "primary": True}
    )
    if officer:
        TOTP.activate(user, SECRET)
    cast.people[key] = user
    return user


_made: list[str] = []


def _hashed() -> str:
    """Return the hash of the one password: made once, because a good hash takes its time."""
    if not _made:
        _made.append(make_password(PASSWORD))
    return _made[0]


def _offices(cast: Cast, said: Mapping[str, Any], at: datetime) -> None:
    national = said["national"]
    roles = {Posting.Role.SYSTEM_ADMIN: "system", Posting.Role.SECURITY_ADMIN: "security"}
    roles[Posting.Role.AUDIT_ADMIN] = "audit"
    emails = {role: address(key) for role, key in roles.items()}
    name = Text(national["en"], national["zh"])
    cast.offices["national"] = enrolment.appoint_first(emails, at, name)
    for key in roles.values():
        _person(cast, key, national["officers"][key]["name"], officer=True)
    for key, office in said["offices"].items():
        parent, name = cast.offices[office["below"]], Text(office["en"], office["zh"])
        cast.offices[key] = enrolment.open_office(cast.people["system"], parent, office["division"], name, at)
        for procedure in office.get("delegated", ()):
            enrolment.delegate(
                cast.people["system"], cast.offices[key], procedure, at, act=office["act"], since=at.date()
            )
    for key, office in {"national": national, **said["offices"]}.items():
        for who, officer in office["officers"].items():
            if who not in roles.values():
                user = _person(cast, who, officer["name"], officer=True)
                enrolment.appoint(cast.people["security"], user, cast.offices[key], officer["post"], at)


def _party(cast: Cast, key: str, said: Mapping[str, Any], at: datetime) -> None:
    manager = _person(cast, key, said["manager"])
    body = f"91{said['division']}MADEM{said['code']:04d}" if "code" in said else ""
    cast.parties[key] = enrolment.register_party(
        manager,
        Particulars(
            name=said["zh"],
            name_en=said["en"],
            kind=said.get("kind", Party.Kind.COMPANY),
            uscc=body and body + check_character(body),
            division=said.get("division", "100000"),
            address=said["address"],
            contact=manager.email,
            served_online=said.get("served_online", True),
        ),
        at,
    )


def _product(cast: Cast, key: str, said: Mapping[str, Any], at: datetime) -> None:
    party, by = cast.parties[said["of"]], cast.people[said["of"]]
    sheet = yaml.safe_load(next(SHEETS.glob(f"{said['sheet']}-*.yaml")).read_text(encoding="utf-8"))
    *en, zh = sheet["product"].split()
    added = products.add_product(
        party.pk,
        said.get("zh", zh),
        name_en=said.get("en", " ".join(en)),
        description=said["does"],
        by=by,
        at=at,
    )
    products.answer(added.pk, None, {**sheet["answers"], **said.get("answers", {})}, by=by, at=at)
    cast.products[key] = added


def _mandate(cast: Cast, said: Mapping[str, Any], at: datetime) -> None:
    principal, agent = cast.parties[said["from"]], cast.parties[said["to"]]
    named = [cast.products[p] for p in said.get("products", ())]
    given = enrolment.give_mandate(
        cast.people[said["from"]], said["kind"], principal, agent, at, products=named
    )
    if said.get("accepted", True):
        enrolment.accept_mandate(cast.people[said["to"]], given, at)


def edition(key: str) -> dict[str, Any]:
    """Return the text of an edition of the Negative List: one of the samples, under a name of the demonstration."""
    sample, said = next(
        p for p in zip(EDITIONS, read("jurisdiction.yaml")["lists"], strict=True) if p[1]["key"] == key
    )
    return {**edition_as_data(sample), **said}
