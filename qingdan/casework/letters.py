"""Letters as papers: what was issued, with reasons, points, dates and remedies, ready to print; and who may read them.

A letter never changes. Its sentences, names, dates and remedies were fixed on the day of issue (``actions.lettering``);
what was given in the act is read from the sealed payload, under the labels of the edition the case is pinned to. Only
erasure takes something away, and leaves a mark. The day of service is proved beside the letter, not written into it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any

from django.conf import settings

from qingdan.casework.actions.refusals import NotFound
from qingdan.casework.models import Document, Notice, User
from qingdan.casework.papers import Paper, PaperKind, Row, render
from qingdan.casework.queries.cases import notices_of
from qingdan.casework.standing import cases_seen_by, stands_for
from qingdan.law.clock import wording
from qingdan.law.grammar.text import Lang, Text
from qingdan.law.numbers import QingdanNumber
from qingdan.procedures.catalogue import procedure
from qingdan.procedures.grammar.fields import NOTE, Asks, Field
from qingdan.procedures.grammar.steps import Lapse, Step

LETTER = Text("letter", "文书")
_ERASED = Text("(erased)", "（已删除）")
_KINDS = {
    "receipt": PaperKind.RECEIPT,
    "notice": PaperKind.LETTER,
    "decision": PaperKind.DECISION,
    "certificate": PaperKind.DECISION,  # the certificate itself is printed from the register, not from the letter
}
_NOTED = Text("please note", "提示")
_LAST_DAY = Text("period", "期限")
_ENCLOSED = Text("enclosed", "附件")
_FOUND = {
    "met": Text("met", "符合"),
    "not_met": Text("not met", "不符合"),
    "unknown": Text("not known", "不明"),
}
_YES, _NO = Text("yes", "是"), Text("no", "否")


def letter_for(user: User, notice: int, on: date, at: datetime) -> Notice:
    """Return a letter somebody may read, and note when the party first opened it.

    Raises NotFound for a letter that is not theirs, not served yet, or does not exist.
    """
    rows = Notice.objects.select_related("case", "case__office", "event", "event__payload", "party")
    found = rows.filter(pk=notice).first()
    if found is None or not _may_read(user, found, on):
        raise NotFound(LETTER)
    if found.opened_at is None and found.party_id is not None and stands_for(user, found.case, on):
        Notice.objects.filter(pk=found.pk, opened_at__isnull=True).update(opened_at=at, opened_by=user)
        found.refresh_from_db(fields=["opened_at", "opened_by"])
    return found


def _may_read(user: User, notice: Notice, on: date) -> bool:
    """Tell whether a letter is somebody's to read: in a case of theirs, or the receipt for what they sent themselves."""
    if not user.is_active:
        return False
    if notice.party_id is None and notice.event.user_id == user.pk:
        return True
    seen = cases_seen_by(user, on).filter(pk=notice.case_id).exists()
    return seen and notices_of(notice.case, user, on).filter(pk=notice.pk).exists()


def paper_of(notice: Notice, *, public: bool = False) -> Paper:
    """Return the paper of a letter as it was issued; ``public`` leaves out what was given in fields that are not."""
    case, kept = notice.case, notice.paper
    declared = procedure(case.procedure, case.edition)
    part: Step | Lapse = declared.steps.get(notice.event.key) or declared.lapses[notice.event.key]
    body = notice.event.payload.body
    given: Mapping[str, Any] = json.loads(body) if body is not None else {}
    asked = part.asks if isinstance(part, Step) else ()
    fields = [f for f in asked if f.key in given and (f.public or not public) and not _internal(f, part)]
    reasons = "\n\n".join(given[f.key] for f in fields if f.asks is Asks.REASONS)
    if body is None:
        reasons = f"{_ERASED.zh}{_ERASED.en}"
    signed = kept["signed"]
    return Paper(
        kind=_KINDS[kept["form"]],
        title=_text(kept["title"]),
        office=_text(kept["office"]),
        addressee=_text(kept["addressee"]).zh,
        reference=case.ref,
        date=notice.issued_on,
        number=QingdanNumber.parse(kept["number"]) if kept["number"] else None,
        paragraphs=tuple(_text(p) for p in kept["says"]),
        facts=(*_particulars(fields, given, kept["officers"]), *_told(kept, public=public)),
        items=tuple(Text(p, p) for f in fields if f.asks is Asks.ITEMS for p in given[f.key]),
        reasons=reasons,
        reasons_lang=_lang(reasons),
        cites=tuple(dict.fromkeys((part.cite, declared.cite))),
        redress=() if public else tuple(_text(r) for r in kept["redress"]),
        signatory_title=_text(signed) if signed else None,
        demonstration=settings.DEMO,
    )


