"""Open points of the common duties, of representatives and of foundation models (Articles 33-42)."""

from qingdan.law.grammar.readings import Reading
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.statutes import ETHICS_REVIEW_MEASURES, MODEL_LAW

incident_notify_developer = Reading(
    name="incident.notify_developer",
    cite=Cite(MODEL_LAW, 33, 4),
    asks=Text("Must a provider tell the developer of an incident?", "提供者是否应当将安全事件通知研发者？"),
    why=Text(
        "the law says what a developer does on receiving a provider's notice, but nowhere orders the notice",
        "条文规定研发者收到提供者通知后的义务，却未明定提供者的通知义务",
    ),
    options={
        "implied": Text("yes, it is implied", "应当，属条文应有之义"),
        "voluntary": Text("no, the notice is voluntary", "并非义务，自愿通知"),
    },
    default="implied",
)
incident_third_provision = Reading(
    name="incident.third_provision",
    cite=Cite(MODEL_LAW, 33, 2),
    asks=Text(
        'What is the "third provision" that a notified provider must carry out?',
        "被通知的提供者应履行的“第三款”所指为何？",
    ),
    why=Text(
        "the third paragraph of the translation is the waiver, which lays down no duty to notify; the sentence on users and "
        "authority seems to have been a third paragraph before it was merged into the second",
        "译本第三款为免予告知的规定，并无通知义务；关于告知使用者和报告主管机关的内容原似为第三款，翻译时并入第二款",
    ),
    options={
        "provider_notices": Text(
            "the sentence on telling users and reporting to the authority",
            "指告知使用者并向主管机关报告的规定",
        ),
        "third_paragraph": Text(
            "the third paragraph as printed: users only, and only if ordered or harm is not prevented",
            "指译本第三款，仅涉及告知使用者",
        ),
    },
    default="provider_notices",
)
incident_hours = Reading(
    name="incident.hours",
    cite=Cite(MODEL_LAW, 33, 2),
    asks=Text(
        "Do the hours for cyber incidents bind reports of AI safety incidents?",
        "网络安全事件的小时时限是否适用于人工智能安全事件？",
    ),
    why=Text(
        "the law refers to national regulations; those in force deal with cyber incidents, which not every AI incident is",
        "本法援引国家有关规定，而现行规定针对网络安全事件，并非所有人工智能安全事件均属之",
    ),
    options={
        "cyber_profile": Text("yes, from the level larger upward", "适用，自较大级别起"),
        "promptly": Text("no, promptly without a number of hours", "不适用，仅要求及时"),
    },
    default="cyber_profile",
    policy=True,
)
explain_standing = Reading(
    name="explain.standing",
    cite=Cite(MODEL_LAW, 35),
    asks=Text("Who may ask for an explanation?", "谁有权请求解释？"),
    why=Text(
        "the text says users, who by Article 71(d) are those that use the AI; the people a decision falls on are often not",
        "条文称“使用者”，依第七十一条系使用人工智能者，而决定的承受者往往并非使用者",
    ),
    options={
        "users": Text("users only", "仅使用者"),
        "affected": Text("users and the people affected", "使用者和受影响的个人"),
    },
    default="affected",
)
explain_reply_wd = Reading(
    name="explain.reply_wd",
    cite=Cite(MODEL_LAW, 35),
    asks=Text("Within how many working days is an explanation timely?", "多少个工作日内作出解释方为及时？"),
    why=Text('the law says "timely" and gives no number', "法律仅称“及时”，未定期限"),
    default=15,
    low=1,
    high=60,
    counts=Text("working days", "个工作日"),
    policy=True,
)
explain_complaint_to = Reading(
    name="explain.complaint_to",
    cite=Cite(MODEL_LAW, 35),
    asks=Text("To whom does one complain about an unreasonable explanation?", "对不合理的解释向谁投诉？"),
    why=Text(
        "the Article grants the complaint without naming the addressee; Article 51(6) has the authority receive complaints",
        "条文赋予投诉权而未写明受理者；第五十一条第六项规定主管机关受理投诉举报",
    ),
    options={
        "either": Text("to the provider or to the authority", "向提供者或者主管机关"),
        "provider_first": Text("to the provider first", "先向提供者"),
    },
    default="either",
)
retention_risk_records = Reading(
    name="retention.risk_records",
    cite=Cite(MODEL_LAW, 37),
    asks=Text("How long must risk records be kept, and by whom?", "风险记录由谁保存、保存多久？"),
    why=Text(
        'two years in the first paragraph, three in the second, which says "providers" amid the duties of developers; no start is stated',
        "第一款为二年，第二款为三年；第二款规定研发者义务，却称“提供者”；均未写明起算点",
    ),
    options={
        "max": Text(
            "three years for all, from closure of the record or end of service, whichever is later",
            "均为三年，自记录办结或者服务终止之日（以较晚者为准）起算",
        ),
        "literal": Text(
            "two years for providers' own records, three for those of development, providers alone",
            "提供者自身记录二年，研发环节记录三年，均由提供者保存",
        ),
    },
    default="max",
)
retention_documents_years = Reading(
    name="retention.documents_years",
    cite=Cite(MODEL_LAW, 50, 1, "b"),
    asks=Text("How many years must other required documents be kept?", "其他应当保存的文件保存多少年？"),
    why=Text(
        "the law orders documents to be kept without saying how long; three years match Article 37 and the limitation of claims",
        "法律要求保存而未定期限；三年与第三十七条及诉讼时效相当",
    ),
    default=3,
    low=1,
    high=30,
    counts=Text("years", "年"),
    policy=True,
)
representative_trigger = Reading(
    name="representative.trigger",
    cite=Cite(MODEL_LAW, 40),
    asks=Text(
        "Which foreign developers and providers need a representative?",
        "哪些境外研发者、提供者须设境内代表？",
    ),
    why=Text(
        "the Article points to activities abroad (2(2)); a foreign organisation whose AI is used in China is under 2(1), and just as "
        "far out of reach",
        "条文援引第二条第二款的境外活动；境外主体的人工智能在境内使用的，属第一款，但同样难以联系",
    ),
    options={
        "foreign_actor": Text("every one based abroad to whom the law applies", "凡适用本法的境外主体"),
        "article_2_2": Text("only those reached through Article 2(2)", "仅依第二条第二款适用本法者"),
    },
    default="foreign_actor",
)
representative_filing_wd = Reading(
    name="representative.filing_wd",
    cite=Cite(MODEL_LAW, 40),
    asks=Text(
        "Within how many working days must the representative be reported?",
        "境内代表信息应在多少个工作日内报送？",
    ),
    why=Text(
        "the law gives no period; ten working days follow Article 43",
        "法律未定期限，参照第四十三条取十个工作日",
    ),
    default=10,
    low=1,
    high=60,
    counts=Text("working days", "个工作日"),
    policy=True,
)
ethics_report_monthday = Reading(
    name="ethics.report_monthday",
    cite=Cite(ETHICS_REVIEW_MEASURES, 43),
    asks=Text(
        "By which day of the year is the ethics report due (MMDD)?",
        "科技伦理年度报告每年何日前提交（月日）？",
    ),
    why=Text(
        "31 March is known from secondary sources and not yet verified against the official text",
        "3月31日系二手资料所载，尚未与官方文本核对",
    ),
    default=331,
    low=101,
    high=1231,
    counts=Text("(month and day)", "（月日）"),
)
