"""Article 45, exemption from registration. All four conditions together, or a rule that says so.

It spares Articles 43 and 44 only: every other duty stays. Whoever cannot yet answer all four
questions is not exempt.
"""

from qingdan.law.events import registry as registry_events
from qingdan.law.facts import conduct, product
from qingdan.law.grammar.conditions import all_of, taking
from qingdan.law.grammar.rules import Article, Duty, Finding, Power, Role
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.model_law.a23_two_tracks import on_negative_list
from qingdan.law.model_law.a71_definitions import is_provider
from qingdan.law.readings import registry
from qingdan.law.statutes import MODEL_LAW

ARTICLE = Article(
    number=45,
    title=Text("Exemption from registration", "登记备案豁免"),
    gloss=Text(
        "A provider need not register where the product neither affects personal safety, nor sways opinion, nor can process "
        "sensitive personal information, nor must be registered under another law. Rules may add further exemptions.",
        "产品不影响人身安全、不具有舆论属性或者社会动员能力、不具有处理敏感个人信息的功能，且其他规定未要求登记的，可以免予登记备案；法律、行政法规或者主管机关可以另行规定豁免情形。",
    ),
    procedures=("exemption_claim", "exemption_challenge"),
)

can_process_sensitive_information = Finding(
    cite=Cite(MODEL_LAW, 45, 1, "c"),
    says=Text(
        "The product has the functionality to process sensitive personal information",
        "产品具有处理敏感个人信息的功能",
    ),
    denies=Text(
        "The product has no functionality to process sensitive personal information",
        "产品不具有处理敏感个人信息的功能",
    ),
    when=(
        product.processes_sensitive_information
        & taking(registry.exemption_functionality, "designed_or_foreseeable")
    )
    | (conduct.designed_for_sensitive_information & taking(registry.exemption_functionality, "designed")),
    readings=(registry.exemption_functionality,),
)
harmless_in_all_four_ways = Finding(
    cite=Cite(MODEL_LAW, 45, 1),
    says=Text("All four conditions of exemption are met", "四项豁免条件全部满足"),
    denies=Text("At least one condition of exemption is not met", "至少一项豁免条件不满足"),
    when=all_of(
        ~product.affects_personal_safety,
        ~product.sways_public_opinion,
        ~can_process_sensitive_information,
        ~product.registry_mandated_elsewhere,
    ),
    benefit=True,
)
exempt_from_registry = Finding(
    cite=Cite(MODEL_LAW, 45),
    says=Text("The product is exempt from registration", "该产品免予登记备案"),
    denies=Text("The product is not exempt from registration", "该产品不属于免予登记备案的情形"),
    when=is_provider
    & (
        (
            harmless_in_all_four_ways
            & (taking(registry.exemption_mode, "self_declared") | conduct.exemption_confirmed)
        )
        | product.exempted_by_rule
    ),
    unless=on_negative_list,
    benefit=True,
    readings=(registry.exemption_mode, registry.exemption_functionality),
)
record_exemption = Duty(
    cite=Cite(MODEL_LAW, 45, 1),
    bearer=Role.PROVIDER,
    when=exempt_from_registry,
    must=Text(
        "Record why each condition of exemption is met, and keep the record current",
        "记录各项豁免条件成立的理由并保持更新",
    ),
    done_by=registry_events.exemption_claimed,
    evidence=(Text("answers to all four questions with reasons and date", "四项条件的答复、理由和日期"),),
    readings=(registry.exemption_mode,),
)
verify_exemption = Power(
    cite=Cite(MODEL_LAW, 45, 1),
    holder=Role.AUTHORITY,
    may=Text("Verify a claim of exemption and find that it does not hold", "核查豁免主张，认定其不成立"),
    when=is_provider,
    readings=(registry.exemption_mode, registry.exemption_answer_wd),
)
specify_further_exemptions = Power(
    cite=Cite(MODEL_LAW, 45, 2),
    holder=Role.AUTHORITY,
    may=Text("Exempt further kinds of product by rule", "以规定增设免予登记备案的情形"),
)
