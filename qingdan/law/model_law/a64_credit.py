"""Article 64, credit records. Only effective decisions are published; an overturned one is withdrawn in three working days."""

from qingdan.law.events import enforcement as events
from qingdan.law.grammar.conditions import ALWAYS
from qingdan.law.grammar.periods import AtOnce, Period
from qingdan.law.grammar.rules import Article, Duty, Prohibition, Right, Role
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.grammar.units import Unit
from qingdan.law.readings import liability, remedies
from qingdan.law.statutes import MODEL_LAW, PENALTY_LAW

ARTICLE = Article(
    number=64,
    title=Text("Credit records", "信用惩戒"),
    gloss=Text(
        "Unlawful acts under this law are recorded in the credit file under the relevant rules and made public.",
        "有本法规定的违法行为的，依照有关法律、行政法规记入信用档案并予以公示。",
    ),
    procedures=("credit_record",),
)
_CITE = Cite(MODEL_LAW, 64)

record_in_credit_file = Duty(
    cite=_CITE,
    bearer=Role.AUTHORITY,
    when=ALWAYS,
    must=Text(
        "Record each effective decision in the credit file and publish it",
        "将生效的违法认定记入信用档案并公示",
    ),
    within=AtOnce(after=events.penalty_served),
    done_by=events.penalty_published,
    evidence=(Text("entry with the decision it rests on", "信用记录及所依据的决定"),),
    readings=(remedies.credit_effective,),
)
withdraw_overturned_record = Duty(
    cite=Cite(PENALTY_LAW, 48, 2),
    bearer=Role.AUTHORITY,
    when=ALWAYS,
    must=Text("Withdraw an overturned decision and say why", "处罚决定被推翻的，撤回公开信息并公开说明理由"),
    within=Period(amount=3, unit=Unit.WORKING_DAY, after=events.penalty_overturned),
    done_by=events.publication_withdrawn,
    evidence=(Text("withdrawal with its reasons", "撤回记录及理由"),),
)
no_record_before_effect = Prohibition(
    cite=_CITE,
    binds=Role.AUTHORITY,
    forbids=Text(
        "Publishing a decision that is not effective, or a soft measure", "公示未生效的决定或者柔性措施"
    ),
    readings=(remedies.credit_effective, liability.soft_counts),
)
ask_for_credit_repair = Right(
    cite=_CITE,
    holder=Role.ANYONE,
    may=Text(
        "Have a wrong record corrected and, under credit rules, a corrected violation repaired",
        "申请更正错误记录，并依信用规定申请信用修复",
    ),
    against=Role.AUTHORITY,
)
