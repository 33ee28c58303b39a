"""What a claim of exemption answers: each of the four conditions, with reasons; or the rule that exempts (Article 45)."""

from __future__ import annotations

from qingdan.law.grammar.text import Cite, Text
from qingdan.law.readings.registry import exemption_answer_wd
from qingdan.law.statutes import MODEL_LAW
from qingdan.procedures.grammar.fields import Asks, Field, choice, documents, line, number
from qingdan.procedures.grammar.guards import Guard, Situation, subject_is

CITE = Cite(MODEL_LAW, 45, 1)
BY_RULE = Cite(MODEL_LAW, 45, 2)
CONDITIONS = {
    "personal_safety": Text("it does not affect personal safety", "不影响公民人身安全"),
    "public_opinion": Text(
        "it can neither sway public opinion nor mobilise society", "不具有舆论属性或者社会动员能力"
    ),
    "sensitive_information": Text(
        "it has no functionality to process sensitive personal information",
        "不具有处理敏感个人信息的功能",
    ),
    "mandated_elsewhere": Text(
        "no law or administrative regulation orders its registration",
        "不属于法律、行政法规规定应当登记备案的情形",
    ),
}
BASIS = choice(
    "basis",
    Text("what the exemption rests on", "豁免依据"),
    {
        "conditions": Text(
            "the four conditions, all of them (45(1))", "同时符合四项条件（第四十五条第一款）"
        ),
        "rule": Text(
            "a rule that exempts this kind of product (45(2))", "规定的其他豁免情形（第四十五条第二款）"
        ),
    },
)
RULE = line("rule", Text("the rule, with its article", "所依据的规定及条款"), required=False)
ANSWERS = Field(
    key="answers",
    asks=Asks.CHECKLIST,
    says=Text("each condition: met, not met or unknown, and why", "逐项说明是否符合及理由"),
    options=CONDITIONS,
)
PROOF = documents("exemption_proof", Text("documents", "证明材料"), required=False)
CLAIM = (BASIS, ANSWERS, RULE, PROOF)
ANSWER_WITHIN = number("answer_within", Text("working days to answer", "答复期限（工作日）"), 1, 60)


def _each_met_with_reason(s: Situation) -> bool:
    return all(found["found"] == "met" and found.get("why") for found in s.given[ANSWERS.key].values())


ALL_MET_WITH_REASONS = Guard(
    says=Text(
        "an exemption needs all four conditions met, each with its reason; what is unknown is not exempt, and is registered",
        "豁免须同时符合四项条件并逐项说明理由；不明的不得豁免，应当登记备案",
    ),
    cite=CITE,
    asks=(BASIS.key, ANSWERS.key),
    met=lambda s: s.given[BASIS.key] == "rule" or _each_met_with_reason(s),
)
NAMES_THE_RULE = Guard(
    says=Text("name the rule that exempts this kind of product", "请写明规定该豁免情形的依据"),
    cite=BY_RULE,
    asks=(BASIS.key,),
    met=lambda s: s.given[BASIS.key] != "rule" or RULE.key in s.given,
)
PROVIDES = subject_is(
    "provider",
    frozenset({True}),
    Text(
        "exemption is for providers; answer first the questions on who provides it",
        "豁免适用于提供者；请先答复有关提供者身份的问题",
    ),
    CITE,
)
NOT_LISTED_FOR_CERTAIN = subject_is(
    "listed",
    frozenset({False}),
    Text(
        "what is on the Negative List, or may be, is not exempt; answer the open questions first",
        "列入或者可能列入负面清单的产品不得豁免；请先答复未决问题",
    ),
    Cite(MODEL_LAW, 23, 1),
)
TIME_ENOUGH = Guard(
    says=Text(
        "give at least the days that the reading taken (exemption.answer_wd) sets",
        "答复期限不得少于所采解释（exemption.answer_wd）规定的工作日数",
    ),
    cite=exemption_answer_wd.cite,
    asks=(ANSWER_WITHIN.key,),
    met=lambda s: s.given[ANSWER_WITHIN.key] >= int(s.taken_reading(exemption_answer_wd) or 0),
)
