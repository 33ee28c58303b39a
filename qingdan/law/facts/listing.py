"""Where the product stands to the list, to the law's beginning and to public buyers (22-24, 43, 72)."""

from qingdan.law.grammar.conditions import Choice, YesNo
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.statutes import MODEL_LAW

activity_began = Choice(
    topic=Text("beginning of the activity", "活动开始时间"),
    asks=Text(
        "When did (or will) the development or provision begin?", "研发、提供活动始于（或者将始于）何时？"
    ),
    cite=Cite(MODEL_LAW, 24, 1),
    options={
        "under_present_rules": Text(
            "after the law, and any list entry that covers it, had taken effect", "本法及相关清单条目施行之后"
        ),
        "before_listing": Text(
            "after the law had taken effect, but before the list entry that covers it",
            "本法施行之后、列入清单之前",
        ),
        "before_law": Text("before the law took effect", "本法施行之前"),
    },
    firm=6,
)
other_product_listed = YesNo(
    asks=Text(
        "Does the same organisation provide another product that is on the Negative List?",
        "同一主体是否还提供列入负面清单的其他产品、服务？",
    ),
    yes=Text("another product of the organisation is on the Negative List", "该主体另有产品列入负面清单"),
    no=Text("no other product of the organisation is on the Negative List", "该主体无其他产品列入负面清单"),
    cite=Cite(MODEL_LAW, 43, 1),
    firm=5,
)
research_only = YesNo(
    asks=Text(
        "Is it developed for scientific research alone, with nothing provided to others or put to use?",
        "是否仅为科学研究而研发，既不向他人提供也不投入使用？",
    ),
    yes=Text("it is developed for research alone", "仅为科学研究而研发"),
    no=Text("it is not developed for research alone", "并非仅为科学研究而研发"),
    cite=Cite(MODEL_LAW, 24, 1),
    firm=5,
)
used_for_public_affairs = YesNo(
    asks=Text(
        "Is it used by a government body, public institution, State-owned enterprise or body empowered to manage "
        "public affairs, in public services or administration?",
        "是否由国家机关、事业单位、国有企业或者依法管理公共事务的组织用于政务服务、公共管理？",
    ),
    yes=Text(
        "a public body uses it in public services or administration", "由公共机构用于政务服务、公共管理"
    ),
    no=Text(
        "no public body uses it in public services or administration", "未由公共机构用于政务服务、公共管理"
    ),
    cite=Cite(MODEL_LAW, 22),
)
