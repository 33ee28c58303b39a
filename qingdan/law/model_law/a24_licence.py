"""Article 24, the licence comes first: before development starts, before anything is provided.

What was lawful when it began and was listed later waits for a period nobody has set (`nl.grace_days`).
"""

from qingdan.law.events import licence as events
from qingdan.law.events import service
from qingdan.law.facts import licence, listing
from qingdan.law.grammar.periods import Before, Period
from qingdan.law.grammar.rules import Article, Duty, Finding, Prohibition, Role
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.grammar.units import Unit
from qingdan.law.model_law.a23_two_tracks import develops_for_licence, licence_required
from qingdan.law.model_law.a71_definitions import is_provider
from qingdan.law.readings import scope
from qingdan.law.statutes import MODEL_LAW

_CITE, _BAN = Cite(MODEL_LAW, 24, 1), Cite(MODEL_LAW, 24, 2)

ARTICLE = Article(
    number=24,
    title=Text("Licence for what is listed", "负面清单许可"),
    gloss=Text(
        "Listed products and services need a licence of the national authority before development or provision; acting without "
        "one, or beyond its scope, is forbidden.",
        "研发、提供清单内产品、服务的，应当事先取得国家主管机关的许可；禁止无许可或者超出许可范围从事相关活动。",
    ),
    procedures=("licence_application",),
)

licensed = Finding(
    cite=_CITE,
    says=Text("A licence is in force", "许可有效"),
    denies=Text("No licence is in force", "无有效许可"),
    when=licence_required & licence.licence_status.is_("active"),
    benefit=True,
)
holds_a_licence = Finding(
    cite=_CITE,
    says=Text("The organisation holds a licence, in force or suspended", "持有许可（有效或者被暂扣）"),
    denies=Text("The organisation holds no licence", "未持有许可"),
    when=licence_required & licence.licence_status.is_("active", "suspended"),
)
_FRESH = listing.activity_began.is_("under_present_rules")

license_before_development = Duty(
    cite=_CITE,
    bearer=Role.DEVELOPER,
    when=licence_required & develops_for_licence & _FRESH,
    must=Text("Obtain a licence before development starts", "开始研发前取得许可"),
    within=Before(event=service.development_started),
    done_by=events.licence_granted,
    evidence=(Text("licence for development", "研发许可证"),),
    readings=(scope.research_licensing,),
)
license_before_provision = Duty(
    cite=_CITE,
    bearer=Role.PROVIDER,
    when=licence_required & is_provider & _FRESH,
    must=Text("Obtain a licence before the product or service is provided", "提供产品、服务前取得许可"),
    within=Before(event=service.service_started),
    done_by=events.licence_granted,
    evidence=(Text("licence for provision", "提供许可证"),),
)
license_once_listed = Duty(
    cite=_CITE,
    bearer=Role.DEVELOPER_OR_PROVIDER,
    when=licence_required & listing.activity_began.is_("before_listing"),
    must=Text("Obtain a licence for what has newly been listed", "新列入清单的，补办许可"),
    within=Period(amount=scope.list_grace_days, unit=Unit.DAY, after=events.product_listed),
    done_by=events.licence_granted,
    evidence=(Text("licence", "许可证"),),
    readings=(scope.list_grace_days,),
)

unlicensed_activity = Prohibition(
    cite=_BAN,
    binds=Role.DEVELOPER_OR_PROVIDER,
    forbids=Text("Developing or providing it without a licence in force", "未取得有效许可从事研发、提供活动"),
    when=licence_required & ~licence.licence_status.is_("active"),
    readings=(scope.list_grace_days, scope.transition_days),
)
activity_beyond_licence = Prohibition(
    cite=_BAN,
    binds=Role.HOLDER,
    forbids=Text(
        "Developing or providing it beyond the scope of the licence", "超出许可范围从事研发、提供活动"
    ),
    when=holds_a_licence & licence.exceeds_licence_scope,
)
