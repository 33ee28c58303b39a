"""Record that a letter was served: by post, in person or by announcement. What service starts, starts on that day."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from qingdan.casework import alerts
from qingdan.casework.actions.lettering import deadlines_of, first_due
from qingdan.casework.actions.refusals import ActionRefused
from qingdan.casework.actions.writing import Act, append, write
from qingdan.casework.models import Case, Document, Event, Notice
from qingdan.law.clock import SHANGHAI
from qingdan.law.grammar.text import Text
from qingdan.procedures import engine
from qingdan.procedures.engine import Setting, State
from qingdan.procedures.grammar.procedure import Procedure
from qingdan.procedures.grammar.roles import By

SERVERS = (By.REVIEWER, By.INTAKE, By.INSPECTOR, By.LEGAL_REVIEWER, By.LIST_EDITOR, By.HEAD)


@dataclass(frozen=True, slots=True)
class Service:
    """How and when a letter was served. ``proof`` names the document that shows it; an announcement is its own."""

    on: date
    means: Notice.Means
    proof: str | None = None


def serve_notice(  # noqa: PLR0913, PLR0917 - an act is all of this
    case: Case, procedure: Procedure, notice_id: int, service: Service, act: Act, setting: Setting
) -> Event:
    """Record the service of a letter of a locked case, settled up to now.

    Raises ActionRefused: no such letter, served already, overtaken, a day that cannot be, no proof, or no consent to
    electronic service.
    """
    notice = Notice.objects.filter(pk=notice_id, case=case).select_related("event").first()
    if notice is None:
        raise ActionRefused("not_found", Text("there is no such letter in this case", "本案没有该文书"))
    state = State.from_data(case.state)
    _refuse_void(notice, procedure, state)
    _refuse_service(notice, case, service, act.at)
    document = _proof(case, service)
    notice.served_on, notice.means, notice.proof = service.on, service.means, document
    key = notice.event.key
    if key in state.unserved:
        outcome = engine.serve(procedure, state, key, on=service.on, at=act.at, setting=setting)
        notice.public = notice.public or outcome.publishes
        _, runs = first_due(procedure, outcome.state, deadlines_of(procedure, outcome, setting))
        if runs is not None and runs.due is not None:
            # of this the party is reminded; the page stays as it was issued
            notice.paper = {**notice.paper, "due": runs.due.isoformat()}
        _keep(notice)
        return write(case, procedure, outcome, act, setting)
    _keep(notice)
    case.version += 1
    case.state = {
        **case.state,
        "version": case.version,
        "served": {**case.state["served"], key: service.on.isoformat()},
    }
    given = {"served_on": service.on.isoformat(), "means": service.means.value}
    event = append(case, "served", key, given, {"stage": [case.stage, case.stage]}, act)
    case.save(update_fields=["version", "state"])
    return event


def _keep(notice: Notice) -> None:
    notice.save(update_fields=["served_on", "means", "proof", "public", "paper"])
    alerts.served(notice)


def _refuse_void(notice: Notice, procedure: Procedure, state: State) -> None:
    """Refuse a letter that was served, that a later one of the same step replaced, or that the law has overtaken."""
    if notice.served_on is not None:
        raise ActionRefused(
            "served_already",
            Text(f"this letter was served on {notice.served_on}", f"该文书已于{notice.served_on}送达"),
        )
    key = notice.event.key
    newer = Notice.objects.filter(case=notice.case_id, event__key=key, event__seq__gt=notice.event.seq)
    step = procedure.steps.get(key)
    starts = step is not None and bool(step.on_service)
    if newer.exists() or (starts and key not in state.unserved):
        raise ActionRefused(
            "overtaken",
            Text(
                "this letter is void: a later one replaced it, or the period it waited for ended by law; serve the latest",
                "该文书已失效：已由之后的文书替代，或者有关期限已依法届满；请送达最新文书",
            ),
        )


def _refuse_service(notice: Notice, case: Case, service: Service, at: datetime) -> None:
    if service.means is Notice.Means.ONLINE and not (case.party and case.party.served_online):
        raise ActionRefused(
            "not_agreed",
            Text(
                "the party has not agreed to electronic service; serve it by post or in person",
                "当事人未同意电子送达，请邮寄或者直接送达",
            ),
            field="means",
        )
    if not notice.issued_on <= service.on <= at.astimezone(SHANGHAI).date():
        raise ActionRefused(
            "bad_field",
            Text(
                f"the day of service lies between {notice.issued_on}, when it was issued, and today",
                f"送达日期应当在文书作出日（{notice.issued_on}）与今日之间",
            ),
            field="on",
        )


def _proof(case: Case, service: Service) -> Document | None:
    """Return the document that proves service, uploaded for this case and clean."""
    found = None
    with suppress(ValueError):  # what is no identifier names no document
        rows = Document.objects.filter(case=case, standing=Document.Standing.CLEAN)
        found = rows.filter(pk=UUID(service.proof or "")).first()
    if found is None and service.means not in {Notice.Means.ANNOUNCEMENT, Notice.Means.ONLINE}:
        raise ActionRefused(
            "no_proof",
            Text(
                "enclose the proof of service, uploaded for this case and cleared by the scan",
                "请附送达回证（须为本案上传并通过扫描的文件）",
            ),
            field="proof",
        )
    return found
