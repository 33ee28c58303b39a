"""Open points of licensing and of the public's rights to ask (Articles 25-31)."""

from qingdan.law.grammar.readings import Reading
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.statutes import LICENSING_LAW, MODEL_LAW

_WORKING_DAYS = Text("working days", "个工作日")
_MONTHS = Text("months", "个月")
_DAY_KINDS = {"calendar": Text("calendar days", "自然日"), "working": Text("working days", "工作日")}

license_risk_system_condition = Reading(
    name="license.risk_system_condition",
    cite=Cite(MODEL_LAW, 26, 1, "5"),
    asks=Text("Is a risk management system a condition of the licence?", "风险管理制度是否属于许可条件？"),
    why=Text(
        "the dossier must describe it (26(5)), but the list of conditions leaves it out (25(4))",
        "申请材料要求提交（第二十六条第五项），许可条件却未列明（第二十五条第四项）",
    ),
    options={
        "required": Text("yes: what must be shown must exist", "是，须提交者即须具备"),
        "described": Text("no: it is described, but does not decide", "否，仅需说明，不影响许可"),
    },
    default="required",
)
license_prelim_lapse = Reading(
    name="license.prelim.lapse",
    cite=Cite(MODEL_LAW, 27, 1),
    asks=Text(
        "What follows if the preliminary review passes in silence?", "初审期限届满未作表示的，后果如何？"
    ),
    why=Text(
        "the Model Law gives ten working days and no consequence; the Licensing Law deems the application accepted",
        "本法规定十个工作日而未规定后果；《行政许可法》则视为自收到之日起受理",
    ),
    options={
        "deemed_accepted": Text("accepted from the day of receipt", "自收到申请材料之日起即为受理"),
        "no_effect": Text("no effect; the applicant may seek redress", "不发生受理效力，申请人可寻求救济"),
    },
    default="deemed_accepted",
)
license_supplement_wd = Reading(
    name="license.supplement_wd",
    cite=Cite(MODEL_LAW, 27, 2),
    asks=Text("How long has the applicant to supplement?", "申请人补正的期限有多长？"),
    why=Text(
        "no period is set; ten working days by analogy with Article 31 of the Reconsideration Law",
        "本法未定期限；参照《行政复议法》第三十一条，为十个工作日",
    ),
    default=10,
    low=1,
    high=250,
    counts=_WORKING_DAYS,
)
license_prelim_restart = Reading(
    name="license.prelim.restart",
    cite=Cite(MODEL_LAW, 27, 2),
    asks=Text(
        "How long has the authority once the supplement arrives?", "补正材料提交后，初审期限如何计算？"
    ),
    why=Text("the article does not say whether the review begins anew", "本条未规定初审是否重新起算"),
    options={
        "anew": Text("ten working days from the supplement", "自收到补正材料之日起重新计算十个工作日"),
        "rest": Text("what was left of the first ten", "以原期限剩余部分为限"),
    },
    default="anew",
)
license_decision_unit = Reading(
    name="license.decision.unit",
    cite=Cite(MODEL_LAW, 27, 3),
    asks=Text("Are the 45 days calendar days or working days?", "四十五日按自然日还是工作日计算？"),
    why=Text(
        'the same article says "10 working days" elsewhere; yet the Licensing Law counts an organ\'s periods in working days',
        "同条另有“十个工作日”之表述，可作反面解释；但《行政许可法》第八十二条以工作日计算行政机关的期限",
    ),
    options=_DAY_KINDS,
    default="calendar",
)
license_extension_unit = Reading(
    name="license.extension.unit",
    cite=Cite(MODEL_LAW, 27, 4),
    asks=Text(
        "Are the 10 days of extension calendar days or working days?", "延长的十日按自然日还是工作日计算？"
    ),
    why=Text("the extension shares the doubt about the 45 days", "与四十五日的疑问相同"),
    options=_DAY_KINDS,
    default="calendar",
)
license_ban_scope = Reading(
    name="license.ban_scope",
    cite=Cite(LICENSING_LAW, 78),
    asks=Text(
        "Which licences concern public safety, so that false papers bar a new application?",
        "哪些许可属于直接关系公共安全的事项，弄虚作假者在一定期间内不得再次申请？",
    ),
    why=Text(
        "the bans of one and three years hold only for licences directly concerning public safety, health or life",
        "一年、三年的申请限制仅适用于直接关系公共安全、人身健康、生命财产安全的事项",
    ),
    options={
        "all": Text(
            "all: the list is drawn up by harm (Art. 23(2))",
            "全部，清单本即按危害程度制定（第二十三条第二款）",
        ),
        "safety": Text("only products that affect personal safety", "仅限影响公民人身安全的产品、服务"),
    },
    default="all",
)
revoke_multiple = Reading(
    name="revoke.multiple",
    cite=Cite(MODEL_LAW, 28),
    asks=Text('How many are "multiple" incidents or penalties?', "“多次”指几次以上？"),
    why=Text("the word is not defined; two is the least it can mean", "法无定义，两次为其最低文义"),
    default=2,
    low=2,
    high=100,
    counts=Text("times", "次"),
    policy=True,
)
revoke_window_months = Reading(
    name="revoke.window_months",
    cite=Cite(MODEL_LAW, 28),
    asks=Text(
        "Within which time are incidents and penalties counted?", "安全事件、行政处罚在多长期间内累计？"
    ),
    why=Text(
        "the article sets no window; old cases should not count for ever",
        "本条未定期间，而旧案不宜无限期累计",
    ),
    default=24,
    low=1,
    high=120,
    counts=_MONTHS,
    policy=True,
)
revoke_significant = Reading(
    name="revoke.significant",
    cite=Cite(MODEL_LAW, 28),
    asks=Text('Which safety incident is "significant"?', "何种安全事件属于“重大安全事件”？"),
    why=Text(
        "the word is not defined; the national grades of incidents start their upper half at 重大 (major)",
        "法无定义；国家事件分级中“重大”及以上通常为从严起点",
    ),
    options={
        "major": Text("major and above", "重大以上"),
        "larger": Text("larger and above", "较大以上"),
    },
    default="major",
)
license_term_months = Reading(
    name="license.term_months",
    cite=Cite(MODEL_LAW, 29, 1),
    asks=Text("For how long is a licence granted?", "许可的有效期为多长？"),
    why=Text("the licence must state a term, the law states none", "许可应当载明期限，而法律未定期限"),
    default=36,
    low=1,
    high=240,
    counts=_MONTHS,
    policy=True,
)
license_reapply_meanwhile = Reading(
    name="license.reapply.meanwhile",
    cite=Cite(MODEL_LAW, 29, 2),
    asks=Text("What may be done while a new application is pending?", "重新申请期间可以从事何种活动？"),
    why=Text(
        "the article orders a new application and is silent on the old licence",
        "本条仅要求重新申请，未规定原许可的效力",
    ),
    options={
        "old_scope": Text("what the old licence covers, nothing new", "原许可范围内的活动，不得从事新增活动"),
        "nothing": Text("nothing until the new licence is granted", "取得新许可前一律停止"),
    },
    default="old_scope",
)
renewal_reading = Reading(
    name="renewal.reading",
    cite=Cite(MODEL_LAW, 29, 3),
    asks=Text("What do the six months before expiry mean?", "“届满六个月前”作何解释？"),
    why=Text(
        "the holder may apply six months prior: that can set a deadline or open a window, and the Licensing Law has its own 30 days",
        "届满前六个月可以申请延续，既可解为截止期限，也可解为起始期限；《行政许可法》另有三十日之规定",
    ),
    options={
        "deadline_soft": Text(
            "due six months ahead; later is accepted and noted, down to 30 days",
            "应在六个月前提出；逾期仍受理并注明，至迟三十日前",
        ),
        "window": Text(
            "possible from six months ahead, at the latest 30 days before",
            "自届满前六个月起可以提出，至迟三十日前",
        ),
        "floor": Text("at any time, at the latest 30 days before", "随时可以提出，至迟三十日前"),
    },
    default="deadline_soft",
)
license_display = Reading(
    name="license.display",
    cite=Cite(MODEL_LAW, 30),
    asks=Text(
        "Must a developer who offers nothing display the number?",
        "未对外提供产品的研发者是否须公示许可编号？",
    ),
    why=Text(
        "the article binds developers too, but the number is shown in what is provided",
        "本条并及研发者，但编号须在所提供的产品、服务中公示",
    ),
    options={
        "where_offered": Text("no: only where there is a product or service", "否，以有产品、服务提供为限"),
        "every_holder": Text("yes: every holder", "是，所有被许可人均须公示"),
    },
    default="where_offered",
)
complaint_ack_wd = Reading(
    name="complaint.ack_wd",
    cite=Cite(MODEL_LAW, 31, 1),
    asks=Text(
        "How soon is a complaint, report or request acknowledged?",
        "投诉、举报、询问应当在多长时间内告知收悉？",
    ),
    why=Text("the authority must act promptly; no figure is given", "法律仅要求及时处理，未定期限"),
    default=5,
    low=1,
    high=60,
    counts=_WORKING_DAYS,
    policy=True,
)
complaint_answer_months = Reading(
    name="complaint.answer_months",
    cite=Cite(MODEL_LAW, 31, 1),
    asks=Text(
        "Within how many months is a complaint, report or request answered?",
        "投诉、举报、询问应当在几个月内处理并答复？",
    ),
    why=Text(
        "the law says promptly; after two months inaction can be sued (Litigation Law Art. 47)",
        "法律仅要求及时；逾二个月不履行的，可以起诉（《行政诉讼法》第四十七条）",
    ),
    default=2,
    low=1,
    high=2,
    counts=_MONTHS,
    policy=True,
)
complaint_scope = Reading(
    name="complaint.scope",
    cite=Cite(MODEL_LAW, 31, 1),
    asks=Text(
        "Are complaints about unlisted products and about use taken in?",
        "清单外产品及使用行为的投诉、举报是否受理？",
    ),
    why=Text(
        "Article 31 speaks of listed products, Article 51(6) of complaints and reports in general",
        "第三十一条限于清单内，第五十一条第六项则泛指投诉、举报",
    ),
    options={
        "all": Text("yes, all of them", "受理，不限清单内外"),
        "listed": Text("only on listed products", "仅受理清单内产品"),
    },
    default="all",
)
