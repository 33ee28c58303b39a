"""How a penalty case ends without a penalty: closed with reasons, a soft measure, or handed to the judicial organs."""

from __future__ import annotations

from typing import Any

from qingdan.law.events import enforcement as events
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.model_law.a55_soft_measures import soft_measure_due
from qingdan.law.statutes import MODEL_LAW, PENALTY_LAW
from qingdan.procedures import stages
from qingdan.procedures.fragments import penalty_letters as letters
from qingdan.procedures.fragments.penalty_facts import shown
from qingdan.procedures.grammar.fields import REASONS, choice, documents
from qingdan.procedures.grammar.roles import By
from qingdan.procedures.grammar.stages import Stage
from qingdan.procedures.grammar.steps import Step, inspector


def ways_out(*at: Stage, softly: bool = True) -> tuple[Step, ...]:
    """Return how a case ends without a penalty, from investigation to the decision; ``softly`` also by a soft measure."""
    places = (stages.investigated, *at, stages.legally_reviewed)
    decided: dict[str, Any] = {"at": places, "confirmed_by": By.HEAD, "tells": (events.case_closed,)}
    why = {
        "unproven": Text("the facts are not proven", "违法事实不能成立"),
        "no_ground": Text("the conditions of the article are not met", "不具备法定处罚条件"),
        "minor": Text("minor, corrected in time, without harm", "违法行为轻微并及时改正，没有造成危害后果"),
        "first_and_slight": Text(
            "first violation, slight harm, corrected in time", "初次违法且危害后果轻微并及时改正"
        ),
        "faultless": Text("the party was not at fault", "当事人没有主观过错"),
        "time_barred": Text("discovered too late", "超过追责期限"),
    }
    how = {
        "education": Text("criticism and education", "批评教育"),
        "guidance": Text("guidance interview", "指导约谈"),
        "consultation": Text("consultative meeting", "组织会商"),
    }
    found = (
        inspector(
            "close_without_penalty",
            Text("Close the case without a penalty", "不予处罚结案"),
            Cite(PENALTY_LAW, 57, 1),
            to=stages.closed_unpenalised,
            asks=(choice("closed_for", Text("ground", "结案理由"), why), REASONS),
            serves=letters.decision_not_to_penalise,
            **decided,
        ),
        inspector(
            "spare",
            Text("Take a soft measure in place of a penalty", "不予处罚，采取柔性措施"),
            Cite(MODEL_LAW, 55),
            to=stages.spared,
            asks=(choice("soft_measure", Text("measure", "措施"), how), REASONS),
            guards=(
                shown(
                    soft_measure_due,
                    Text(
                        "a soft measure is for a violation that the record shows to be minor and not to be penalised; "
                        "record it so, or decide on the penalty",
                        "柔性措施适用于已查明违法情节轻微、依法不予处罚的情形；请先据实记录，或者作出处罚决定",
                    ),
                    Cite(MODEL_LAW, 55),
                ),
            ),
            serves=letters.decision_on_soft_measure,
            **decided,
        ),
        inspector(
            "hand_over",
            Text("Hand a suspected crime to the judicial organs", "移送司法机关"),
            Cite(MODEL_LAW, 68),
            to=stages.handed_over,
            asks=(
                documents(
                    "transfer_letter", Text("transfer letter and list of evidence", "移送函和证据清单")
                ),
                REASONS,
            ),
            serves=letters.notice_of_transfer,
            **decided,
        ),
    )
    return tuple(s for s in found if softly or s.key != "spare")
