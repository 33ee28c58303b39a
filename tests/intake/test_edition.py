"""Negative List edition files."""

from __future__ import annotations

from datetime import date

import pytest

from qingdan.intake.document import BadDocument, parse_document
from qingdan.intake.edition import edition_from
from qingdan.law.negative_list.edition import ListEdition
from qingdan.law.pack import model_law

GOOD = """\
key: draft-2028
title: {en: Draft, zh: 草案}
published: 2027-05-01
effective: 2028-01-01
illustrative: yes
notice: {en: a trial, zh: 试拟}
entries:
  - key: companions
    says: {en: companions for minors, zh: 面向未成年人的陪伴服务}
    criteria:
      all:
        - {fact: interacts_with_people}
        - {fact: field, is: [media]}
        - {fact: registered_users, at_least: 1000000}
    reason: {en: dependence, zh: 易致沉迷}
"""


def read(text: str) -> ListEdition:
    return edition_from(parse_document(text, "list.yaml"), model_law())


def test_an_edition_file_becomes_an_edition() -> None:
    edition = read(GOOD)
    assert edition.key == "draft-2028"
    assert edition.effective == date(2028, 1, 1)
    assert [e.key for e in edition.entries] == ["companions"]


@pytest.mark.parametrize(
    ("was", "now", "line", "field", "reason"),
    [
        ("fact: field,", "fact: feild,", 13, "entries[0].criteria.all[1].fact", "no question of this law"),
        ("is: [media]", "is: [medium]", 13, "entries[0].criteria.all[1].is", "write"),
        ("at_least: 1000000", "at_least: many", 14, "entries[0].criteria.all[2].at_least", "write"),
        ("key: companions", "key: Companions!", 8, "", "is no key"),
        ("illustrative: yes", "illustrative: perhaps", 5, "illustrative", "true or false"),
        ("notice: {en: a trial, zh: 试拟}\n", "", 1, "", "notice is missing"),
        ("key: draft-2028", "key: draft-2028\ncolour: red", 1, "", "colour is unknown here"),
        ("published: 2027-05-01", "published: 2027-12-01", 1, "", "six months ahead"),
    ],
)
def test_each_mistake_is_named_where_it_stands(
    was: str, now: str, line: int, field: str, reason: str
) -> None:
    assert was in GOOD
    with pytest.raises(BadDocument, match=reason) as refused:
        read(GOOD.replace(was, now))
    said = refused.value.of("en")
    if field:
        assert said.startswith(f"list.yaml:{line}: {field}: ")
        assert said.count("entries") <= 1  # the place is told once
    else:
        assert said.startswith("list.yaml:")


def test_what_the_law_forbids_is_refused_with_its_article() -> None:
    with pytest.raises(BadDocument) as refused:
        read(GOOD.replace("published: 2027-05-01", "published: 2027-12-01"))
    assert "Art. 73" in refused.value.of("en")
    assert "第七十三条" in refused.value.of("zh")
