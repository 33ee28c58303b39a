"""Article 25, eligibility: all eight conditions together, and who can never meet the first two.

Foreign entities and foreign principals are shut out; a representative (Art. 40) does not help.
"""

from qingdan.law.facts import actor, licence
from qingdan.law.grammar.conditions import all_of
from qingdan.law.grammar.rules import Finding
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.model_law.a25_conditions import CONDITIONS
from qingdan.law.readings import licensing
from qingdan.law.statutes import MODEL_LAW

licence_conditions_met = Finding(
    cite=Cite(MODEL_LAW, 25),
    says=Text("All eight conditions of a licence are met", "八项许可条件全部具备"),
    denies=Text("At least one condition of a licence is not met", "至少一项许可条件不具备"),
    when=all_of(*(c.met_when for c in CONDITIONS)),
    benefit=True,
    readings=(licensing.license_risk_system_condition,),
)
cannot_be_licensed = Finding(
    cite=Cite(MODEL_LAW, 25, 1),
    says=Text(
        "As constituted, the organisation can never be licensed: it, or its principal, is foreign",
        "该主体或者其主要负责人不符合国籍要求，现状下无法取得许可",
    ),
    denies=Text(
        "Neither the organisation nor its principal is barred as foreign", "该主体及其主要负责人符合国籍要求"
    ),
    when=~actor.established_in_china | ~licence.principal_is_chinese_citizen,
    note=Text(
        "Appointing a domestic representative (Art. 40) does not cure this.",
        "依第四十条设立机构或者指定代表亦不能补正。",
    ),
)
