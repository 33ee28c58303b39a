"""What acts do to the register: each entry stands as the last lawful act left it, and every version before stays readable."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import pytest

from qingdan.casework import actions
from qingdan.casework.actions.projecting import republish
from qingdan.casework.models import Case, CreditRecord, Judged, Notice, Party, Record, RegisterEntry
from qingdan.casework.queries.register import published
from qingdan.casework.subjects import Subject
from qingdan.law.grammar.refusal import Refusal
from qingdan.law.grammar.text import Text
from qingdan.procedures.registry_fields import FILED, SHOWN
from tests.casework import factories
from tests.casework.journeys import Journey, on

pytestmark = pytest.mark.django_db


@pytest.fixture
def way() -> Journey:
    return Journey()


def shown(entry: RegisterEntry, version: int | None = None) -> dict[str, Any]:
    row = entry.versions.get(version=version or entry.version)
    found: dict[str, Any] = json.loads(row.public)
    return found


def test_a_grant_enters_a_licence_with_its_term_and_shows_public_fields_alone(way: Journey) -> None:
    entry = way.licence(term_months=36, scope="面向公众的问答")
    assert (entry.status, entry.version, entry.granted_on) == ("active", 1, date(2026, 3, 2))
    assert entry.expires_on == date(2029, 3, 2)
    assert set(shown(entry)["shown"]) == {"kind", "scope", "term_months"}
    assert shown(entry)["shown"]["scope"] == "面向公众的问答"


def test_a_registration_shows_what_was_filed_for_publication_and_never_contacts(way: Journey) -> None:
    entry = way.registration(contact_details="13900000000", publicity_content="公示内容一")
    public = shown(entry)["shown"]
    assert public["publicity_content"] == "公示内容一"
    assert set(public) <= set(SHOWN)
    assert {f.key for f in FILED if f.public and f.required} <= set(public), "given steps before, shown now"
    assert "13900000000" not in entry.versions.get().public


def test_a_change_shows_what_is_new_and_the_version_before_stays(way: Journey) -> None:
    entry = way.registration(publicity_content="公示内容一")
    before = shown(entry)["shown"]
    at = on("2026-04-01")
    case = way.open("registry_change", way.filer, at, entry=entry.number)
    way.take(case, "report_change", way.filer, at, changed_on="2026-04-01", publicity_content="公示内容二")
    way.take(case, "find_complete", way.officer("intake"), at)
    way.take(case, "enter_change", way.officer("reviewer"), at)
    entry.refresh_from_db()
    assert entry.version == 2
    assert shown(entry)["shown"] == {**before, "publicity_content": "公示内容二"}
    assert shown(entry, 1)["shown"] == before
    assert [v["version"] for v in published(entry)["timeline"]] == [1, 2]


def test_deregistration_ends_the_entry_in_its_own_word(way: Journey) -> None:
    entry = way.registration()
    at = on("2026-05-06")
    case = way.open("registry_deregistration", way.filer, at, entry=entry.number)
    way.take(case, "ask_deregistration", way.filer, at, ended_on="2026-04-30")
    way.take(case, "deregister", way.officer("reviewer"), at)
    entry.refresh_from_db()
    assert (entry.status, entry.status_since) == ("deregistered", at.date())


def test_a_change_of_scope_enters_a_new_licence_and_cancels_the_old_which_the_case_is_about(
    way: Journey,
) -> None:
    old = way.licence()
    at, reviewer = on("2026-06-01"), way.officer("reviewer")
    case = way.open("licence_scope_change", way.filer, at, entry=old.number)
    way.take(case, "reapply", way.filer, at, kind="L", halted=True)
    way.take(case, "accept", reviewer, at)
    way.take(case, "grant", reviewer, at, way.officer("head"))
    new = RegisterEntry.objects.get(case=case)
    old.refresh_from_db()
    assert (new.status, old.status) == ("active", "cancelled")
    assert shown(old)["why"]["zh"].startswith("因重新取得许可而注销")
    assert case.entry == old
    way.take(case, "deliver", reviewer, at, delivered_on="2026-06-01")
    for step in ("grant", "deliver"):
        assert new.number in str(Notice.objects.get(case=case, event__key=step).paper["says"])


def renewal(way: Journey, entry: RegisterEntry, day: str) -> Case:
    case = way.open("licence_renewal", way.filer, on(day), entry=entry.number)
    way.take(case, "apply", way.filer, on(day))
    return case


def test_a_renewal_goes_on_from_the_old_end(way: Journey) -> None:
    entry = way.licence(term_months=12)
    case = renewal(way, entry, "2026-12-01")
    way.take(case, "renew", way.officer("reviewer"), on("2027-01-04"), way.officer("head"), term_months=24)
    entry.refresh_from_db()
    assert (entry.expires_on, entry.version) == (date(2029, 3, 2), 2)


def test_renewed_by_silence_even_where_the_entry_reads_expired_already(way: Journey) -> None:
    entry = way.licence(term_months=6)
    assert entry.expires_on == date(2026, 9, 2)
    case = renewal(way, entry, "2026-06-01")
    entry.status, entry.status_since = "expired", date(2026, 9, 3)
    republish(entry, entry.case, on("2026-09-03"), {}, Text("marked too soon", "提前标记"))
    actions.sweep(on("2026-10-20"))
    entry.refresh_from_db()
    case.refresh_from_db()
    assert case.stage == "renewed"
    assert (entry.status, entry.expires_on) == ("active", date(2029, 9, 2)), "for the term of the reading"
    assert entry.status_since == date(2026, 3, 2), "as if it had never read otherwise"


def test_a_suspension_binds_only_from_its_service_and_enters_the_credit_record_then() -> None:
    way = Journey(online=False)
    entry = way.licence()
    case = way.suspended(entry)
    entry.refresh_from_db()
    decision = Notice.objects.filter(case=case, event__key="suspend")
    assert (case.stage, entry.status, entry.version) == ("suspended", "active", 1)
    assert not decision.get().public
    assert not CreditRecord.objects.exists()
    way.serve(case, "suspend", on("2026-05-20"), "2026-05-18")
    entry.refresh_from_db()
    assert (entry.status, entry.status_since) == ("suspended", date(2026, 5, 18))
    assert decision.get().public
    record = CreditRecord.objects.get()
    assert (record.effective_on, record.published_on) == (date(2026, 5, 18), date(2026, 5, 20))
    assert "第二十八条" in record.says_zh
    assert Subject(Case.objects.get(pk=case.pk))["suspended_on"] == "2026-05-18"


def test_lifting_a_suspension_restores_the_licence_and_settles_what_was_found(way: Journey) -> None:
    entry = way.licence()
    case = way.suspended(entry)
    at, inspector = on("2026-05-20"), way.officer("inspector")
    Record.objects.create(
        party=way.party, product=way.product, case=case, what="found_uncorrected", public={}, on=at.date()
    )
    way.take(case, "report_rectification", way.filer, at)
    way.take(
        case, "check_rectification", inspector, at, way.officer("inspector", "two"), rectified="corrected"
    )
    way.take(case, "restore", inspector, at, way.officer("head"))
    entry.refresh_from_db()
    assert (entry.status, entry.version) == ("active", 3)
    assert Record.objects.get(what="found_uncorrected").ended_on == at.date()


def revoked(way: Journey, entry: RegisterEntry) -> Case:
    case = way.suspended(entry)
    Record.objects.create(
        party=way.party,
        product=way.product,
        case=case,
        what="found_uncorrected",
        public={},
        on=date(2026, 6, 10),
    )
    at, inspector, colleague = on("2026-07-01"), way.officer("inspector"), way.officer("inspector", "two")
    case = way.open("licence_revocation", inspector, at, entry=entry.number)
    way.take(case, "open_case", inspector, at)
    proven = {
        "grounds": ["not_corrected"],
        "facts_proven": True,
        "activity": "provision",
        "harm": "slight",
        "penalised_before": True,
        "circumstances": ["none"],
        "ended_on": "2026-06-10",
        "discovered_on": "2026-06-10",
    }
    way.take(case, "record_findings", inspector, at, colleague, **proven)
    way.take(case, "offer_hearing", inspector, at, defence_days=5)
    way.take(case, "waive_hearing", way.filer, at)
    way.take(case, "waive_defence", way.filer, at)
    way.take(case, "pass_legal_review", way.officer("legal_reviewer"), at)
    way.take(case, "revoke", inspector, at, way.officer("head"), rests_on="case_file")
    return case


def test_a_revoked_licence_keeps_that_word_when_it_is_struck_off(way: Journey) -> None:
    entry = way.licence()
    case = revoked(way, entry)
    entry.refresh_from_db()
    assert entry.status == "revoked"
    way.take(case, "strike_off", way.officer("inspector"), on("2026-07-02"), certificate="void")
    entry.refresh_from_db()
    assert (case.ended, entry.status) == (True, "revoked")
    assert Record.objects.get(what="struck_off").public == {"certificate": "void"}
    assert CreditRecord.objects.count() == 2, "suspended, then revoked"


def test_nor_does_an_application_to_cancel_make_it_cancelled(way: Journey) -> None:
    entry = way.licence()
    revoked(way, entry)
    at, reviewer = on("2026-08-03"), way.officer("reviewer")
    case = way.open("licence_cancellation", reviewer, at, entry=entry.number)
    way.take(case, "establish_ground", reviewer, at, ground="undone", answer_within=5)
    actions.sweep(on("2026-08-20"))
    way.take(case, "complete_formalities", reviewer, on("2026-08-20"))
    entry.refresh_from_db()
    assert entry.status == "revoked"


def test_a_credit_record_is_removed_by_the_head_with_a_reason_once(way: Journey) -> None:
    entry = way.licence()
    case = way.suspended(entry)
    record = CreditRecord.objects.get()
    at, head = on("2026-09-01"), way.officer("head")
    with pytest.raises(Refusal, match="head"):
        actions.remove_credit_record(record.pk, "决定已被撤销", by=way.officer("reviewer"), at=at)
    with pytest.raises(Refusal, match="no such case"):
        actions.remove_credit_record(record.pk, "决定已被撤销", by=factories.user(), at=at)
    with pytest.raises(Refusal, match="say why"):
        actions.remove_credit_record(record.pk, " ", by=head, at=at)
    event = actions.remove_credit_record(record.pk, "决定已被撤销", by=head, at=at)
    record.refresh_from_db()
    assert (record.removed_on, event.what, event.case_id) == (at.date(), "uncredited", case.pk)
    assert Subject(Case.objects.get(pk=case.pk))["penalties"] == []
    with pytest.raises(Refusal, match="removed on 2026-09-01"):
        actions.remove_credit_record(record.pk, "决定已被撤销", by=head, at=at)


def test_a_representative_is_entered_changed_ended_and_succeeded_by_another_number() -> None:
    way = Journey(kind=Party.Kind.FOREIGN)
    agent = factories.company("乙示例有限公司")
    from qingdan.casework.models import Mandate

    Mandate.objects.create(
        kind="representative", principal=way.party, agent=agent.party, since=factories.LONG_AGO
    )
    at = on("2026-03-02")
    case = way.open("representative_appointment", way.filer, at, party=way.party.pk)
    named = {"representative_name": "乙示例有限公司", "representative_contact": "0755-00000000"}
    for report in ("report_appointment", "report_successor"):
        way.take(case, report, way.filer, at, **named)
        way.take(case, "accept_mandate", agent.filer, at)
        way.take(case, "record", way.officer("intake"), at)
        if report == "report_appointment":
            first = case.entry
            assert first is not None
            way.take(case, "report_change", way.filer, at, representative_name="乙新名有限公司")
            way.take(case, "end_mandate", way.filer, at, mandate_ended_on="2026-03-02")
    assert first is not None
    first.refresh_from_db()
    assert [shown(first, v)["shown"]["representative_name"] for v in (1, 2, 3)] == [
        "乙示例有限公司",
        "乙新名有限公司",
        "乙新名有限公司",
    ]
    assert (first.status, first.version) == ("deregistered", 3)
    assert case.entry is not None
    assert case.entry.status == "active"
    assert case.entry.number != first.number
    assert "0755" not in "".join(v.public for e in (first, case.entry) for v in e.versions.all())


def test_an_exemption_is_recorded_once_and_ends_when_it_is_lost(way: Journey) -> None:
    Judged.objects.create(
        product=way.product, summary={"provider": True, "listed": False, "track": "exempt"}, wanted=False
    )
    at = on("2026-03-02")
    case = way.open("exemption_claim", way.filer, at, product=way.product.pk)
    way.take(case, "declare_exempt", way.filer, at)
    assert [r.what for r in Record.objects.filter(ended_on=None)] == ["exemption"]
    loss = way.open("exemption_challenge", way.filer, on("2026-06-01"), product=way.product.pk)
    way.take(loss, "report_loss", way.filer, on("2026-06-01"), fell_away_on="2026-05-29")
    assert [r.what for r in Record.objects.filter(ended_on=None)] == ["exemption_lost"]
    assert Record.objects.get(what="exemption").ended_on == on("2026-06-01").date()


def test_a_lapse_counts_from_the_end_of_its_period_however_late_it_is_swept(way: Journey) -> None:
    entry = way.licence(term_months=6)
    renewal(way, entry, "2026-06-01")
    actions.sweep(on("2026-09-02") + timedelta(days=60))
    entry.refresh_from_db()
    assert entry.expires_on == date(2029, 9, 2)
    assert "2026-11" in entry.versions.latest("version").at.isoformat(), "published when it was found"
