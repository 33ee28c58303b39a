"""What waits for the scan is handed to nobody; what fails it, never."""

from __future__ import annotations

from datetime import timedelta

import pytest
from pytest_django import Settings

from qingdan.casework.documents import scan_waiting
from qingdan.casework.worker import JOBS, Worker
from qingdan.law.grammar.refusal import Refusal
from tests.casework.documents.scanner import EICAR, Scanner
from tests.casework.documents.sent import AT, TEXT, read, sent, submitted
from tests.casework.journeys import Journey

pytestmark = pytest.mark.django_db


def test_it_waits_in_quarantine_until_it_is_found_clean(way: Journey, scanner: Scanner) -> None:
    document = sent(way.filer, party=way.party.pk)
    assert document.standing == "quarantined"
    with pytest.raises(Refusal, match="not cleared"):
        read(document, way.filer)
    with pytest.raises(Refusal, match="still being scanned"):
        submitted(way, document=document)
    assert scan_waiting(AT) == 1
    assert read(document, way.filer) == TEXT
    submitted(way, document=document)
    assert scanner.scanned == 1


def test_infected_it_is_neither_enclosed_nor_read_by_anybody(way: Journey, scanner: Scanner) -> None:
    document = sent(way.filer, EICAR, party=way.party.pk)
    assert scan_waiting(AT) == 1
    document.refresh_from_db()
    assert (document.standing, document.scanned_at) == ("infected", AT)
    with pytest.raises(Refusal, match="refused by the scan"):
        submitted(way, document=document)
    with pytest.raises(Refusal, match="not cleared"):
        read(document, way.filer)
    assert scan_waiting(AT + timedelta(hours=1)) == 0
    assert scanner.scanned == 1


def test_one_verdict_decides_all_that_wait_with_the_same_content(way: Journey, scanner: Scanner) -> None:
    for name in ("一.txt", "二.txt"):
        sent(way.filer, name=name, party=way.party.pk)
    assert scan_waiting(AT) == 2
    assert scanner.scanned == 1


def test_while_the_scanner_is_away_they_stay_and_are_cleared_when_it_is_back(
    way: Journey, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    settings.CLAMAV = "127.0.0.1:1"  # nobody listens there
    document = sent(way.filer, party=way.party.pk)
    assert scan_waiting(AT) == 0
    assert "was not scanned" in caplog.text
    assert "评估报告" not in caplog.text
    document.refresh_from_db()
    assert document.standing == "quarantined"
    serving = Scanner()
    try:
        settings.CLAMAV = serving.address
        assert scan_waiting(AT + timedelta(seconds=59)) == 0, "asked again a minute later, not at every turn"
        assert scan_waiting(AT + timedelta(seconds=60)) == 1
    finally:
        serving.close()


def test_one_the_scanner_cannot_judge_does_not_hold_up_the_others(way: Journey, scanner: Scanner) -> None:
    stuck = sent(way.filer, b"stuck", "一.txt", party=way.party.pk)
    sent(way.filer, b"other", "二.txt", party=way.party.pk)
    scanner.error = b"INSTREAM size limit exceeded. ERROR"
    assert scan_waiting(AT) == 0
    scanner.error = None
    assert scan_waiting(AT) == 1
    stuck.refresh_from_db()
    assert stuck.standing == "quarantined"


def test_the_worker_does_it_by_itself(way: Journey, scanner: Scanner) -> None:
    document = sent(way.filer, party=way.party.pk)
    assert scan_waiting in JOBS
    Worker(jobs=(scan_waiting,), now=lambda: AT).round()
    assert read(document, way.filer) == TEXT
    assert scanner.scanned == 1
