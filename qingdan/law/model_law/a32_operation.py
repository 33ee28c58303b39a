"""Article 32(1), second half: what was tested before release stays secure and stable for as long as it runs."""

from qingdan.law.grammar.rules import Duty, Role
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.model_law.a32_safety import is_developer_or_provider
from qingdan.law.statutes import MODEL_LAW

keep_operation_safe = Duty(
    cite=Cite(MODEL_LAW, 32, 1),
    bearer=Role.DEVELOPER_OR_PROVIDER,
    when=is_developer_or_provider,
    must=Text(
        "Keep it running securely and stably throughout its lifecycle", "保障其全生命周期安全、稳定运行"
    ),
    evidence=(Text("record of operation: faults, changes, maintenance", "运行记录（故障、变更、维护）"),),
)
