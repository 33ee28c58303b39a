"""The home page: both languages, the register at hand, nothing that a strict browser would refuse."""

from __future__ import annotations

import json
import re
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.test import Client, override_settings
from pytest_django import DjangoAssertNumQueries

from qingdan.casework import actions
from qingdan.casework.models import DemoClock, RegisterEntry
from qingdan.law.clock import SHANGHAI
from qingdan.portals.public import home, wording
from tests.casework import factories
from tests.casework.factories import Offices
from tests.casework.steps import step

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 2, 10, tzinfo=SHANGHAI)
DEMO = override_settings(
    DEMO=True,
    DEMO_CLOCK=True,
)


@pytest.fixture
def entry(offices: Offices) -> RegisterEntry:
    """A licence that was granted."""
    reviewer, head = (factories.officer(role, offices.national) for role in ("reviewer", "head"))
    firm = factories.company("甲示例有限公司")
    case = actions.open_case(
        "licence_application", by=firm.filer, at=AT, product=factories.product(firm.party).pk
    )
    step(case, "submit", firm.filer, AT)
    step(case, "accept", reviewer, AT + timedelta(days=1))
    proposed = step(case, "grant", reviewer, AT + timedelta(days=30))
    given = json.loads(proposed.payload.body or "{}")
    actions.take(case.pk, "grant", given, by=head, at=AT + timedelta(days=30))
    return RegisterEntry.objects.get()


def page(address: str = "/", **headers: str) -> str:
    answer = Client().get(address, headers=headers)
    assert answer.status_code == 200
    return answer.content.decode()


def test_it_speaks_what_the_browser_prefers_and_remembers_what_was_chosen() -> None:
    assert 'lang="zh-Hans"' in page(accept_language="zh-CN,en;q=0.5")
    assert 'lang="en"' in page(accept_language="en-GB")
    client = Client()
    assert "Look up" in client.get("/?lang=en").content.decode()
    assert "Look up" in client.get("/").content.decode(), "the choice is kept"
    assert "查询" in client.get("/?lang=zh").content.decode()


def test_every_word_is_said_in_both_languages_and_used() -> None:
    folder = Path(home.__file__).parent
    shown = "".join(p.read_text(encoding="utf-8") for p in (*folder.rglob("*.html"), *folder.glob("*.py")))
    for key, text in wording._WORDS.items():
        assert text.en.strip(), key
        assert text.zh.strip(), key
        assert f"w.{key}" in shown or f'"{key}", lang' in shown or key.startswith("clock_"), (
            f"{key} is said nowhere"
        )


@pytest.mark.parametrize("written", ["{0}", "人智许 L100000-26-000001-{1}", " l100000 26 000001 {1} "])
def test_a_number_is_found_however_it_is_written(entry: RegisterEntry, written: str) -> None:
    found = page(f"/?lang=zh&q={written.format(entry.number, entry.number[-1])}")
    assert "甲示例有限公司" in found
    assert "有效" in found
    assert f"/api/register/{entry.number}/proof" in found


def test_names_are_found_and_what_is_not_there_is_told(entry: RegisterEntry) -> None:
    assert entry.number in page("/?q=甲示例")
    assert "Nothing in the register matches" in page("/?lang=en&q=nobody")
    wrong = entry.number[:-1] + ("2" if entry.number[-1] != "2" else "3")
    assert entry.number in page(f"/?lang=en&q={wrong}"), "it says which number may be meant"
    assert "not open to you" in page("/?lang=en&q=R44030026000001G"), "a number never given out"


def test_what_was_asked_is_text_and_never_markup() -> None:
    assert "<script>alert" not in page('/?q="><script>alert(1)</script>')
    assert page("/?q=%00%00" + "x" * 5000)


def test_the_latest_acts_are_shown_with_their_letters(entry: RegisterEntry) -> None:
    assert entry.status == "active"
    found = page("/?lang=zh")
    letter = re.search(r"/api/public/announcements/\d+/pdf", found)
    assert letter is not None
    assert "准予行政许可决定书" in found


def test_the_page_needs_no_exception_from_a_strict_browser() -> None:
    answer = Client().get("/")
    said = answer.content.decode()
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert not re.search(r"<style|\sstyle=|<script|\son[a-z]+=|https?://(?!www\.w3\.org)", said)


def test_a_page_takes_few_queries_however_much_there_is(
    entry: RegisterEntry, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(4):
        page(f"/?q={entry.number}")


def test_nothing_of_the_demonstration_is_here() -> None:
    assert "demo" not in page()
    assert Client().get("/demo").status_code == 404
    assert Client().post("/demo/clock", {"days": "1"}).status_code == 404


@DEMO
def test_in_the_demonstration_accounts_are_told_and_the_date_moves() -> None:
    DemoClock.objects.create()
    shown = page("/demo?lang=en")
    assert "head@demo.example" in shown
    assert re.search(r"<code>\d{6}</code>", shown)
    assert "推进1天" in page("/?lang=zh")
    strict = Client(enforce_csrf_checks=True)
    assert strict.post("/demo/clock", {"days": "1"}).status_code == 403
    client = Client()
    assert client.post("/demo/clock", {"days": "7", "from": "demo"}).headers["Location"] == "/demo#clock"
    assert DemoClock.objects.get().days_ahead == 7
    client.post("/demo/clock", {"days": "-7"})
    assert DemoClock.objects.get().days_ahead == 7
    assert "日期只能向前推进" in client.get("/?lang=zh").content.decode()


@DEMO
def test_every_page_says_that_it_is_a_demonstration() -> None:
    from django.http import HttpResponse
    from django.test import RequestFactory

    from qingdan.portals.public.banner import Demonstration

    asked = RequestFactory().get("/")
    shown = Demonstration(lambda _: HttpResponse('<html><body class="x"><p>hi'))(asked).content.decode()
    assert shown.index('class="demonstration"') > shown.index("<body")
    assert "演示系统" in shown or "Demonstration" in shown
    data = HttpResponse("<body>", content_type="text/plain")
    assert Demonstration(lambda _: data)(asked).content == b"<body>"
