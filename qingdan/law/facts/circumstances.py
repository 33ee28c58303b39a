"""What speaks for the party, what was done about the act before, and which law governs it.

Most of it comes from the general law of penalties; Articles 56, 68, 69 and 70 add to it.
"""

from qingdan.law.grammar.conditions import Choice, Number, YesNo
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.statutes import MODEL_LAW, PENALTY_LAW

harm = Choice(
    asks=Text("What harm did the violation do?", "违法行为造成何种危害后果？"),
    cite=Cite(PENALTY_LAW, 33, 1),
    options={
        "none": Text("no harm", "没有造成危害后果"),
        "slight": Text("slight harm", "危害后果轻微"),
        "real": Text("more than slight harm", "造成一般以上危害后果"),
    },
    weighed=True,
)
harms_life_health_or_finance = YesNo(
    asks=Text(
        "Does it touch people's life or health or financial security, and did it do harm?",
        "是否涉及公民生命健康安全、金融安全且有危害后果？",
    ),
    yes=Text(
        "it touches life, health or financial security, with harm",
        "涉及公民生命健康安全、金融安全且有危害后果",
    ),
    no=Text("it does not touch them, or did no harm", "不涉及上述安全或者无危害后果"),
    cite=Cite(PENALTY_LAW, 36, 1),
)
minor_violation = YesNo(
    asks=Text("Is the violation minor?", "违法行为是否轻微？"),
    yes=Text("the violation is minor", "违法行为轻微"),
    no=Text("the violation is not minor", "违法行为不属轻微"),
    cite=Cite(PENALTY_LAW, 33, 1),
    weighed=True,
)
corrected_in_time = YesNo(
    asks=Text("Was it corrected in time?", "是否及时改正？"),
    yes=Text("it was corrected in time", "已及时改正"),
    no=Text("it was not corrected in time", "未及时改正"),
    cite=Cite(PENALTY_LAW, 33, 1),
)
faultless = YesNo(
    asks=Text(
        "Has the party shown, by sufficient evidence, that it was not at fault?",
        "当事人是否有证据足以证明没有主观过错？",
    ),
    yes=Text("the party has proved that it was not at fault", "有证据足以证明没有主观过错"),
    no=Text("the party has not proved that it was not at fault", "不足以证明没有主观过错"),
    cite=Cite(PENALTY_LAW, 33, 2),
    weighed=True,
)
answerable = Choice(
    asks=Text("Can the party be held answerable in full?", "当事人的责任能力如何？"),
    cite=Cite(PENALTY_LAW, 30),
    options={
        "fully": Text("yes: an organisation, or an adult of sound mind", "单位，或者精神状况正常的成年人"),
        "partly": Text(
            "in part: aged 14 to 17, or partly unable to control the conduct",
            "已满十四周岁不满十八周岁，或者尚未完全丧失辨认、控制能力",
        ),
        "not": Text(
            "no: under 14, or unable to control the conduct", "不满十四周岁，或者不能辨认、控制自己行为"
        ),
    },
)
reduced_harm = YesNo(
    asks=Text("Did the party itself remove or reduce the harm?", "是否主动消除或者减轻违法行为危害后果？"),
    yes=Text("the party removed or reduced the harm", "主动消除或者减轻危害后果"),
    no=Text("the party did not reduce the harm", "未主动消除或者减轻危害后果"),
    cite=Cite(PENALTY_LAW, 32, 1, "1"),
)
under_duress = YesNo(
    asks=Text("Did it act under duress or was it lured into it?", "是否受他人胁迫或者诱骗实施？"),
    yes=Text("the party acted under duress or was lured", "受他人胁迫或者诱骗"),
    no=Text("neither duress nor lure", "未受胁迫或者诱骗"),
    cite=Cite(PENALTY_LAW, 32, 1, "2"),
)
confessed = YesNo(
    asks=Text(
        "Did the party confess something the authority did not yet know?",
        "是否主动供述行政机关尚未掌握的违法行为？",
    ),
    yes=Text("the party confessed what was not yet known", "主动供述尚未掌握的违法行为"),
    no=Text("the party confessed nothing new", "无上述供述"),
    cite=Cite(PENALTY_LAW, 32, 1, "3"),
)
meritorious = YesNo(
    asks=Text(
        "Did the party give meritorious help to the investigation?",
        "配合行政机关查处违法行为是否有立功表现？",
    ),
    yes=Text("the party gave meritorious help", "有立功表现"),
    no=Text("no meritorious help", "无立功表现"),
    cite=Cite(PENALTY_LAW, 32, 1, "4"),
)
prior_penalties = Number(
    asks=Text(
        "How many penalties for breaches of this law have taken effect against the party before?",
        "此前因违反本法受到生效行政处罚多少次？",
    ),
    cite=Cite(MODEL_LAW, 62, 1, "7"),
    unit=Text("penalties", "次"),
    high=100_000,
)
prior_soft_measures = Number(
    asks=Text(
        "How many soft measures (Art. 55) were taken towards the party before?",
        "此前被采取柔性措施（第五十五条）多少次？",
    ),
    cite=Cite(MODEL_LAW, 55),
    unit=Text("measures", "次"),
    high=100_000,
)
already_fined = Choice(
    asks=Text("Has the party already been fined for the same act?", "同一违法行为是否已被罚款？"),
    cite=Cite(PENALTY_LAW, 29),
    options={
        "never": Text("no", "否"),
        "by_this_authority": Text("yes, by this authority", "是，由本机关罚款"),
        "by_another": Text("yes, by another authority", "是，由其他机关罚款"),
    },
)
other_law_fines_more = YesNo(
    asks=Text(
        "Does another law prescribe a higher fine for the same act?",
        "其他法律规范对同一行为规定的罚款数额是否更高？",
    ),
    yes=Text("another law prescribes a higher fine", "其他法律规范规定的罚款更高"),
    no=Text("no other law prescribes a higher fine", "无规定更高罚款的法律规范"),
    cite=Cite(PENALTY_LAW, 29),
)
suspected_crime = YesNo(
    asks=Text("Is the act suspected to be a crime?", "违法行为是否涉嫌犯罪？"),
    yes=Text("a crime is suspected", "涉嫌犯罪"),
    no=Text("no crime is suspected", "不涉嫌犯罪"),
    cite=Cite(MODEL_LAW, 68),
    weighed=True,
)
law_in_force_at_act = YesNo(
    asks=Text("Was this law in force when the act was done?", "行为发生时本法是否已施行？"),
    yes=Text("this law was in force at the time of the act", "行为时本法已施行"),
    no=Text("this law was not in force at the time of the act", "行为时本法尚未施行"),
    cite=Cite(PENALTY_LAW, 37),
)
later_law_lighter = YesNo(
    asks=Text(
        "Has the rule been changed since, in favour of the party?",
        "作出决定时相关规定是否已修改且处罚较轻或者不认为违法？",
    ),
    yes=Text("a later, lighter rule applies", "新规定处罚较轻或者不认为违法"),
    no=Text("no lighter rule has followed", "无更轻的新规定"),
    cite=Cite(PENALTY_LAW, 37),
)
compliance_effective = YesNo(
    asks=Text(
        "Has an assessment found the party's compliance system effective?",
        "合规建设是否经评估达到有效性标准？",
    ),
    yes=Text("the compliance system was assessed as effective", "合规经评估达到有效性标准"),
    no=Text("no assessment found it effective", "未经评估达到有效性标准"),
    cite=Cite(MODEL_LAW, 69, 1),
    weighed=True,
)
sandbox_relief = YesNo(
    asks=Text(
        "Was the party in the regulatory sandbox, and does its admission expressly relieve it of liability for this act?",
        "当事人是否处于监管试验中，且准入文件明确减免该行为的责任？",
    ),
    yes=Text("the sandbox admission expressly relieves this act", "监管试验准入文件明确减免责任"),
    no=Text("no express relief by a sandbox admission", "无明确减免"),
    cite=Cite(MODEL_LAW, 56, 1, "d"),
)
