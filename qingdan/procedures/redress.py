"""What every adverse letter says of remedies: where, until when, and that asking does not suspend (Article 66).

The periods are the law's own: sixty days for reconsideration and six months for a suit from knowing of the act, which
is its service. An act on the spot and a failure to act go to reconsideration first (Reconsideration Law 23). A
decision of the national-security review is final (Article 52) and has no such paragraphs.
"""

from __future__ import annotations

from datetime import date

from qingdan.law.clock import Deadline, wording
from qingdan.law.grammar.rules import Term
from qingdan.law.grammar.text import Cite, Text, chinese_numeral
from qingdan.law.grammar.units import Unit
from qingdan.law.model_law import a66_redress as law
from qingdan.law.neighbours.litigation_law import direct_suit, suit_after_reconsideration
from qingdan.law.neighbours.reconsideration_law import reconsideration_application
from qingdan.law.penalties.code import penalty_code
from qingdan.law.statutes import LITIGATION_LAW, MODEL_LAW, RECONSIDERATION_LAW
from qingdan.procedures.engine.measuring import Setting, deadline_of
from qingdan.procedures.engine.state import ClockRun

_FINAL = Cite(MODEL_LAW, 52)
_ASK = Text(
    "If you disagree with this act, you may apply to {body} for reconsideration within {amount} of its service{until} [{cite}].",
    "不服本决定的，可以自送达之日起{amount}内向{body}申请行政复议{until}（{cite}）。",
)
_SUE = Text(
    "You may instead sue in a people's court that has jurisdiction within {amount} of its service{until} [{cite}].",
    "也可以自送达之日起{amount}内直接向有管辖权的人民法院提起行政诉讼{until}（{cite}）。",
)
_ASK_FIRST = Text(
    "You can sue only after reconsideration, within {amount} of receiving the reconsideration decision [{body}; {cite}].",
    "应当先申请行政复议；对复议决定不服的，可以自收到复议决定书之日起{amount}内提起行政诉讼（{body}；{cite}）。",
)
_ASK_TO_ACT = Text(
    "If you hold that the authority has not done what it owes, you may apply to {body} for reconsideration within {amount} of the "
    "end of the period in which it had to act [{cite}].",
    "认为本机关未履行法定职责的，可以自履行期限届满之日起{amount}内向{body}申请行政复议（{cite}）。",
)
_RUNS_ON = Text(
    "Reconsideration or a suit does not suspend this act, except where the law provides otherwise [{asked}; {sued}].",
    "行政复议、行政诉讼期间不停止本决定的执行，法律另有规定的除外（{asked}；{sued}）。",
)
_LAST_DAY = Text(": the last day is {due}", "，最后一日为{due}")
_PERHAPS = Text(
    ": the last day is provisionally {due}, because the public holidays concerned are not announced",
    "，因所涉年度放假安排尚未公布，最后一日暂计为{due}",
)
_PROVISIONAL = Text(
    ": the last day is provisionally {due}, because the public holidays concerned are not announced; it can lie between "
    "{earliest} and {latest}, and you are safe by {earliest}",
    "，因所涉年度放假安排尚未公布，最后一日暂计为{due}，可能介于{earliest}与{latest}之间，请以{earliest}为稳妥期限",
)
_UNITS = {Unit.DAY: Text("days", "日"), Unit.MONTH: Text("months", "个月")}
_NATIONAL = Text(
    "the national artificial intelligence authority (it reconsiders its own acts)", "国家人工智能主管机关"
)
_LOCAL = Text(
    "the people's government at the level of the authority that acted", "作出本决定的主管机关的本级人民政府"
)


def remedies(
    cite: Cite,
    served_on: date | None,
    setting: Setting,
    *,
    act: str = "other",
    national: bool = True,
) -> tuple[Text, ...]:
    """Return the paragraphs on remedies for a letter that rests on ``cite``; none for a security review.

    Args:
        cite: the article of the act; Article 52 is final.
        served_on: the day of service; None while the letter is not served: then no last day is named.
        setting: law, readings and calendar to count with.
        act: what kind of act, as the law asks it: ``other``, or ``penalty_on_the_spot`` or ``failure_to_act`` (both first to
            reconsideration).
        national: whether the national authority acted (a delegated act is its own), or a local one for itself.
    """
    kind = "security_review_decision" if (cite.statute, cite.article) == (MODEL_LAW, _FINAL.article) else act
    code = penalty_code(setting.law.readings)
    codes = code.encode({"act_complained_of": kind})
    if not code.value(law.reconsideration_open, codes):
        return ()
    body = _NATIONAL if national else _LOCAL
    if (
        kind == "failure_to_act"
    ):  # counted from the end of the authority's period, not from the letter that tells of it
        asking = _filled(_ASK_TO_ACT, reconsideration_application, None, setting, body)
    else:
        asking = _filled(_ASK, reconsideration_application, served_on, setting, body)
    if code.value(law.direct_suit_open, codes):
        suing = _filled(_SUE, direct_suit, served_on, setting)
    else:
        first = _said(law.reconsideration_first.cite)
        suing = _filled(_ASK_FIRST, suit_after_reconsideration, None, setting, first)
    if kind == "failure_to_act":
        return asking, suing  # nothing was done that could be suspended
    asked, sued = _said(Cite(RECONSIDERATION_LAW, 42)), _said(Cite(LITIGATION_LAW, 56, 1))
    return asking, suing, _RUNS_ON.filled(asked=asked, sued=sued)


def last_day(term: Term, served_on: date, setting: Setting) -> Deadline | None:
    """Return when ``term``, which runs from knowing of the act, ends for a letter served on ``served_on``."""
    return deadline_of(term, ClockRun(start=served_on.isoformat()), setting)


def _filled(says: Text, term: Term, served_on: date | None, setting: Setting, body: Text | str = "") -> Text:
    amount, unit = term.period.amount, term.period.unit
    assert isinstance(amount, int)  # noqa: S101 - the law states these in figures, not by a reading
    assert isinstance(unit, Unit)  # noqa: S101
    return says.filled(
        amount=Text(f"{amount} {_UNITS[unit].en}", f"{chinese_numeral(amount)}{_UNITS[unit].zh}"),
        until="" if served_on is None else _until(last_day(term, served_on, setting)),
        cite=_said(term.cite),
        body=body,
    )


def _until(found: Deadline | None) -> Text | str:
    if found is None or found.due is None or found.earliest is None or found.latest is None:
        return ""
    if not found.provisional:
        return _LAST_DAY.filled(due=wording.on(found.due))
    if found.earliest == found.latest:
        return _PERHAPS.filled(due=wording.on(found.due))
    return _PROVISIONAL.filled(
        due=wording.on(found.due), earliest=wording.on(found.earliest), latest=wording.on(found.latest)
    )


def _said(cite: Cite) -> Text:
    return Text(cite.of("en"), cite.of("zh"))
