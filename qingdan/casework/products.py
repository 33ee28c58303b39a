"""What a party says of its products: what holds of them, what happened to them, what shows it. Nothing is overwritten."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from typing import Any

from django.db import transaction
from django.db.models import Q

from qingdan.casework.actions.refusals import ActionRefused, NotFound
from qingdan.casework.actions.writing import judge_again, stamped
from qingdan.casework.judging.timeline import rows_of, told_by
from qingdan.casework.models import Answers, Document, Evidence, Happening, Obligation, Party, Product, User
from qingdan.casework.standing import FILES, acting_for, mandates_of
from qingdan.law import timeline as law
from qingdan.law.clock import SHANGHAI
from qingdan.law.grammar.text import Text
from qingdan.law.pack import model_law
from qingdan.law.timeline import BadTimeline, Change, Moment, day_of
from qingdan.procedures.catalogue import procedures
from qingdan.procedures.grammar.procedure import Procedure

PRODUCT = Text("product", "产品")
_REPORT = Text("report", "报告")
_LONGEST = 2000


class BadAnswers(ActionRefused):
    """Answers or a report that cannot be. ``where`` is the path of the field at fault."""

    def __init__(self, refused: BadTimeline) -> None:
        super().__init__("bad_timeline", refused.says, refused.cite, ".".join(str(w) for w in refused.where))
        self.where = refused.where


@transaction.atomic
def add_product(  # noqa: PLR0913 - what a product is, of whom
    party_id: int, name: str, *, name_en: str = "", description: str = "", by: User, at: datetime
) -> Product:
    """Add a product of a party. Raises ActionRefused without a name, or where the party has one of that name."""
    on = _day(at)
    party = (
        acting_for(by, on, FILES)
        .filter(pk=party_id, closed_at__isnull=True)
        .select_for_update(of=("self",))
        .first()
    )
    if party is None or not by.is_active:
        raise NotFound(Text("party", "主体"))
    named = " ".join(name.split())
    if not 1 <= len(named) <= 200:  # noqa: PLR2004 - as long as the column
        raise ActionRefused(
            "bad_field",
            Text("give the product a name of up to 200 characters", "请填写产品名称，不超过200字"),
            field="name",
        )
    if Product.objects.filter(party=party, name=named).exists():
        raise ActionRefused(
            "same_name",
            Text(
                f"there is a product called {named} already; go on with it, or choose another name",
                f"已有名为{named}的产品，请在该产品下继续，或者另取名称",
            ),
            field="name",
        )
    made = Product.objects.create(
        party=party,
        name=named,
        name_en=" ".join(name_en.split())[:200],
        description=description.strip()[:_LONGEST],
        added_at=at,
    )
    judge_again(made.pk)
    return made


@transaction.atomic
def answer(  # noqa: PLR0913 - what is said, since when, by whom
    product_id: int,
    holds_from: date | None,
    answers: Mapping[str, Any],
    *,
    by: User,
    at: datetime,
    instead: bool = False,
) -> Answers:
    """Say what holds of a product from a day on (None: from the beginning).

    Answers said before for the same day go on to hold beside these; with ``instead`` these take their place. None
    takes an answer back. Raises BadAnswers, naming the field; nothing is saved then.
    """
    product = _mine(product_id, by, at)
    rows = rows_of(product.pk)
    before = next((r for r in rows.answers if r.holds_from == holds_from), None)
    held = dict(answers) if instead or before is None else {**before.answers, **answers}
    if before is not None and before.answers == held:
        return before
    said = Answers(product=product, holds_from=holds_from, answers=held, said_by=by, said_at=at)
    kept = (*(r for r in rows.answers if r is not before), said)
    _check(told_by(product, rows._replace(answers=kept)), holds_from)
    said.save()
    judge_again(product.pk)
    return said


@transaction.atomic
def report(  # noqa: PLR0913 - what happened, when, by whom
    product_id: int, event: str, moment: Moment, *, note: str = "", by: User, at: datetime
) -> Happening:
    """Say that something happened to a product, on a day or (aware) at a time; what is planned may lie ahead.

    The same report again changes nothing. Raises BadAnswers for what cannot be, ActionRefused for what only an act of
    the authority brings about.
    """
    product = _mine(product_id, by, at)
    known = {e.key: e for e in model_law().events}
    if event in _brought_about():
        through = _brought_about()[event]
        raise ActionRefused(
            "by_act_only",
            Text(
                f"{known[event].says.en}: that is recorded in its procedure ({through.says.en}), not reported",
                f"“{known[event].says.zh}”由相应程序（{through.says.zh}）记录，无需自行报告",
            ),
            known[event].cite,
            "event",
        )
    text = stamped(moment) if isinstance(moment, datetime) and moment.tzinfo else moment.isoformat()
    rows = rows_of(product.pk)
    again = next((r for r in rows.happenings if r.event == event and r.moment == text), None)
    if again is not None:
        return again
    said = Happening(
        product=product, event=event, moment=text, note=note.strip()[:300], said_by=by, said_at=at
    )
    _check(told_by(product, rows._replace(happenings=(*rows.happenings, said))))
    if not known[event].planned and day_of(moment) > _day(at):
        raise ActionRefused(
            "not_yet",
            Text(
                f"{known[event].says.en}: report it once it has happened, not for {day_of(moment)} in advance",
                f"“{known[event].says.zh}”请于发生后报告，不得提前填写{day_of(moment)}",
            ),
            known[event].cite,
            "moment",
        )
    said.save()
    judge_again(product.pk)
    return said


@transaction.atomic
def withdraw_report(happening_id: int, *, by: User, at: datetime) -> None:
    """Take back what the party itself reported. What an act brought about stays. Once withdrawn, it stays withdrawn."""
    row = Happening.objects.filter(pk=happening_id).first()
    if row is None:
        raise NotFound(_REPORT)
    product = _mine(row.product_id, by, at)
    if row.case_id is not None:
        raise ActionRefused(
            "by_act_only",
            Text(
                "this is on record by an act in a case; it cannot be taken back here",
                "该事项由案件中的行为记录，不能在此撤回",
            ),
        )
    if Happening.objects.filter(pk=row.pk, withdrawn_at__isnull=True).update(withdrawn_at=at):
        judge_again(product.pk)


@transaction.atomic
def evidence(  # noqa: PLR0913 - what shows that which duty was done
    product_id: int,
    rule: str,
    instance: str = "",
    *,
    document: str | None = None,
    says: str = "",
    by: User,
    at: datetime,
) -> Evidence:
    """Keep what shows that a duty was done: a document of the party, a statement, or both."""
    product = _mine(product_id, by, at)
    if not Obligation.objects.filter(product=product, rule=rule, instance=instance).exists():
        raise ActionRefused(
            "no_such_duty",
            Text(
                "the product has no such duty at present; look at its duties again",
                "该产品目前没有该项义务，请重新查看其义务清单",
            ),
            field="rule",
        )
    ours = Q(party=product.party_id) | Q(party__isnull=True, case__isnull=True, uploaded_by=by)
    found = Document.objects.filter(ours, pk=document).first() if document is not None else None
    if (document is not None and found is None) or (found is None and not says.strip()):
        raise ActionRefused(
            "no_such_document",
            Text("enclose a document you uploaded, or say what shows it", "请附上您上传的文件，或者填写说明"),
            field="document",
        )
    if found is not None and found.party_id is None:
        Document.objects.filter(pk=found.pk).update(party=product.party_id)
    return Evidence.objects.create(
        product=product,
        rule=rule,
        instance=instance,
        document=found,
        says=says.strip()[:_LONGEST],
        given_by=by,
        given_at=at,
    )


def _day(at: datetime) -> date:
    return at.astimezone(SHANGHAI).date()


def files_for(by: User, product: Product, on: date) -> bool:
    """Tell whether somebody speaks for a product: as a member who files, an agent or a representative."""
    if not by.is_active:
        return False
    if acting_for(by, on, FILES).filter(pk=product.party_id).exists():
        return True
    return mandates_of(by, on, FILES).filter(principal=product.party_id, products=product).exists()


def _mine(product_id: int, by: User, at: datetime) -> Product:
    """Return a product of whoever speaks for it, locked: two who report at once do so one after the other."""
    found = Product.objects.select_for_update(of=("self",)).filter(pk=product_id).first()
    if found is None or not files_for(by, found, _day(at)):
        raise NotFound(PRODUCT)
    if Party.objects.filter(pk=found.party_id, closed_at__isnull=False).exists():
        raise ActionRefused("party_closed", Text("this party is closed", "该主体已注销"))
    return found


def _check(product: law.Product, on: date | None = None) -> None:
    """Refuse a timeline that cannot be; where answers of a day are at fault, name them as they were given."""
    try:
        law.check(product, model_law())
    except BadTimeline as refused:
        head, *rest = refused.where
        index = rest[0] if rest else None
        changes: tuple[Change, ...] = product.changes
        if head == "changes" and isinstance(index, int) and changes[index].on == on:
            refused.where = tuple(rest[1:])
        raise BadAnswers(refused) from None


@cache
def _brought_about() -> Mapping[str, Procedure]:
    """Return the events that only an act of the authority, or the law itself, brings about, with their procedure."""
    found: dict[str, Procedure] = {}
    partys: set[str] = set()
    for procedure in procedures():
        found.update({e.key: procedure for v in procedure.lapses.values() for e in v.tells})
        for step in procedure.steps.values():
            found.update({e.key: procedure for e in (*step.on_service, *step.tells)})
            if any(not b.official for b in step.by):
                partys.update(e.key for e in step.tells)
    return {key: procedure for key, procedure in found.items() if key not in partys}
