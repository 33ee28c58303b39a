"""What was done, how grave it is, what it brought in and what speaks for the party (Articles 28, 61-63).

The questions are about one act of one party. Money is in fen. Turnover is that of the year which the reading
``fine.turnover_year`` names; the penalty code picks it out of the table of years in the violation file.
"""

from qingdan.law.grammar.conditions import Choice, Number, YesNo
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.statutes import MODEL_LAW, PENALTY_LAW

_FEN = Text("fen", "分")
_MOST = 10**21  # a thousand times what 64 bits hold: no turnover reaches it, and nothing wraps around

violating_activity = Choice(
    asks=Text("In which activity was the violation committed?", "违法行为发生于何种活动？"),
    cite=Cite(MODEL_LAW, 61, 1),
    options={
        "development": Text("development", "研发活动"),
        "provision": Text("provision", "提供活动"),
        "use": Text("use only", "仅使用活动"),
    },
)
breach = Choice(
    asks=Text("What was breached?", "违反的是哪类规定？"),
    cite=Cite(MODEL_LAW, 61, 1),
    options={
        "duty": Text("a duty of this law other than those below", "本法规定的其他义务"),
        "prohibited_content": Text("a prohibition of Article 14", "第十四条的禁止性规定"),
        "unlicensed": Text(
            "development or provision without the licence or beyond its scope",
            "未经许可或者超出许可范围研发、提供",
        ),
        "registry_not_filed": Text("registration was due and not made", "应当登记备案而未登记备案"),
        "registry_not_updated": Text(
            "registered information was not updated, or the number not shown", "未更新登记信息或者未公示编号"
        ),
        "registry_by_deceit": Text("registration was obtained by improper means", "以不正当手段取得登记备案"),
        "registry_not_deregistered": Text(
            "service ended without deregistration", "终止服务未办理注销登记备案"
        ),
        "principle": Text("only a principle of Chapter I", "仅违反总则原则性规定"),
        "elsewhere": Text("only another law", "仅违反其他法律"),
    },
)
facts_proven = YesNo(
    asks=Text(
        "Are the facts of the violation clear and sufficiently proven?", "违法事实是否清楚、证据是否充分？"
    ),
    yes=Text("the facts are clear and proven", "违法事实清楚、证据充分"),
    no=Text("the facts are not clear or not proven", "违法事实不清或者证据不足"),
    cite=Cite(PENALTY_LAW, 40),
    weighed=True,
)
severe = YesNo(
    asks=Text("Is the violation severe?", "违法行为是否情节严重？"),
    help=Text(
        "weigh the eight factors of Article 62 and write the reasons down",
        "对照第六十二条所列因素综合判断，并载明理由",
    ),
    yes=Text("the violation is severe", "情节严重"),
    no=Text("the violation is not severe", "未达到情节严重"),
    cite=Cite(MODEL_LAW, 61, 2),
    weighed=True,
)
refused_to_correct = YesNo(
    asks=Text(
        "After the order to correct, did the party refuse to correct?", "责令改正后，当事人是否拒不改正？"
    ),
    yes=Text("the party refused to correct", "当事人拒不改正"),
    no=Text("the party did not refuse to correct", "当事人无拒不改正情形"),
    cite=Cite(MODEL_LAW, 61, 1),
)
site_closed_or_permit_revoked = YesNo(
    asks=Text(
        "Has the party been penalised for a serious violation by closing the site or revoking its permit or business licence?",
        "当事人是否因严重违法受到责令关闭网站、吊销相关业务许可或者营业执照等处罚？",
    ),
    yes=Text("its site was closed or its permit revoked", "已被责令关闭网站或者吊销许可、执照"),
    no=Text("no such penalty was imposed", "未受到上述处罚"),
    cite=Cite(MODEL_LAW, 63, 3),
)
unlawful_gains = Number(
    asks=Text("How much did the violation bring in?", "违法所得为多少？"),
    cite=Cite(PENALTY_LAW, 28, 2),
    unit=_FEN,
    high=_MOST,
    money=True,
)
refunded_gains = Number(
    asks=Text(
        "How much of it has been or must be refunded to others?", "其中已退赔或者依法应当退赔的为多少？"
    ),
    cite=Cite(PENALTY_LAW, 28, 2),
    unit=_FEN,
    high=_MOST,
    money=True,
)
turnover_entity_world = Number(
    asks=Text(
        "What was the party's own audited turnover, everywhere?", "当事人自身经审计的全部营业额为多少？"
    ),
    cite=Cite(MODEL_LAW, 61, 2),
    unit=_FEN,
    high=_MOST,
    money=True,
)
turnover_entity_prc = Number(
    asks=Text("What was the party's own audited turnover in China?", "当事人自身经审计的境内营业额为多少？"),
    cite=Cite(MODEL_LAW, 61, 2),
    unit=_FEN,
    high=_MOST,
    money=True,
)
turnover_group_world = Number(
    asks=Text("What was the turnover of its group, everywhere?", "当事人所属集团的全部营业额为多少？"),
    cite=Cite(MODEL_LAW, 61, 2),
    unit=_FEN,
    high=_MOST,
    money=True,
)
turnover_group_prc = Number(
    asks=Text("What was the turnover of its group in China?", "当事人所属集团的境内营业额为多少？"),
    cite=Cite(MODEL_LAW, 61, 2),
    unit=_FEN,
    high=_MOST,
    money=True,
)
holds_licence = YesNo(
    asks=Text(
        "Does the party hold a licence under the Negative List for it?", "当事人是否持有相应的负面清单许可？"
    ),
    yes=Text("the party holds a licence", "当事人持有许可"),
    no=Text("the party holds no licence", "当事人未持有许可"),
    cite=Cite(MODEL_LAW, 28),
)
caused_significant_incident = YesNo(
    asks=Text("Was there a significant safety incident?", "是否发生重大安全事件？"),
    yes=Text("there was a significant safety incident", "发生重大安全事件"),
    no=Text("there was no significant safety incident", "未发生重大安全事件"),
    cite=Cite(MODEL_LAW, 28),
    weighed=True,
)
recent_incidents = Number(
    asks=Text(
        "How many safety incidents were there in the counting window?", "累计期间内发生安全事件多少次？"
    ),
    cite=Cite(MODEL_LAW, 28),
    unit=Text("incidents", "次"),
    high=100_000,
)
recent_penalties = Number(
    asks=Text(
        "How many administrative penalties took effect in the counting window?",
        "累计期间内受到生效行政处罚多少次？",
    ),
    cite=Cite(MODEL_LAW, 28),
    unit=Text("penalties", "次"),
    high=100_000,
)
licence_was_suspended = YesNo(
    asks=Text(
        "Has the licence been suspended and rectification within a period been ordered?",
        "是否已暂扣许可并责令限期改正？",
    ),
    yes=Text("the licence has been suspended", "已暂扣许可并责令限期改正"),
    no=Text("the licence has not been suspended", "未暂扣许可"),
    cite=Cite(MODEL_LAW, 28),
)
uncorrected_in_rectification = YesNo(
    asks=Text("Did the rectification period end without correction?", "责令改正期限届满是否仍未改正？"),
    yes=Text("not corrected within the rectification period", "逾期未改正"),
    no=Text("corrected within the rectification period, or it still runs", "已按期改正或者期限未届满"),
    cite=Cite(MODEL_LAW, 28),
)
relapsed_after_suspension = YesNo(
    asks=Text(
        "After suspension, was there a further safety incident or administrative penalty?",
        "暂扣许可后是否再次发生安全事件或者受到行政处罚？",
    ),
    yes=Text("a further incident or penalty followed suspension", "暂扣后再次发生安全事件或者受到处罚"),
    no=Text("no further incident or penalty followed", "暂扣后未再发生"),
    cite=Cite(MODEL_LAW, 28),
)
person_directly_responsible = YesNo(
    asks=Text(
        "Is this person a directly responsible supervisor or otherwise directly liable?",
        "该人员是否为直接负责的主管人员或者其他直接责任人员？",
    ),
    yes=Text("the person is directly responsible", "系直接责任人员"),
    no=Text("the person is not directly responsible", "不是直接责任人员"),
    cite=Cite(MODEL_LAW, 61),
)
