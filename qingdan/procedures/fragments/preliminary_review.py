"""Article 27(1) with Licensing Law 32: is the application complete, and is it for this authority?

Ten working days. Silence makes it accepted, from the day of receipt or of the supplement, but grants nothing.
"""

from __future__ import annotations

from qingdan.law.events import licence as events
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.model_law.a27_preliminary_review import (
    deemed_acceptance,
    preliminary_review,
    review_of_supplement,
)
from qingdan.law.statutes import LICENSING_LAW, MODEL_LAW
from qingdan.procedures.fragments import licence_letters as letters
from qingdan.procedures.fragments.supplement import rest_of_preliminary_review, supplement
from qingdan.procedures.grammar.clocks import Clock
from qingdan.procedures.grammar.fields import REASONS, choice, documents, line, prose
from qingdan.procedures.grammar.guards import Guard
from qingdan.procedures.grammar.roles import By
from qingdan.procedures.grammar.steps import Lapse, Step, applicant, by_law, intake
from qingdan.procedures.stages import accepted, not_accepted, received, supplement_due

_ON_ACCEPTANCE, _ACCEPT = Cite(LICENSING_LAW, 32), Cite(LICENSING_LAW, 32, 1, "5")
_GROUNDS = {
    "no_licence_needed": Text("the matter needs no licence", "依法不需要取得行政许可"),
    "other_authority": Text("it is for another authority", "依法不属于本机关职权范围"),
    "still_incomplete": Text("the supplement leaves out what was asked for", "未按要求提交全部补正材料"),
}


def preliminary_review_passage() -> tuple[Step | Lapse, ...]:
    """Return what can happen between receipt and acceptance."""
    return (
        applicant(
            "correct",
            Text("Correct on the spot what can be corrected there", "当场更正"),
            Cite(LICENSING_LAW, 32, 1, "3"),
            at=received,
            asks=(
                prose("corrected", Text("what is corrected", "更正内容")),
                documents("corrected_documents", Text("corrected documents", "更正后的材料"), required=False),
            ),
        ),
        *supplement(),
        intake(
            "accept",
            Text("Accept the application", "受理"),
            _ACCEPT,
            at=received,
            to=accepted,
            tells=(events.licence_application_accepted,),
            serves=letters.notice_of_acceptance,
        ),
        intake(
            "refuse_acceptance",
            Text("Not accept the application", "不予受理"),
            _ON_ACCEPTANCE,
            at=received,
            to=not_accepted,
            confirmed_by=By.HEAD,
            asks=(
                choice("ground", Text("ground", "不予受理的情形"), _GROUNDS),
                REASONS,
                line(
                    "competent_authority",
                    Text("the authority to apply to", "有权受理的行政机关"),
                    required=False,
                ),
            ),
            guards=(_names_the_other_authority, _only_after_a_supplement),
            tells=(events.licence_application_not_accepted,),
            serves=letters.refusal_to_accept,
        ),
        *_when_silent("", preliminary_review),
        *_when_silent("_after_supplement", review_of_supplement),
        *_when_silent("_after_rest", rest_of_preliminary_review),
    )


_names_the_other_authority = Guard(
    says=Text("tell the applicant which authority to apply to", "应当告知申请人向有关行政机关申请"),
    cite=Cite(LICENSING_LAW, 32, 1, "2"),
    asks=("ground",),
    met=lambda s: s.given["ground"] != "other_authority" or "competent_authority" in s.given,
)
_only_after_a_supplement = Guard(
    says=Text(
        "an incomplete application is not refused acceptance: name everything it lacks, once (ask for a supplement)",
        "材料不齐全的，不得径行不予受理，应当一次性告知需要补正的全部内容",
    ),
    cite=Cite(LICENSING_LAW, 32, 1, "4"),
    asks=("ground",),
    met=lambda s: (
        s.given["ground"] != "still_incomplete"
        or s.taken_on("send_supplement") is not None
        or s.taken_on("send_supplement_late") is not None
    ),
)


def _when_silent(which: str, clock: Clock) -> tuple[Lapse, Lapse]:
    """Return what follows when ``clock`` passes in silence; a call to supplement not served in time is silence too."""
    silent = (received, supplement_due) if clock is preliminary_review else received
    return (
        by_law(
            f"deemed_accepted{which}",
            Text("The application counts as accepted", "视为受理"),
            deemed_acceptance.cite,
            when=clock,
            at=silent,
            to=accepted,
            deemed=deemed_acceptance,
            from_start=True,
            tells=(events.licence_application_accepted,),
            serves=letters.notice_of_deemed_acceptance,
        ),
        by_law(
            f"review_overdue{which}",
            Text(
                "The preliminary review is overdue; the application is not accepted for that",
                "初审逾期，不因此视为受理",
            ),
            Cite(MODEL_LAW, 27, 1),
            when=clock,
            at=silent,
            serves=letters.notice_of_overdue_review,
        ),
    )


PRELIMINARY_CLOCKS = (preliminary_review, review_of_supplement, rest_of_preliminary_review)
