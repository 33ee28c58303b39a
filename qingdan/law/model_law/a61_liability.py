"""Article 61, general liability. Ordinary: measures first, a fine only on refusal to correct. Severe: a fine at once.

Development and provision only, not use. Fines on persons are for those directly responsible, each within the range.
"""

from qingdan.law.facts import proceedings, violation
from qingdan.law.grammar.amounts import Amount, ByReading, Fixed, Higher, Lower, PercentOf, yuan
from qingdan.law.grammar.conditions import taking
from qingdan.law.grammar.rules import Article, Fine, Measure, Penalty
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.model_law.a61_violation import general_violation, refusal_shown
from qingdan.law.readings import liability
from qingdan.law.statutes import MODEL_LAW

ARTICLE = Article(
    number=61,
    title=Text("General liability", "一般法律责任"),
    gloss=Text(
        "A violation in development or provision: order to correct, warning, confiscation, suspension or termination; on refusal a "
        "fine up to CNY 1 m and CNY 10,000-100,000 on those responsible. A severe one: a fine up to CNY 10 m or 4 % of turnover, "
        "suspension, rectification, revocation of permits, and CNY 100,000-1 m on those responsible.",
        "研发、提供活动违反本法的，责令改正、警告、没收违法所得、责令暂停或者终止业务；拒不改正的，处一百万元以下罚款，对直接责任人员处一万元至十万元罚款。情节严重的，处一千万元以下或者上一年度营业额百分之四以下罚款，可责令停业整顿、通报吊销许可或者执照，对直接责任人员处十万元至一百万元罚款。",
    ),
    procedures=("investigation", "penalty_decision"),
)
_CAPS = (
    liability.fine_cap_rule,
    liability.fine_turnover_base,
    liability.fine_turnover_area,
    liability.fine_turnover_year,
)
_of_the_entity = ByReading(
    liability.fine_turnover_area,
    {
        "world": PercentOf(4, violation.turnover_entity_world),
        "prc": PercentOf(4, violation.turnover_entity_prc),
    },
)
_of_the_group = ByReading(
    liability.fine_turnover_area,
    {
        "world": PercentOf(4, violation.turnover_group_world),
        "prc": PercentOf(4, violation.turnover_group_prc),
    },
)
STOPPING = (Measure.SUSPEND_OPERATIONS, Measure.TERMINATE_OPERATIONS)
FIXED_CAP = yuan(10_000_000)
TURNOVER_CAP: Amount = ByReading(
    liability.fine_turnover_base, {"entity": _of_the_entity, "group": _of_the_group}
)
_either = Higher(FIXED_CAP, TURNOVER_CAP)
_severe_cap = ByReading(
    liability.fine_cap_rule, {"higher": _either, "elected": _either, "lower": Lower(FIXED_CAP, TURNOVER_CAP)}
)

_fine_opens = refusal_shown | (
    taking(liability.fine_substitute, "may_replace") & proceedings.fine_replaces_correction
)
_REFUSAL_FIRST = Text(
    "a fine presupposes that the party refused to correct, on record", "罚款以拒不改正且记录在案为前提"
)
general_ordinary = Penalty(
    cite=Cite(MODEL_LAW, 61, 1),
    when=general_violation & ~violation.severe,
    says=Text("Ordinary violation", "一般违法"),
    obliged=(Measure.ORDER_CORRECTION, Measure.WARNING, Measure.CONFISCATION),
    measures=STOPPING,
    entity=Fine(low=Fixed(0), high=yuan(1_000_000), presupposes=_fine_opens, otherwise=_REFUSAL_FIRST),
    persons=Fine(
        low=yuan(10_000),
        high=yuan(100_000),
        presupposes=_fine_opens | taking(liability.tier_one_persons, "at_once"),
        otherwise=_REFUSAL_FIRST,
    ),
    readings=(liability.tier_one_measures, liability.tier_one_persons, liability.fine_substitute),
)
general_severe = Penalty(
    cite=Cite(MODEL_LAW, 61, 2),
    when=general_violation & violation.severe,
    says=Text("Severe violation", "情节严重的违法"),
    obliged=(Measure.ORDER_CORRECTION, Measure.CONFISCATION),
    measures=(Measure.SUSPEND_OPERATIONS, Measure.RECTIFICATION, Measure.REVOKE_PERMITS),
    entity=Fine(low=Fixed(0), high=_severe_cap),
    persons=Fine(low=yuan(100_000), high=yuan(1_000_000)),
    readings=(liability.severe_standard, *_CAPS),
)
