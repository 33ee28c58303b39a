"""Articles 23(2) and 73: an edition of the Negative List, from draft to its end.

Legal review, comments from anyone, a report that accounts for each, a trial on the register of exactly the text that is
published, publication by the head. The first list takes effect six months later at the earliest, an update on the day
stated, with the days of grace stated too. On its day it takes effect by itself, and a later edition supersedes it.
"""

from __future__ import annotations

import sys

from qingdan.law.events import licence as events
from qingdan.law.grammar.named import declared_in
from qingdan.law.grammar.rules import Role
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.grammar.units import Unit
from qingdan.law.statutes import MODEL_LAW
from qingdan.procedures import negative_list_guards as only_if
from qingdan.procedures import negative_list_letters as letters
from qingdan.procedures.grammar.clocks import SetPeriod
from qingdan.procedures.grammar.effects import ListAct
from qingdan.procedures.grammar.fields import NOTE, REASONS, Asks, Field, prose
from qingdan.procedures.grammar.guards import Guard, in_time, once_over
from qingdan.procedures.grammar.procedure import Procedure, Subject
from qingdan.procedures.grammar.roles import By
from qingdan.procedures.grammar.steps import (
    anyone,
    legal_reviewer,
    list_editor,
)
from qingdan.procedures.negative_list_guards import (
    COMMENT_DAYS,
    COUNTED,
    LIST,
    PUBLICATION,
)
from qingdan.procedures.negative_list_publication import PUBLICATION_CLOCKS, publication
from qingdan.procedures.stages import (
    abandoned,
    list_consulted,
    list_drafted,
    list_in_consultation,
    list_in_force,
    list_in_legal_review,
    list_reviewed,
    list_superseded,
)

consultation = SetPeriod(
    cite=LIST,
    binds=Role.ANYONE,
    says=Text("comments on the draft list", "对清单草案提出意见"),
    length=COMMENT_DAYS.key,
    unit=Unit.DAY,
    after=events.list_consultation_opened,
    roll=False,  # the announcement names the last day
    on_lapse=Text(
        "no more comments; the authority reports on them", "不再接收意见，主管机关作出采纳情况报告"
    ),
)
_BEFORE_PUBLICATION = (
    list_drafted,
    list_in_legal_review,
    list_reviewed,
    list_in_consultation,
    list_consulted,
)
_CLOSED = once_over(
    consultation,
    Text("comments can still come in; wait for the last day", "征求意见期限尚未届满，应当等候"),
    LIST,
)


PROCEDURE = Procedure(
    key="negative_list_edition",
    says=Text("Edition of the Negative List", "负面清单版本"),
    gloss=Text(
        "Editors draft an edition, legal review passes it, anyone comments, a report accounts for each comment, and the exact text is tried "
        "out on the register: who changes track. The head publishes it. The first edition takes effect at least six months later, an update "
        "on the day stated, and on that day by itself.",
        "编辑人员起草，经法制审核后公开征求意见，形成涵盖全部意见的采纳情况报告，并就拟公布文本对在册产品试运行。由负责人批准公布。"
        "首份清单公布满六个月后方可施行，更新版本自所定之日起施行，届时自动生效。",
    ),
    cite=LIST,
    also_cites=(PUBLICATION, Cite(MODEL_LAW, 72)),
    subject=Subject.LIST,
    opened_by=(By.LIST_EDITOR,),
    opens_at=list_drafted,
    clocks=(consultation, *PUBLICATION_CLOCKS),
    parts=(
        list_editor(
            "send_to_review",
            Text("Send to legal review", "提交法制审核"),
            LIST,
            at=list_drafted,
            to=list_in_legal_review,
            asks=(
                prose(
                    "explanation", Text("what it lists anew or drops, and why", "起草说明：增减条目及理由")
                ),
            ),
        ),
        legal_reviewer(
            "pass_review",
            Text("Pass the legal review", "法制审核通过"),
            LIST,
            at=list_in_legal_review,
            to=list_reviewed,
            asks=(REASONS,),
            apart_from=("send_to_review",),
        ),
        legal_reviewer(
            "return_draft",
            Text("Return the draft with opinions", "提出审核意见，退回修改"),
            LIST,
            at=list_in_legal_review,
            to=list_drafted,
            asks=(REASONS,),
            apart_from=("send_to_review",),
        ),
        list_editor(
            "open_consultation",
            Text("Open the draft to comments", "公开征求意见"),
            LIST,
            at=list_reviewed,
            to=list_in_consultation,
            asks=(COMMENT_DAYS,),
            guards=(only_if.LONG_ENOUGH,),
            tells=(events.list_consultation_opened,),
            serves=letters.call_for_comments,
            publishes=True,
            effects=(ListAct.OPENS_CONSULTATION,),
        ),
        anyone(
            "submit_comment",
            Text("Comment on the draft", "提出意见"),
            LIST,
            at=list_in_consultation,
            asks=(prose("comment", Text("your comment", "意见内容")),),
            guards=(
                in_time(
                    consultation,
                    Text("the time for comments is over", "征求意见期限已届满"),
                    LIST,
                ),
            ),
            serves=letters.receipt_of_comment,
        ),
        list_editor(
            "report_comments",
            Text("Report on the comments", "形成意见采纳情况报告"),
            LIST,
            at=list_in_consultation,
            to=list_consulted,
            asks=(
                COUNTED,
                Field(
                    key="report",
                    asks=Asks.REASONS,
                    public=True,
                    says=Text("what was asked for, taken up or not, and why", "意见主要内容、采纳与否及理由"),
                ),
            ),
            guards=(_CLOSED, only_if.ALL_COUNTED),
            serves=letters.report_on_comments,
            publishes=True,
        ),
        list_editor(
            "redraft",
            Text("Draft anew, for another round", "重新起草，再次征求意见"),
            LIST,
            at=(list_reviewed, list_consulted),
            to=list_drafted,
            asks=(REASONS,),
        ),
        list_editor(
            "dry_run",
            Text("Try the draft out on the register", "对在册产品试运行"),
            LIST,
            at=(list_drafted, list_in_legal_review, list_reviewed, list_in_consultation, list_consulted),
            asks=(NOTE,),
            effects=(ListAct.DRY_RUNS,),
        ),
        *publication(),
        list_editor(
            "supersede",
            Text("Close: a later edition has taken its place", "已由后一版本替代，办结"),
            LIST,
            at=list_in_force,
            to=list_superseded,
            guards=(
                Guard(
                    says=Text("no later edition is in force", "尚无施行中的后一版本"),
                    cite=LIST,
                    met=lambda s: (
                        s.subject.get("superseded_from") is not None
                        and s.subject["superseded_from"] <= s.on.isoformat()
                    ),
                ),
            ),
            publishes=True,
        ),
        list_editor(
            "abandon",
            Text("Drop the draft", "终止制定"),
            LIST,
            at=_BEFORE_PUBLICATION,
            to=abandoned,
            asks=(REASONS,),
            confirmed_by=By.HEAD,
            serves=letters.list_draft_dropped,
            publishes=True,
            effects=(ListAct.ABANDONS,),
        ),
    ),
)

declared_in(sys.modules[__name__], SetPeriod)
