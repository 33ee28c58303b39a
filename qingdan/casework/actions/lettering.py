"""Issue the letter of an act, and record that it was served."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from qingdan.casework import alerts
from qingdan.casework.actions.refusals import ActionRefused
from qingdan.casework.models import Case, Document, Event, Notice, User
from qingdan.law.clock import SHANGHAI, Deadline
from qingdan.law.grammar.text import Text
from qingdan.procedures import engine
from qingdan.procedures.engine import Outcome, State
from qingdan.procedures.grammar.procedure import Procedure
from qingdan.procedures.grammar.roles import By


def issue(  # noqa: PLR0913 - a letter draws on all of the act
    case: Case,
    procedure: Procedure,
    outcome: Outcome,
    event: Event,
    *,
    number: str | None,
    deadlines: Mapping[str, Deadline | None],
) -> Notice:
    """Keep the letter of an act; where the party agreed to electronic service it is served at once."""
    letter = outcome.serves
    assert letter is not None  # noqa: S101 - the caller looked
    on = event.at.astimezone(SHANGHAI).date()
    dues = [
        d.due for k, d in deadlines.items() if d is not None and d.due is not None and k in outcome.clocks
    ]
    until = case.entry.expires_on if case.entry_id and case.entry else None
    gaps = {
        "party": case.party.name if case.party else "",
        "product": case.product.name if case.product else "",
        "case": case.ref,
        "on": on.isoformat(),
        "due": min(dues).isoformat() if dues else "—",
        "number": number or (case.entry.number if case.entry_id and case.entry else "—"),
        "until": until.isoformat() if until else "—",
    }
    # no page is printed yet: what it says is kept, and set when somebody asks for it
    online = case.party is not None and case.party.served_online
    notice = Notice.objects.create(
        event=event,
        case=case,
        party=case.party,
        letter=letter.key,
        issued_on=on,
        paper={
            "title": letter.title.as_data(),
            "form": letter.form.value,
            "says": [p.filled(**gaps).as_data() for p in letter.says],
            "addressee": gaps["party"],
            "number": number,
            "due": min(dues).isoformat() if dues else None,
            "adverse": letter.adverse,
            "restricted": procedure.restricted,
        },
        served_on=on if online else None,
        means=Notice.Means.ONLINE if online else "",
        public=outcome.publishes,
    )
    alerts.served(notice)
    return notice


def serve_notice(  # noqa: PLR0913 - service has a day, a means and a proof
    case: Case,
    notice_id: int,
    *,
    on: date,
    means: Notice.Means,
    proof: str | None,
    by: User,
    held: frozenset[By],
    at: datetime,
) -> Event:
    """Record the service of a letter of a locked case; what service starts, starts on that day."""
    from qingdan.casework.actions.taking import setting_of
    from qingdan.casework.actions.writing import Act, append, write
    from qingdan.procedures.catalogue import procedure

    notice = Notice.objects.filter(pk=notice_id, case=case).select_related("event").first()
    officer = next((b for b in (By.REVIEWER, By.INTAKE, By.INSPECTOR, By.HEAD) if b in held), None)
    if notice is None or officer is None:
        raise ActionRefused(
            "not_found", Text("no such letter, or it is not yours to serve", "没有该文书，或者非由您送达")
        )
    if notice.served_on is not None:
        raise ActionRefused(
            "served_already",
            Text(f"this letter was served on {notice.served_on}", f"该文书已于{notice.served_on}送达"),
        )
    if means is Notice.Means.ONLINE:
        raise ActionRefused(
            "not_agreed",
            Text(
                "the party has not agreed to electronic service; serve it by post or in person",
                "当事人未同意电子送达，请邮寄或者直接送达",
            ),
        )
    document = Document.objects.filter(pk=proof, case=case).first() if proof else None
    if document is None and means is not Notice.Means.ANNOUNCEMENT:
        raise ActionRefused("no_proof", Text("enclose the proof of service", "请附送达回证"), field="proof")
    if not notice.issued_on <= on <= at.astimezone(SHANGHAI).date():
        raise ActionRefused(
            "bad_field",
            Text(
                f"the day of service lies between {notice.issued_on}, when it was issued, and today",
                f"送达日期应当在文书作出日（{notice.issued_on}）与今日之间",
            ),
            field="on",
        )
    notice.served_on, notice.means, notice.proof = on, means, document
    notice.save(update_fields=["served_on", "means", "proof"])
    alerts.served(notice)
    declared, setting, act = procedure(case.procedure, case.edition), setting_of(case), Act(at, by, officer)
    state = State.from_data(case.state)
    if notice.event.key in state.unserved:
        outcome = engine.serve(declared, state, notice.event.key, on=on, at=at, setting=setting)
        if outcome.publishes:
            Notice.objects.filter(pk=notice.pk).update(public=True)
        return write(case, declared, outcome, act, setting)
    case.version += 1
    case.state = {**case.state, "version": case.version}
    given = {"served_on": on.isoformat(), "means": means.value}
    event = append(case, "served", notice.event.key, given, {"stage": [case.stage, case.stage]}, act)
    case.save(update_fields=["version", "state"])
    return event
