"""Article 62, what its two sentences forbid: bypassing the refusal, and a fine without the factors weighed."""

from qingdan.law.facts import proceedings as facts
from qingdan.law.grammar.conditions import taking
from qingdan.law.grammar.rules import Bar
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.model_law.a61_violation import refusal_shown
from qingdan.law.readings import liability
from qingdan.law.statutes import MODEL_LAW

fine_cannot_replace = Bar(
    cite=Cite(MODEL_LAW, 62),
    when=facts.relied_on.is_("general_ordinary")
    & facts.fine_replaces_correction
    & ~refusal_shown
    & taking(liability.fine_substitute, "never_bypasses"),
    because=Text(
        '"substitute" does not lift the condition that the party refused to correct',
        "“替代”不免除拒不改正这一前提",
    ),
    remedy=Text("order correction first", "先责令改正"),
    measures=(),
    readings=(liability.fine_substitute,),
)
factors_unweighed = Bar(
    cite=Cite(MODEL_LAW, 62),
    when=~facts.factors_weighed,
    because=Text("the eight factors were not all weighed", "未逐项考虑八项因素"),
    remedy=Text("fill in the factor sheet", "填写裁量因素表"),
    measures=(),
)
