"""Open points of oversight mechanisms and liability (Articles 52-70 and the general law of penalties)."""

from qingdan.law.grammar.readings import Reading
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.statutes import MODEL_LAW, PENALTY_LAW

_FEN = Text("fen", "分")

fine_cap_rule = Reading(
    name="fine.tier2.cap_rule",
    cite=Cite(MODEL_LAW, 61, 2),
    asks=Text("How do the two caps of the severe tier relate?", "情节严重时两个罚款上限如何适用？"),
    why=Text(
        '"up to ten million or up to four percent" does not say which prevails',
        "“一千万元以下或者上一年度营业额百分之四以下”未明确何者优先",
    ),
    options={
        "higher": Text("the higher of the two", "取其较高者"),
        "lower": Text("the lower of the two", "取其较低者"),
        "elected": Text("the decision elects one, names it and keeps within it", "由决定择一适用并载明"),
    },
    default="higher",
)
fine_turnover_base = Reading(
    name="fine.turnover_base",
    cite=Cite(MODEL_LAW, 61, 2),
    asks=Text("Whose turnover counts?", "营业额以何主体计算？"),
    why=Text(
        'the article says "turnover" and no more; the punished entity is what other laws have taken',
        "条文仅称“营业额”；其他法律的实践以被处罚主体为准",
    ),
    options={
        "entity": Text("the punished entity's own", "被处罚主体自身"),
        "group": Text("its whole group's", "所属集团"),
    },
    default="entity",
)
fine_turnover_area = Reading(
    name="fine.turnover_area",
    cite=Cite(MODEL_LAW, 61, 2),
    asks=Text("Turnover from where?", "营业额以何地域计算？"),
    why=Text(
        "the article draws no border; the audited total is what can be read from the accounts",
        "条文未限定地域；经审计的总额可直接查明",
    ),
    options={"world": Text("from everywhere", "全部"), "prc": Text("from China", "境内")},
    default="world",
)
fine_turnover_year = Reading(
    name="fine.turnover_year",
    cite=Cite(MODEL_LAW, 61, 2),
    asks=Text('Which year is "the previous year"?', "“上一年度”指哪一年度？"),
    why=Text(
        "previous to the decision or to the act: the text leaves it open",
        "系决定作出前还是违法行为终了前的年度，条文未明",
    ),
    options={
        "before_decision": Text("the year before the decision", "决定作出的上一年度"),
        "before_act": Text("the year before the violation ended", "违法行为终了的上一年度"),
    },
    default="before_decision",
)
tier_one_persons = Reading(
    name="fine.tier1.persons",
    cite=Cite(MODEL_LAW, 61, 1),
    asks=Text(
        "Does the ordinary fine on persons also presuppose a refusal to correct?",
        "第一款对个人的罚款是否也以拒不改正为前提？",
    ),
    why=Text("one sentence fines both; a semicolon parts them", "同一句中并列，仅以分号相隔"),
    options={"after_refusal": Text("yes", "是"), "at_once": Text("no", "否")},
    default="after_refusal",
)
fine_substitute = Reading(
    name="fine.substitute",
    cite=Cite(MODEL_LAW, 62),
    asks=Text(
        "May a fine replace correction where Article 61(1) wants a refusal first?",
        "罚款能否替代改正而无须第六十一条第一款的拒不改正？",
    ),
    why=Text(
        'Article 62 says fines may "substitute" for corrective measures; that would empty the condition of refusal',
        "第六十二条称罚款可“替代”改正措施；若据此免去拒不改正，该前提即告落空",
    ),
    options={
        "never_bypasses": Text("no: refusal must be on record", "不能，须有拒不改正的记录"),
        "may_replace": Text("yes", "能"),
    },
    default="never_bypasses",
    policy=True,
)
severe_standard = Reading(
    name="severe",
    cite=Cite(MODEL_LAW, 61, 2),
    asks=Text('By what is "severe" found?', "“情节严重”依何认定？"),
    why=Text("the word is not defined and cannot be computed", "法无定义，亦不能计算得出"),
    options={
        "weighed": Text(
            "a person weighs the eight factors of Article 62 and gives reasons",
            "由人员对照第六十二条八项因素判断并说明理由",
        ),
        "on_assertion": Text("asserted, without separate reasons", "径行认定，不另载理由"),
    },
    default="weighed",
    policy=True,
)
tier_one_measures = Reading(
    name="measures.tier1",
    cite=Cite(MODEL_LAW, 61, 1),
    asks=Text("Must every measure of Article 61(1) be imposed?", "第六十一条第一款各项措施是否必须并用？"),
    why=Text(
        '"shall" stands before all of them; proportionality (Art. 62) speaks against closing everybody',
        "条文统一用“应”；但依比例原则（第六十二条）不宜一律停业",
    ),
    options={
        "as_fitting": Text(
            "order, warning and confiscation of net gains always; stopping operations as fitting",
            "责令改正、警告、没收违法所得为必，暂停或者终止业务视情形",
        ),
        "all": Text("all of them", "全部并用"),
    },
    default="as_fitting",
)
registry_special = Reading(
    name="registry.special_rule",
    cite=Cite(MODEL_LAW, 63),
    asks=Text(
        "Does Article 63 displace Article 61 for registry violations?",
        "对登记备案违法，第六十三条是否排除第六十一条？",
    ),
    why=Text(
        "63 names its violations and milder sanctions; special law prevails over general",
        "第六十三条列明情形且处罚较轻，特别规定优于一般规定",
    ),
    options={"displaces": Text("yes", "是"), "beside": Text("no, both are open", "否，可择一适用")},
    default="displaces",
)
registry_update_breach = Reading(
    name="registry.update_breach",
    cite=Cite(MODEL_LAW, 63, 1),
    asks=Text(
        "Which rule punishes a registration not kept up to date, or a number not shown?",
        "未更新登记信息或者未公示编号，依何处罚？",
    ),
    why=Text(
        "63(1) names only failure to register; under 61 the lesser fault could cost more than the greater",
        "第六十三条第一款仅列未登记备案；若依第六十一条，则轻者反重",
    ),
    options={
        "as_unfiled": Text("Article 63(1), as if not registered", "比照第六十三条第一款"),
        "general": Text("Article 61", "第六十一条"),
    },
    default="as_unfiled",
)
hearing_threshold = Reading(
    name="hearing.threshold",
    cite=Cite(PENALTY_LAW, 63, 1, "1"),
    asks=Text("From which fine on an organisation is a hearing due?", "对单位罚款达到多少应当告知听证？"),
    why=Text("there is no national figure for a larger amount", "“较大数额”无全国统一标准"),
    default=10_000_000,
    high=10**12,
    counts=_FEN,
    policy=True,
)
hearing_threshold_person = Reading(
    name="hearing.threshold.person",
    cite=Cite(PENALTY_LAW, 63, 1, "1"),
    asks=Text("From which fine on a person is a hearing due?", "对个人罚款达到多少应当告知听证？"),
    why=Text("there is no national figure for a larger amount", "“较大数额”无全国统一标准"),
    default=1_000_000,
    high=10**12,
    counts=_FEN,
    policy=True,
)
excluded_time = Reading(
    name="penalty.excluded_time",
    cite=Cite(PENALTY_LAW, 60),
    asks=Text("Which time does not count into the 90 days?", "九十日办案期限可扣除哪些时间？"),
    why=Text(
        "only a law, regulation or rule may provide otherwise; the rules of the cyberspace authority exclude hearings and tests, but bind only it",
        "仅法律、法规、规章可另行规定；网信部门的程序规定扣除听证、检测时间，但仅约束该部门",
    ),
    options={
        "none": Text("none", "不扣除"),
        "hearing_and_tests": Text("hearings and tests", "扣除听证、检测、鉴定时间"),
    },
    default="none",
    policy=True,
)
soft_counts = Reading(
    name="history.counts_soft",
    cite=Cite(MODEL_LAW, 55),
    asks=Text("Do soft measures count as prior violations?", "柔性措施是否计入违法记录？"),
    why=Text(
        "they are recorded, but nothing was found unlawful by a decision", "虽有记录，但未经决定认定违法"
    ),
    options={"no": Text("no", "不计入"), "yes": Text("yes", "计入")},
    default="no",
    policy=True,
)
one_fine = Reading(
    name="one_act_one_fine",
    cite=Cite(PENALTY_LAW, 29),
    asks=Text(
        "Does a fine by another authority bar a second one for the same act?",
        "其他机关已罚款的，同一行为能否再次罚款？",
    ),
    why=Text(
        "the rule speaks of the party's act, not of the authority", "该规则以当事人的同一行为而非处罚机关为准"
    ),
    options={
        "all_authorities": Text("yes, whoever fined", "不得再罚，不论何机关"),
        "same_authority": Text("only a fine by the same authority bars", "仅限同一机关"),
    },
    default="all_authorities",
)
