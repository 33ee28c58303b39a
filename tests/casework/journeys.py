"""Ways through procedures to test with: one company, its officers, and acts that give all a step asks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any

from qingdan.casework import actions
from qingdan.casework.actions.taking import setting_of
from qingdan.casework.models import (
    Case,
    Document,
    Event,
    Happening,
    Judged,
    Notice,
    Party,
    RegisterEntry,
    User,
)
from qingdan.casework.standing import FILES
from qingdan.law.clock import SHANGHAI
from qingdan.procedures.catalogue import procedure
from qingdan.procedures.engine import State
from qingdan.procedures.engine.clockwork import Sight
from qingdan.procedures.grammar.fields import Asks
from qingdan.procedures.samples import sample
from tests.casework import factories

HASH = "0" * 64


def on(day: str, hour: int = 10) -> datetime:
    """An instant of a day in China."""
    return datetime.fromisoformat(day).replace(hour=hour, tzinfo=SHANGHAI)


class Journey:
    """A company with a product, and the officers of the national office."""

    def __init__(
        self, *, online: bool = True, kind: str = Party.Kind.COMPANY, name: str = "甲示例有限公司"
    ) -> None:
        self.office = factories.make_offices().national
        self.company = factories.company(name, kind=kind)
        self.party = self.company.party
        self.party.served_online = online
        self.party.save()
        self.product = factories.product(self.party)
        self._officers: dict[str, User] = {}

    @cached_property
    def filer(self) -> User:
        return self.company.filer

    def officer(self, role: str, name: str = "") -> User:
        """The officer who holds a role; another one under another name."""
        key = f"{role}:{name}"
        if key not in self._officers:
            self._officers[key] = factories.officer(role, self.office)
        return self._officers[key]

    def open(self, key: str, by: User, at: datetime, **about: Any) -> Case:  # noqa: ANN401 - as ``open_case`` has it
        return actions.open_case(key, by=by, at=at, **about)

    def take(self, case: Case, key: str, by: User, at: datetime, *then: User, **said: object) -> Event:
        """Take a step; ``then`` confirms it with the same content."""
        case.refresh_from_db()
        given = self.given(case, key, by, at, said)
        event = actions.take(case.pk, key, given, by=by, at=at)
        for other in then:
            event = actions.take(case.pk, key, given, by=other, at=at)
        case.refresh_from_db()
        return event

    def given(self, case: Case, key: str, by: User, at: datetime, said: Mapping[str, Any]) -> dict[str, Any]:
        """What a step asks, made up, with documents uploaded by whoever acts."""
        declared = procedure(case.procedure, case.edition)
        sight = Sight(declared, State.from_data(case.state), setting_of(case), at)
        given = sample(declared.steps[key], sight, **said)
        for field in declared.steps[key].asks:
            if field.key in given and field.key not in said:
                if field.asks is Asks.DOCUMENTS:
                    given[field.key] = [str(self.document(by, at, case).pk)]
                if field.asks is Asks.PERSON:
                    given[field.key] = str(self.officer("legal_reviewer", "chair").pk)
        return given

    @staticmethod
    def document(by: User, at: datetime, case: Case) -> Document:
        """A document on record: of the party ``by`` files for, or, by an officer, of the case."""
        own = Party.objects.filter(memberships__user=by, memberships__role__in=FILES).first()
        return Document.objects.create(
            uploaded_by=by,
            uploaded_at=at,
            name="材料.pdf",
            kind="pdf",
            media_type="application/pdf",
            size=1,
            sha256=HASH,
            key=HASH,
            standing=Document.Standing.CLEAN,
            **({"party": own} if own else {"case": case}),
        )

    def licence(self, day: str = "2026-03-02", **said: object) -> RegisterEntry:
        """A licence granted to the company, from application to grant."""
        at, reviewer = on(day), self.officer("reviewer")
        case = self.open("licence_application", self.filer, at, product=self.product.pk)
        self.take(case, "submit", self.filer, at, kind=said.get("kind", "L"))
        self.take(case, "accept", reviewer, at)
        self.take(case, "grant", reviewer, at, self.officer("head"), **said)
        return RegisterEntry.objects.get(case=case)

    def registration(self, day: str = "2026-03-02", **said: object) -> RegisterEntry:
        """A registration of the product."""
        self._provides()
        at = on(day)
        case = self.open("registry_filing", self.filer, at, product=self.product.pk)
        self.take(case, "file", self.filer, at, **said)
        self.take(case, "find_complete", self.officer("intake"), at)
        self.take(case, "register", self.officer("reviewer"), at)
        return RegisterEntry.objects.get(case=case)

    def _provides(self) -> None:
        Judged.objects.update_or_create(
            product=self.product,
            defaults={"summary": {"provider": True, "track": "registry", "listed": False}, "wanted": False},
        )

    def suspended(self, entry: RegisterEntry, day: str = "2026-05-06") -> Case:
        """The licence suspended for a significant incident; in force once served, at once where the party reads online."""
        Happening.objects.create(
            product=self.product, event="incident_detected", moment="2026-04-30", note="extraordinary"
        )
        at, inspector, colleague = on(day), self.officer("inspector"), self.officer("inspector", "two")
        case = self.open("licence_suspension", inspector, at, entry=entry.number)
        self.take(case, "open_case", inspector, at)
        self.take(
            case, "record_findings", inspector, at, colleague, **found("significant_incident", "2026-04-30")
        )
        self.take(case, "notify_intended_penalty", inspector, at, defence_days=3, rectification_days=30)
        if self.party.served_online:
            self.take(case, "waive_defence", self.filer, at)
        else:
            self.serve(case, "notify_intended_penalty", at)
            at += timedelta(days=7)
        self.take(case, "pass_legal_review", self.officer("legal_reviewer"), at)
        decided = {"grave_or_complex": False, "rectification_days": 30}
        self.take(case, "suspend", inspector, at, self.officer("head"), **decided)
        return case

    def serve(self, case: Case, step: str, at: datetime, day: str | None = None) -> Event:
        """Serve the letter of a step by post."""
        notice = Notice.objects.filter(case=case, event__key=step).latest("pk")
        by = self.officer("reviewer", "post")
        proof = self.document(by, at, case)
        served_on = date.fromisoformat(day) if day else at.date()
        means = Notice.Means.POST
        event = actions.record_service(
            case.pk, notice.pk, on=served_on, means=means, proof=str(proof.pk), by=by, at=at
        )
        case.refresh_from_db()
        return event


def found(ground: str, day: str) -> dict[str, Any]:
    """What two officers record of a violation that came with an incident on ``day``."""
    return {
        "grounds": [ground],
        "facts_proven": True,
        "activity": "provision",
        "harm": "real",
        "penalised_before": False,
        "circumstances": ["none"],
        "ended_on": day,
        "discovered_on": day,
    }
