"""Article 28, suspension and revocation. Violation plus incidents or penalties; then relapse or no correction.

Both are penalties (暂扣, 吊销): the Penalty Law's procedure applies, and revocation carries a right to a hearing.
"""

from qingdan.law.events import licence as events
from qingdan.law.facts import licence, violation
from qingdan.law.grammar.periods import Period
from qingdan.law.grammar.rules import Article, Duty, Finding, Power, Role, Term
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.grammar.units import Unit
from qingdan.law.model_law.a23_two_tracks import licence_required
from qingdan.law.readings import licensing
from qingdan.law.statutes import MODEL_LAW

_CITE = Cite(MODEL_LAW, 28)
_COUNTED = (licensing.revoke_multiple, licensing.revoke_window_months)

ARTICLE = Article(
    number=28,
    title=Text("Suspension and revocation", "许可暂扣和吊销"),
    gloss=Text(
        "Where a violation comes with a significant incident, several incidents or several penalties, the licence may be suspended and "
        "correction ordered; without correction, or on relapse, it may be revoked.",
        "违反本法且发生重大安全事件、多次安全事件或者多次受到行政处罚的，可以暂扣许可并责令限期改正；逾期不改正或者再次发生的，可以吊销许可。",
    ),
    procedures=("licence_suspension", "licence_revocation"),
)

repeated_incidents_or_penalties = Finding(
    cite=_CITE,
    says=Text("There were multiple safety incidents or penalties", "多次发生安全事件或者多次受到行政处罚"),
    denies=Text(
        "There were not multiple safety incidents or penalties", "未多次发生安全事件或者受到行政处罚"
    ),
    when=(violation.recent_incidents >= licensing.revoke_multiple)
    | (violation.recent_penalties >= licensing.revoke_multiple),
    readings=_COUNTED,
)
licence_may_be_suspended = Finding(
    cite=_CITE,
    says=Text("The licence may be suspended and rectification ordered", "可以暂扣许可并责令限期改正"),
    denies=Text("The licence may not be suspended", "不具备暂扣许可的条件"),
    when=violation.holds_licence
    & violation.facts_proven
    & violation.violating_activity.is_("development", "provision")
    & (violation.caused_significant_incident | repeated_incidents_or_penalties),
    readings=(licensing.revoke_significant, *_COUNTED),
)
licence_may_be_revoked = Finding(
    cite=_CITE,
    says=Text("The licence may be revoked", "可以吊销许可"),
    denies=Text("The licence may not be revoked", "不具备吊销许可的条件"),
    when=violation.holds_licence
    & violation.licence_was_suspended
    & (violation.uncorrected_in_rectification | violation.relapsed_after_suspension),
)

counting_window = Term(
    cite=_CITE,
    binds=Role.AUTHORITY,
    says=Text("how long an incident or penalty counts", "安全事件、行政处罚的累计期间"),
    period=Period(
        amount=licensing.revoke_window_months,
        unit=Unit.MONTH,
        after=events.counted_against_licence,
        roll=False,
    ),
    on_lapse=Text("It no longer counts towards multiple incidents or penalties", "不再计入“多次”"),
    readings=_COUNTED,
)
suspend_licence = Power(
    cite=_CITE,
    holder=Role.AUTHORITY,
    may=Text("Suspend the licence and order rectification within a stated period", "暂扣许可并责令限期改正"),
    when=licence_may_be_suspended,
)
revoke_licence = Power(
    cite=_CITE,
    holder=Role.AUTHORITY,
    may=Text("Revoke the licence, after offering a hearing", "告知听证权利后吊销许可"),
    when=licence_may_be_revoked,
)
rectify_while_suspended = Duty(
    cite=_CITE,
    bearer=Role.HOLDER,
    when=licence_required & licence.licence_status.is_("suspended"),
    must=Text("Correct what the order names, within the period it sets", "在责令的期限内完成改正"),
    done_by=events.rectification_completed,
    evidence=(Text("rectification report", "整改报告"),),
)
restore_licence = Power(
    cite=_CITE,
    holder=Role.AUTHORITY,
    may=Text("Lift the suspension once the rectification is verified", "整改经核实的，解除暂扣"),
    when=licence_required & licence.licence_status.is_("suspended"),
)
