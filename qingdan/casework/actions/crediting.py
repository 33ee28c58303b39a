"""Article 64: a penalty that has taken effect is entered in the party's credit record; what was overturned leaves it."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from qingdan.casework.actions.refusals import ActionRefused, NotFound
from qingdan.casework.models import Case, CreditRecord, Event, User
from qingdan.law.clock import SHANGHAI
from qingdan.law.events.enforcement import penalty_served
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.statutes import MODEL_LAW
from qingdan.procedures.catalogue import procedure
from qingdan.procedures.engine import Outcome
from qingdan.procedures.grammar.roles import By

CREDIT = Cite(MODEL_LAW, 64)
RECORD = Text("credit record", "信用记录")


def enter(case: Case, outcome: Outcome, at: datetime) -> CreditRecord | None:
    """Enter a penalty when its decision is served, for only then does it bind; None for every other act."""
    served = [moment for key, moment in outcome.told if key == penalty_served.key]
    if not served or case.party_id is None:
        return None
    on = served[0].astimezone(SHANGHAI).date() if isinstance(served[0], datetime) else served[0]
    says = procedure(case.procedure, case.edition).says
    act, cite = outcome.says, outcome.cite
    return CreditRecord.objects.create(
        party_id=case.party_id,
        case=case,
        says_en=f"{says.en}: {act.en} ({cite.of('en')})",
        says_zh=f"{says.zh}：{act.zh}（{cite.of('zh')}）",
        effective_on=on,
        published_on=_day(at) if outcome.publishes else None,
    )


@transaction.atomic
def remove_credit_record(record_id: int, why: str, *, by: User, at: datetime) -> Event:
    """Remove a credit record whose decision was overturned, or that was repaired; it stays readable to the authority.

    Only the head of the authority that decided does so, on record in the case.

    Raises Refusal: no such record, removed already, no reason, or not this person's to remove.
    """
    from qingdan.casework.actions.assigning import as_officer, recorded
    from qingdan.casework.actions.taking import locked
    from qingdan.casework.actions.writing import Act

    case_id = CreditRecord.objects.filter(pk=record_id).values_list("case", flat=True).first()
    if case_id is None:
        raise NotFound(RECORD)
    case = locked(case_id)
    capacity = as_officer(case, by, at, By.HEAD)
    if len(why.strip()) < 2:  # noqa: PLR2004 - a word
        raise ActionRefused("bad_field", Text("say why it is removed", "请说明移除的理由"), CREDIT, "why")
    record = CreditRecord.objects.select_for_update().get(pk=record_id)
    if record.removed_on is not None:
        raise ActionRefused(
            "removed_already",
            Text(f"this record was removed on {record.removed_on}", f"该记录已于{record.removed_on}移除"),
            CREDIT,
        )
    record.removed_on, record.removed_why = _day(at), why.strip()[:2000]
    record.save(update_fields=["removed_on", "removed_why"])
    told = {"record": record.pk, "reasons": record.removed_why}
    return recorded(case, "uncredited", told, Act(at, by, capacity))


def _day(at: datetime) -> date:
    return at.astimezone(SHANGHAI).date()
