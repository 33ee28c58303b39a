"""The laws and rules that Qingdan cites, each declared once.

``verified`` is False where the domain memo knows the rule's figures from memory only; results that use one say so.
"""

from __future__ import annotations

from qingdan.law.grammar.text import Statute, Text

MODEL_LAW = Statute(
    "cass-1.1",
    Text(
        "Model Law on Artificial Intelligence (expert draft v1.1)",
        "人工智能法（示范法）1.1（专家建议稿）",
    ),
    Text("Model AI Law", "人工智能法（示范法）"),
    version="1.1",
)

# --- The general law that fills the gaps. ---

CIVIL_CODE = Statute("civil-code", Text("Civil Code", "中华人民共和国民法典"), Text("Civil Code", "民法典"))
LICENSING_LAW = Statute(
    "licensing-law",
    Text("Administrative Licensing Law", "中华人民共和国行政许可法"),
    Text("Licensing Law", "行政许可法"),
)
PENALTY_LAW = Statute(
    "penalty-law",
    Text("Administrative Penalty Law (2021)", "中华人民共和国行政处罚法（2021年修订）"),
    Text("Penalty Law", "行政处罚法"),
    version="2021",
)
RECONSIDERATION_LAW = Statute(
    "reconsideration-law",
    Text("Administrative Reconsideration Law (2023)", "中华人民共和国行政复议法（2023年修订）"),
    Text("Reconsideration Law", "行政复议法"),
    version="2023",
)
LITIGATION_LAW = Statute(
    "litigation-law",
    Text("Administrative Litigation Law", "中华人民共和国行政诉讼法"),
    Text("Litigation Law", "行政诉讼法"),
)
CIVIL_PROCEDURE_LAW = Statute(
    "civil-procedure-law",
    Text("Civil Procedure Law", "中华人民共和国民事诉讼法"),
    Text("Civil Procedure Law", "民事诉讼法"),
    verified=False,
)
HOLIDAY_MEASURES = Statute(
    "holiday-measures",
    Text(
        "Measures for Public Holidays on Festivals and Memorial Days (State Council Order 795)",
        "全国年节及纪念日放假办法（国务院令第795号）",
    ),
    Text("Holiday Measures", "全国年节及纪念日放假办法"),
    version="2024",
)
CAC_PROCEDURE_PROVISIONS = Statute(
    "cac-procedure-2023",
    Text(
        "Provisions on Administrative Law Enforcement Procedures of Cyberspace Departments (2023)",
        "网信部门行政执法程序规定（2023年）",
    ),
    Text("Cyberspace Enforcement Procedure Provisions", "网信部门行政执法程序规定"),
    version="2023",
    verified=False,
)

PUBLIC_INTEREST_INTERPRETATION = Statute(
    "public-interest-2020",
    Text(
        "Interpretation on Procuratorial Public-Interest Suits (as amended 2020)",
        "最高人民法院、最高人民检察院关于检察公益诉讼案件适用法律若干问题的解释（2020年修正）",
    ),
    Text("Public-Interest Suit Interpretation", "检察公益诉讼解释"),
    version="2020",
    verified=False,
)

# --- Data and network law. ---

PIPL = Statute(
    "pipl",
    Text("Personal Information Protection Law", "中华人民共和国个人信息保护法"),
    Text("Personal Information Protection Law", "个人信息保护法"),
    verified=False,
)
CYBERSECURITY_LAW = Statute(
    "cybersecurity-law",
    Text("Cybersecurity Law (amended 2025)", "中华人民共和国网络安全法（2025年修正）"),
    Text("Cybersecurity Law", "网络安全法"),
    version="2025",
)
CYBERSECURITY_REVIEW_MEASURES = Statute(
    "cybersecurity-review",
    Text("Cybersecurity Review Measures", "网络安全审查办法"),
    Text("Cybersecurity Review Measures", "网络安全审查办法"),
    verified=False,
)
INCIDENT_REPORTING_MEASURES = Statute(
    "cyber-incident-2025",
    Text(
        "Administrative Measures for Reporting National Cybersecurity Incidents (2025)",
        "国家网络安全事件报告管理办法（2025年）",
    ),
    Text("Incident Reporting Measures", "国家网络安全事件报告管理办法"),
    version="2025",
)
VULNERABILITY_PROVISIONS = Statute(
    "vulnerability-2021",
    Text(
        "Provisions on the Management of Security Vulnerabilities in Network Products (2021)",
        "网络产品安全漏洞管理规定（2021年）",
    ),
    Text("Vulnerability Provisions", "网络产品安全漏洞管理规定"),
    version="2021",
    verified=False,
)

