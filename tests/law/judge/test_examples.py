"""Every example product, judged on every day its author gave an expectation for."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from qingdan.intake.case import CaseFile, read_case
from tests.law.judge.expected import differences

FOLDER = Path(__file__).parents[3] / "examples" / "products"
FILES = sorted(FOLDER.glob("*.yaml"))
CASES = {path.stem: read_case(path) for path in FILES}
EXPECTED = [(name, i, e) for name, case in CASES.items() for i, e in enumerate(case.expect)]


def _name(name: str, number: int, expected: dict[str, Any]) -> str:
    otherwise = {**expected.get("readings", {}), **expected.get("answers", {})}
    return (
        f"{name} on {expected['on']}"
        + "".join(f" {k}={v}" for k, v in otherwise.items())
        + f" ({number + 1})"
    )


@pytest.mark.parametrize(("name", "number", "expected"), EXPECTED, ids=[_name(*e) for e in EXPECTED])
def test_the_example_is_judged_as_its_author_expects(
    name: str, number: int, expected: dict[str, Any]
) -> None:
    case = CASES[name]
    wrong = differences(case.product, case.readings, expected)
    assert not wrong, f"{_name(name, number, expected)}:\n  " + "\n  ".join(wrong)


def test_there_are_at_least_fifteen_examples_on_every_track() -> None:
    assert len(CASES) >= 15
    tracks = Counter(e["track"] for _, _, e in EXPECTED if "track" in e)
    assert set(tracks) == {"licence", "registry", "exempt", "none"}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_each_example_says_what_it_shows_and_expects_something(case: CaseFile) -> None:
    first = (
        (FOLDER / f"{next(n for n, c in CASES.items() if c is case)}.yaml").read_text("utf-8").splitlines()[0]
    )
    assert first.startswith("# ")
    assert case.product.description
    assert case.expect


def test_every_name_is_listed_as_invented_and_no_other_is_used() -> None:
    readme = (FOLDER.parent / "README.md").read_text("utf-8")
    assert "invented" in readme
    listed = re.findall(r"^\| `products/([^`]+)` \| ([^|]+) \|", readme, flags=re.MULTILINE)
    assert dict(listed) == {path.name: CASES[path.stem].product.name for path in FILES}


def test_an_expectation_that_is_wrong_is_found() -> None:
    case = CASES["01-public-chat-service"]
    wrong = differences(
        case.product, {}, {"on": "2026-03-05", "track": "exempt", "standing": {"file_registry": "due"}}
    )
    assert [w.partition(":")[0] for w in wrong] == ["track", "standing"]
