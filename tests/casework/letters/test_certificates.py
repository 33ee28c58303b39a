"""Certificates print what is sealed, carry the proof of it, and are found out when anything of it is altered."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from pypdf import PdfReader
from pytest_django import Settings

from qingdan.casework import actions, sealing
from qingdan.casework.certificates import certificate, certificate_pdf
from qingdan.casework.models import Mandate, Party, RegisterEntry
from qingdan.casework.papers import Paper
from qingdan.casework.papers.press import press
from qingdan.casework.papers.sheet import sheet
from qingdan.law.grammar.refusal import Refusal
from qingdan.ledger.proof import read_bundle
from qingdan.ledger.verify import Outcome, verify
from tests.casework import factories
from tests.casework.journeys import Journey, on

pytestmark = pytest.mark.django_db
SEALED = on("2026-03-03")


@pytest.fixture(autouse=True)
def _own_folders(settings: Settings, tmp_path: Path) -> None:
    settings.TILES, settings.KEYS = tmp_path / "tiles", tmp_path / "keys"


def representative() -> RegisterEntry:
    way = Journey(kind=Party.Kind.FOREIGN)
    agent = factories.company("乙示例有限公司")
    Mandate.objects.create(
        kind="representative", principal=way.party, agent=agent.party, since=factories.LONG_AGO
    )
    case = way.open("representative_appointment", way.filer, on("2026-03-02"), party=way.party.pk)
    way.take(case, "report_appointment", way.filer, on("2026-03-02"), representative_name="乙示例有限公司")
    way.take(case, "accept_mandate", agent.filer, on("2026-03-02"))
    way.take(case, "record", way.officer("intake"), on("2026-03-02"))
    return RegisterEntry.objects.get(case=case)


KINDS = {
    "R": lambda: Journey().registration(),
    "L": lambda: Journey().licence(kind="L"),
    "D": lambda: Journey().licence(kind="D"),
    "A": representative,
}


def words(pdf: bytes) -> str:
    return "".join("".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


def scanned(paper: Paper) -> str:
    """What a scanner reads from the printed certificate, going as near as it must."""
    pictures = [
        Image.open(BytesIO(png)) for png in press("certificate.typ", sheet(paper), created=0, into="png")
    ]
    for nearer in (1, 2, 3):
        seen = [p.resize((p.width * nearer, p.height * nearer)) for p in pictures]
        if codes := [c for picture in seen for c in zxingcpp.read_barcodes(picture)]:
            return codes[0].text
    raise AssertionError("no code can be read")


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_prints_what_is_sealed_and_its_code_proves_it_offline(kind: str) -> None:
    entry = KINDS[kind]()
    assert entry.kind == kind
    sealing.seal(SEALED)
    paper = certificate(entry, qr=sealing.qr_of(entry))
    verdict = verify(scanned(paper), sealing.trusted("register"))
    assert verdict.outcome is Outcome.GENUINE
    assert verdict.entry is not None
    sealed = verdict.entry.body
    printed = words(certificate_pdf(entry))
    assert sealed is not None
    for value in (sealed["holder"], sealed["holder_en"], sealed["granted_on"], entry.party.name):
        assert "".join(str(value).split()) in printed
    assert "登记不代表对产品、服务的认可，不得用于宣传推介" in printed
    assert "isnotanendorsement" in printed
    assert "有效" in printed


def test_before_it_is_sealed_it_is_refused_with_what_to_do() -> None:
    with pytest.raises(Refusal, match="try again in a moment"):
        certificate_pdf(Journey().licence())


def test_the_same_version_gives_the_same_bytes() -> None:
    entry = Journey().licence()
    sealing.seal(SEALED)
    assert certificate_pdf(entry) == certificate_pdf(RegisterEntry.objects.get(pk=entry.pk))


def test_it_speaks_as_last_published_and_not_of_what_was_renamed_since() -> None:
    entry = Journey().licence()
    sealing.seal(SEALED)
    Party.objects.filter(pk=entry.party_id).update(name="更名有限公司")
    found = RegisterEntry.objects.get(pk=entry.pk)
    assert "更名有限公司" not in words(certificate_pdf(found))


def test_its_status_is_that_of_the_version_it_proves() -> None:
    way = Journey()
    entry = way.licence(term_months=6)
    sealing.seal(SEALED)
    assert actions.expire(on("2026-10-08")) == 1
    entry.refresh_from_db()
    with pytest.raises(Refusal, match="being sealed"):
        certificate_pdf(entry)
    sealing.seal(on("2026-10-08"))
    printed = words(certificate_pdf(entry))
    assert "届满失效（自2026-09-03起）" in printed
    assert "第2版" in printed


def test_too_long_for_a_code_the_proof_goes_without_the_text_and_the_paper_over_pages() -> None:
    entry = Journey().registration(publicity_content="公示内容。" * 900)
    sealing.seal(SEALED)
    code = sealing.qr_of(entry)
    assert scanned(certificate(entry, qr=code)) == code
    assert read_bundle(code).body is None
    assert verify(code, sealing.trusted("register")).outcome is Outcome.GENUINE
    pdf = certificate_pdf(entry)
    assert words(pdf).count("公示内容") >= 898, "two may be parted by the end of a page"
    assert len(PdfReader(BytesIO(pdf)).pages) > 1


def test_as_long_as_the_text_fits_a_code_it_is_in_it_and_scans() -> None:
    entry = Journey().registration(publicity_content="公示内容。" * 80)
    sealing.seal(SEALED)
    code = sealing.qr_of(entry)
    assert read_bundle(code).body is not None
    assert scanned(certificate(entry, qr=code)) == code


def test_forged_in_any_sign_it_is_found_out() -> None:
    entry = Journey().licence()
    sealing.seal(SEALED)
    code, keys = sealing.qr_of(entry), sealing.trusted("register")
    place = code.index("#") + 12
    for at in range(place, len(code), max(1, len(code) // 40)):
        other = str((int(code[at]) + 1) % 10)
        forged = verify(code[:at] + other + code[at + 1 :], keys)
        assert forged.outcome is not Outcome.GENUINE, at
    assert verify(code, []).outcome is not Outcome.GENUINE


def test_a_print_that_says_otherwise_than_its_code_is_told_apart_by_what_the_code_holds() -> None:
    entry = Journey().licence(scope="仅限内部测试")
    sealing.seal(SEALED)
    paper = certificate(entry, qr=sealing.qr_of(entry))
    verdict = verify(scanned(paper), sealing.trusted("register"))
    assert verdict.entry is not None
    assert verdict.entry.body is not None
    shown = verdict.entry.body["shown"]
    assert isinstance(shown, dict)
    assert shown["scope"] == "仅限内部测试", "whoever scans reads the sealed words, whatever is printed above"
