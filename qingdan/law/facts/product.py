"""What the product is and does: the traits on which list, exemption and duties turn."""

from qingdan.law.grammar.conditions import Choice, Number, YesNo
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.statutes import MODEL_LAW

field = Choice(
    topic=Text("field of use", "应用领域"),
    asks=Text("In which field is it used?", "应用于哪一领域？"),
    cite=Cite(MODEL_LAW, 43, 1, "b"),
    options={
        "general": Text("general purpose", "通用"),
        "medicine": Text("medicine and health", "医疗健康"),
        "driving": Text("road vehicles", "道路车辆"),
        "transport": Text("other transport", "其他交通运输"),
        "infrastructure": Text(
            "energy, water, communications and other critical infrastructure",
            "能源、水利、通信等关键基础设施",
        ),
        "finance": Text("finance", "金融"),
        "employment": Text("recruitment and work", "招聘与用工"),
        "education": Text("education", "教育"),
        "justice": Text("justice and public security", "司法与公共安全"),
        "government": Text("public services and administration", "政务服务与公共管理"),
        "media": Text("news, social media and entertainment", "新闻、社交与娱乐"),
        "commerce": Text("commerce and customer service", "商业与客户服务"),
        "science": Text("science and engineering", "科研与工程"),
        "internal": Text("internal operation of the organisation", "单位内部运行"),
        "other": Text("another field", "其他领域"),
    },
    firm=10,
)
affects_personal_safety = YesNo(
    asks=Text(
        "Can the product or service affect people's personal safety?", "该产品、服务是否影响公民人身安全？"
    ),
    yes=Text("it affects personal safety", "影响公民人身安全"),
    no=Text("it does not affect personal safety", "不影响公民人身安全"),
    cite=Cite(MODEL_LAW, 45, 1, "a"),
)
sways_public_opinion = YesNo(
    asks=Text("Can it sway public opinion or mobilise society?", "是否具有舆论属性或者社会动员能力？"),
    yes=Text("it can sway public opinion or mobilise society", "具有舆论属性或者社会动员能力"),
    no=Text("it cannot sway public opinion or mobilise society", "不具有舆论属性或者社会动员能力"),
    cite=Cite(MODEL_LAW, 45, 1, "b"),
)
processes_sensitive_information = YesNo(
    asks=Text(
        "Has it the function of processing sensitive personal information (by design, or foreseeably)?",
        "是否具有处理敏感个人信息的功能（含设计功能和可合理预见的功能）？",
    ),
    yes=Text("it can process sensitive personal information", "具有处理敏感个人信息的功能"),
    no=Text("it cannot process sensitive personal information", "不具有处理敏感个人信息的功能"),
    cite=Cite(MODEL_LAW, 45, 1, "c"),
    help=Text(
        "biometrics, religion, specific identity, health, financial accounts, tracks, anything of children under 14",
        "生物识别、宗教信仰、特定身份、医疗健康、金融账户、行踪轨迹以及不满十四周岁未成年人的个人信息",
    ),
)
registry_mandated_elsewhere = YesNo(
    asks=Text(
        "Does another law or administrative regulation require it to be registered?",
        "其他法律、行政法规是否要求其登记备案？",
    ),
    yes=Text("another law requires registration", "其他法律、行政法规要求登记备案"),
    no=Text("no other law requires registration", "其他法律、行政法规未要求登记备案"),
    cite=Cite(MODEL_LAW, 45, 1, "d"),
    firm=3,
)
exempted_by_rule = YesNo(
    asks=Text(
        "Does a law, an administrative regulation or a rule of the authority exempt this kind of product from registration?",
        "法律、行政法规或者国家人工智能主管机关是否规定此类产品免予登记备案？",
    ),
    yes=Text("a rule exempts this kind of product", "有规定免予登记备案"),
    no=Text("no rule exempts this kind of product", "无免予登记备案的规定"),
    cite=Cite(MODEL_LAW, 45, 2),
    firm=9,
)
interacts_with_people = YesNo(
    asks=Text("Does the service interact with people?", "该服务是否与自然人交互？"),
    yes=Text("it interacts with people", "与自然人交互"),
    no=Text("it does not interact with people", "不与自然人交互"),
    cite=Cite(MODEL_LAW, 34, 1),
)
evidently_ai = YesNo(
    asks=Text(
        "Is it evident from the setting itself that people deal with AI?",
        "使用场景本身是否足以使人知悉正在与人工智能交互？",
    ),
    yes=Text("the setting makes the AI evident", "使用场景足以表明系人工智能"),
    no=Text("the setting does not make the AI evident", "使用场景不足以表明系人工智能"),
    cite=Cite(MODEL_LAW, 34, 1),
    weighed=True,
)
deep_synthesis = YesNo(
    asks=Text(
        "Does it provide deep-synthesis content (generated or altered text, image, sound, video, scene)?",
        "是否提供深度合成服务（生成或者编辑文本、图像、音频、视频、场景）？",
    ),
    yes=Text("it provides deep synthesis", "提供深度合成服务"),
    no=Text("it does not provide deep synthesis", "不提供深度合成服务"),
    cite=Cite(MODEL_LAW, 34, 2),
)
significant_impact = YesNo(
    asks=Text(
        "Does it have a significant impact on individual rights and interests?", "对个人权益是否有重大影响？"
    ),
    yes=Text("it has a significant impact on individual rights", "对个人权益有重大影响"),
    no=Text("it has no significant impact on individual rights", "对个人权益无重大影响"),
    cite=Cite(MODEL_LAW, 35),
    weighed=True,
)
processes_personal_information = YesNo(
    asks=Text("Does it process users' personal information?", "是否处理用户个人信息？"),
    yes=Text("it processes users' personal information", "处理用户个人信息"),
    no=Text("it does not process users' personal information", "不处理用户个人信息"),
    cite=Cite(MODEL_LAW, 48, 1, "b"),
)
trained_on_large_data = YesNo(
    asks=Text(
        "Is it, or does it contain, a model trained on large data sets by this organisation?",
        "是否为（或者包含）该主体利用大规模数据训练的模型？",
    ),
    yes=Text("it is a model trained on large data sets", "系利用大规模数据训练的模型"),
    no=Text("it is not a model trained on large data sets", "不是利用大规模数据训练的模型"),
    cite=Cite(MODEL_LAW, 71, 1, "e"),
    firm=8,
)
general_purpose = YesNo(
    asks=Text("Does that model serve general purposes?", "该模型是否服务于通用目的？"),
    yes=Text("the model serves general purposes", "服务于通用目的"),
    no=Text("the model serves specific purposes", "服务于特定目的"),
    cite=Cite(MODEL_LAW, 71, 1, "e"),
    firm=6,
)
supports_downstream = YesNo(
    asks=Text("Can it support a wide range of downstream services?", "能否为众多下游服务提供技术支撑？"),
    yes=Text("it can support many downstream services", "可为众多下游服务提供技术支撑"),
    no=Text("it cannot support many downstream services", "不能为众多下游服务提供技术支撑"),
    cite=Cite(MODEL_LAW, 71, 1, "e"),
    firm=6,
)
affects_national_security = YesNo(
    asks=Text("Does or may it affect national security?", "是否影响或者可能影响国家安全？"),
    yes=Text("it affects or may affect national security", "影响或者可能影响国家安全"),
    no=Text("it does not affect national security", "不影响国家安全"),
    cite=Cite(MODEL_LAW, 52, 1),
    weighed=True,
)
controls_machinery = YesNo(
    asks=Text(
        "Does it control machines, vehicles or installations that act in the physical world?",
        "是否控制在物理世界运行的机器、车辆或者设施？",
    ),
    yes=Text("it controls machinery", "控制物理设备"),
    no=Text("it controls no machinery", "不控制物理设备"),
    cite=Cite(MODEL_LAW, 23, 2),
)
decides_without_human = YesNo(
    asks=Text(
        "Does it take decisions that take effect without a human confirming them?",
        "是否作出无需人工确认即生效的决定？",
    ),
    yes=Text("its decisions take effect without a human", "其决定无需人工确认即生效"),
    no=Text("a human confirms its decisions", "其决定须经人工确认"),
    cite=Cite(MODEL_LAW, 23, 2),
    firm=1,
)
driving_automation = Number(
    topic=Text("level of driving automation", "驾驶自动化等级"),
    asks=Text("Which level of driving automation does it reach (0 to 5)?", "驾驶自动化等级为几级（0至5）？"),
    cite=Cite(MODEL_LAW, 23, 2),
    unit=Text("level", "级"),
    low=0,
    high=5,
)
registered_users = Number(
    topic=Text("registered users in China", "境内注册用户数"),
    asks=Text("How many registered users has it in China?", "境内注册用户数是多少？"),
    cite=Cite(MODEL_LAW, 23, 2),
    unit=Text("users", "户"),
    high=2_000_000_000,
    firm=3,
)
