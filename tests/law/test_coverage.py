"""Every article is modelled or declaratory with its reason. Silence fails."""

from __future__ import annotations

from qingdan.law.coverage import Standing, coverage, faults
from qingdan.law.grammar.rules import Article
from qingdan.law.pack import model_law
from tests.law.planted import finding, pack_of, question, text


def article(number: int, *, declaratory: bool = False, procedures: tuple[str, ...] = ()) -> Article:
    reason = text("binds nobody") if declaratory else None
    return Article(number=number, title=text("t"), gloss=text("g"), declaratory=reason, procedures=procedures)


def planted(*articles: Article) -> list[str]:
    big = question("big")
    return [f.en for f in faults(pack_of({"big": big, "f": finding(1, "f", big)}, articles), articles=2)]


def test_no_article_of_the_law_is_passed_over_in_silence() -> None:
    assert [f.en for f in faults(model_law())] == []


def test_there_is_a_row_for_each_of_the_73_articles() -> None:
    rows = coverage(model_law())
    assert [r.number for r in rows] == list(range(1, 74))
    assert {r.standing for r in rows} == {Standing.MODELLED, Standing.DECLARATORY}


def test_a_declaratory_article_gives_its_reason() -> None:
    for row in coverage(model_law()):
        if row.standing is Standing.DECLARATORY:
            assert row.article is not None
            assert row.says == row.article.declaratory


def test_a_modelled_article_counts_its_rules() -> None:
    row = next(r for r in coverage(model_law()) if r.number == 26)
    assert "7 documents" in row.says.en
    assert "材料7项" in row.says.zh


def test_silence_is_found() -> None:
    assert planted(article(1), article(2)) == ["Article 2 is passed over in silence"]


def test_an_article_that_is_not_declared_is_found() -> None:
    assert "Article 2 is not declared" in planted(article(1))


def test_an_article_that_is_declaratory_and_modelled_is_found() -> None:
    found = planted(article(1, declaratory=True), article(2, declaratory=True))
    assert found == ["Article 1 is called declaratory, yet has rules"]


def test_an_article_carried_out_by_a_procedure_alone_is_not_silent() -> None:
    assert planted(article(1), article(2, procedures=("filing",))) == []


def test_a_citation_of_an_article_that_the_law_has_not_is_found() -> None:
    big = question("big")
    pack = pack_of({"big": big, "f": finding(9, "f", big)}, (article(1), article(2, declaratory=True)))
    assert "Article 9 is cited, but the law ends at 2" in [f.en for f in faults(pack, articles=2)]


def test_rows_are_data() -> None:
    row = coverage(model_law())[22].as_data()
    assert row["article"] == 23
    assert "licence_required" not in row["rules"]
    assert "on_negative_list" in row["rules"]
