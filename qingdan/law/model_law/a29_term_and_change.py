"""Article 29(1)-(2), term and change. Licences state term and scope; what outgrows them is applied for anew."""

from qingdan.law.events import licence as events
from qingdan.law.events import service
from qingdan.law.facts import licence
from qingdan.law.grammar.conditions import taking
from qingdan.law.grammar.periods import Before, Period
from qingdan.law.grammar.rules import Article, Duty, Finding, Prohibition, Role, Term
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.grammar.units import Unit
from qingdan.law.model_law.a23_two_tracks import licence_required
from qingdan.law.model_law.a24_licence import holds_a_licence
from qingdan.law.readings import licensing
from qingdan.law.statutes import MODEL_LAW

ARTICLE = Article(
    number=29,
    title=Text("Term, change, renewal, cancellation", "许可期限、重新申请、延续和注销"),
    gloss=Text(
        "A licence states term and scope. Beyond its scope, or when technology, scenario or audience change the risk, a new one is "
        "needed; renewal may be sought six months before expiry; on cessation it is cancelled within three months.",
        "许可应当载明期限和范围；超出范围或者技术、场景、用户变化引起风险变化的，应当重新申请；届满六个月前可以申请延续；停止活动的，三个月内申请注销。",
    ),
    procedures=("licence_scope_change", "licence_renewal", "licence_cancellation"),
)

state_term_and_scope = Duty(
    cite=Cite(MODEL_LAW, 29, 1),
    bearer=Role.AUTHORITY,
    when=licence_required,
    must=Text("State term and scope in the licence", "在许可证中载明有效期限和范围"),
    readings=(licensing.license_term_months,),
)
licence_term = Term(
    cite=Cite(MODEL_LAW, 29, 1),
    binds=Role.HOLDER,
    says=Text("term of the licence", "许可有效期"),
    period=Period(
        amount=licensing.license_term_months, unit=Unit.MONTH, after=events.licence_granted, roll=False
    ),
    on_lapse=Text(
        "The licence ends and is struck off (Licensing Law Art. 70), unless renewal was sought in time",
        "许可失效，办理注销手续（《行政许可法》第七十条）；已按期申请延续的除外",
    ),
    stopped_by=(
        events.licence_renewal_decided,
        events.licence_revoked,
        events.licence_withdrawn,
        events.licence_withdrawn_for_fraud,
        events.licence_cancellation_applied,
    ),
    readings=(licensing.license_term_months,),
)
reapplication_required = Finding(
    cite=Cite(MODEL_LAW, 29, 2),
    says=Text("A new licence must be applied for", "应当重新申请许可"),
    denies=Text("The licence covers what is done", "现有许可足以涵盖"),
    when=holds_a_licence
    & (
        licence.exceeds_licence_scope
        | (licence.what_changed.is_("technology", "scenario", "audience") & licence.change_alters_risk)
    ),
    readings=(licensing.license_reapply_meanwhile,),
)
reapply_for_licence = Duty(
    cite=Cite(MODEL_LAW, 29, 2),
    bearer=Role.HOLDER,
    when=reapplication_required,
    must=Text("Apply for a new licence before the change", "变化发生前重新申请许可"),
    within=Before(event=service.material_change),
    done_by=events.licence_reapplied,
    evidence=(Text("receipt of the new application", "重新申请受理凭证"),),
    readings=(licensing.license_reapply_meanwhile,),
)
new_activity_before_new_licence = Prohibition(
    cite=Cite(MODEL_LAW, 29, 2),
    binds=Role.HOLDER,
    forbids=Text(
        "Starting what the old licence does not cover, or what changes its risk, before a new licence is granted",
        "取得新许可前，从事原许可未涵盖或者引起风险变化的活动",
    ),
    when=reapplication_required & taking(licensing.license_reapply_meanwhile, "old_scope"),
    readings=(licensing.license_reapply_meanwhile,),
)
any_activity_before_new_licence = Prohibition(
    cite=Cite(MODEL_LAW, 29, 2),
    binds=Role.HOLDER,
    forbids=Text("Any licensed activity before a new licence is granted", "取得新许可前，从事被许可活动"),
    when=reapplication_required & taking(licensing.license_reapply_meanwhile, "nothing"),
    readings=(licensing.license_reapply_meanwhile,),
)
