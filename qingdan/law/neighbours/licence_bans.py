"""What false papers and fraud cost: refusal, warning, and a bar on applying again (Licensing Law Arts. 78-79)."""

from qingdan.law.events import licence as events
from qingdan.law.facts import product
from qingdan.law.grammar.conditions import taking
from qingdan.law.grammar.periods import Period
from qingdan.law.grammar.rules import Duty, Finding, Role, Term
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.grammar.units import Unit
from qingdan.law.model_law.a23_two_tracks import licence_required
from qingdan.law.readings import licensing
from qingdan.law.statutes import LICENSING_LAW

false_papers_bar = Finding(
    cite=Cite(LICENSING_LAW, 78),
    says=Text("False papers would bar a new application for a time", "弄虚作假将在一定期间内被限制再次申请"),
    denies=Text("False papers would bar no new application", "不适用再次申请的限制"),
    when=licence_required & (taking(licensing.license_ban_scope, "all") | product.affects_personal_safety),
    readings=(licensing.license_ban_scope,),
)
warn_after_falsehood = Duty(
    cite=Cite(LICENSING_LAW, 78),
    bearer=Role.AUTHORITY,
    when=licence_required,
    must=Text(
        "Refuse an application that conceals or falsifies, and warn the applicant",
        "对隐瞒情况、提供虚假材料的申请不予受理或者不予许可，并给予警告",
    ),
)
ban_after_falsehood = Term(
    cite=Cite(LICENSING_LAW, 78),
    binds=Role.APPLICANT,
    says=Text("bar after concealment or false papers", "隐瞒情况、提供虚假材料后的申请限制"),
    period=Period(amount=1, unit=Unit.YEAR, after=events.licence_refused_for_falsehood, roll=False),
    on_lapse=Text("A new application is possible again", "可以再次申请"),
    readings=(licensing.license_ban_scope,),
)
ban_after_fraud = Term(
    cite=Cite(LICENSING_LAW, 79),
    binds=Role.APPLICANT,
    says=Text("bar after a licence got by deceit or bribery", "以欺骗、贿赂等手段取得许可后的申请限制"),
    period=Period(amount=3, unit=Unit.YEAR, after=events.licence_withdrawn_for_fraud, roll=False),
    on_lapse=Text("A new application is possible again", "可以再次申请"),
    readings=(licensing.license_ban_scope,),
)
