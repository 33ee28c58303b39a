"""What must hold before an edition of the Negative List is lawful (Articles 23, 72, 73)."""

from __future__ import annotations

from datetime import date

from qingdan.law.grammar.text import Cite, Text
from qingdan.law.model_law.a73_publication import publish_first_list
from qingdan.law.readings.scope import law_effective_date, list_consultation_days, list_grace_days
from qingdan.law.statutes import MODEL_LAW
from qingdan.procedures.grammar.fields import Asks, Field, day, line, number
from qingdan.procedures.grammar.guards import Flag, Guard, Situation, ahead_of, not_past, subject_is

LIST, PUBLICATION = Cite(MODEL_LAW, 23, 2), Cite(MODEL_LAW, 73)
IN_FORCE_FROM = day("in_force_from", Text("day on which it takes effect", "施行日期"), public=True)
DIGEST = line("digest", Text("fingerprint of the exact draft", "草案文本指纹"))
COMMENT_DAYS = Field(
    key="consultation_days",
    asks=Asks.NUMBER,
    low=1,
    high=365,
    says=Text("days open to comments", "公开征求意见天数"),
    suggests=list_consultation_days,
)
COUNTED = number(
    "comments_received",
    Text("comments received, all rounds together", "收到意见总数（历次征求意见合计）"),
    0,
    10**7,
    public=True,
)
GRACE = Field(
    key="grace_days",
    asks=Asks.NUMBER,
    low=0,
    high=3_650,
    required=False,
    public=True,
    says=Text(
        "days for which what is newly listed and already running may go on",
        "新列入清单且已在运行者的过渡期（日）",
    ),
    help=Text("needed while nl.grace_days is undecided", "解释选项 nl.grace_days 未定时必填"),
    suggests=list_grace_days,
)


def _law_from(s: Situation) -> date | None:
    taken = s.taken_reading(law_effective_date)
    if not isinstance(taken, int):
        return None
    written = str(taken)
    return date.fromisoformat(f"{written[:4]}-{written[4:6]}-{written[6:]}")


def _takes_effect(s: Situation) -> date:
    return date.fromisoformat(s.given[IN_FORCE_FROM.key])


FIRST = subject_is(
    "first",
    frozenset({True}),
    Text("a list has been in force before: publish this as an update", "此前已有清单，请作为更新版本公布"),
    PUBLICATION,
)
UPDATE = subject_is(
    "first",
    frozenset({False}),
    Text("no list has been in force yet: publish this as the first one", "此前尚无清单，请作为首份清单公布"),
    PUBLICATION,
)
SIX_MONTHS_AHEAD = ahead_of(
    IN_FORCE_FROM.key,
    publish_first_list,
    Text(
        "the first list must be public six months before it takes effect: choose a later day",
        "首份清单应当在施行六个月前公布，请推迟施行日期",
    ),
    PUBLICATION,
)
NOT_BEFORE_THE_LAW = Guard(
    says=Text("no list takes effect before the law does", "清单的施行日期不得早于本法施行日期"),
    cite=Cite(MODEL_LAW, 72),
    asks=(IN_FORCE_FROM.key,),
    met=lambda s: (law := _law_from(s)) is None or _takes_effect(s) >= law,
)
NOT_BACKDATED = not_past(
    IN_FORCE_FROM.key,
    Text("a list cannot take effect before it is published", "清单不得早于公布之日施行"),
    PUBLICATION,
)
AFTER_THE_LAST = Guard(
    says=Text("it must take effect later than the edition before it", "施行日期应当晚于上一版本的施行日期"),
    cite=LIST,
    asks=(IN_FORCE_FROM.key,),
    met=lambda s: (s.subject.get("previous_in_force") or "") < s.given[IN_FORCE_FROM.key],
)
GRACE_STATED = Guard(
    says=Text(
        "nobody has decided how long newly listed products may go on (nl.grace_days): state it here, were it 0",
        "新列入产品的过渡期（nl.grace_days）尚未确定，应当在此写明，为零亦须写明",
    ),
    cite=LIST,
    asks=(IN_FORCE_FROM.key,),
    met=lambda s: s.taken_reading(list_grace_days) is not None or GRACE.key in s.given,
)
GRACE_AS_DECIDED = Guard(
    says=Text(
        "the days of grace have been decided otherwise (nl.grace_days)",
        "过渡期与已确定的天数（nl.grace_days）不一致",
    ),
    cite=LIST,
    asks=(GRACE.key,),
    met=lambda s: s.taken_reading(list_grace_days) in {None, s.given[GRACE.key]},
)
TRIED_AS_IT_STANDS = Guard(
    says=Text(
        "try the draft out on the register as it stands now: it was changed since, or never tried",
        "应当就现有草案文本对在册产品试运行；草案试运行后已修改，或者尚未试运行",
    ),
    cite=LIST,
    met=lambda s: (
        s.subject.get("draft_digest") is not None
        and s.subject.get("draft_digest") == s.subject.get("dry_run_digest")
    ),
)
EXACTLY_THIS = Guard(
    says=Text(
        "the draft is not the one this fingerprint names: look at it again",
        "草案文本与所填指纹不一致，请重新核对",
    ),
    cite=LIST,
    asks=(DIGEST.key,),
    met=lambda s: s.given[DIGEST.key] == s.subject.get("draft_digest"),
)
LONG_ENOUGH = Guard(
    says=Text(
        "open it to comments for at least the days that nl.consultation_days sets",
        "公开征求意见的天数不得少于解释选项 nl.consultation_days 所定天数",
    ),
    cite=LIST,
    asks=(COMMENT_DAYS.key,),
    met=lambda s: s.given[COMMENT_DAYS.key] >= int(s.taken_reading(list_consultation_days) or 0),
)
ALL_COUNTED = Guard(
    says=Text(
        "the report must account for every comment: the number differs from those received",
        "报告应当涵盖全部意见：所填数量与实际收到的数量不一致",
    ),
    cite=LIST,
    asks=(COUNTED.key,),
    met=lambda s: s.given[COUNTED.key] == s.times("submit_comment"),
)
PUBLISHED_LATE = Flag(
    key="first_list_late",
    says=Text("published later than six months before the law takes effect", "公布时距本法施行已不足六个月"),
    cite=PUBLICATION,
    met=lambda s: (law := _law_from(s)) is not None and s.on > s.counted_back(publish_first_list, law),
)
SHORT_NOTICE = Flag(
    key="short_notice",
    says=Text(
        "takes effect less than six months after publication; lawful for an update, but providers have little time",
        "自公布至施行不足六个月；更新版本不受六个月限制，但经营者准备时间较短",
    ),
    cite=PUBLICATION,
    asks=(IN_FORCE_FROM.key,),
    met=lambda s: s.on > s.counted_back(publish_first_list, _takes_effect(s)),
)
