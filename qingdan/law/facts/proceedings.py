"""How the authority proceeded, and what it is about to decide (Articles 12, 54, 57, 61-64, 66; the general law).

Some answers follow from dates or from the proposal in a violation file; they are then computed, and an answer
that contradicts them is refused.
"""

from qingdan.law.grammar.conditions import Choice, Number, YesNo
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.statutes import MODEL_LAW, PENALTY_LAW

_FEN = Text("fen", "分")
_MOST = 10**21

deciding_authority = Choice(
    asks=Text("Which authority decides?", "由哪一级机关作出决定？"),
    cite=Cite(MODEL_LAW, 12),
    options={
        "national": Text("the national authority", "国家人工智能主管机关"),
        "delegated": Text(
            "a local authority, within a published delegation", "受公布的委托办理的地方主管机关"
        ),
        "local": Text("a local authority without delegation", "未受委托的地方人工智能主管机关"),
    },
)
discovered_in_time = YesNo(
    asks=Text(
        "Was the violation discovered within two years (five where life, health or financial security was harmed) of its end?",
        "违法行为是否在终了之日起二年内（涉及公民生命健康、金融安全且有危害后果的五年内）被发现？",
    ),
    yes=Text("it was discovered in time", "在追责期限内被发现"),
    no=Text("it was discovered too late", "超过追责期限未被发现"),
    cite=Cite(PENALTY_LAW, 36),
)
refusal_recorded = YesNo(
    asks=Text(
        "Is it on record that an order to correct was served, its period ran out and the party refused?",
        "案卷是否记录责令改正已送达、期限届满、当事人拒不改正？",
    ),
    yes=Text("order, period and refusal are on record", "责令改正、期限届满及拒不改正均已记录在案"),
    no=Text("order, period or refusal is not on record", "责令改正、期限或者拒不改正未记录在案"),
    cite=Cite(MODEL_LAW, 61, 1),
)
qualified_officers = Number(
    asks=Text(
        "How many officers with an enforcement qualification took part?",
        "参与调查的具有行政执法资格的人员有几人？",
    ),
    cite=Cite(PENALTY_LAW, 42, 1),
    unit=Text("officers", "人"),
    high=1000,
)
conflicted_officer = YesNo(
    asks=Text("Did an officer with a conflict of interest take part?", "应当回避的执法人员是否参与办案？"),
    yes=Text("an officer with a conflict of interest took part", "应当回避的人员参与办案"),
    no=Text("no officer with a conflict of interest took part", "无应当回避的人员参与"),
    cite=Cite(PENALTY_LAW, 43),
)
evidence_lawful = YesNo(
    asks=Text("Was the evidence lawfully obtained and verified?", "证据是否合法取得并经查证属实？"),
    yes=Text("the evidence is lawful and verified", "证据合法并经查证属实"),
    no=Text("the evidence is unlawful or unverified", "证据非法取得或者未经查证"),
    cite=Cite(PENALTY_LAW, 46),
)
told_beforehand = YesNo(
    asks=Text(
        "Was the party told, before the decision, of the intended penalty, facts, reasons, basis and its rights?",
        "决定作出前是否告知拟处罚内容及事实、理由、依据和当事人享有的权利？",
    ),
    yes=Text("the party was told beforehand", "已事先告知"),
    no=Text("the party was not told beforehand", "未事先告知"),
    cite=Cite(PENALTY_LAW, 44),
)
defence = Choice(
    asks=Text("What became of statement and defence?", "陈述、申辩情况如何？"),
    cite=Cite(PENALTY_LAW, 45),
    options={
        "heard": Text("made, heard and reviewed", "已提出，已听取并复核"),
        "not_made": Text("not made, or waived, though offered", "已告知，当事人未提出或者放弃"),
        "not_heard": Text("refused, not heard or not reviewed", "拒绝听取或者未复核"),
    },
)
raised_for_defence = YesNo(
    asks=Text(
        "Was the penalty made heavier because the party defended itself?",
        "是否因当事人陈述、申辩而给予更重的处罚？",
    ),
    yes=Text("made heavier because of the defence", "因申辩加重处罚"),
    no=Text("not made heavier because of the defence", "未因申辩加重处罚"),
    cite=Cite(PENALTY_LAW, 45, 2),
)
hearing = Choice(
    asks=Text("What became of the hearing?", "听证情况如何？"),
    cite=Cite(PENALTY_LAW, 63),
    options={
        "not_offered": Text("not offered", "未告知听证权利"),
        "offered": Text("offered, no request received", "已告知，未收到申请"),
        "waived": Text("offered and waived in writing", "已告知，当事人书面放弃"),
        "requested": Text("requested, not yet held", "已申请，尚未举行"),
        "held": Text("held, with a record", "已举行并制作笔录"),
    },
)
hearing_request_period_over = YesNo(
    asks=Text(
        "Have five working days passed since the right to a hearing was notified?",
        "自告知听证权利之日起是否已满五个工作日？",
    ),
    yes=Text("the period for asking for a hearing is over", "听证申请期限已届满"),
    no=Text("the period for asking for a hearing still runs", "听证申请期限尚未届满"),
    cite=Cite(PENALTY_LAW, 64, 1, "1"),
)
decided_on_record = YesNo(
    asks=Text("Is the decision based on the record of the hearing?", "是否根据听证笔录作出决定？"),
    yes=Text("the decision is based on the record", "根据听证笔录作出决定"),
    no=Text("the decision is not based on the record", "未根据听证笔录作出决定"),
    cite=Cite(PENALTY_LAW, 65),
)
major_public_interest = YesNo(
    asks=Text("Does the case touch a major public interest?", "案件是否涉及重大公共利益？"),
    yes=Text("a major public interest is touched", "涉及重大公共利益"),
    no=Text("no major public interest is touched", "不涉及重大公共利益"),
    cite=Cite(PENALTY_LAW, 58, 1, "1"),
    weighed=True,
)
complex_case = YesNo(
    asks=Text(
        "Is the case difficult, or are several legal relations involved?",
        "案件情况是否疑难复杂、涉及多个法律关系？",
    ),
    yes=Text("the case is complex", "案情疑难复杂"),
    no=Text("the case is not complex", "案情不复杂"),
    cite=Cite(PENALTY_LAW, 58, 1, "3"),
    weighed=True,
)
legally_reviewed = YesNo(
    asks=Text("Did qualified legal reviewers review the decision?", "是否经具备资格的人员进行法制审核？"),
    yes=Text("the decision was legally reviewed", "已经法制审核"),
    no=Text("the decision was not legally reviewed", "未经法制审核"),
    cite=Cite(PENALTY_LAW, 58),
)
decided_collectively = YesNo(
    asks=Text(
        "Did the heads of the authority decide after collective discussion?",
        "是否由行政机关负责人集体讨论决定？",
    ),
    yes=Text("the heads decided collectively", "经负责人集体讨论决定"),
    no=Text("the heads did not decide collectively", "未经集体讨论决定"),
    cite=Cite(PENALTY_LAW, 57, 2),
)
decided_in_time = YesNo(
    asks=Text(
        "Is it decided within 90 days of opening the case, lawful exclusions aside?",
        "是否自立案之日起九十日内（依法扣除的时间除外）作出决定？",
    ),
    yes=Text("decided within 90 days", "九十日内作出决定"),
    no=Text("decided after 90 days", "超过九十日作出决定"),
    cite=Cite(PENALTY_LAW, 60),
)
reasons_given = YesNo(
    asks=Text(
        "Does the decision state facts, evidence, reasons and legal basis?",
        "决定是否载明事实、证据、理由和依据？",
    ),
    yes=Text("the decision is reasoned", "决定载明事实、理由和依据"),
    no=Text("the decision is not reasoned", "决定未载明事实、理由或者依据"),
    cite=Cite(PENALTY_LAW, 59, 1, "2"),
)
severity_reasoned = YesNo(
    asks=Text("Are the reasons why the violation is severe on record?", "认定情节严重的理由是否载明？"),
    yes=Text("the reasons for severity are on record", "已载明情节严重的理由"),
    no=Text("the reasons for severity are not on record", "未载明情节严重的理由"),
    cite=Cite(MODEL_LAW, 61, 2),
)
lenience_considered = YesNo(
    asks=Text(
        "Does the record say why a first, slight and corrected violation is penalised all the same?",
        "对初次违法、危害后果轻微并及时改正仍予处罚的，是否载明理由？",
    ),
    yes=Text("the record says why it is penalised all the same", "已载明仍予处罚的理由"),
    no=Text("the record does not say why", "未载明仍予处罚的理由"),
    cite=Cite(PENALTY_LAW, 33, 1),
)
factors_weighed = YesNo(
    asks=Text(
        "Does the record weigh each of the eight factors of Article 62?",
        "案卷是否逐项考虑第六十二条所列八项因素？",
    ),
    yes=Text("all eight factors were weighed", "八项因素均已考虑"),
    no=Text("not all eight factors were weighed", "未逐项考虑八项因素"),
    cite=Cite(MODEL_LAW, 62),
)
redress_told = YesNo(
    asks=Text(
        "Does the decision tell how, where and until when to seek redress?",
        "决定是否告知救济途径、机关和期限？",
    ),
    yes=Text("redress is told", "已告知救济途径和期限"),
    no=Text("redress is not told", "未告知救济途径和期限"),
    cite=Cite(PENALTY_LAW, 59, 1, "5"),
)
transferred_to_justice = YesNo(
    asks=Text("Was the case transferred to the judicial organs?", "是否已移送司法机关？"),
    yes=Text("the case was transferred", "已移送司法机关"),
    no=Text("the case was not transferred", "未移送司法机关"),
    cite=Cite(PENALTY_LAW, 27),
)
relied_on = Choice(
    asks=Text("On which rule does the proposal rely?", "拟处罚依据哪一规定？"),
    cite=Cite(PENALTY_LAW, 59, 1, "3"),
    options={
        "general_ordinary": Text("Article 61(1), ordinary", "第六十一条第一款"),
        "general_severe": Text("Article 61(2), severe", "第六十一条第二款（情节严重）"),
        "registry_unfiled": Text("Article 63(1), not registered", "第六十三条第一款（未登记备案）"),
        "registry_deceit": Text(
            "Article 63(2), registration by improper means", "第六十三条第二款（以不正当手段取得）"
        ),
        "registry_ended": Text("Article 63(3), cancellation", "第六十三条第三款（注销）"),
        "licence_suspension": Text("Article 28, suspension of the licence", "第二十八条（暂扣许可）"),
        "licence_revocation": Text("Article 28, revocation of the licence", "第二十八条（吊销许可）"),
    },
)
proposed_fine = Number(
    asks=Text("Which fine is proposed for the party?", "拟对当事人罚款多少？"),
    cite=Cite(PENALTY_LAW, 63, 1, "1"),
    unit=_FEN,
    high=_MOST,
    money=True,
)
proposed_person_fine = Number(
    asks=Text("Which fine is proposed for this person?", "拟对该人员罚款多少？"),
    cite=Cite(PENALTY_LAW, 63, 1, "1"),
    unit=_FEN,
    high=_MOST,
    money=True,
)
proposed_confiscation = Number(
    asks=Text("How much is to be confiscated?", "拟没收违法所得多少？"),
    cite=Cite(PENALTY_LAW, 63, 1, "2"),
    unit=_FEN,
    high=_MOST,
    money=True,
)
closes_or_revokes = YesNo(
    asks=Text(
        "Does the proposal suspend or end operations, or revoke a licence or permit?",
        "拟处罚是否包括责令停产停业、责令关闭或者吊销许可证件？",
    ),
    yes=Text("operations are stopped or a permit revoked", "包括停业、关闭或者吊销"),
    no=Text("no operations are stopped and no permit revoked", "不包括停业、关闭或者吊销"),
    cite=Cite(PENALTY_LAW, 63, 1, "3"),
)
fine_replaces_correction = YesNo(
    asks=Text("Is a fine proposed in place of ordering correction?", "是否以罚款代替责令改正？"),
    yes=Text("the fine takes the place of correction", "以罚款代替责令改正"),
    no=Text("the fine does not take the place of correction", "未以罚款代替责令改正"),
    cite=Cite(MODEL_LAW, 62),
)
