"""Articles 55-56, soft measures and the regulatory sandbox.

A soft measure is recorded and is no penalty. Sandbox relief is what the single admission states, and never reaches
Articles 14 and 24 unless read otherwise.
"""

from qingdan.law.facts import circumstances, violation
from qingdan.law.grammar.conditions import ALWAYS, taking
from qingdan.law.grammar.rules import Article, Bar, Duty, Finding, Role
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.neighbours.penalty_law import PUNITIVE
from qingdan.law.neighbours.penalty_lenience import first_slight_corrected
from qingdan.law.readings import liability, remedies
from qingdan.law.statutes import MODEL_LAW

ARTICLES = (
    Article(
        number=55,
        title=Text("Soft measures", "柔性监管"),
        gloss=Text(
            "Where a violation is minor and not penalised, the authority criticises and educates, guides in an interview or calls "
            "a meeting, so that the party goes on lawfully.",
            "违法情节轻微、依法不予处罚的，采取批评教育、指导约谈、组织会商等方式，促使当事人依法合规开展活动。",
        ),
        procedures=("soft_measure",),
    ),
    Article(
        number=56,
        title=Text("Regulatory sandbox", "监管试验"),
        gloss=Text(
            "The authority sets up a regulatory sandbox with rules on admission, running, risk control, duties and reduced liability.",
            "主管机关建立监管试验机制，就参加条件、运行机制、风险监测防范以及义务和责任减免作出规定。",
        ),
        procedures=("sandbox_admission",),
    ),
)
soft_measure_due = Finding(
    cite=Cite(MODEL_LAW, 55),
    says=Text("Soft measures take the place of a penalty", "不予处罚，应当采取柔性措施"),
    denies=Text("Soft measures do not take the place of a penalty", "不属于以柔性措施代替处罚的情形"),
    when=(circumstances.minor_violation & circumstances.corrected_in_time & circumstances.harm.is_("none"))
    | first_slight_corrected,
    readings=(liability.soft_counts,),
    benefit=True,
)
take_soft_measure = Duty(
    cite=Cite(MODEL_LAW, 55),
    bearer=Role.AUTHORITY,
    when=soft_measure_due,
    must=Text(
        "Educate, guide in an interview, or call a meeting; record it",
        "采取批评教育、指导约谈、组织会商等措施并记录",
    ),
    evidence=(Text("record of the measure", "措施记录"),),
)
set_up_sandbox = Duty(
    cite=Cite(MODEL_LAW, 56),
    bearer=Role.AUTHORITY,
    when=ALWAYS,
    must=Text(
        "Set up the sandbox and its rules: admission, running, risk control, duties and relief",
        "建立监管试验机制，并就参加条件、运行、风险防范、义务和责任减免制定规则",
    ),
    evidence=(Text("published sandbox rules, with version", "公布的监管试验规则及版本"),),
)
relieved_by_sandbox = Bar(
    cite=Cite(MODEL_LAW, 56, 1, "d"),
    when=circumstances.sandbox_relief
    & (
        taking(remedies.sandbox_waiver, "as_stated")
        | ~violation.breach.is_("prohibited_content", "unlicensed")
    ),
    because=Text(
        "the sandbox admission expressly relieves the party of liability for this act",
        "监管试验准入文件明确减免该行为的责任",
    ),
    remedy=Text(
        "impose no penalty; manage the risk under the sandbox rules", "不予处罚；依监管试验规则处置风险"
    ),
    measures=PUNITIVE,
    readings=(remedies.sandbox_waiver,),
)
