"""Article 73, publication. The first list is public six months before the law takes effect, updates promptly."""

from qingdan.law.events import licence as events
from qingdan.law.grammar.conditions import ALWAYS
from qingdan.law.grammar.periods import AtOnce, Period
from qingdan.law.grammar.rules import Article, Duty, Prohibition, Role
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.grammar.units import Unit
from qingdan.law.readings import scope
from qingdan.law.statutes import MODEL_LAW

CITE = Cite(MODEL_LAW, 73)
LEAD_MONTHS = 6

ARTICLE = Article(
    number=73,
    title=Text("Publication of the Negative List", "负面清单公布"),
    gloss=Text(
        "The authority publishes the first list at least six months before the law takes effect, and updates promptly.",
        "主管机关至迟在本法施行六个月前公布负面清单，定期更新后及时公布。",
    ),
    procedures=("negative_list_edition",),
)

publish_first_list = Duty(
    cite=CITE,
    bearer=Role.AUTHORITY,
    when=ALWAYS,
    must=Text(
        "Publish the Negative List at least six months before the law takes effect",
        "至迟在本法施行六个月前公布负面清单",
    ),
    within=Period(amount=LEAD_MONTHS, unit=Unit.MONTH, before=events.law_took_effect),
    done_by=events.first_list_published,
    readings=(scope.law_effective_date,),
)
publish_update = Duty(
    cite=CITE,
    bearer=Role.AUTHORITY,
    when=ALWAYS,
    must=Text("Publish an updated Negative List promptly", "负面清单更新后及时公布"),
    within=AtOnce(after=events.list_updated),
    done_by=events.list_update_published,
    readings=(scope.list_grace_days,),
)
first_list_in_force_early = Prohibition(
    cite=CITE,
    binds=Role.AUTHORITY,
    forbids=Text(
        "Putting the first Negative List into force earlier than six months after its publication",
        "首份负面清单公布未满六个月即施行",
    ),
)
