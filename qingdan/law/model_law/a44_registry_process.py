"""Article 44, the authority's side of registration: is the file complete? Then a number, within five working days.

Only completeness is reviewed. If the authority is silent, nothing is deemed registered and no
number issues by itself: the lapse is the authority's, and goes to its superior.
"""

from qingdan.law.events import registry as registry_events
from qingdan.law.grammar.conditions import taking
from qingdan.law.grammar.periods import Period
from qingdan.law.grammar.rules import Article, Duty, Prohibition, Role, Term
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.grammar.units import Unit
from qingdan.law.model_law.a43_registry import registry_required
from qingdan.law.readings import registry
from qingdan.law.statutes import MODEL_LAW

ARTICLE = Article(
    number=44,
    title=Text("Registration process", "登记备案程序"),
    gloss=Text(
        "The authority checks that the file is complete, registers within five working days with a published number, or says within "
        "three working days what is missing.",
        "主管机关核验材料是否齐全；齐全的，五个工作日内办结备案、发放编号并公示；不齐全的，三个工作日内告知补充。",
    ),
    procedures=("registry_filing",),
)
_DONE = (
    registry_events.registry_number_issued,
    registry_events.registry_update_published,
    registry_events.filing_ended,
)
_REGISTERED = Text(
    "Register a complete file, issue the number and publish it", "材料齐全的，办结备案、发放编号并公示"
)
_LATE = Text(
    "the authority is late: the case goes to its superior; no number is issued by itself, and the provider has done its part",
    "主管机关逾期：转上级督办；编号不自动生成，提供者已履行备案义务",
)

register_complete_filing = Term(
    cite=Cite(MODEL_LAW, 44),
    binds=Role.AUTHORITY,
    says=_REGISTERED,
    period=Period(amount=5, unit=Unit.WORKING_DAY, after=registry_events.complete_filing_received),
    on_lapse=_LATE,
    when=taking(registry.registry_clock_start, "complete_file"),
    stopped_by=_DONE,
    readings=(registry.registry_clock_start,),
)
register_from_first_receipt = Term(
    cite=Cite(MODEL_LAW, 44),
    binds=Role.AUTHORITY,
    says=_REGISTERED,
    period=Period(amount=5, unit=Unit.WORKING_DAY, after=registry_events.filing_received),
    on_lapse=_LATE,
    when=taking(registry.registry_clock_start, "first_receipt"),
    stopped_by=_DONE,
    readings=(registry.registry_clock_start,),
)
say_what_is_missing = Term(
    cite=Cite(MODEL_LAW, 44),
    binds=Role.AUTHORITY,
    says=Text(
        "Say once and completely what is missing from the file", "材料不齐全的，一次性告知需补充的内容"
    ),
    period=Period(amount=3, unit=Unit.WORKING_DAY, after=registry_events.filing_received),
    on_lapse=Text(
        "the authority is late in objecting: the case goes to its superior, and the five working days run on",
        "主管机关逾期未告知：转上级督办，五个工作日期限继续计算",
    ),
    when=taking(registry.registry_bound_party, "authority"),
    stopped_by=(registry_events.filing_defects_notified, registry_events.complete_filing_received, *_DONE),
    readings=(registry.registry_bound_party,),
)
supplement_filing = Duty(
    cite=Cite(MODEL_LAW, 44),
    bearer=Role.PROVIDER,
    when=registry_required & taking(registry.registry_bound_party, "filer"),
    must=Text("Supplement the file within three working days of being told", "被告知后三个工作日内补充材料"),
    within=Period(amount=3, unit=Unit.WORKING_DAY, after=registry_events.filing_defects_notified),
    done_by=registry_events.filing_supplemented,
    evidence=(Text("receipt of the supplement", "补充材料回执"),),
    readings=(registry.registry_bound_party,),
)
no_merits_refusal = Prohibition(
    cite=Cite(MODEL_LAW, 44),
    binds=Role.AUTHORITY,
    forbids=Text("Refusing registration of a complete file on the merits", "以实质理由拒绝材料齐全的备案"),
    when=registry_required & taking(registry.registry_merits_refusal, "never"),
    readings=(registry.registry_merits_refusal,),
)
