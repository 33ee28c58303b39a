"""Article 70, State organs. They are corrected by the superior, not fined; officials answer by discipline.

Who enforces in good faith and without fault as the law defines it is not pursued.
"""

from qingdan.law.facts import actor
from qingdan.law.grammar.conditions import ALWAYS
from qingdan.law.grammar.rules import Article, Bar, Duty, Power, Right, Role
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.neighbours.penalty_law import PUNITIVE
from qingdan.law.statutes import MODEL_LAW

ARTICLE = Article(
    number=70,
    title=Text("State organs", "国家机关的责任"),
    gloss=Text(
        "State organs keep the duties of this law. Failures are corrected by the superior or the national authority, and those "
        "responsible disciplined; so are officials who neglect or abuse their office. Faultless enforcement is not pursued.",
        "国家机关应当履行本法义务；不履行的，由上级机关或者国家主管机关责令改正，对责任人员依法给予处分；工作人员玩忽职守、滥用职权、徇私舞弊的依法处分。不构成法定执法过错的，不追究执法责任。",
    ),
    procedures=("state_organ_correction",),
)
_organ = actor.organisation.is_("state_organ")

organ_keeps_the_law = Duty(
    cite=Cite(MODEL_LAW, 70, 1),
    bearer=Role.STATE_ORGAN,
    when=_organ,
    must=Text("Keep every duty of this law", "履行本法规定的各项义务"),
)
order_organ_to_correct = Power(
    cite=Cite(MODEL_LAW, 70, 1),
    holder=Role.AUTHORITY,
    may=Text("Order correction, as may the superior organ", "责令改正（上级机关亦可）"),
    when=_organ,
)
state_organ_not_fined = Bar(
    cite=Cite(MODEL_LAW, 70, 1),
    when=_organ,
    because=Text(
        "a State organ is ordered to correct and its officials disciplined; it is not fined",
        "对国家机关应当责令改正、处分责任人员，不适用罚款等处罚",
    ),
    remedy=Text(
        "order correction and refer those responsible for discipline", "责令改正，并将责任人员移送处分"
    ),
    measures=PUNITIVE,
)
discipline_those_in_charge = Duty(
    cite=Cite(MODEL_LAW, 70, 1),
    bearer=Role.AUTHORITY,
    when=_organ,
    must=Text(
        "Where a State organ fails its duties, refer those in charge and otherwise directly responsible for discipline",
        "国家机关不履行义务的，将直接负责的主管人员和其他直接责任人员移送处分",
    ),
    evidence=(Text("referral record", "移送记录"),),
)
discipline_officials = Duty(
    cite=Cite(MODEL_LAW, 70, 2),
    bearer=Role.AUTHORITY,
    when=ALWAYS,
    must=Text(
        "Refer officials who neglect or abuse their office for discipline",
        "对玩忽职守、滥用职权、徇私舞弊的工作人员移送处分",
    ),
    evidence=(Text("referral record", "移送记录"),),
)
faultless_enforcement = Right(
    cite=Cite(MODEL_LAW, 70, 3),
    holder=Role.AUTHORITY,
    may=Text(
        "Officials without enforcement fault are not held liable",
        "不构成法定执法过错的，不追究相关人员执法责任",
    ),
)
