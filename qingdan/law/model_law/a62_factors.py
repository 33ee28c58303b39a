"""Article 62, how a fine is measured: principles, and eight factors that each must be weighed in writing."""

from qingdan.law.grammar.conditions import ALWAYS
from qingdan.law.grammar.rules import Article, Duty, Factor, Role
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.readings import liability
from qingdan.law.statutes import MODEL_LAW

ARTICLE = Article(
    number=62,
    title=Text("Measuring a fine", "罚款裁量"),
    gloss=Text(
        "Fines supplement or substitute for correction. Legality, proportionality, fairness and education guide the amount; eight "
        "factors are fully considered.",
        "罚款可以补充或者替代改正措施。确定数额应当遵循合法、比例、公平公正、处罚与教育相结合和综合裁量原则，充分考虑八项因素。",
    ),
    procedures=("penalty_decision",),
)


def _factor(item: str, says: Text, asks: Text) -> Factor:
    return Factor(cite=Cite(MODEL_LAW, 62, 1, item), says=says, asks=asks)


measure_fines_by_principle = Duty(
    cite=Cite(MODEL_LAW, 62),
    bearer=Role.AUTHORITY,
    when=ALWAYS,
    must=Text(
        "Measure each fine lawfully, proportionately and fairly, combining punishment and education, and weigh all factors",
        "依合法、比例、公平公正、处罚与教育相结合、综合裁量原则确定罚款，逐项考虑各因素",
    ),
    evidence=(Text("factor sheet in the decision", "决定所附裁量因素表"),),
    readings=(liability.fine_substitute,),
)
gravity = _factor(
    "1",
    Text("nature, gravity, duration, impact and damage", "违法行为的性质、程度、持续时间、影响和损害"),
    Text(
        "What was done, how long, to how many, with what damage?",
        "行为性质、持续时间、影响范围和损害后果如何？",
    ),
)
state_of_mind = _factor(
    "2",
    Text("intent or negligence", "故意或者过失"),
    Text("Was it intentional or negligent?", "系故意还是过失？"),
)
remedial_measures = _factor(
    "3",
    Text("remedial measures", "补救措施"),
    Text("What was done to reduce the loss?", "采取了哪些减轻损失的补救措施？"),
)
notification = _factor(
    "4",
    Text("notification of the authority", "向主管机关报告情况"),
    Text("Was the authority notified as the law requires?", "是否依法向主管机关报告？"),
)
risk_management = _factor(
    "5",
    Text("organisational and technical measures", "组织和技术措施"),
    Text(
        "Which reasonable and effective measures against risk were in place?",
        "采取了哪些合理有效的风险管理措施？",
    ),
)
standards_and_certificates = _factor(
    "6",
    Text("standards and certification", "标准与认证"),
    Text("Which standards were met, which certificates held?", "符合哪些标准、取得哪些认证？"),
)
prior_violations = _factor(
    "7",
    Text("prior violations", "既往违法情况"),
    Text("Which effective decisions found earlier violations?", "此前有哪些生效的违法认定？"),
)
other_factors = _factor(
    "8",
    Text("other factors set by laws and regulations", "法律法规规定的其他从重、从轻因素"),
    Text("Which other aggravating or mitigating factors apply?", "有何其他从重、从轻或者减轻情节？"),
)
