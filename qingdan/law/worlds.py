"""What the Model Law takes for granted when it is examined: impossible worlds, roles, how breaches look.

Each standing assumption has its reason. The examination names them, because a proof holds only in
the worlds they leave.
"""

from datetime import date
from functools import cache

from qingdan.law.events import governance, service
from qingdan.law.events import licence as licensing
from qingdan.law.facts import actor, circumstances, conduct, licence, listing, product, violation
from qingdan.law.grammar.conditions import Fact, YesNo, any_of
from qingdan.law.grammar.named import christen
from qingdan.law.grammar.rules import Role, Rule
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.model_law import (
    a14_legality,
    a23_two_tracks,
    a24_licence,
    a25_conditions,
    a26_dossier,
    a27_decision,
    a29_term_and_change,
    a41_listed_developers,
    a43_registry,
    a47_internal_systems,
    a48_termination,
    a49_return,
    a66_redress,
    a71_definitions,
    a72_beginning,
)
from qingdan.law.model_law.tracks import TRACKS
from qingdan.law.negative_list.edition import Entry, ListEdition
from qingdan.law.proof.setting import Demanded, Opposed, Order, Setting, World
from qingdan.law.statutes import MODEL_LAW

on_any_list = YesNo(
    asks=Text(
        "Is it on the Negative List, whatever the list says?", "无论清单内容如何，该产品是否列入负面清单？"
    ),
    yes=Text("it is on the Negative List", "列入负面清单"),
    no=Text("it is not on the Negative List", "未列入负面清单"),
    cite=Cite(MODEL_LAW, 23, 1),
)
christen({"on_any_list": on_any_list}, Fact)

ANY_LIST = ListEdition(
    key="any-list",
    title=Text("Any Negative List", "任意负面清单"),
    published=date(2000, 1, 1),
    effective=date(2001, 1, 1),
    entries=(
        Entry(
            key="listed",
            says=Text("whatever the list covers", "清单所列产品、服务"),
            criteria=on_any_list,
            reason=Text("what is proven holds for every list there can be", "所证结论对任何清单均成立"),
        ),
    ),
    illustrative=True,
    notice=Text("Stands for every list there can be. Only for proofs.", "代表任意可能的清单，仅用于证明。"),
)
"""Leaves open what is listed: what is proven with it holds whatever the authority publishes."""

_OFFERED = any_of(actor.for_business, actor.to_the_public, actor.free_of_charge, actor.open_source)

WORLDS = (
    World(
        says=Text("What is kept for own use is provided in no way.", "仅供自用的，不存在任何提供方式。"),
        because=Text("how it is provided presupposes that it is", "提供方式以提供为前提"),
        holds=actor.offers_to_others | ~_OFFERED,
    ),
    World(
        says=Text(
            "What is provided to the public is not for internal operation.",
            "面向公众提供的，不属于单位内部运行。",
        ),
        because=Text("the two exclude one another by their meaning", "两者含义互斥"),
        holds=~(actor.to_the_public & product.field.is_("internal")),
    ),
    World(
        says=Text(
            "What is developed for research alone is neither provided nor used.",
            "仅为科学研究而研发的，既不提供也不使用。",
        ),
        because=Text("the question says so", "该问题自身如此限定"),
        holds=~listing.research_only | ~(actor.offers_to_others | actor.uses),
    ),
    World(
        says=Text(
            "What is designed to process sensitive information can process it.",
            "设计用于处理敏感个人信息的，即具有该功能。",
        ),
        because=Text("design is the narrower of the two", "设计功能为其中较窄者"),
        holds=~conduct.designed_for_sensitive_information | product.processes_sensitive_information,
    ),
    World(
        says=Text("A minor violation is not severe.", "情节轻微者不属于情节严重。"),
        because=Text("the two grades exclude one another", "两种情节互斥"),
        holds=~(violation.severe & circumstances.minor_violation),
    ),
    World(
        says=Text("Somebody who did nothing with it is not asked about.", "与该产品无关者不在判断之列。"),
        because=Text("a judgement is about a product of somebody", "判断以某一主体的产品为对象"),
        holds=any_of(actor.develops, actor.offers_to_others, actor.uses),
    ),
)

