"""Article 23, two tracks. What is on the Negative List is licensed, the rest is registered.

The unit is a product in a use, not a company; the list is the edition in force on the day.
"""

from qingdan.law.facts import actor, listing
from qingdan.law.grammar.conditions import OnNegativeList, taking
from qingdan.law.grammar.rules import Article, Finding, Power, Role
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.model_law.a02_scope import in_scope
from qingdan.law.model_law.a71_definitions import is_provider, opens_source
from qingdan.law.readings import scope
from qingdan.law.statutes import MODEL_LAW

ARTICLE = Article(
    number=23,
    title=Text("Two tracks", "分类监管"),
    gloss=Text(
        "Products and services on the Negative List are licensed, all others are registered. The authority makes the list by "
        "weighing importance against the harm that misuse could do, and updates it periodically.",
        "负面清单内的产品、服务实行许可管理，清单外的实行登记备案管理。主管机关根据重要程度和可能造成的危害制定清单并定期更新。",
    ),
    procedures=("negative_list_edition",),
)

on_negative_list = Finding(
    cite=Cite(MODEL_LAW, 23, 1),
    says=Text("The product is on the Negative List", "该产品列入负面清单"),
    denies=Text("The product is not on the Negative List", "该产品未列入负面清单"),
    when=in_scope & OnNegativeList(),
    readings=(scope.list_contents,),
)
provider_on_negative_list = Finding(
    cite=Cite(MODEL_LAW, 23, 1),
    says=Text("The Negative List takes this out of the registry", "因列入负面清单而不适用登记备案"),
    denies=Text("The Negative List leaves this to the registry", "未因负面清单而排除登记备案"),
    when=on_negative_list
    | (taking(scope.registry_scope_unit, "company") & in_scope & listing.other_product_listed),
    readings=(scope.registry_scope_unit,),
)
develops_for_licence = Finding(
    cite=Cite(MODEL_LAW, 24, 1),
    says=Text(
        "The organisation carries on development that the list reaches", "该主体从事清单所及的研发活动"
    ),
    denies=Text(
        "The organisation carries on no development that the list reaches", "该主体未从事清单所及的研发活动"
    ),
    when=opens_source
    | (actor.develops & ~(taking(scope.research_licensing, "exempt") & listing.research_only)),
    readings=(scope.research_licensing,),
)
licence_required = Finding(
    cite=Cite(MODEL_LAW, 24, 1),
    says=Text("A licence is required before developing or providing it", "研发、提供前应当取得许可"),
    denies=Text("No licence is required", "无需取得许可"),
    when=on_negative_list & (develops_for_licence | is_provider),
    readings=(scope.research_licensing,),
)

update_negative_list = Power(
    cite=Cite(MODEL_LAW, 23, 2),
    holder=Role.AUTHORITY,
    may=Text("Lead in making the Negative List and update it periodically", "牵头制定负面清单并定期更新"),
    readings=(scope.list_contents, scope.list_grace_days, scope.list_consultation_days),
)
