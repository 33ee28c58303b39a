"""Who acts, where, and in which role (Articles 2, 25, 40, 71)."""

from qingdan.law.grammar.conditions import Choice, YesNo
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.statutes import MODEL_LAW

is_ai = YesNo(
    asks=Text(
        "Does the system act with some autonomy and, by predicting, recommending or deciding, affect a physical "
        "or virtual environment?",
        "该系统是否具有一定自主性，并通过预测、推荐或者决策影响物理或虚拟环境？",
    ),
    yes=Text("it is artificial intelligence within the law", "属于本法所称人工智能"),
    no=Text("it is not artificial intelligence within the law", "不属于本法所称人工智能"),
    cite=Cite(MODEL_LAW, 71, 1, "a"),
    firm=12,
)
activity_in_china = YesNo(
    asks=Text(
        "Is it developed, provided or used within China?", "其研发、提供或者使用活动是否在中国境内进行？"
    ),
    yes=Text("the activity takes place in China", "活动在中国境内进行"),
    no=Text("the activity takes place outside China", "活动在中国境外进行"),
    cite=Cite(MODEL_LAW, 2, 1),
    firm=12,
)
serves_users_in_china = YesNo(
    asks=Text("Is it offered to or used by people in China?", "是否面向中国境内的用户提供或者被其使用？"),
    yes=Text("people in China use it", "中国境内有用户使用"),
    no=Text("nobody in China uses it", "中国境内无用户使用"),
    cite=Cite(MODEL_LAW, 2, 2),
    firm=11,
)
affects_chinese_interests = YesNo(
    asks=Text(
        "Does or may the activity abroad affect China's national security, its public interest, or the rights of its people "
        "and organisations?",
        "境外活动是否影响或者可能影响我国国家安全、公共利益或者个人、组织的合法权益？",
    ),
    yes=Text("it affects or may affect interests in China", "影响或者可能影响我国相关利益"),
    no=Text("it cannot affect interests in China", "不会影响我国相关利益"),
    cite=Cite(MODEL_LAW, 2, 2),
    weighed=True,
    firm=11,
)
develops = YesNo(
    asks=Text(
        "Does the organisation develop it (design, labelling, features, training, tuning, testing)?",
        "是否从事算法设计、数据标注、特征提取、模型训练优化或者测试部署等研发活动？",
    ),
    yes=Text("the organisation develops it", "该主体从事研发"),
    no=Text("the organisation does not develop it", "该主体不从事研发"),
    cite=Cite(MODEL_LAW, 71, 1, "b"),
    firm=8,
)
offers_to_others = YesNo(
    asks=Text(
        "Does the organisation make it, or technical support for it, available to others?",
        "是否向他人提供该人工智能或者相关技术支持？",
    ),
    yes=Text("it is made available to others", "向他人提供"),
    no=Text("it is kept for the organisation's own use", "仅供自用"),
    cite=Cite(MODEL_LAW, 71, 1, "c"),
    firm=8,
)
for_business = YesNo(
    asks=Text("Is it provided for commercial purposes?", "提供行为是否出于商业目的？"),
    yes=Text("it is provided for commercial purposes", "出于商业目的提供"),
    no=Text("it is not provided for commercial purposes", "不以商业为目的"),
    cite=Cite(MODEL_LAW, 71, 1, "c"),
    firm=8,
)
to_the_public = YesNo(
    asks=Text("Is it provided to the public?", "是否面向公众提供？"),
    yes=Text("it is provided to the public", "面向公众提供"),
    no=Text("it is not provided to the public", "不面向公众提供"),
    cite=Cite(MODEL_LAW, 71, 1, "c"),
    firm=8,
)
free_of_charge = YesNo(
    asks=Text(
        "Is it provided free of charge, with no paid hosting, support or interface around it?",
        "是否免费提供，且不附带有偿托管、支持或者接口服务？",
    ),
    yes=Text("it is free of charge", "免费提供"),
    no=Text("something is charged for it", "有偿提供"),
    cite=Cite(MODEL_LAW, 71, 1, "c"),
    firm=7,
)
open_source = YesNo(
    asks=Text("Is it provided as open source?", "是否以开源方式提供？"),
    yes=Text("it is open source", "以开源方式提供"),
    no=Text("it is not open source", "不以开源方式提供"),
    cite=Cite(MODEL_LAW, 71, 1, "c"),
    firm=7,
)
uses = YesNo(
    asks=Text(
        "Does the organisation itself use it for its purpose?", "该主体自身是否按其功能和用途使用该人工智能？"
    ),
    yes=Text("the organisation uses it", "该主体使用该人工智能"),
    no=Text("the organisation does not use it", "该主体不使用该人工智能"),
    cite=Cite(MODEL_LAW, 71, 1, "d"),
)
established_in_china = YesNo(
    asks=Text(
        "Is the organisation a legal person established under Chinese law?",
        "该主体是否为依中国法律设立的法人？",
    ),
    yes=Text("it is a legal person under Chinese law", "系依中国法律设立的法人"),
    no=Text("it is not a legal person under Chinese law", "不是依中国法律设立的法人"),
    cite=Cite(MODEL_LAW, 25, 1, "1"),
    firm=12,
)
organisation = Choice(
    topic=Text("kind of organisation", "主体类型"),
    asks=Text("What kind of organisation is it?", "该主体属于何种类型？"),
    cite=Cite(MODEL_LAW, 70, 1),
    options={
        "company": Text("company or other business", "企业"),
        "institution": Text("university, institute or other public institution", "高校、科研院所等事业单位"),
        "state_organ": Text("State organ", "国家机关"),
        "individual": Text("individual", "个人"),
        "community": Text("community or non-profit", "社区或者非营利组织"),
    },
    firm=12,
)
