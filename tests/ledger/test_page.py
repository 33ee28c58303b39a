"""The offline page is a verifier of its own. It runs in a real browser, as a file, and must say what verify.py says."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from qingdan.law.grammar.text import Text
from qingdan.ledger import Key, Status, StatusList, verifier_page, verify
from qingdan.ledger.encoding import digits_of, from_digits
from qingdan.ledger.note import sign
from qingdan.ledger.page import content_security_policy
from tests.ledger.sample import (
    KEY,
    OTHER,
    SIGNER,
    STRANGER,
    certificate,
    leaf,
    sealed,
    status_list,
    suspended,
)

BUNDLE = certificate()
JSON, COMPACT = BUNDLE.as_json(), BUNDLE.compact()
HIDDEN = certificate(disclosed=False)
TODAY = date(2026, 3, 2)
LIST = status_list(suspended(status=Status.CHANGED))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as started:
        launched = started.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield launched
        launched.close()


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "verifier.html"
    path.write_text(
        verifier_page([KEY], kinds={"registration": Text("Registered", "予以登记备案")}), encoding="utf-8"
    )
    return path


@pytest.fixture
def page(browser: Browser, file: Path) -> Iterator[Page]:
    context = browser.new_context(locale="en-GB", offline=True)
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(file.as_uri())
    yield page
    context.close()
    assert said == []


def judged(page: Page, cases: list[tuple[bytes | str, bytes | str | None]], *keys: Key) -> list[Any]:
    """The page's own verdicts, many at a time."""

    def sent(given: bytes | str | None) -> object:
        return list(given) if isinstance(given, bytes) else given

    script = """async ([cases, keys, today]) => {
        const got = (given) => Array.isArray(given) ? Uint8Array.from(given) : given;
        return Promise.all(cases.map(([proof, status]) => qingdanVerify(got(proof), keys, { status: got(status), today })));
    }"""
    lines = [str(key) for key in keys or (KEY,)]
    verdicts: list[Any] = page.evaluate(
        script, [[[sent(p), sent(s)] for p, s in cases], lines, TODAY.isoformat()]
    )
    return verdicts


