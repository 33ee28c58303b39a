"""Article 37, how long risk records stay.

The law gives two periods and no start, and in the developers' paragraph it says "providers":
see the reading ``retention.risk_records``. Records are never disposed of while a claim is open.
"""

from qingdan.law.events import governance, service
from qingdan.law.grammar.conditions import taking
from qingdan.law.grammar.periods import Retention
from qingdan.law.grammar.rules import Duty, Prohibition, Role
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.grammar.units import Unit
from qingdan.law.model_law.a32_safety import is_developer_or_provider
from qingdan.law.model_law.a71_definitions import is_provider
from qingdan.law.readings import duties
from qingdan.law.statutes import MODEL_LAW

_ENDS = (governance.risk_record_closed, service.service_ended)
_RECORDS = (Text("risk register: identification, assessment, treatment", "风险台账（识别、评估、处置）"),)
_READING = (duties.retention_risk_records,)

keep_risk_records = Duty(
    cite=Cite(MODEL_LAW, 37),
    bearer=Role.DEVELOPER_OR_PROVIDER,
    when=is_developer_or_provider & taking(duties.retention_risk_records, "max"),
    must=Text("Keep risk records for three years", "风险记录保存三年以上"),
    evidence=_RECORDS,
    keeps=Retention(amount=3, unit=Unit.YEAR, after=_ENDS, cite=Cite(MODEL_LAW, 37, 2)),
    readings=_READING,
)
keep_own_risk_records = Duty(
    cite=Cite(MODEL_LAW, 37, 1),
    bearer=Role.PROVIDER,
    when=is_provider & taking(duties.retention_risk_records, "literal"),
    must=Text("Keep risk records of the service for two years", "服务风险记录保存二年以上"),
    evidence=_RECORDS,
    keeps=Retention(amount=2, unit=Unit.YEAR, after=_ENDS, cite=Cite(MODEL_LAW, 37, 1)),
    readings=_READING,
)
keep_development_risk_records = Duty(
    cite=Cite(MODEL_LAW, 37, 2),
    bearer=Role.PROVIDER,
    when=is_provider & taking(duties.retention_risk_records, "literal"),
    must=Text("Keep risk records of the development for three years", "研发环节风险记录保存三年以上"),
    evidence=_RECORDS,
    keeps=Retention(amount=3, unit=Unit.YEAR, after=_ENDS, cite=Cite(MODEL_LAW, 37, 2)),
    readings=_READING,
)
no_disposal_under_hold = Prohibition(
    cite=Cite(MODEL_LAW, 37),
    binds=Role.DEVELOPER_OR_PROVIDER,
    forbids=Text(
        "Disposing of risk records while a claim or case may need them, though the period is over",
        "索赔或者案件未了结前销毁风险记录，即使保存期限已满",
    ),
    when=is_developer_or_provider,
    note=Text(
        "claims in tort lapse after three years (Civil Code Art. 188, not yet verified)",
        "侵权请求权诉讼时效为三年（《民法典》第一百八十八条，尚待核对）",
    ),
)
