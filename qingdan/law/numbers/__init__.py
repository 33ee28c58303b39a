"""Numbers and codes: the Qingdan number, social credit codes, administrative divisions, competence by place."""

from __future__ import annotations

from qingdan.law.numbers.competence import Authority, Ground, competent_authorities
from qingdan.law.numbers.divisions import (
    NATIONAL,
    Division,
    Level,
    UnknownDivision,
    as_data,
    division,
    divisions,
    history,
)
from qingdan.law.numbers.faults import Fault, Wrong, WrongNumber
from qingdan.law.numbers.kinds import Kind
from qingdan.law.numbers.qingdan_number import QingdanNumber
from qingdan.law.numbers.social_credit_code import CodeCheck, Verdict, check_uscc

__all__ = [
    "NATIONAL",
    "Authority",
    "CodeCheck",
    "Division",
    "Fault",
    "Ground",
    "Kind",
    "Level",
    "QingdanNumber",
    "UnknownDivision",
    "Verdict",
    "Wrong",
    "WrongNumber",
    "as_data",
    "check_uscc",
    "competent_authorities",
    "division",
    "divisions",
    "history",
]