def _internal(field: Field, part: Step | Lapse) -> bool:
    """Tell whether a field is the office's own: an officer's remark."""
    return isinstance(part, Step) and field.key == NOTE.key and any(b.official for b in part.by)


def _particulars(
    fields: Iterable[Field], given: Mapping[str, Any], officers: Mapping[str, str]
) -> Iterator[Row]:
    for field in fields:
        if field.asks is Asks.PERSON:
            yield Row(field.says, officers.get(field.key, ""))
        else:
            yield from _rows(field, given[field.key])


def _told(kept: Mapping[str, Any], *, public: bool) -> Iterator[Row]:
    """Yield what the act itself brought with it: the period that runs, and what was noticed."""
    if public:
        return
    if kept["until"]:
        until, what = _text(kept["until"]), _text(kept["for"])
        yield Row(_LAST_DAY, Text(f"{until.en}: {what.en}", f"{until.zh}：{what.zh}"))
    for flag in kept["flags"]:
        yield Row(_NOTED, _text(flag))


def _rows(field: Field, value: Any) -> Iterator[Row]:  # noqa: ANN401 - plain data
    """Yield the particulars of one field: one row, or one for each point of a list that needs its own."""
    if field.asks is Asks.CHECKLIST:
        for key, says in (field.options or {}).items():
            found = _FOUND[value[key]["found"]]
            why = value[key].get("why", "")
            yield Row(says, Text(f"{found.en}. {why}", f"{found.zh}。{why}") if why else found)
    elif field.asks is Asks.REPLIES:
        for number, reply in value.items():
            yield Row(Text(f"{field.says.en}: {number}", f"{field.says.zh}：第{number}项"), reply)
    elif field.asks is Asks.DOCUMENTS:
        yield Row(Text(f"{_ENCLOSED.en}: {field.says.en}", f"{_ENCLOSED.zh}：{field.says.zh}"), _names(value))
    elif field.asks not in {Asks.ITEMS, Asks.REASONS}:
        yield Row(field.says, said(field, value))


def said(field: Field, value: Any) -> Text | str:  # noqa: ANN401 - plain data
    """Return what was given in a field, in words."""
    if isinstance(value, bool):
        return _YES if value else _NO
    if isinstance(value, list):
        return wording.listed([(field.options or {}).get(v, Text(v, v)) for v in value])
    if field.options is not None:
        return field.options[value]
    return wording.on(date.fromisoformat(value)) if field.asks is Asks.DAY else str(value)


def _names(identifiers: list[str]) -> Text:
    """Return the names of documents, each with the beginning of its digest, which fixes what it was."""
    rows = {str(d.pk): d for d in Document.objects.filter(pk__in=identifiers)}
    known = [rows[i] for i in identifiers if i in rows]
    erased = Document.Standing.ERASED
    names = [
        _ERASED if d.standing == erased else Text(f"{d.name} ({d.sha256[:8]})", f"{d.name}（{d.sha256[:8]}）")
        for d in known
    ]
    return wording.listed(names or [_ERASED])


def _lang(reasons: str) -> Lang:
    return "zh" if not reasons or any("\u2e80" <= c <= "\u9fff" for c in reasons) else "en"


def _text(data: Mapping[str, str]) -> Text:
    return Text(data["en"], data["zh"])


def letter_pdf(notice: Notice) -> bytes:
    """Return the pages of a letter; the same letter gives the same bytes."""
    return render(paper_of(notice))