# --- Rules on algorithms and generated content. ---

ALGORITHM_PROVISIONS = Statute(
    "algorithm-2022",
    Text(
        "Provisions on Algorithmic Recommendation in Internet Information Services (2022)",
        "互联网信息服务算法推荐管理规定（2022年）",
    ),
    Text("Algorithm Provisions", "互联网信息服务算法推荐管理规定"),
    version="2022",
)
DEEP_SYNTHESIS_PROVISIONS = Statute(
    "deep-synthesis-2023",
    Text(
        "Provisions on Deep Synthesis in Internet Information Services (2023)",
        "互联网信息服务深度合成管理规定（2023年）",
    ),
    Text("Deep Synthesis Provisions", "互联网信息服务深度合成管理规定"),
    version="2023",
    verified=False,
)
GENERATIVE_AI_MEASURES = Statute(
    "generative-ai-2023",
    Text(
        "Interim Measures for Generative Artificial Intelligence Services (2023)",
        "生成式人工智能服务管理暂行办法（2023年）",
    ),
    Text("Generative AI Measures", "生成式人工智能服务管理暂行办法"),
    version="2023",
    verified=False,
)
LABELLING_MEASURES = Statute(
    "labelling-2025",
    Text(
        "Measures for Labelling AI-Generated Synthetic Content (2025)",
        "人工智能生成合成内容标识办法（2025年）",
    ),
    Text("Labelling Measures", "人工智能生成合成内容标识办法"),
    version="2025",
)
ANTHROPOMORPHIC_MEASURES = Statute(
    "anthropomorphic-2026",
    Text(
        "Measures for Anthropomorphic AI Interaction Services",
        "人工智能拟人化互动服务管理办法",
    ),
    Text("Anthropomorphic Interaction Measures", "人工智能拟人化互动服务管理办法"),
    verified=False,
)
ETHICS_REVIEW_MEASURES = Statute(
    "ethics-review-2023",
    Text(
        "Measures for Science and Technology Ethics Review (Trial) (2023)",
        "科技伦理审查办法（试行）（国科发监〔2023〕167号）",
    ),
    Text("Ethics Review Measures", "科技伦理审查办法（试行）"),
    version="2023",
    verified=False,
)

# --- Standards. ---

GB_45438 = Statute(
    "gb-45438-2025",
    Text(
        "GB 45438-2025, Labelling method for content generated by artificial intelligence",
        "GB 45438-2025《网络安全技术 人工智能生成合成内容标识方法》",
    ),
    Text("GB 45438-2025", "GB 45438-2025"),
    version="2025",
)
GB_T_45654 = Statute(
    "gb-t-45654-2025",
    Text(
        "GB/T 45654-2025, Basic security requirements for generative AI services",
        "GB/T 45654-2025《网络安全技术 生成式人工智能服务安全基本要求》",
    ),
    Text("GB/T 45654-2025", "GB/T 45654-2025"),
    version="2025",
    verified=False,
)
TC260_003 = Statute(
    "tc260-003",
    Text(
        "TC260-003, Basic security requirements for generative AI services (2024)",
        "TC260-003《生成式人工智能服务安全基本要求》（2024年）",
    ),
    Text("TC260-003", "TC260-003"),
    version="2024",
    verified=False,
)
MLPS = Statute(
    "mlps-2.0",
    Text("Multi-Level Protection Scheme 2.0", "网络安全等级保护制度2.0"),
    Text("MLPS 2.0", "网络安全等级保护2.0"),
    version="2.0",
    verified=False,
)

STATUTES: dict[str, Statute] = {
    statute.key: statute for statute in tuple(vars().values()) if isinstance(statute, Statute)
}
"""Every statute above by its key."""
