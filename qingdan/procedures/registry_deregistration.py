"""Article 49(2), with 48: the service has ended, and its registration is given up within twenty working days.

Late requests are taken in, and seen to be late; so is an end whose plan was not published thirty working days ahead
(how those are counted back is the reading ``notice.advance.clear_days``). Who never asks is cancelled ex officio (63(3)).
"""

from __future__ import annotations

from datetime import date

from qingdan.law.events import registry as events
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.model_law.a48_termination import publish_termination_plan
from qingdan.law.model_law.a49_return import complete_deregistration, deregister
from qingdan.law.statutes import MODEL_LAW
from qingdan.procedures import registry_letters as letters
from qingdan.procedures.fragments.completeness import SUPPLEMENT_CLOCKS, completeness, withdraw
from qingdan.procedures.grammar.effects import Marks, Status
from qingdan.procedures.grammar.fields import REASONS, Asks, Field, day, documents, line
from qingdan.procedures.grammar.guards import Flag, Situation, late, not_future
from qingdan.procedures.grammar.procedure import Procedure, Subject
from qingdan.procedures.grammar.roles import By
from qingdan.procedures.grammar.steps import applicant, reviewer
from qingdan.procedures.registry_change import is_registration, stands
from qingdan.procedures.stages import (
    deregistered,
    deregistration_sought,
    drafted,
    not_struck_off,
    supplement_due,
)

_CITE = Cite(MODEL_LAW, 49, 2)
_PLAN = Cite(MODEL_LAW, 48, 1, "a")
_ENDED_ON = day("ended_on", Text("day the service ended", "服务终止之日"), public=True)
_PLAN_ON = day(
    "plan_published_on",
    Text("day the termination plan and users' rights were published", "终止方案和使用者权利公示之日"),
    required=False,
)


def _plan_is_short(s: Situation) -> bool:
    published = s.given.get(_PLAN_ON.key)
    last = s.counted_back(publish_termination_plan, date.fromisoformat(s.given[_ENDED_ON.key]))
    return published is None or date.fromisoformat(published) > last


PROCEDURE = Procedure(
    key="registry_deregistration",
    says=Text("Deregistration", "注销备案"),
    gloss=Text(
        "Within twenty working days of ending the service the provider asks for deregistration, and says when it published its plan for "
        "the end. The authority checks that the service has ended, marks the entry deregistered and publishes that. The number stays "
        "readable and is not used again.",
        "提供者自终止服务之日起二十个工作日内申请注销备案，并说明终止方案的公示时间。主管机关核实服务确已终止的，办理注销并公示；"
        "编号仍可查询，不再使用。",
    ),
    cite=_CITE,
    also_cites=(_PLAN, Cite(MODEL_LAW, 53)),
    subject=Subject.ENTRY,
    opened_by=(By.APPLICANT,),
    opens_at=drafted,
    clocks=(complete_deregistration, *SUPPLEMENT_CLOCKS),
    parts=(
        applicant(
            "ask_deregistration",
            Text("Ask to deregister", "申请注销备案"),
            _CITE,
            at=drafted,
            to=deregistration_sought,
            asks=(
                _ENDED_ON,
                _PLAN_ON,
                line("plan_at", Text("where it was published", "公示网址"), required=False),
                Field(
                    key="deletion_done",
                    asks=Asks.YES_NO,
                    says=Text("users' personal information is deleted already", "是否已删除用户个人信息"),
                ),
                documents(
                    "proof_of_end",
                    Text("what shows that the service ended", "服务终止证明材料"),
                    required=False,
                ),
            ),
            guards=(
                is_registration,
                stands,
                not_future(
                    _ENDED_ON.key,
                    Text(
                        "the service still runs: deregister once it has ended, within twenty working days",
                        "服务尚未终止，请于终止后二十个工作日内申请注销",
                    ),
                    _CITE,
                ),
            ),
            flags=(
                late(
                    "deregistered_late",
                    _ENDED_ON.key,
                    deregister,
                    Text("asked for after twenty working days", "超过规定期限申请注销备案"),
                ),
                Flag(
                    key="plan_late_or_missing",
                    says=Text(
                        "the termination plan was not published thirty working days ahead",
                        "未提前三十个工作日公示终止方案",
                    ),
                    cite=_PLAN,
                    asks=(_ENDED_ON.key,),
                    met=_plan_is_short,
                ),
            ),
            tells=(events.deregistration_requested,),
            serves=letters.receipt_of_deregistration_request,
        ),
        *completeness(
            at=deregistration_sought,
            corrections=(_PLAN_ON,),
            holds=(complete_deregistration,),
        ),
        reviewer(
            "deregister",
            Text("Deregister", "办结注销备案"),
            _CITE,
            at=deregistration_sought,
            to=deregistered,
            guards=(stands,),
            tells=(events.registration_given_up,),
            serves=letters.confirmation_of_deregistration,
            publishes=True,
            effects=(
                Marks(
                    status=Status.DEREGISTERED,
                    why=Text(
                        "the provider ended the service and deregistered", "提供者终止服务，申请注销备案"
                    ),
                ),
            ),
        ),
        reviewer(
            "refuse_deregistration",
            Text("Find that the service goes on", "认定服务仍在提供，不予注销"),
            _CITE,
            at=deregistration_sought,
            to=not_struck_off,
            asks=(REASONS,),
            confirmed_by=By.HEAD,
            tells=(events.filing_ended,),
            serves=letters.refusal_to_deregister,
        ),
        withdraw((deregistration_sought, supplement_due)),
    ),
)
