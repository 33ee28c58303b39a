"""Erased documents are gone for good, and nothing that stands beside them."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pytest
from django.db import transaction

from qingdan.casework import documents, sealing, store
from qingdan.casework.documents import damaged
from qingdan.casework.models import Document
from qingdan.law.grammar.refusal import Refusal
from tests.casework.documents.sent import AT, TEXT, read, sent, submitted
from tests.casework.journeys import Journey

pytestmark = pytest.mark.django_db


def test_erased_its_bytes_and_name_are_gone_and_the_ledger_is_sound(
    way: Journey, django_capture_on_commit_callbacks: Callable[..., object]
) -> None:
    document = sent(way.filer, party=way.party.pk)
    case = submitted(way, document=document)
    way.take(case, "accept", way.officer("reviewer"), AT)
    sealing.seal(AT)
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[attr-defined]
        documents.erase(str(document.pk), "个人请求删除", AT)
    document.refresh_from_db()
    assert (document.standing, document.name) == ("erased", "-")
    assert len(document.sha256) == 64
    assert not store.path_of(document.key).exists()
    with pytest.raises(Refusal, match="no such document"):
        read(document, way.filer)
    with pytest.raises(Refusal, match="upload it first"):
        way.take(case, "state_views", way.filer, AT, views_documents=[str(document.pk)])
    with pytest.raises(Refusal, match="already"):
        documents.erase(str(document.pk), "个人请求删除", AT)
    assert list(sealing.faults()) == []
    assert document not in damaged()


def test_bytes_that_another_document_needs_stay(
    way: Journey, django_capture_on_commit_callbacks: Callable[..., object]
) -> None:
    first, second = (sent(way.filer, name=n, party=way.party.pk) for n in ("一.txt", "二.txt"))
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[attr-defined]
        documents.erase(str(first.pk), "个人请求删除", AT)
    assert read(second, way.filer) == TEXT
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[attr-defined]
        documents.erase(str(second.pk), "个人请求删除", AT)
    assert not store.path_of(second.key).exists()


def test_an_erasure_rolled_back_removes_nothing(way: Journey) -> None:
    document = sent(way.filer, party=way.party.pk)
    with transaction.atomic():
        documents.erase(str(document.pk), "个人请求删除", AT)
        transaction.set_rollback(True)
    assert read(document, way.filer) == TEXT


def test_without_a_ground_nothing_is_erased(way: Journey) -> None:
    document = sent(way.filer, party=way.party.pk)
    with pytest.raises(Refusal, match="ground"):
        documents.erase(str(document.pk), " ", AT)


def test_a_restore_brings_no_erased_document_back(
    way: Journey, django_capture_on_commit_callbacks: Callable[..., object]
) -> None:
    document = sent(way.filer, party=way.party.pk)
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[attr-defined]
        documents.erase(str(document.pk), "个人请求删除", AT)
    Document.objects.filter(pk=document.pk).update(standing="clean", name="评估报告.txt")  # an older backup
    store.keep(BytesIO(TEXT), document.key)
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[attr-defined]
        assert sealing.replay() == 1
    assert not store.path_of(document.key).exists()
    assert sealing.replay() == 0
