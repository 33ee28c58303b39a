"""The grounds of Article 28, each borne out by what is on record about the licence, under the readings taken."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from qingdan.law.grammar.text import Cite, Text
from qingdan.law.readings.licensing import revoke_multiple
from qingdan.law.statutes import MODEL_LAW
from qingdan.procedures.fragments.penalty_facts import answers
from qingdan.procedures.grammar.fields import Asks, Field
from qingdan.procedures.grammar.guards import Guard, Situation

CITE = Cite(MODEL_LAW, 28)


def _at_least(key: str) -> Callable[[Situation], bool]:
    return lambda s: answers(s)[key] >= int(s.taken_reading(revoke_multiple) or 0)


def _yes(key: str) -> Callable[[Situation], bool]:
    return lambda s: bool(answers(s)[key])


SUSPENDING: Mapping[str, tuple[Text, Callable[[Situation], bool]]] = {
    "significant_incident": (
        Text("a significant safety incident", "发生重大安全事件"),
        _yes("caused_significant_incident"),
    ),
    "multiple_incidents": (
        Text("multiple safety incidents", "多次发生安全事件"),
        _at_least("recent_incidents"),
    ),
    "multiple_penalties": (
        Text("multiple administrative penalties", "多次受到行政处罚"),
        _at_least("recent_penalties"),
    ),
}
REVOKING: Mapping[str, tuple[Text, Callable[[Situation], bool]]] = {
    "not_corrected": (
        Text("not corrected within the rectification period", "逾期不改正"),
        _yes("uncorrected_in_rectification"),
    ),
    "relapse": (
        Text("a further incident or penalty after suspension", "暂扣后再次发生安全事件或者受到行政处罚"),
        _yes("relapsed_after_suspension"),
    ),
}


def _field(grounds: Mapping[str, tuple[Text, Callable[[Situation], bool]]]) -> Field:
    return Field(
        key="grounds",
        says=Text("grounds of Article 28", "第二十八条所列情形"),
        asks=Asks.CHOICES,
        options={key: says for key, (says, _) in grounds.items()},
        public=True,
    )


def _borne_out(grounds: Mapping[str, tuple[Text, Callable[[Situation], bool]]]) -> Guard:
    return Guard(
        says=Text(
            "the record of this licence does not bear out a ground that was chosen, as the law is read here; choose only what it shows",
            "按现行解释，该许可的记录不足以支持所选情形；请仅选择有记录证明的情形",
        ),
        cite=CITE,
        asks=("grounds",),
        met=lambda s: all(grounds[g][1](s) for g in s.given["grounds"]),
    )


GROUNDS, REVOCATION_GROUNDS = _field(SUSPENDING), _field(REVOKING)
borne_out, revocation_borne_out = _borne_out(SUSPENDING), _borne_out(REVOKING)
