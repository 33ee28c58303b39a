"""Article 44: are the materials complete? All defects at once within three working days, an answer to each, or a reasoned end.

    (*completeness(since="file", at=filed, corrections=..., holds=..., tells=...), find_complete("file"), refer_to_licensing(at), ...)

Completeness alone is looked at. An authority that says nothing in time has its own five working days counted from receipt; nothing
is deemed registered. What is never supplemented is closed only by a reasoned finding, never by itself.
"""

from __future__ import annotations

import sys
from datetime import date

from qingdan.law.events import registry as events
from qingdan.law.grammar.conditions import taking
from qingdan.law.grammar.named import declared_in
from qingdan.law.grammar.periods import Event
from qingdan.law.grammar.rules import Role
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.grammar.units import Unit
from qingdan.law.model_law.a44_registry_process import (
    register_complete_filing,
    register_from_first_receipt,
    say_what_is_missing,
    supplement_filing,
)
from qingdan.law.readings.registry import registry_bound_party
from qingdan.law.statutes import MODEL_LAW
from qingdan.procedures.fragments import completeness_letters as letters
from qingdan.procedures.grammar.clocks import Clock, SetPeriod
from qingdan.procedures.grammar.effects import Effect
from qingdan.procedures.grammar.fields import (
    NOTE,
    REASONS,
    Asks,
    Field,
    documents,
    items,
    line,
    number,
)
from qingdan.procedures.grammar.guards import Flag, Guard, Situation, after
from qingdan.procedures.grammar.roles import By
from qingdan.procedures.grammar.stages import Stage
from qingdan.procedures.grammar.steps import Lapse, Stages, Step, applicant, by_law, intake, reviewer
from qingdan.procedures.stages import (
    closed_incomplete,
    filed,
    filing_complete,
    referred,
    supplement_due,
    withdrawn,
)

CITE = Cite(MODEL_LAW, 44)
FEWEST_DAYS = 3  # as many as the other reading of Article 44 gives the filer
WITHIN = number(
    "supplement_within", Text("working days to supplement", "补充期限（工作日）"), FEWEST_DAYS, 60
)
LISTED = Cite(MODEL_LAW, 23, 1)
FIVE_DAYS = (register_complete_filing, register_from_first_receipt)

supplement_in_stated_time = SetPeriod(
    cite=CITE,
    binds=Role.PROVIDER,
    says=Text("supplementing the filing", "补充备案材料"),
    length=WITHIN.key,
    unit=Unit.WORKING_DAY,
    after=events.filing_defects_notified,
    on_lapse=Text(
        "nothing ends by itself: the filer may still supplement, and only a reasoned finding closes the case",
        "备案程序不自动终止：备案人仍可补充，仅经说理认定方可终止办理",
    ),
    stopped_by=(events.filing_supplemented, events.filing_ended),
    when=taking(registry_bound_party, "authority"),
)
SUPPLEMENT_CLOCKS: tuple[Clock, ...] = (supplement_in_stated_time, supplement_filing)
FILING_CLOCKS: tuple[Clock, ...] = (say_what_is_missing, *FIVE_DAYS, *SUPPLEMENT_CLOCKS)
not_listed = Guard(
    says=Text(
        "the product is on the Negative List: it is licensed, not registered; refer it to licensing",
        "该产品列入负面清单，实行许可管理，不得办理备案；应当转办许可",
    ),
    cite=LISTED,
    met=lambda s: s.subject.get("listed") is not True,
)
_AS_THE_LAW_SAYS = Guard(
    says=Text(
        "under the reading taken the law itself gives the filer three working days: state 3",
        "按所采解释，法律规定的补充期限为三个工作日，请填3",
    ),
    cite=CITE,
    asks=(WITHIN.key,),
    met=lambda s: s.taken_reading(registry_bound_party) == "authority" or s.given[WITHIN.key] == FEWEST_DAYS,
)
_NO_NEW_POINTS = Guard(
    says=Text(
        "all defects are said at once: only points named in the first letter can still be open",
        "应当一次性告知：仅可就首次告知的事项再行告知",
    ),
    cite=CITE,
    asks=("defects",),
    met=lambda s: len(s.given["defects"]) <= s.kept.get("defects_count", 0),
)
_TIME_IS_OVER = Guard(
    says=Text(
        "the time for supplementing still runs; wait for its last day", "补充期限尚未届满，应当等候期限届满"
    ),
    cite=CITE,
    met=lambda s: any(s.over(clock) for clock in SUPPLEMENT_CLOCKS),
)
_SAYS_NOT_LISTED = Flag(
    key="answers_say_not_listed",
    says=Text(
        "by the answers on record the product is not on the list: the reasons must show why it is",
        "按现有答复该产品未列入清单，理由应当说明认定列入的依据",
    ),
    cite=LISTED,
    met=lambda s: s.subject.get("listed") is not True,
)


