"""Divisions by date, and the authorities that Article 12 makes competent."""

from __future__ import annotations

import json
from datetime import date

import pytest
from gb2260.data import data as oracle

from qingdan.law.numbers import (
    NATIONAL,
    Ground,
    Level,
    UnknownDivision,
    as_data,
    competent_authorities,
    division,
    divisions,
)
from qingdan.law.numbers.table import Span, table

TODAY = date(2026, 3, 2)


def codes(on: date, level: Level) -> set[str]:
    return {one.code for one in divisions(on, level)}


def with_ground(ground: Ground, on: date = TODAY) -> set[str]:
    cities = codes(on, Level.PREFECTURAL)
    return {code for code in cities if competent_authorities(code, on)[0].ground is ground}


class TestDivisions:
    def test_there_are_34_at_provincial_level(self) -> None:
        assert len(codes(TODAY, Level.PROVINCIAL)) == 34

    @pytest.mark.parametrize(
        ("code", "first"),
        [
            ("460000", date(1988, 4, 13)),
            ("500000", date(1997, 3, 14)),
            ("810000", date(1997, 7, 1)),
            ("820000", date(1999, 12, 20)),
        ],
    )
    def test_a_province_begins_on_its_day(self, code: str, first: date) -> None:
        assert division(code, first).code == code
        with pytest.raises(UnknownDivision, match="did not exist"):
            division(code, date.fromordinal(first.toordinal() - 1))

    def test_chongqing_was_a_city_of_sichuan_until_it_became_a_municipality(self) -> None:
        assert division("510200", date(1997, 3, 13)).parent == "510000"
        with pytest.raises(UnknownDivision):
            division("510200", date(1997, 3, 14))

    def test_in_the_year_of_a_change_known_by_year_alone_old_and_new_both_hold(self) -> None:
        assert division("110223", date(1997, 12, 31)).name.zh == "通县"
        assert division("110112", date(1997, 1, 1)).name.zh == "通州区"
        with pytest.raises(UnknownDivision):
            division("110223", date(1998, 1, 1))

    def test_a_name_is_given_in_both_languages(self) -> None:
        haidian = division("110108", TODAY)
        assert (haidian.name.zh, haidian.name.en, haidian.parent) == ("海淀区", "Haidian District", "110000")

    @pytest.mark.parametrize("code", ["", "11010", "1101081", "11010A", "１１０１０８"])
    def test_a_malformed_code_says_what_a_code_is(self, code: str) -> None:
        with pytest.raises(UnknownDivision, match="six digits"):
            division(code, TODAY)

    def test_a_code_outside_the_table_is_not_called_non_existent(self) -> None:
        with pytest.raises(UnknownDivision, match="not in the table") as caught:
            division("330106", TODAY)
        assert "表中没有" in caught.value.of("zh")

    def test_every_parent_is_in_the_table_for_the_whole_time(self) -> None:
        for one in table()["divisions"]:
            span = Span.of(one)
            last = date.fromordinal((span.end or TODAY).toordinal() - 1)
            for on in (span.first_day, last):
                assert one["code"] == NATIONAL or division(one["parent"], on).code == one["parent"]

    def test_the_table_can_be_written_as_json(self) -> None:
        written = json.loads(json.dumps(as_data(TODAY), ensure_ascii=False))
        assert written["version"]
        assert len(written["divisions"]) == len(divisions(TODAY))

    @pytest.mark.parametrize("edition", [2006, 2009, 2012, 2013])
    def test_names_agree_with_the_editions_of_another_package(self, edition: int) -> None:
        """That package holds the list at the end of each year."""
        compared = 0
        for one in divisions(date(edition, 12, 31)):
            theirs = oracle[edition].get(int(one.code))
            ended_this_year = one.span.until == str(edition)
            if one.code in {NATIONAL, "710000", "810000", "820000"} or ended_this_year:
                continue
            assert theirs == one.name.zh, one.code
            compared += 1
        assert compared > 110

    def test_it_holds_every_division_of_beijing_that_the_other_package_holds(self) -> None:
        theirs = {code for code in oracle[2013] if 110100 < code < 110300 and code % 100}
        assert theirs == {int(code) for code in codes(date(2013, 12, 31), Level.COUNTY) if code < "110300"}


class TestCompetence:
    def test_there_are_27_capitals_4_zone_cities_and_18_larger_cities(self) -> None:
        counted = [Ground.CAPITAL, Ground.SPECIAL_ECONOMIC_ZONE, Ground.LARGER_CITY]
        assert [len(with_ground(ground)) for ground in counted] == [27, 4, 18]

    def test_the_cities_in_special_economic_zones(self) -> None:
        names = {division(code, TODAY).name.en for code in with_ground(Ground.SPECIAL_ECONOMIC_ZONE)}
        assert names == {"Shenzhen", "Zhuhai", "Shantou", "Xiamen"}

    def test_the_larger_cities(self) -> None:
        names = {division(code, TODAY).name.zh for code in with_ground(Ground.LARGER_CITY)}
        assert names == {
            "唐山市",
            "大同市",
            "包头市",
            "大连市",
            "鞍山市",
            "抚顺市",
            "吉林市",
            "齐齐哈尔市",
            "无锡市",
            "淮南市",
            "青岛市",
            "洛阳市",
            "宁波市",
            "淄博市",
            "邯郸市",
            "本溪市",
            "苏州市",
            "徐州市",
        }

    def test_chongqing_was_a_larger_city_before_it_was_a_municipality(self) -> None:
        assert competent_authorities("510200", date(1990, 1, 1))[0].ground is Ground.LARGER_CITY
        assert competent_authorities("500000", TODAY)[0].ground is Ground.PROVINCIAL

    def test_a_city_became_competent_when_it_was_approved(self) -> None:
        assert "320500" not in with_ground(Ground.LARGER_CITY, date(1993, 3, 31))
        assert "320500" in with_ground(Ground.LARGER_CITY, date(1993, 4, 1))

    @pytest.mark.parametrize(
        ("code", "expected"),
        [
            ("110108", ["110000", NATIONAL]),  # a district has no authority of its own
            ("440303", ["440300", "440000", NATIONAL]),
            ("330110", ["330100", "330000", NATIONAL]),
            ("650100", ["650100", "650000", NATIONAL]),
            ("653101", ["650000", NATIONAL]),  # Kashgar is not counted as a zone city
            ("810000", [NATIONAL]),
            (NATIONAL, [NATIONAL]),
        ],
    )
    def test_the_nearest_authority_comes_first_and_the_national_one_last(
        self, code: str, expected: list[str]
    ) -> None:
        assert [one.division.code for one in competent_authorities(code, TODAY)] == expected

    def test_what_rests_on_second_hand_sources_says_so(self) -> None:
        assert competent_authorities("320500", TODAY)[0].verified is False
        assert competent_authorities("110000", TODAY)[0].verified is True

    def test_a_doubtful_zone_carries_a_note(self) -> None:
        for code in ("653101", "654004", "460000"):
            assert division(code, TODAY).note is not None

    def test_an_authority_can_be_written_as_json(self) -> None:
        data = competent_authorities("440300", TODAY)[0].as_data()
        assert (data["ground"], data["article"]) == ("special_economic_zone", 12)
        json.dumps(data)

    def test_every_competence_names_a_division_that_existed(self) -> None:
        for row in table()["competence"]:
            assert division(row["code"], Span.of(row).first_day).code == row["code"]
