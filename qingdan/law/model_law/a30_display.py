"""Article 30, display. The licence number stands where people meet the product."""

from qingdan.law.facts import actor
from qingdan.law.grammar.conditions import taking
from qingdan.law.grammar.rules import Article, Duty, Role
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.model_law.a24_licence import licensed
from qingdan.law.readings import licensing
from qingdan.law.statutes import MODEL_LAW

ARTICLE = Article(
    number=30,
    title=Text("Display of the licence", "许可公示"),
    gloss=Text(
        "Licensed developers and providers show the licence number prominently in the product or service.",
        "清单内的研发者、提供者应当在产品、服务的显著位置公示许可编号。",
    ),
)

display_licence_number = Duty(
    cite=Cite(MODEL_LAW, 30),
    bearer=Role.DEVELOPER_OR_PROVIDER,
    when=licensed & (actor.offers_to_others | taking(licensing.license_display, "every_holder")),
    must=Text(
        "Display the licence number prominently in the product or service",
        "在产品、服务的显著位置公示许可编号",
    ),
    evidence=(Text("picture of the place that shows the number", "编号公示位置截图"),),
    readings=(licensing.license_display,),
)
