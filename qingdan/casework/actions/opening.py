"""Open a case: about what, handled by which office, by whom; never twice about one thing."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Q

from qingdan.casework import law_now
from qingdan.casework.actions.refusals import ActionRefused, NotFound
from qingdan.casework.actions.writing import Act, append
from qingdan.casework.models import Case, ListEdition, Office, Party, Posting, Product, RegisterEntry, User
from qingdan.casework.standing import CASEWORK, FILES, handling_office, mandates_of, roles_held
from qingdan.law.clock import SHANGHAI
from qingdan.law.grammar.refusal import Refusal
from qingdan.law.grammar.text import Text
from qingdan.procedures import engine
from qingdan.procedures.catalogue import procedure
from qingdan.procedures.grammar.procedure import Procedure, Subject
from qingdan.procedures.grammar.roles import By

_WHAT = {
    Subject.PRODUCT: Text("product", "产品"),
    Subject.ENTRY: Text("register entry", "登记事项"),
    Subject.PARTY: Text("party", "主体"),
    Subject.LIST: Text("list edition", "清单版本"),
}


def open_case(  # noqa: PLR0913 - a case is all of this
    key: str,
    *,
    by: User,
    at: datetime,
    party: int | None = None,
    product: int | None = None,
    entry: str | None = None,
    list_edition: str | None = None,
    idempotency_key: str | None = None,
) -> Case:
    """Open a case of a procedure about the one thing its declaration says.

    Args:
        key: The procedure.
        by: Who opens it: somebody who files for the party, or an officer of the handling office, as declared.
        at: When.
        party: For a procedure about a party.
        product: For a procedure about a product.
        entry: For a procedure about a register entry: its number.
        list_edition: For a procedure about an edition of the list: its key.
        idempotency_key: Repeated, the same case is returned.

    Raises:
        Refusal: The procedure or the thing does not exist, is not this person's, or has an open case already.
    """
    named = {"party": party, "product": product, "entry": entry, "list_edition": list_edition}
    try:
        return _opened(procedure(key), by, at, named, idempotency_key)
    except (Refusal, IntegrityError):
        # only here, as in ``take``: what was opened is refused the second time, by its subject or by its key
        done = None if idempotency_key is None else _opened_before(key, by, named, idempotency_key)
        if done is None:
            raise
        return done


@transaction.atomic
def _opened(
    declared: Procedure, by: User, at: datetime, named: dict[str, Any], idempotency_key: str | None
) -> Case:
    on = at.astimezone(SHANGHAI).date()
    about = _about(declared, **named)
    owner: Party | None = about.pop("owner")
    office, capacity = _competent(declared, by, owner, about.get("product"), on)
    _refuse_second(declared, about)
    case = Case.objects.create(
        procedure=declared.key,
        edition=declared.edition,
        readings=law_now.readings_taken(),
        party=owner,
        office=office,
        stage=declared.opens_at.key,
        waits_for_party=declared.opens_at.waits_for_party,
        version=1,
        state={**engine.opened(declared).as_data(), "version": 1},
        opened_on=on,
        **about,
    )
    append(
        case,
        "opened",
        "open",
        {},
        {"stage": [None, case.stage], "subject": declared.subject.value},
        Act(at, by, capacity, idempotency_key),
    )
    return case


def _opened_before(key: str, by: User, named: dict[str, Any], idempotency_key: str) -> Case | None:
    from qingdan.casework.actions.refusals import KeyReused
    from qingdan.casework.models import Event

    event = Event.objects.filter(user=by, idempotency_key=idempotency_key).select_related("case").first()
    if event is None:
        return None
    case = event.case
    about = {
        "product": case.product_id,
        "party": case.party_id,
        "entry": case.entry and case.entry.number,
        "list_edition": case.list_edition and case.list_edition.key,
    }
    if (
        event.what != "opened"
        or case.procedure != key
        or any(v not in {None, about[k]} for k, v in named.items())
    ):
        raise KeyReused
    return case


def _about(declared: Procedure, **named: Any) -> dict[str, Any]:  # noqa: ANN401
    """Return the thing a case is about, locked, with its owner."""
    wanted = {
        Subject.PRODUCT: "product",
        Subject.ENTRY: "entry",
        Subject.PARTY: "party",
        Subject.LIST: "list_edition",
    }[declared.subject]
    stray = [k for k, v in named.items() if v is not None and k != wanted]
    given = named[wanted]
    if given is None or stray:
        what = _WHAT[declared.subject]
        raise ActionRefused(
            "wrong_subject",
            Text(
                f"{declared.says.en} is about a {what.en}: name it, and nothing else",
                f"{declared.says.zh}针对{what.zh}：请指明且仅指明该项",
            ),
            field=wanted,
        )
    if declared.subject is Subject.PRODUCT:
        product = (
            Product.objects.select_for_update(of=("self",)).select_related("party").filter(pk=given).first()
        )
        if product is None:
            raise NotFound(_WHAT[declared.subject])
        return {"owner": product.party, "product": product}
    if declared.subject is Subject.ENTRY:
        rows = RegisterEntry.objects.select_for_update(of=("self",)).select_related("party", "product")
        found = rows.filter(number=given).first()
        if found is None:
            raise NotFound(_WHAT[declared.subject])
        return {"owner": found.party, "entry": found, "product": found.product}
    if declared.subject is Subject.PARTY:
        owner = Party.objects.select_for_update(of=("self",)).filter(pk=given, closed_at__isnull=True).first()
        if owner is None:
            raise NotFound(_WHAT[declared.subject])
        return {"owner": owner}
    edition = ListEdition.objects.select_for_update().filter(key=given).first()
    if edition is None:
        raise NotFound(_WHAT[declared.subject])
    return {"owner": None, "list_edition": edition}


def _competent(
    declared: Procedure, by: User, owner: Party | None, product: Product | None, on: date
) -> tuple[Office, By]:
    """Return the handling office and the capacity in which ``by`` opens the case.

    A mandate for some products opens cases about those alone.
    """
    office = handling_office(declared.key, owner.division if owner else "100000", on)
    roles = roles_held(by, on, office=office.pk, party=owner.pk if owner else None)
    held = {By.ANYONE, *(CASEWORK[Posting.Role(role)] for role in roles if role in CASEWORK)}
    if owner is not None and By.APPLICANT in declared.opened_by:
        files = any(role in FILES for role in roles)
        mandates = mandates_of(by, on, FILES).filter(principal=owner)
        within = Q(products__isnull=True) | Q(products=product) if product else Q(products__isnull=True)
        if files or mandates.filter(within).exists():
            held.add(By.APPLICANT)
    capacity = next((b for b in declared.opened_by if b in held), None)
    if capacity is None:
        if owner is not None and not held - {By.ANYONE}:
            raise NotFound(_WHAT[declared.subject])
        who = Text(
            "; ".join(b.says.en for b in declared.opened_by), "、".join(b.says.zh for b in declared.opened_by)
        )
        raise ActionRefused(
            "not_yours",
            Text(
                f"{declared.says.en} is opened by: {who.en}, at {office.name_en}",
                f"{declared.says.zh}由下列人员提起：{who.zh}（{office.name_zh}）",
            ),
            declared.cite,
        )
    return office, capacity


def _refuse_second(declared: Procedure, about: dict[str, Any]) -> None:
    """One thing has at most one open case of a procedure."""
    running = Case.objects.filter(procedure=declared.key, ended=False, **about).first() if about else None
    if running is not None:
        raise ActionRefused(
            "open_already",
            Text(
                f"case {running.ref} is already open about this; go on there, or end it first",
                f"该事项已有办理中的案件{running.ref}，请在该案中继续或者先行终结",
            ),
        )