def completeness(
    *,
    at: Stage,
    corrections: tuple[Field, ...],
    holds: tuple[Clock, ...],
    tells: tuple[Event, ...] = (events.filing_supplemented,),
) -> tuple[Step, ...]:
    """Return the steps between receipt at ``at`` and completeness; the clocks ``holds`` stand still while the party supplements."""
    return (
        intake(
            "say_defects",
            Text("Say once everything that is missing", "一次性告知补充材料"),
            CITE,
            at=at,
            to=supplement_due,
            once=True,
            asks=(
                items("defects", Text("everything that is missing, point by point", "需要补充的全部内容")),
                WITHIN,
            ),
            guards=(_AS_THE_LAW_SAYS,),
            on_service=(events.filing_defects_notified,),
            pauses=holds,
            serves=letters.letter_of_defects,
        ),
        intake(
            "say_open_points",
            Text("Say which points are still open", "告知仍未补齐的事项"),
            CITE,
            at=at,
            to=supplement_due,
            asks=(
                items(
                    "defects", Text("points of the first letter still open", "首次告知事项中仍未补齐的内容")
                ),
                WITHIN,
            ),
            guards=(
                after("supply_missing", Text("say first what is missing", "应当先行一次性告知"), CITE),
                _AS_THE_LAW_SAYS,
                _NO_NEW_POINTS,
            ),
            on_service=(events.filing_defects_notified,),
            pauses=holds,
            serves=letters.letter_of_open_points,
        ),
        applicant(
            "supply_missing",
            Text("Supplement", "补充材料"),
            CITE,
            at=supplement_due,
            to=at,
            asks=(
                Field(
                    key="replies",
                    asks=Asks.REPLIES,
                    to="defects",
                    says=Text("answer to each point", "逐项答复"),
                ),
                documents("supplements", Text("documents", "补充材料"), required=False),
                *corrections,
            ),
            tells=tells,
            resumes=holds,
            serves=letters.receipt_of_added_materials,
        ),
        reviewer(
            "close_incomplete",
            Text("Close for want of what was asked", "因材料不齐全终止办理"),
            CITE,
            at=supplement_due,
            to=closed_incomplete,
            asks=(REASONS,),
            guards=(_TIME_IS_OVER,),
            confirmed_by=By.HEAD,
            tells=(events.filing_ended,),
            serves=letters.closure_of_incomplete_filing,
        ),
    )


def found_complete(since: str) -> tuple[Step | Lapse, ...]:
    """Return the finding that a filing, first made by the step ``since``, is complete; and what follows if none is made in time."""

    def received_on(s: Situation) -> date:
        day = s.taken_on("supply_missing") or s.taken_on(since)
        assert day is not None  # noqa: S101 - nothing stands here that was not filed
        return day

    return (
        intake(
            "find_complete",
            Text("Find the materials complete", "确认材料齐全"),
            CITE,
            at=filed,
            to=filing_complete,
            tells=(events.complete_filing_received,),
            told_on={events.complete_filing_received: received_on},
        ),
        by_law(
            "nothing_found_missing",
            Text(
                "Nothing was said to be missing in time: the five working days are counted from receipt",
                "逾期未告知补充：五个工作日办结期限自收到材料之日起计算",
            ),
            CITE,
            when=say_what_is_missing,
            at=filed,
            from_start=True,
            tells=(events.complete_filing_received,),
        ),
    )


def refer_to_licensing(
    at: Stages, *, tells: tuple[Event, ...] = (events.filing_ended,), effects: tuple[Effect, ...] = ()
) -> Step:
    """Return the referral of what turns out to be on the Negative List."""
    return reviewer(
        "refer_to_licensing",
        Text("Refer to licensing", "转办许可"),
        LISTED,
        at=at,
        to=referred,
        asks=(line("list_entry", Text("entry of the list that covers it", "所涉清单条目")), REASONS),
        flags=(_SAYS_NOT_LISTED,),
        confirmed_by=By.HEAD,
        tells=tells,
        serves=letters.referral_to_licensing,
        effects=effects,
    )


def withdraw(at: Stages) -> Step:
    """Return the party's own end of the case."""
    return applicant(
        "withdraw",
        Text("Withdraw", "撤回"),
        CITE,
        at=at,
        to=withdrawn,
        asks=(NOTE,),
        tells=(events.filing_ended,),
        serves=letters.confirmation_of_filing_withdrawal,
    )


declared_in(sys.modules[__name__], SetPeriod)
