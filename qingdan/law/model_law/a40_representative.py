"""Article 40, a domestic representative for those abroad whom the law reaches.

A representative does not make a foreign body a Chinese legal person: Article 25(1) and (2) stay
unmet, and what is on the Negative List stays closed to it. It files for registration (43).
"""

from qingdan.law.events import governance, service
from qingdan.law.facts import actor, conduct
from qingdan.law.grammar.conditions import taking
from qingdan.law.grammar.periods import Period
from qingdan.law.grammar.rules import Article, Duty, Finding, Right, Role, Term
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.grammar.units import Unit
from qingdan.law.model_law.a02_scope import reaches_from_abroad
from qingdan.law.model_law.a32_safety import is_developer_or_provider
from qingdan.law.readings import duties
from qingdan.law.readings.registry import registry_handling_wd
from qingdan.law.statutes import MODEL_LAW

ARTICLE = Article(
    number=40,
    title=Text("Domestic representative", "境内代表"),
    gloss=Text(
        "Developers and providers abroad whom the law reaches set up a body or appoint a representative in China, and report name and "
        "contact details to the authority.",
        "适用本法的境外研发者、提供者应当在境内设立专门机构或者指定代表，并向国家人工智能主管机关报送名称、姓名和联系方式。",
    ),
    procedures=("representative_appointment",),
)

representative_required = Finding(
    cite=Cite(MODEL_LAW, 40),
    says=Text("A body or representative in China is required", "应当在境内设立专门机构或者指定代表"),
    denies=Text("No representative in China is required", "无需设立境内专门机构或者代表"),
    when=is_developer_or_provider
    & ~actor.established_in_china
    & (reaches_from_abroad | (conduct.based_abroad & taking(duties.representative_trigger, "foreign_actor"))),
    readings=(duties.representative_trigger,),
    note=Text(
        "it does not satisfy the licence conditions of Article 25(1) and (2)",
        "不因此满足第二十五条第一项、第二项许可条件",
    ),
)
report_representative = Duty(
    cite=Cite(MODEL_LAW, 40),
    bearer=Role.DEVELOPER_OR_PROVIDER,
    when=representative_required,
    must=Text(
        "Set up a body or appoint a representative in China and report it to the authority",
        "设立境内专门机构或者指定代表，并报送主管机关",
    ),
    within=Period(
        amount=duties.representative_filing_wd, unit=Unit.WORKING_DAY, after=service.service_started
    ),
    done_by=governance.representative_reported,
    evidence=(Text("letter of appointment", "委任文件"), Text("receipt of the report", "报送回执")),
    readings=(duties.representative_filing_wd, duties.representative_trigger),
)
update_representative = Duty(
    cite=Cite(MODEL_LAW, 40),
    bearer=Role.DEVELOPER_OR_PROVIDER,
    when=representative_required,
    must=Text("Report a change of representative or contact details", "境内代表或者联系方式变更的，及时报送"),
    within=Period(
        amount=duties.representative_filing_wd, unit=Unit.WORKING_DAY, after=governance.representative_changed
    ),
    done_by=governance.representative_updated,
    evidence=(Text("receipt of the report", "报送回执"),),
    presupposes=(report_representative,),
    readings=(duties.representative_filing_wd,),
)
represent_abroad = Right(
    cite=Cite(MODEL_LAW, 40),
    holder=Role.REPRESENTATIVE,
    against=Role.AUTHORITY,
    may=Text(
        "Handle AI affairs for the one it represents, registration included",
        "代为处理人工智能相关事务，包括登记备案",
    ),
    when=representative_required,
)
record_representative = Term(
    cite=Cite(MODEL_LAW, 40),
    binds=Role.AUTHORITY,
    says=Text("Record the representative reported", "登记所报送的境内代表"),
    period=Period(
        amount=registry_handling_wd, unit=Unit.WORKING_DAY, after=governance.representative_accepted
    ),
    on_lapse=Text(
        "the authority is late: the case goes to its superior; the report was made in time all the same",
        "主管机关逾期：转上级督办；不影响当事人已按时报送",
    ),
    stopped_by=(governance.representative_recorded, governance.representative_report_ended),
    readings=(registry_handling_wd,),
)
