"""A scenario's world in the database: what it says of its subject, and the people who act in it, as rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from functools import partial
from typing import Any

from qingdan.casework.models import (
    Case,
    Clock,
    CreditRecord,
    Document,
    Happening,
    Interest,
    Judged,
    ListEdition,
    Mandate,
    Membership,
    Party,
    Posting,
    Record,
    RegisterEntry,
    User,
)
from qingdan.casework.standing import CASEWORK
from qingdan.law.negative_list.data import edition_as_data
from qingdan.law.negative_list.sample import EDITIONS
from qingdan.law.numbers import Kind, QingdanNumber
from qingdan.procedures.grammar.fields import Asks
from qingdan.procedures.grammar.procedure import Procedure, Subject
from qingdan.procedures.grammar.roles import By
from tests.casework import factories
from tests.casework.factories import LONG_AGO

POSTS = {by: role for role, by in CASEWORK.items()}
_JUDGED = ("track", "provider", "listed", "affects_safety")
_EDITION = ("status", "published_on", "in_force_from", "first", "draft_digest", "dry_run_digest")
_BEGAN = datetime(2020, 1, 1, tzinfo=UTC)


class World:
    """The offices, one party with one product, and the thing a case of ``procedure`` is about."""

    def __init__(self, procedure: Procedure, subject: Mapping[str, Any], *, online: bool) -> None:
        self.procedure = procedure
        self.office = factories.make_offices().national
        kind = Party.Kind.FOREIGN if subject.get("foreign") else Party.Kind.COMPANY
        self.party = factories.company("甲示例有限公司", kind=kind).party
        Party.objects.filter(pk=self.party.pk).update(served_online=online)
        self.party.refresh_from_db()
        self.product = factories.product(self.party)
        self.other = factories.company("丙示例有限公司").party
        self.people: dict[str, User] = {}
        self.case: Case | None = None
        self.entry = self._entry(subject.get("kind", "L")) if procedure.subject is Subject.ENTRY else None
        self.edition = self._edition() if procedure.subject is Subject.LIST else None
        if procedure.subject in {Subject.PRODUCT, Subject.ENTRY}:
            Judged.objects.create(product=self.product, wanted=False)
        self.tell(subject)

    def about(self) -> dict[str, Any]:
        """What ``open_case`` is told."""
        of: dict[Subject, Callable[[], dict[str, Any]]] = {
            Subject.PRODUCT: lambda: {"product": self.product.pk},
            Subject.ENTRY: lambda: {"entry": self.entry and self.entry.number},
            Subject.PARTY: lambda: {"party": self.party.pk},
            Subject.LIST: lambda: {"list_edition": self.edition and self.edition.key},
        }
        return of[self.procedure.subject]()

    # what is known of the subject

    def tell(self, subject: Mapping[str, Any]) -> None:
        """Bring about what a scenario says of its subject."""
        for key, value in subject.items():
            if key in _JUDGED:
                judged = Judged.objects.get(product=self.product)
                judged.summary = {**judged.summary, key: value}
                judged.save()
            elif self.edition is not None:
                self._of_edition(key, value)
            elif value or key == "expires_on":  # what is not so, nothing has brought about
                self._facts[key](value)

    @property
    def _facts(self) -> dict[str, Callable[[Any], object]]:
        return {
            "kind": lambda v: self._entry_is(kind=v),
            "foreign": lambda _: None,
            "status": lambda v: self._entry_is(status=v),
            "expires_on": lambda v: self._entry_is(expires_on=date.fromisoformat(str(v)) if v else None),
            "suspended_on": lambda v: self._entry_is(status_since=date.fromisoformat(v)),
            "active_entry": self._active,
            "registration": partial(self._active, kind=Kind.REGISTRATION),
            "exempt": lambda _: self._record("exemption", "2026-01-02"),
            "found_uncorrected": lambda v: self._record("found_uncorrected", v),
            "filed_on": lambda v: self._happened("registry_filed", v),
            "barred_until": self._barred,
            "incidents": self._incidents,
            "penalties": self._penalties,
        }

    def _entry(self, kind: str) -> RegisterEntry:
        before = Case.objects.create(
            procedure="registry_filing",
            edition=1,
            party=self.party,
            product=self.product,
            office=self.office,
            stage="registered",
            ended=True,
            state={},
            opened_on=date(2025, 3, 1),
        )
        taken = RegisterEntry.objects.count() + 1
        return RegisterEntry.objects.create(
            number=str(QingdanNumber.issue(Kind(kind), "100000", 2025, taken)),
            kind=kind,
            party=self.party,
            product=self.product,
            office=self.office,
            case=before,
            status="active",
            status_since=date(2025, 4, 1),
            granted_on=date(2025, 4, 1),
        )

    def _entry_is(self, **how: object) -> None:
        assert self.entry is not None
        RegisterEntry.objects.filter(pk=self.entry.pk).update(**how)

    def _active(self, status: str | None, kind: Kind = Kind.PROVISION_LICENCE) -> None:
        if status is not None:
            entry = self._entry(kind.value)
            RegisterEntry.objects.filter(pk=entry.pk).update(status=status)

    def _record(self, what: str, on: str) -> None:
        case = Case.objects.filter(party=self.party).first() or self._entry("X").case
        Record.objects.create(
            party=self.party, product=self.product, case=case, what=what, public={}, on=date.fromisoformat(on)
        )

    def _happened(self, event: str, on: str, note: str = "") -> None:
        Happening.objects.create(product=self.product, event=event, moment=on, note=note)

    def _incidents(self, told: list[dict[str, str]]) -> None:
        for incident in told:
            self._happened("incident_detected", incident["on"], incident["severity"])

    def _penalties(self, days: list[str]) -> None:
        case = Case.objects.filter(party=self.party).first()
        assert case is not None
        CreditRecord.objects.bulk_create(
            CreditRecord(
                party=self.party,
                case=case,
                says_zh="罚",
                says_en="a penalty",
                effective_on=date.fromisoformat(day),
            )
            for day in days
        )

    def _barred(self, until: str) -> None:
        entry = self._entry("X")
        Clock.objects.create(
            case=entry.case,
            key="ban_after_falsehood",
            official=False,
            started="2025-01-01",
            due=date.fromisoformat(until),
        )

    def _edition(self) -> ListEdition:
        data = edition_as_data(EDITIONS[-1])
        return ListEdition.objects.create(
            key=f"{data['key']}-{ListEdition.objects.count()}", draft=data, digest="none"
        )

    def _of_edition(self, key: str, value: str | None) -> None:
        assert self.edition is not None
        if key in {"previous_in_force", "superseded_from"}:
            if value is not None:
                day = date.fromisoformat(value)
                ListEdition.objects.update_or_create(
                    key=key,
                    defaults={
                        "draft": self.edition.draft,
                        "digest": key,
                        "published_on": day,
                        "in_force_from": day,
                    },
                )
            return
        column = {"draft_digest": "digest"}.get(key, key)
        blank = "" if column == "dry_run_digest" else None
        ListEdition.objects.filter(pk=self.edition.pk).update(**{column: blank if value is None else value})

    def some_entry(self) -> RegisterEntry | None:
        """The entry the case is about, or one it could have come to be about; as it stands in the database."""
        if self.procedure.subject is Subject.LIST:
            return None
        kind = "A" if self.procedure.subject is Subject.PARTY else "L"
        self.entry = self.entry or self._entry(kind)
        self.entry.refresh_from_db()
        return self.entry

    def some_edition(self) -> ListEdition | None:
        """Another draft each time."""
        return self._edition() if self.edition is not None else None

    # who acts

    def person(self, written: str) -> User:
        """The person a scenario names, holding exactly the capacities it gives them there."""
        capacities = {By(part.partition(":")[0]) for part in written.split("+")}
        who = next((n for part in written.split("+") if (n := part.partition(":")[2])), written)
        if who not in self.people:
            self.people[who] = factories.user()
        user = self.people[who]
        Posting.objects.filter(user=user).delete()
        Posting.objects.bulk_create(
            Posting(user=user, office=self.office, role=POSTS[by], since=LONG_AGO)
            for by in capacities
            if by in POSTS
        )
        if By.APPLICANT in capacities:
            self._joins(user, self.party)
        if capacities & {By.THIRD_PARTY, By.REPRESENTATIVE}:
            self._joins(user, self.other)
        if By.REPRESENTATIVE in capacities:
            Mandate.objects.get_or_create(
                kind=Mandate.Kind.REPRESENTATIVE, principal=self.party, agent=self.other, since=LONG_AGO
            )
        if By.THIRD_PARTY in capacities and self.case is not None:
            Interest.objects.get_or_create(
                case=self.case,
                party=self.other,
                defaults={"why": "示例", "admitted_by": user, "admitted_at": _BEGAN},
            )
        return user

    @staticmethod
    def _joins(user: User, party: Party) -> None:
        Membership.objects.get_or_create(
            user=user, party=party, defaults={"role": "filer", "since": LONG_AGO}
        )

    def as_given(self, step: str, given: Mapping[str, Any], by: User) -> dict[str, Any]:
        """What a step is given here: officers by number, documents uploaded, an officer's for the case, another's not."""
        declared = self.procedure.steps.get(step)
        found = dict(given)
        for field in declared.asks if declared else ():
            if field.asks is Asks.PERSON and field.key in given:
                found[field.key] = str(self.colleague(given[field.key]).pk)
            for key in given.get(field.key, ()) if field.asks is Asks.DOCUMENTS else ():
                official = Posting.objects.filter(user=by).exists()
                place = {"case": self.case} if official else {"party": self._files_for(by)}
                Document.objects.update_or_create(
                    pk=key, defaults={**DOCUMENT, "party": None, "case": None, "uploaded_by": by, **place}
                )
        return found

    def colleague(self, who: str) -> User:
        """An officer named in a step: one of those who act, or another."""
        if who not in self.people:
            self.people[who] = factories.officer(Posting.Role.REVIEWER, self.office)
        return self.people[who]

    @staticmethod
    def _files_for(by: User) -> Party | None:
        found = Membership.objects.filter(user=by).select_related("party").order_by("party").first()
        return None if found is None else found.party


DOCUMENT: dict[str, Any] = {
    "uploaded_at": _BEGAN,
    "name": "材料.pdf",
    "kind": "pdf",
    "media_type": "application/pdf",
    "size": 1,
    "sha256": "0" * 64,
    "key": "none",
    "standing": Document.Standing.CLEAN,
}
