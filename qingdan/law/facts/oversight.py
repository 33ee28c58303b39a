"""Interviews, security review and redress: what an act of the authority was about (Articles 52, 54, 66)."""

from qingdan.law.grammar.conditions import Choice, YesNo
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.statutes import MODEL_LAW, RECONSIDERATION_LAW

risk_or_incident_found = YesNo(
    asks=Text(
        "Did the authority find a significant risk or an incident?",
        "主管机关是否发现较大风险或者发生安全事件？",
    ),
    yes=Text("a significant risk or an incident was found", "发现较大风险或者发生安全事件"),
    no=Text("neither was found", "未发现较大风险或者安全事件"),
    cite=Cite(MODEL_LAW, 54, 1),
    weighed=True,
)
commits_to_correct = YesNo(
    asks=Text(
        "Does the party commit to timely correction, and can it effectively avoid harm?",
        "当事人是否承诺及时整改合规并能有效避免造成危害？",
    ),
    yes=Text("the party commits to correction and can avoid harm", "承诺及时整改并能有效避免危害"),
    no=Text("no commitment, or harm cannot be avoided", "未作承诺或者不能有效避免危害"),
    cite=Cite(MODEL_LAW, 54, 2),
    weighed=True,
)
harm_feared = YesNo(
    asks=Text(
        "Does the national authority find that harm may occur all the same?",
        "国家人工智能主管机关是否认为仍可能造成危害？",
    ),
    yes=Text("the national authority finds that harm may occur", "国家主管机关认为可能造成危害"),
    no=Text("the national authority does not find that harm may occur", "国家主管机关未认为可能造成危害"),
    cite=Cite(MODEL_LAW, 54, 2),
    weighed=True,
)
act_complained_of = Choice(
    asks=Text("Which act of the authority is complained of?", "对何种行政行为不服？"),
    cite=Cite(MODEL_LAW, 66),
    options={
        "security_review_decision": Text("a decision of the national-security review", "国家安全审查决定"),
        "penalty_on_the_spot": Text("a penalty decided on the spot", "当场作出的行政处罚决定"),
        "failure_to_act": Text("failure to perform a statutory duty", "未履行法定职责"),
        "other": Text("any other administrative act", "其他行政行为"),
    },
)
told_of_remedies = YesNo(
    asks=Text(
        "Did the act tell of the right to seek redress, where and until when?",
        "该行政行为是否告知救济权利、机关和期限？",
    ),
    yes=Text("the remedies were told", "已告知救济权利、机关和期限"),
    no=Text("the remedies were not told", "未告知救济权利、机关或者期限"),
    cite=Cite(RECONSIDERATION_LAW, 20, 3),
)
