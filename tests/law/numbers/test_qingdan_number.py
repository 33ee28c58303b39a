"""The Qingdan number: what it says, how it is written, and that no slip goes unnoticed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qingdan.law.numbers import Kind, QingdanNumber, Wrong, WrongNumber
from qingdan.law.numbers.check_character import ALPHABET, check_character, weighted_sum
from qingdan.law.numbers.faults import alphabet_at, faults_of
from qingdan.law.numbers.suggestions import AT_MOST, meant_numbers
from qingdan.law.numbers.written import read_tolerantly

VALID = ("R110108250000420", "L10000025000007M", "R440300260012349")

numbers = st.builds(
    QingdanNumber.issue,
    kind=st.sampled_from(Kind),
    division=st.sampled_from(("100000", "110000", "110108", "310115", "440300", "500000", "650100")),
    year=st.integers(2024, 2099),
    serial=st.integers(1, 999_999),
)


def refused(text: str, *, strict: bool = False) -> WrongNumber:
    with pytest.raises(WrongNumber) as caught:
        QingdanNumber.parse(text, strict=strict)
    return caught.value


def sorts_of_fault(text: str) -> list[Wrong]:
    return [fault.wrong for fault in refused(text).faults]


class TestTheNumber:
    @pytest.mark.parametrize("text", VALID)
    def test_the_published_examples_are_valid(self, text: str) -> None:
        assert str(QingdanNumber.parse(text, strict=True)) == text

    def test_it_says_kind_division_year_and_serial(self) -> None:
        number = QingdanNumber.parse("L10000025000007M")
        assert (number.kind, number.division, number.year, number.serial, number.check) == (
            Kind.PROVISION_LICENCE,
            "100000",
            2025,
            7,
            "M",
        )

    def test_issuing_computes_the_check_character(self) -> None:
        assert str(QingdanNumber.issue(Kind.REGISTRATION, "110108", 2025, 42)) == "R110108250000420"

    @given(numbers)
    def test_what_is_issued_can_be_read_back(self, number: QingdanNumber) -> None:
        assert QingdanNumber.parse(str(number), strict=True) == number
        assert QingdanNumber.parse(number.display("zh")) == number
        assert QingdanNumber.parse(number.display("en")) == number

    def test_chinese_shows_the_words_and_english_does_not(self) -> None:
        number = QingdanNumber.parse("R110108250000420")
        assert number.display("zh") == "人智备 R110108-25-000042-0"
        assert number.display("en") == "R110108-25-000042-0"

    def test_each_kind_has_words_of_its_own(self) -> None:
        words = {kind.prefix for kind in Kind}
        assert words == {"人智备", "人智许", "人智研", "人智代", "人智试"}

    def test_it_can_be_written_as_json(self) -> None:
        data = QingdanNumber.parse("R110108250000420").as_data()
        assert data["number"] == "R110108250000420"
        assert data["says"] == {"en": "registration of a product", "zh": "产品登记备案"}

    @pytest.mark.parametrize(
        ("division", "year", "serial", "wrong"),
        [
            ("110108", 2025, 0, Wrong.SERIAL),
            ("110108", 2025, 1_000_000, Wrong.SERIAL),
            ("110108", 1999, 1, Wrong.YEAR),
            ("110108", 2100, 1, Wrong.YEAR),
            ("11O108", 2025, 1, Wrong.DIVISION),
            ("1101081", 2025, 1, Wrong.DIVISION),
            ("110103", 2025, 1, Wrong.DIVISION),  # Chongwen District ended in 2010
        ],
    )
    def test_no_number_is_issued_out_of_bounds(
        self, division: str, year: int, serial: int, wrong: Wrong
    ) -> None:
        with pytest.raises(WrongNumber) as caught:
            QingdanNumber.issue(Kind.REGISTRATION, division, year, serial)
        assert [fault.wrong for fault in caught.value.faults] == [wrong]


class TestHowPeopleWriteIt:
    @pytest.mark.parametrize(
        "text",
        [
            "r110108250000420",
            "  R110108 25 000042 0\n",
            "R110108-25-000042-0",
            "R110108–25—000042−0",
            "人智备R110108250000420号",
            "Ｒ１１０１０８２５００００４２０",
            "R110108\u200b250000420",
            "人智备\u3000Ｒ110108－25－000042－0",
        ],
    )
    def test_it_is_understood(self, text: str) -> None:
        assert str(QingdanNumber.parse(text)) == "R110108250000420"

    @pytest.mark.parametrize("text", ["r110108250000420", "R110108-25-000042-0", " R110108250000420"])
    def test_machines_must_write_it_exactly(self, text: str) -> None:
        refused(text, strict=True)

    def test_digits_of_other_scripts_are_no_digits(self) -> None:
        assert sorts_of_fault("R11010825000042\u0660") == [Wrong.CHARACTER]

    def test_what_follows_far_behind_is_not_dropped(self) -> None:
        assert sorts_of_fault("R110108250000420" + " " * 500 + "X") == [Wrong.LENGTH]

    @given(st.text(max_size=40))
    def test_any_text_is_read_or_refused_in_both_languages(self, text: str) -> None:
        faults = faults_of(read_tolerantly(text))
        if faults:
            refusal = refused(text)
            assert refusal.faults == faults
            assert refusal.of("en") != refusal.of("zh")
        else:
            assert QingdanNumber.parse(str(QingdanNumber.parse(text))) == QingdanNumber.parse(text)


class TestWhatIsWrong:
    def test_the_length_is_told(self) -> None:
        refusal = refused("R1101082500004")
        assert [fault.wrong for fault in refusal.faults] == [Wrong.LENGTH]
        assert "14" in refusal.of("en")
        assert "现为14位" in refusal.of("zh")

    @pytest.mark.parametrize(
        ("text", "position", "meant"), [("RI10108250000420", 2, "1"), ("R110108250000O20", 14, "0")]
    )
    def test_a_look_alike_letter_is_named(self, text: str, position: int, meant: str) -> None:
        (fault,) = refused(text).faults
        assert (fault.wrong, fault.position) == (Wrong.CHARACTER, position)
        assert f"perhaps {meant}" in fault.says.en

    def test_two_look_alikes_are_put_right_together(self) -> None:
        refusal = refused("R11O1O8250000420")
        assert [fault.position for fault in refusal.faults] == [4, 6]
        assert "R110108250000420" in refusal.meant

    def test_an_unknown_kind_lists_the_kinds(self) -> None:
        (fault,) = refused("B110108250000420").faults
        assert fault.wrong is Wrong.KIND
        assert all(kind.says.zh in fault.says.zh for kind in Kind)

    def test_words_that_contradict_the_letter_are_told(self) -> None:
        assert sorts_of_fault("人智许 R110108-25-000042-0") == [Wrong.PREFIX]

    def test_a_division_that_did_not_exist_in_that_year(self) -> None:
        body = "R11010325000042"
        assert sorts_of_fault(body + check_character(body)) == [Wrong.DIVISION]

    def test_the_same_division_while_it_existed(self) -> None:
        body = "R11010309000042"
        assert QingdanNumber.parse(body + check_character(body)).year == 2009

    def test_serial_number_zero_is_never_issued(self) -> None:
        body = "R11010825000000"
        assert sorts_of_fault(body + check_character(body)) == [Wrong.SERIAL]

    def test_every_fault_is_told_at_once(self) -> None:
        assert sorts_of_fault("R999999250000010") == [Wrong.CHECK, Wrong.DIVISION]


class TestWhatWasMeant:
    @given(numbers, st.integers(0, 14))
    def test_a_few_correct_numbers_are_offered_after_a_swap(self, number: QingdanNumber, place: int) -> None:
        right = str(number)
        swapped = right[:place] + right[place + 1] + right[place] + right[place + 2 :]
        meant = meant_numbers(swapped)
        assert len(meant) <= AT_MOST
        assert all(str(QingdanNumber.parse(one, strict=True)) == one for one in meant)

    def test_the_likelier_slip_comes_first(self) -> None:
        assert meant_numbers("R110108250004020")[0] == "R110108250000420"

    def test_nothing_is_offered_for_a_wrong_length(self) -> None:
        assert refused("R11010825000042").meant == ()


class TestNoSlipGoesUnnoticed:
    """The proof, then the number as people mistype it."""

    def test_the_weights_differ_and_none_is_zero(self) -> None:
        weights = [weighted_sum("0" * place + "1") for place in range(15)]
        assert len(set(weights)) == 15
        assert 0 not in weights

    def test_every_single_wrong_character_changes_the_sum(self) -> None:
        """All positions, all pairs of values: the sum is linear, so the rest of the number does not matter."""
        for place in range(15):
            values = {weighted_sum("0" * place + character) for character in ALPHABET}
            assert len(values) == len(ALPHABET)

    def test_every_swap_of_neighbours_changes_the_sum(self) -> None:
        for place in range(14):
            for left in ALPHABET:
                for right in ALPHABET.replace(left, ""):
                    before = weighted_sum("0" * place + left + right)
                    assert before != weighted_sum("0" * place + right + left)

    def test_every_swap_with_the_check_character_is_noticed(self) -> None:
        """Swapping the last two characters of any valid number never gives another valid one."""
        for rest in range(31):  # what the first fourteen characters contribute
            head = next(c for c in ALPHABET if weighted_sum(c) == rest)
            for last in ALPHABET:
                body = head + "0" * 13 + last
                check = check_character(body)
                swapped = head + "0" * 13 + check
                assert check == last or check_character(swapped) != last

    @given(numbers, st.integers(0, 15), st.data())
    def test_a_mistyped_character_is_refused(
        self, number: QingdanNumber, place: int, data: st.DataObject
    ) -> None:
        right = str(number)
        other = data.draw(st.sampled_from(alphabet_at(place).replace(right[place], "")))
        refused(right[:place] + other + right[place + 1 :])

    @given(numbers, st.integers(0, 14))
    def test_swapped_neighbours_are_refused(self, number: QingdanNumber, place: int) -> None:
        right = str(number)
        swapped = right[:place] + right[place + 1] + right[place] + right[place + 2 :]
        if swapped != right:
            refused(swapped)
