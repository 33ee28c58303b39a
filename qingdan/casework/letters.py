"""Letters and certificates as papers: what was issued, with reasons, points, dates and remedies, ready to print."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.conf import settings

from qingdan.casework.actions.refusals import NotFound
from qingdan.casework.actions.taking import setting_of
from qingdan.casework.models import Notice, RegisterEntry, User
from qingdan.casework.papers import Paper, PaperKind, Row, render
from qingdan.casework.queries.register import published
from qingdan.casework.standing import acting_for
from qingdan.law.clock import SHANGHAI
from qingdan.law.grammar.text import Text
from qingdan.law.numbers import Kind, QingdanNumber
from qingdan.procedures.catalogue import procedure
from qingdan.procedures.grammar.effects import Status
from qingdan.procedures.grammar.fields import Asks
from qingdan.procedures.grammar.steps import Lapse, Step
from qingdan.procedures.redress import remedies

LETTER = Text("letter", "文书")
_ERASED = Text("(erased)", "（已删除）")
_KINDS = {
    "receipt": PaperKind.RECEIPT,
    "notice": PaperKind.LETTER,
    "decision": PaperKind.DECISION,
    "certificate": PaperKind.DECISION,  # the certificate itself is printed from the register, not from the letter
}
_NOT_ENDORSED = Text(
    "Entry in the register is not an endorsement of the product and may not be advertised as one.",
    "登记不代表对产品、服务的认可，不得用于宣传推介。",
)
_TITLES = {
    Kind.REGISTRATION: Text("Certificate of registration", "登记备案证明"),
    Kind.PROVISION_LICENCE: Text("Licence to provide", "提供许可证"),
    Kind.RESEARCH_LICENCE: Text("Licence to research and develop", "研发许可证"),
    Kind.REPRESENTATIVE: Text("Filing of a domestic representative", "境内代表备案证明"),
    Kind.SANDBOX: Text("Admission to the sandbox", "沙盒准入证明"),
}


def letter_for(user: User, notice: int, on: date, at: datetime) -> Notice:
    """Return a letter somebody may read, and note when the party first opened it.

    Raises NotFound for a letter that is not theirs, not served yet, or does not exist.
    """
    from qingdan.casework.queries.cases import notices_of
    from qingdan.casework.standing import cases_seen_by

    found = Notice.objects.select_related("case", "case__office", "event", "party").filter(pk=notice).first()
    if found is None or not cases_seen_by(user, on).filter(pk=found.case_id).exists():
        raise NotFound(LETTER)
    if not notices_of(found.case, user, on).filter(pk=found.pk).exists():
        raise NotFound(LETTER)
    party = found.party_id
    if found.opened_at is None and party is not None and acting_for(user, on).filter(pk=party).exists():
        Notice.objects.filter(pk=found.pk, opened_at__isnull=True).update(opened_at=at, opened_by=user)
    return found


def paper_of(notice: Notice) -> Paper:
    """Return the paper of a letter: its text as issued, with what was given in the act and the remedies from its service."""
    case, paper = notice.case, notice.paper
    declared = procedure(case.procedure, case.edition)
    part: Step | Lapse = declared.steps.get(notice.event.key) or declared.lapses[notice.event.key]
    body = notice.event.payload.body
    given: Mapping[str, Any] = json.loads(body) if body is not None else {}
    fields = part.asks if isinstance(part, Step) else ()
    reasons = given.get("reasons", "") if body is not None else f"{_ERASED.zh}{_ERASED.en}"
    points = [p for f in fields if f.asks is Asks.ITEMS for p in given.get(f.key, ())]
    rows = [
        Row(f.says, _value(f.options, given[f.key])) for f in fields if f.asks in _PLAIN and f.key in given
    ]
    if paper["due"]:
        rows.append(Row(Text("period ends", "期限届满日"), paper["due"]))
    adverse = paper["adverse"]
    return Paper(
        kind=_KINDS[paper["form"]],
        title=_text(paper["title"]),
        office=Text(case.office.name_en, case.office.name_zh),
        addressee=paper["addressee"],
        reference=case.ref,
        date=notice.issued_on,
        number=QingdanNumber.parse(paper["number"]) if paper["number"] else None,
        paragraphs=tuple(_text(p) for p in paper["says"]),
        facts=tuple(rows),
        items=tuple(Text(p, p) for p in points),
        reasons=reasons,
        cites=tuple(dict.fromkeys((part.cite, declared.cite))),
        redress=remedies(part.cite, notice.served_on, setting_of(case)) if adverse else (),
        demonstration=settings.DEMO,
    )


_PLAIN = frozenset({Asks.LINE, Asks.CHOICE, Asks.CHOICES, Asks.DAY, Asks.NUMBER, Asks.YES_NO})
_YES, _NO = Text("yes", "是"), Text("no", "否")


def _value(options: Mapping[str, Text] | None, value: Any) -> Text | str:  # noqa: ANN401 - plain data
    if isinstance(value, bool):
        return _YES if value else _NO
    if isinstance(value, list):
        said = [(options or {}).get(v, Text(v, v)) for v in value]
        return Text(", ".join(t.en for t in said), "、".join(t.zh for t in said))
    if options is not None:
        return options[value]
    return str(value)


def _text(data: Mapping[str, str]) -> Text:
    return Text(data["en"], data["zh"])


def letter_pdf(notice: Notice) -> bytes:
    """Return the pages of a letter; the same letter gives the same bytes."""
    return render(paper_of(notice))


def certificate(entry: RegisterEntry, *, qr: str | None) -> Paper:
    """Return the certificate of a register entry as it stands; ``qr`` is its proof (see ``sealing``)."""
    now = published(entry)
    kind = Kind(entry.kind)
    declared = procedure(entry.case.procedure, entry.case.edition)
    fields = {f.key: f for step in declared.steps.values() for f in step.asks}
    rows = [
        Row(Text("holder", "持有人"), entry.party.name),
        Row(Text("unified social credit code", "统一社会信用代码"), entry.party.uscc or "—"),
    ]
    if entry.product:
        rows.append(Row(Text("product or service", "产品、服务"), entry.product.name))
    for key, value in now["shown"].items():
        if key in fields and fields[key].asks in _PLAIN | {Asks.PROSE}:
            rows.append(Row(fields[key].says, _value(fields[key].options, value)))
    rows.append(Row(Text("granted on", "发证日期"), entry.granted_on.isoformat()))
    if entry.expires_on:
        rows.append(Row(Text("valid until", "有效期至"), entry.expires_on.isoformat()))
    status = Status(entry.status)
    rows.append(Row(Text("status when printed", "打印时状态"), status.says))
    return Paper(
        kind=PaperKind.CERTIFICATE,
        title=_TITLES[kind],
        office=Text(entry.office.name_en, entry.office.name_zh),
        addressee=entry.party.name,
        reference=entry.case.ref,
        date=now["timeline"][-1]["at"].astimezone(SHANGHAI).date(),
        number=QingdanNumber.parse(entry.number),
        facts=tuple(rows),
        qr=qr,
        verify_at=settings.BASE_URL + "/v",
        notes=(_NOT_ENDORSED,),
        demonstration=settings.DEMO,
    )
