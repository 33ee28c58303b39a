"""Articles 43 and 44: a product off the Negative List is filed, checked for completeness, numbered and published.

Ten working days from the start of the service; late filings are taken in, and seen to be late. Nothing but completeness
is reviewed (unless ``registry.merits_refusal`` is read otherwise), what is on the list is referred to licensing, and an
authority that is late numbers nothing by its silence. Article 45 spares whoever wants to be spared: who is exempt may file.
"""

from __future__ import annotations

from datetime import date

from qingdan.law.events import registry as events
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.model_law.a43_registry import file_registry
from qingdan.law.model_law.a45_loss import file_after_losing_exemption
from qingdan.law.model_law.a72_beginning import register_existing_service
from qingdan.law.numbers import Kind
from qingdan.law.readings.registry import registry_merits_refusal
from qingdan.law.statutes import MODEL_LAW
from qingdan.procedures import registry_letters as letters
from qingdan.procedures.fragments.completeness import CITE as CHECKED
from qingdan.procedures.fragments.completeness import (
    FILING_CLOCKS,
    FIVE_DAYS,
    completeness,
    found_complete,
    not_listed,
    refer_to_licensing,
    withdraw,
)
from qingdan.procedures.grammar.effects import Enters
from qingdan.procedures.grammar.fields import REASONS, choice, day
from qingdan.procedures.grammar.guards import Flag, Guard, Situation, subject_is
from qingdan.procedures.grammar.procedure import Procedure, Subject
from qingdan.procedures.grammar.roles import By
from qingdan.procedures.grammar.steps import applicant, reviewer
from qingdan.procedures.registry_fields import FILED, SHOWN, SOME_OF_IT, summary_if_published
from qingdan.procedures.stages import (
    drafted,
    filed,
    filing_complete,
    registered,
    registration_refused,
    supplement_due,
)

_CITE = Cite(MODEL_LAW, 43, 1)
_EXEMPTION = Cite(MODEL_LAW, 45, 1)
_DUTIES = {
    "started": file_registry,
    "exemption_lost": file_after_losing_exemption,
    "ran_before_law": register_existing_service,
}
BECAUSE = choice(
    "because",
    Text("why it is filed now", "备案缘由"),
    {
        "started": Text("the service has started", "开始提供产品、服务"),
        "exemption_lost": Text("the exemption was lost", "丧失豁免资格"),
        "ran_before_law": Text("it was provided before the law took effect", "本法施行前已经提供"),
        "voluntary": Text("it is exempt and filed all the same", "属于豁免情形，自愿备案"),
    },
)
SINCE = day("since", Text("day of that: of the start, the loss, the law's effect", "上述情形发生之日"))


def _late(s: Situation) -> bool:
    duty = _DUTIES.get(s.given[BECAUSE.key])
    return duty is not None and s.past(duty, date.fromisoformat(s.given[SINCE.key]))


_IS_LATE = Flag(
    key="filed_late",
    says=Text("filed after the period for filing", "超过规定期限备案"),
    cite=_CITE,
    asks=(BECAUSE.key, SINCE.key),
    met=_late,
)
_IS_VOLUNTARY = Flag(
    key="filed_though_exempt",
    says=Text(
        "exempt: the filing is voluntary. While registered, the number is displayed and the end deregistered like any other",
        "属于豁免情形，系自愿备案；备案期间应当公示编号，终止服务应当办理注销",
    ),
    cite=_EXEMPTION,
    met=lambda s: s.subject.get("track") == "exempt" or s.subject.get("exempt") is True,
)
_SEEMS_LISTED = Flag(
    key="answers_say_listed",
    says=Text("by the answers on record the product is on the Negative List", "按现有答复该产品列入负面清单"),
    cite=Cite(MODEL_LAW, 23, 1),
    met=lambda s: s.subject.get("listed") is True,
)
_PROVIDES = subject_is(
    "provider",
    frozenset({True}),
    Text(
        "only who provides a product registers it; answer first the questions on who provides it",
        "登记备案由提供者办理；请先答复有关提供者身份的问题",
    ),
    _CITE,
)
_NOT_TWICE = Guard(
    says=Text(
        "the product is registered already: report a change instead", "该产品已登记备案，请办理变更备案"
    ),
    cite=Cite(MODEL_LAW, 43, 2),
    met=lambda s: s.subject.get("registration") not in {"active", "suspended"},
)
_MERITS = Guard(
    says=Text(
        "registration is not refused on the merits: completeness alone is reviewed",
        "备案仅审查材料是否齐全，不得以实质理由拒绝",
    ),
    cite=CHECKED,
    met=lambda s: s.taken_reading(registry_merits_refusal) == "if_unlawful",
)

PROCEDURE = Procedure(
    key="registry_filing",
    says=Text("Registration of a product", "登记备案"),
    gloss=Text(
        "The provider files contact, product, security self-assessment and the text to be published. The authority says within three "
        "working days all that is missing, and registers a complete filing within five, with a number that is published. Filing is no "
        "endorsement. Who is exempt may file all the same; what is on the Negative List is referred to licensing.",
        "提供者报送联系方式、产品信息、安全自评估报告和拟公示内容。材料不齐全的，主管机关三个工作日内一次性告知；齐全的，"
        "五个工作日内办结备案、发放编号并公示。备案不构成认可。豁免的产品可以自愿备案；属于负面清单的转办许可。",
    ),
    cite=_CITE,
    also_cites=(CHECKED, _EXEMPTION),
    subject=Subject.PRODUCT,
    opened_by=(By.APPLICANT,),
    opens_at=drafted,
    clocks=FILING_CLOCKS,
    parts=(
        applicant(
            "file",
            Text("File for registration", "提交备案"),
            _CITE,
            at=drafted,
            to=filed,
            asks=(BECAUSE, SINCE, *FILED),
            guards=(
                _PROVIDES,
                _NOT_TWICE,
                summary_if_published,
            ),
            flags=(_IS_LATE, _IS_VOLUNTARY, _SEEMS_LISTED),
            tells=(events.registry_filed, events.filing_received),
            serves=letters.receipt_of_filing,
        ),
        *completeness(
            at=filed,
            corrections=SOME_OF_IT,
            holds=FIVE_DAYS,
            tells=(events.filing_supplemented, events.complete_filing_received),
        ),
        *found_complete("file"),
        reviewer(
            "register",
            Text("Register and issue the number", "办结备案并发放编号"),
            CHECKED,
            at=filing_complete,
            to=registered,
            apart_from=("find_complete",),
            guards=(not_listed,),
            tells=(events.registry_number_issued,),
            serves=letters.registration_certificate,
            publishes=True,
            effects=(Enters(kind=Kind.REGISTRATION, shows=SHOWN),),
        ),
        reviewer(
            "refuse_registration",
            Text("Refuse registration of what is evidently unlawful", "对明显违法的不予备案"),
            CHECKED,
            at=filing_complete,
            to=registration_refused,
            asks=(REASONS,),
            guards=(_MERITS,),
            confirmed_by=By.HEAD,
            tells=(events.filing_ended,),
            serves=letters.refusal_of_registration,
        ),
        refer_to_licensing((filed, supplement_due, filing_complete)),
        withdraw((filed, supplement_due, filing_complete)),
    ),
)
