"""The laws that are cited, each once."""

from __future__ import annotations

from qingdan.law.statutes import CIVIL_CODE, CIVIL_PROCEDURE_LAW, MODEL_LAW, PIPL, STATUTES


def test_every_statute_has_a_key_and_a_short_name_of_its_own() -> None:
    assert (
        len({s.short.en for s in STATUTES.values()})
        == len({s.short.zh for s in STATUTES.values()})
        == len(STATUTES)
    )


def test_the_model_law_is_known_by_its_version() -> None:
    assert STATUTES["cass-1.1"] is MODEL_LAW
    assert MODEL_LAW.short.zh == "人工智能法（示范法）"


def test_laws_known_from_memory_only_say_so() -> None:
    assert CIVIL_CODE.verified
    assert not PIPL.verified
    assert not CIVIL_PROCEDURE_LAW.verified
