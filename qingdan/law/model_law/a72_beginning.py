"""Article 72, beginning. The day is blank, and nothing is said of what was already running."""

from qingdan.law.events import licence as events
from qingdan.law.events import registry as registry_events
from qingdan.law.facts import listing
from qingdan.law.grammar.periods import Period
from qingdan.law.grammar.rules import Article, Definition, Duty, Role
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.grammar.units import Unit
from qingdan.law.model_law.a23_two_tracks import licence_required
from qingdan.law.model_law.a43_registry import ran_before_law, registry_required
from qingdan.law.readings import scope
from qingdan.law.statutes import MODEL_LAW

_CITE = Cite(MODEL_LAW, 72)

ARTICLE = Article(
    number=72,
    title=Text("Effective date", "施行日期"),
    gloss=Text("The date on which the law takes effect is left blank.", "本法施行日期在草案中空缺。"),
)

effective_date = Definition(
    cite=_CITE,
    term=Text("effective date of the law", "本法施行日期"),
    means=Text(
        "not fixed by the draft; must be decided before the law is applied", "草案未定，适用前须先确定"
    ),
    readings=(scope.law_effective_date,),
)
license_existing_activity = Duty(
    cite=_CITE,
    bearer=Role.DEVELOPER_OR_PROVIDER,
    when=licence_required & listing.activity_began.is_("before_law"),
    must=Text("Obtain a licence for what was running before the law", "本法施行前已开展的活动，补办许可"),
    within=Period(amount=scope.transition_days, unit=Unit.DAY, after=events.law_took_effect),
    done_by=events.licence_granted,
    evidence=(Text("licence", "许可证"),),
    readings=(scope.transition_days, scope.law_effective_date),
)
register_existing_service = Duty(
    cite=_CITE,
    bearer=Role.PROVIDER,
    when=registry_required & ran_before_law,
    must=Text("Register what was running before the law", "本法施行前已提供的产品、服务，补办登记备案"),
    within=Period(amount=scope.transition_days, unit=Unit.DAY, after=events.law_took_effect),
    done_by=registry_events.registry_filed,
    evidence=(Text("receipt of the filing", "登记备案回执"),),
    readings=(scope.transition_days, scope.law_effective_date),
)