def flips(proof: bytes, step: int) -> list[bytes]:
    return [
        proof[:place] + bytes([proof[place] ^ 1 << place // step % 8]) + proof[place + 1 :]
        for place in range(0, len(proof), step)
    ]


def proofs() -> list[bytes | str]:
    said, data = JSON.decode(), from_digits(COMPACT[4:])
    swapped = replace(BUNDLE, path=(BUNDLE.path[1], BUNDLE.path[0], *BUNDLE.path[2:]))
    log, _, note = sealed()
    signed = [
        sign(BUNDLE.checkpoint.text, who)
        for who in ([STRANGER], [SIGNER, STRANGER], [OTHER], [SIGNER, SIGNER])
    ]
    return [
        JSON, COMPACT, said, HIDDEN.as_json(), HIDDEN.compact(), f"https://register.example/v#{COMPACT}",
        *flips(JSON, 7), *flips(HIDDEN.as_json(), 17), *flips(COMPACT.encode(), 31),
        *("QD1:" + digits_of(flipped) for flipped in flips(data, 7)),
        *(JSON[:length] for length in range(0, len(JSON), 73)), *(COMPACT[:length] for length in range(0, len(COMPACT), 97)),
        *(replace(BUNDLE, note=changed).as_json() for changed in signed), replace(BUNDLE, note=signed[1]).compact(),
        swapped.as_json(), replace(BUNDLE, index=3).as_json(), replace(BUNDLE, path=BUNDLE.path[1:]).as_json(),
        replace(BUNDLE, leaf=leaf(3), body=None).as_json(), log.prove(3, leaf(3), note).as_json(),
        said.replace("云雀", "百灵"), said.replace("\\n1000\\n", "\\n9007199254740993\\n"), said.replace("index 700", "index 0700"),
        said.replace('{"body"', '{"body" '), said.replace('"body":{', '"body":{"a":1.0,'), said.replace('"body":{', '"body":{"a":-0,'),
        said.replace('"body":{', '"body":{"a":1,"a":1,'), said.replace('"body":{', '"body":{"a":"\\ud800",'),
        said.replace('"body":{', '"body":{"__proto__":1,'), said.replace("holder", "h\\u006flder"), "", "\ud800", "{}", "[]", "{" * 70_000,
        "\ufeff" + said, b"\xff" + JSON, JSON[:-1] + b"\xff}", "QD1:", "qd1:" + COMPACT[4:], "QD1:99999", "QD1:" + "0" * 3_000,
    ]  # fmt: skip


def lists() -> list[bytes | str | None]:
    head = BUNDLE.checkpoint
    elsewhere = StatusList.of(date(2026, 3, 1), replace(head, origin=OTHER.name), [])
    small = replace(sealed(600)[0].prove(3, leaf(3), sealed(600)[2])).checkpoint
    return [
        None, LIST, status_list(), status_list(on=date(2026, 2, 1)), status_list(suspended()), status_list(suspended(3)),
        status_list(head=replace(head, root=bytes(32))), status_list(head=small),
        elsewhere.signed([OTHER]), elsewhere.signed([SIGNER]), StatusList.of(date(2026, 3, 1), head, []).signed([OTHER]), BUNDLE.note, "", "\ud800", b"\xff",
        *(status_list(suspended(status=status)) for status in Status), *flips(LIST.encode(), 3),
    ]  # fmt: skip


def test_the_page_gives_the_verdicts_of_the_library_word_for_word(page: Page) -> None:
    cases: list[tuple[bytes | str, bytes | str | None]] = [(proof, None) for proof in proofs()]
    cases += [(JSON, status) for status in lists()]
    verdicts = judged(page, cases, KEY, OTHER.key)
    assert len(verdicts) > 500
    for (proof, status), verdict in zip(cases, verdicts, strict=True):
        assert verdict == json.loads(
            json.dumps(verify(proof, [KEY, OTHER.key], status=status, today=TODAY).as_data())
        ), (proof, status)
    assert {verdict["outcome"] for verdict in verdicts} == {"genuine", "forged", "unreadable", "unknown_key"}


@pytest.mark.parametrize(
    "keys",
    [
        (STRANGER.key,), (KEY, STRANGER.key), (replace(KEY, until=date(2026, 2, 24)),), (replace(KEY, since=date(2026, 3, 3)),),
        (replace(KEY, since=TODAY, until=date(2026, 3, 3)),), (Key("other.example", KEY.public),),
    ],
)  # fmt: skip
def test_keys_and_their_periods_count_alike(page: Page, keys: tuple[Key, ...]) -> None:
    both = replace(BUNDLE, note=sign(BUNDLE.checkpoint.text, [SIGNER, STRANGER]))
    cases: list[tuple[bytes | str, bytes | str | None]] = [
        (JSON, LIST),
        (COMPACT, LIST),
        (both.as_json(), None),
        (both.compact(), None),
    ]
    expected = [verify(proof, keys, status=status, today=TODAY).as_data() for proof, status in cases]
    assert judged(page, cases, *keys) == json.loads(json.dumps(expected))


# --- What a person sees ---


def ask(page: Page, proof: str) -> str:
    page.get_by_label("The text of the QR code").fill(proof)
    page.get_by_role("button", name="Verify").click()
    page.locator("#answer:visible").wait_for()
    return page.locator("#answer").inner_text()


def test_a_person_pastes_a_proof_and_reads_what_is_certified(page: Page) -> None:
    said = ask(page, f"\n  https://register.example/v#{COMPACT} \n")
    assert "Genuine: entered at 2026-02-24 10:15:00" in said
    assert "Freshness unknown" in said
    for shown in ("Registration certificate", "云雀对话", "Registered", "2026-02-24", "Entry 700 of 1000"):
        assert shown in said
    assert page.evaluate("document.activeElement.id") == "answer"
    page.get_by_role("button", name="中文").click()
    said = page.locator("#answer").inner_text()
    assert "真实：2026年2月24日10:15:00记入" in said
    assert "登记备案凭证" in said
    assert "予以登记备案" in said
    assert page.evaluate("document.documentElement.lang") == "zh-Hans"


def test_a_forged_certificate_shows_nothing_of_its_content(page: Page) -> None:
    said = ask(page, JSON.decode().replace("云雀对话", "无害助手"))
    assert "Not genuine: the content is not what was sealed" in said
    assert "无害助手" not in said
    assert page.locator("#answer").get_attribute("data-outcome") == "forged"
    forged = replace(BUNDLE, note=sign(BUNDLE.checkpoint.text, [STRANGER])).compact()
    said = ask(page, forged)
    assert "Cannot be judged: none of the trusted keys signed it" in said
    assert "云雀对话" not in said


def test_files_are_read_and_a_list_shows_a_suspension(page: Page, tmp_path: Path) -> None:
    (tmp_path / "certificate.json").write_bytes(JSON + b"\n")
    (tmp_path / "status.txt").write_text(status_list(suspended()), encoding="utf-8")
    page.get_by_text("Add the status list").click()
    page.get_by_label("or its file").set_input_files(tmp_path / "status.txt")
    page.get_by_label("or the proof file itself").set_input_files(tmp_path / "certificate.json")
    page.locator("#answer:visible").wait_for()
    said = page.locator("#answer").inner_text()
    assert "Genuine" in said
    assert "No longer in effect as sealed: suspended since 2026-02-27" in said


def test_a_pasted_list_may_have_lost_its_last_line_end(page: Page) -> None:
    page.get_by_text("Add the status list").click()
    page.get_by_label("Text of the status list").fill(status_list(suspended()).strip().replace("\n", "\r\n"))
    assert "suspended since 2026-02-27" in ask(page, JSON.decode())


def test_the_link_of_a_code_verifies_by_itself_and_a_served_page_brings_its_list(
    browser: Browser, tmp_path: Path
) -> None:
    file = tmp_path / "v.html"
    file.write_text(
        verifier_page([KEY], status=status_list(suspended(status=Status.REVOKED))), encoding="utf-8"
    )
    page = browser.new_page(locale="zh-CN")
    page.goto(f"{file.as_uri()}#{COMPACT}")
    page.locator("#answer:visible").wait_for()
    assert "自2026年2月27日起吊销" in page.locator("#answer").inner_text()
    page.close()


def test_hostile_text_stays_text(browser: Browser, tmp_path: Path) -> None:
    hostile = "</script><script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">"
    file = tmp_path / "v.html"
    file.write_text(
        verifier_page([KEY], status=hostile, kinds={"registration": Text(hostile, hostile)}), encoding="utf-8"
    )
    page = browser.new_page(locale="en-GB")
    page.goto(file.as_uri())
    said = ask(page, JSON.decode())
    assert hostile in said
    assert page.title() == "Qingdan verifier · 清单核验"
    assert page.locator("img").count() == 0
    page.close()


def test_a_browser_that_cannot_check_signatures_says_so(browser: Browser, file: Path) -> None:
    page = browser.new_page(locale="en-GB")
    page.add_init_script(
        "crypto.subtle.importKey = async () => { throw new DOMException('no', 'NotSupportedError'); };"
    )
    page.goto(file.as_uri())
    page.get_by_role("alert").wait_for()
    assert "cannot check Ed25519" in page.get_by_role("alert").inner_text()
    assert page.locator("#form").is_hidden()
    page.close()


def test_the_page_is_one_file_that_fetches_nothing(browser: Browser, file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert not re.search(r"\{\{|<link|<img|@import|url\(|\bfetch\(|XMLHttpRequest|eval\(|innerHTML", text)
    assert re.findall(r"(?:src|href|action)=", text) == []
    assert "default-src 'none'" in content_security_policy()
    assert "unsafe" not in content_security_policy()
    assert content_security_policy() in text
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{file.as_uri()}#{COMPACT}")
    page.locator("#answer:visible").wait_for()
    assert asked == [f"{file.as_uri()}#{COMPACT}"] or asked == [file.as_uri()]
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_fits_every_screen_and_keeps_contrast(browser: Browser, file: Path, scheme: Any) -> None:  # noqa: ANN401 - a literal of playwright
    page = browser.new_page(color_scheme=scheme, locale="en-GB")
    page.goto(f"{file.as_uri()}#{COMPACT}")
    page.locator("#answer:visible").wait_for()
    for width in (320, 360, 768, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    lowest = page.evaluate(
        """() => {
        const light = (rgb) => { const [r, g, b] = rgb.match(/[0-9.]+/g).map((c) => { c /= 255; return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4; }); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
        const ground = (e) => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor; if (c !== "rgba(0, 0, 0, 0)") return c; } };
        const texts = [...document.querySelectorAll("body *")].filter((e) => e.checkVisibility() && [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()));
        return Math.min(...texts.map((e) => { const [a, b] = [light(getComputedStyle(e).color), light(ground(e))].sort((x, y) => y - x); return (a + 0.05) / (b + 0.05); }));
    }"""
    )
    assert lowest >= 4.5
    page.close()
