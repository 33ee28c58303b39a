"""Article 36, fairness: developers guard data, design and testing; providers guard input and output."""

from qingdan.law.grammar.rules import Article, Duty, Role
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.model_law.a71_definitions import is_developer, is_provider
from qingdan.law.statutes import MODEL_LAW

ARTICLE = Article(
    number=36,
    title=Text("Fairness", "公平义务"),
    gloss=Text(
        "Developers prevent harmful bias in data, labels, design, development and testing; providers in what goes in and comes out.",
        "研发者应当在数据处理和标注、算法模型设计、开发和验证测试中防止有害的偏见歧视，提供者应当加强输入和输出数据管理。",
    ),
)

develop_fairly = Duty(
    cite=Cite(MODEL_LAW, 36, 1),
    bearer=Role.DEVELOPER,
    when=is_developer,
    must=Text(
        "Prevent harmful bias in data, labelling, design, development and testing",
        "在数据处理和标注、算法模型设计、开发和验证测试中有效防止有害的偏见歧视",
    ),
    evidence=(
        Text("bias tests with groups, measures and results", "偏见测试记录（群体、指标、结果）"),
        Text("rules for labelling and their checks", "标注规则及抽检记录"),
    ),
)
provide_fairly = Duty(
    cite=Cite(MODEL_LAW, 36, 2),
    bearer=Role.PROVIDER,
    when=is_provider,
    must=Text(
        "Steward input and output so that harmful bias is prevented",
        "加强输入和输出数据管理，有效防止有害的偏见歧视",
    ),
    evidence=(
        Text("checks of input and output for bias, and what followed", "输入、输出数据偏见检查及处置记录"),
    ),
)
