"""What letters say, and that what was issued never changes."""

from __future__ import annotations

import pytest

from qingdan.casework import law_now, sealing
from qingdan.casework.letters import letter_pdf, paper_of
from qingdan.casework.models import (
    Alert,
    CalendarNotice,
    Party,
    Product,
    User,
)
from qingdan.law.grammar.refusal import Refusal
from tests.casework.journeys import Journey, on
from tests.casework.letters.kept import AT, asked, letter
from tests.casework.notices import notice as holidays

pytestmark = pytest.mark.django_db


def test_what_was_noticed_is_said_to_the_party() -> None:
    way = Journey()
    entry = way.registration()
    case = way.open("registry_deregistration", way.filer, on("2026-09-01"), entry=entry.number)
    way.take(case, "ask_deregistration", way.filer, on("2026-09-01"), ended_on="2026-05-06")
    noted = [
        row.value for row in paper_of(letter(case, "ask_deregistration")).facts if row.label.zh == "提示"
    ]
    assert [getattr(n, "zh", n) for n in noted] == [
        "超过规定期限申请注销备案",
        "未提前三十个工作日公示终止方案",
    ]


def test_it_is_signed_in_a_capacity_and_what_was_only_received_by_nobody() -> None:
    way = Journey()
    entry = way.licence()
    decision = paper_of(letter(entry.case, "grant"))
    assert decision.signatory == ""
    assert decision.signatory_title is not None
    assert decision.signatory_title.zh == "主管机关负责人"
    assert paper_of(letter(entry.case, "submit")).signatory_title is None
    names = User.objects.values_list("name", flat=True)
    assert not [n for n in names if n and n in str(decision)], "no officer is named but who chairs a hearing"


def test_conditions_are_told_one_by_one_with_what_was_found_and_why() -> None:
    way = Journey()
    case = way.open("licence_application", way.filer, AT, product=way.product.pk)
    way.take(case, "submit", way.filer, AT)
    reviewer = way.officer("reviewer")
    way.take(case, "accept", reviewer, AT)
    way.take(case, "deny", reviewer, AT, way.officer("head"))
    rows = [
        row
        for row in paper_of(letter(case, "deny")).facts
        if str(getattr(row.value, "zh", "")).startswith(("符合", "不符合"))
    ]
    assert len(rows) == 8
    assert [r.value.zh for r in rows if r.value.zh.startswith("不符合")] == ["不符合。示例：尚缺相关证明。"]  # type: ignore[union-attr]


def test_who_chairs_a_hearing_is_named_so_that_the_party_may_object() -> None:
    way = Journey()
    case = way.open("licence_application", way.filer, AT, product=way.product.pk)
    way.take(case, "submit", way.filer, AT)
    reviewer, chair = way.officer("reviewer"), way.officer("legal_reviewer", "chair")
    way.take(case, "accept", reviewer, AT)
    way.take(case, "offer_hearing", reviewer, AT)
    way.take(case, "request_hearing", way.filer, AT)
    for nobody in ("sample-officer", "0", str(way.filer.pk), "9" * 30):
        with pytest.raises(Refusal, match="officer of this office"):
            way.take(case, "announce_hearing", reviewer, AT, hearing_on="2026-03-20", chair=nobody)
    way.take(case, "announce_hearing", reviewer, AT, hearing_on="2026-03-20", chair=str(chair.pk))
    rows = {row.label.zh: row.value for row in paper_of(letter(case, "announce_hearing")).facts}
    assert rows["听证主持人"] == chair.name


def test_the_public_version_leaves_out_what_is_not_public() -> None:
    way = Journey()
    entry = way.licence(scope="面向公众的问答")
    decision = letter(entry.case, "grant")
    assert decision.public
    said, told = paper_of(decision), paper_of(decision, public=True)
    assert said.reasons
    assert (told.reasons, told.redress) == ("", ())
    labels = [row.label.zh for row in told.facts]
    assert "许可范围" in labels
    assert not [label for label in labels if "条件" in label or ("期限" in label and "有效期" not in label)]


def test_names_calendars_and_service_change_afterwards_and_the_letter_does_not() -> None:
    way = Journey(online=False)
    case = way.open("licence_application", way.filer, AT, product=way.product.pk)
    way.take(case, "submit", way.filer, AT)
    reviewer = way.officer("reviewer")
    way.take(case, "accept", reviewer, AT)
    way.take(case, "deny", reviewer, AT, way.officer("head"))
    before = letter_pdf(letter(case, "deny"))
    Party.objects.filter(pk=way.party.pk).update(name="更名示例有限公司", name_en="Renamed")
    Product.objects.filter(pk=way.product.pk).update(name="更名服务")
    way.office.name_zh, way.office.name_en = "更名机关", "Renamed office"
    way.office.save()
    content = holidays(2026, off=("2026-05-06", "2026-09-02"), version=2)
    CalendarNotice.objects.create(year=2026, content=content, loaded_at=on("2026-03-03"))
    law_now.forget_calendars()
    way.serve(case, "deny", on("2026-03-09"), "2026-03-06")
    assert letter_pdf(letter(case, "deny")) == before
    law_now.forget_calendars()


def test_only_erasure_takes_something_away_and_says_so() -> None:
    way = Journey()
    case = asked(way)
    notice = letter(case, "ask_supplement")
    assert paper_of(notice).items
    sealing.erase(notice.event_id, "当事人请求", on("2026-06-01"))
    paper = paper_of(letter(case, "ask_supplement"))
    assert paper.items == ()
    assert "已删除" in paper.reasons
    assert letter_pdf(letter(case, "ask_supplement")).startswith(b"%PDF")


def test_a_letter_served_is_told_once(work_off: object) -> None:
    way = Journey()
    asked(way)
    work_off()  # type: ignore[operator]
    told = Alert.objects.filter(user=way.filer, kind=Alert.Kind.LETTER)
    assert [a.about["due"] for a in told.order_by("pk")] == ["2026-03-16", "2026-03-18"]