_BY_DEVELOPING = (Text("in development", "在研发活动中"), violation.violating_activity.is_("development"))
_BY_PROVIDING = (Text("in provision", "在提供活动中"), violation.violating_activity.is_("provision"))
_BY_USING = (Text("by a mere user", "由单纯使用者"), violation.violating_activity.is_("use"))

_BREACH = {
    "unlicensed": (
        a24_licence.unlicensed_activity,
        a24_licence.activity_beyond_licence,
        a24_licence.license_before_development,
        a24_licence.license_before_provision,
        a24_licence.license_once_listed,
        a29_term_and_change.new_activity_before_new_licence,
        a29_term_and_change.any_activity_before_new_licence,
    ),
    "registry_not_filed": (a43_registry.file_registry,),
    "registry_not_updated": (a43_registry.update_registry, a43_registry.display_registry_number),
    "registry_not_deregistered": (a49_return.deregister,),
    "prohibited_content": tuple(
        thing for thing in vars(a14_legality).values() if type(thing).__name__ == "Prohibition"
    ),
}


_BANNED_MEANWHILE = Text(
    "A period is given for obtaining the licence, and acting without it is forbidden from its first day.",
    "既给予取得许可的期间，又自期间首日起禁止无许可活动。",
)


@cache
def model_law_setting() -> Setting:
    """Return the frame in which the Model Law is examined."""
    own: dict[Rule, str] = {rule: option for option, rules in _BREACH.items() for rule in rules}
    return Setting(
        tracks=tuple(finding for _, finding in TRACKS),
        outside=TRACKS[-1][1],
        worlds=WORLDS,
        roles={
            Role.DEVELOPER: a71_definitions.is_developer,
            Role.PROVIDER: a71_definitions.is_provider,
            Role.DEVELOPER_OR_PROVIDER: a71_definitions.is_developer | a71_definitions.is_provider,
            Role.USER: a71_definitions.is_user,
        },
        breaches={
            Role.DEVELOPER: (_BY_DEVELOPING,),
            Role.PROVIDER: (_BY_PROVIDING,),
            Role.DEVELOPER_OR_PROVIDER: (_BY_DEVELOPING, _BY_PROVIDING),
            Role.HOLDER: (_BY_DEVELOPING, _BY_PROVIDING),
            Role.USER: (_BY_USING,),
            Role.ANYONE: (_BY_DEVELOPING, _BY_PROVIDING, _BY_USING),
        },
        breach=violation.breach,
        breached_by={rule: violation.breach.is_(option) for rule, option in own.items()},
        otherwise_breached_by=violation.breach.is_("duty"),
        demanded=(
            Demanded(
                by=a23_two_tracks.licence_required,
                conditions=a25_conditions.CONDITIONS,
                lasting=(actor.established_in_china, licence.principal_is_chinese_citizen),
            ),
        ),
        opposed=(
            Opposed(
                one=a48_termination.delete_personal_information,
                other=a47_internal_systems.keep_logs,
                because=Text(
                    "A log that holds personal information must be kept and deleted.",
                    "含有个人信息的日志既须保存又须删除。",
                ),
            ),
            *(
                Opposed(one=owed, other=a24_licence.unlicensed_activity, because=_BANNED_MEANWHILE)
                for owed in (a24_licence.license_once_listed, a72_beginning.license_existing_activity)
            ),
            Opposed(
                one=a66_redress.sue_directly,
                other=a66_redress.no_redress_against_final_review,
                because=Text("What may be sued against may not be sued against.", "同一决定既可诉又不可诉。"),
            ),
        ),
        orders=(
            Order(
                first=service.development_started,
                then=governance.security_assessed,
                rule=a41_listed_developers.assess_during_development,
            ),
            Order(
                first=governance.security_assessed,
                then=licensing.licence_application_received,
                rule=a26_dossier.security_assessment_report,
            ),
            Order(
                first=licensing.licence_application_received,
                then=licensing.licence_granted,
                rule=a27_decision.licence_decision,
            ),
        ),
    )
