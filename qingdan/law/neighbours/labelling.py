"""The Labelling Measures of 2025, as far as Article 34(2) refers to them: labels seen, and labels in the file."""

from qingdan.law.events import governance
from qingdan.law.facts import conduct, product
from qingdan.law.grammar.periods import Retention
from qingdan.law.grammar.readings import Figure
from qingdan.law.grammar.rules import Duty, Role
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.grammar.units import Unit
from qingdan.law.model_law.a71_definitions import is_provider
from qingdan.law.statutes import LABELLING_MEASURES

unlabelled_log_months = Figure(profile="cn-2025-labelling", field="unlabelled_copy_log")

put_visible_label = Duty(
    cite=Cite(LABELLING_MEASURES, 4),
    bearer=Role.PROVIDER,
    when=is_provider & product.deep_synthesis,
    must=Text(
        "Put a label that people notice on generated text, sound, image, video and scene",
        "在生成合成的文本、音频、图片、视频、虚拟场景上添加显式标识",
    ),
    evidence=(Text("samples of each kind, measured against the standard", "各类内容样例及与标准的对照"),),
)
put_metadata_label = Duty(
    cite=Cite(LABELLING_MEASURES, 5),
    bearer=Role.PROVIDER,
    when=is_provider & product.deep_synthesis,
    must=Text(
        "Put the implicit label, with provider and content number, into the file's metadata",
        "在文件元数据中添加隐式标识（提供者编码、内容编号等）",
    ),
    evidence=(Text("metadata of sample files", "样例文件元数据"),),
)
log_unlabelled_copies = Duty(
    cite=Cite(LABELLING_MEASURES, 9),
    bearer=Role.PROVIDER,
    when=is_provider & product.deep_synthesis & conduct.gives_unlabelled_copies,
    must=Text(
        "Agree duties with whoever gets a copy without visible label, and keep the log",
        "应申请提供未添加显式标识内容的，明确责任并留存日志",
    ),
    evidence=(Text("the agreement and the log", "用户协议和日志"),),
    keeps=Retention(
        amount=unlabelled_log_months,
        unit=Unit.MONTH,
        after=(governance.log_written,),
        cite=Cite(LABELLING_MEASURES, 9),
    ),
)
