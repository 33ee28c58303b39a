"""Article 40: a party abroad sets up an institution or appoints a representative in China, and reports it.

Name, contact and mandate are reported, whoever is named accepts, the authority records it under a number. The case
stays open as long as the mandate: changes are reported, and its end calls for a successor while the law still applies.
"""

from __future__ import annotations

from collections.abc import Callable

from qingdan.law.events import governance as events
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.model_law.a40_representative import (
    record_representative,
    report_representative,
    update_representative,
)
from qingdan.law.numbers import Kind
from qingdan.law.statutes import MODEL_LAW
from qingdan.procedures import representative_letters as letters
from qingdan.procedures.grammar.effects import Amends, Enters, Marks, Status
from qingdan.procedures.grammar.fields import (
    NOTE,
    REASONS,
    Asks,
    Field,
    choice,
    day,
    documents,
    items,
    line,
    prose,
)
from qingdan.procedures.grammar.guards import Guard, late, not_future, subject_is
from qingdan.procedures.grammar.procedure import Procedure, Subject
from qingdan.procedures.grammar.roles import By
from qingdan.procedures.grammar.steps import Step, applicant, intake, representative, reviewer
from qingdan.procedures.stages import (
    drafted,
    representation_ended,
    representative_accepted,
    representative_missing,
    representative_named,
    representative_not_recorded,
    representative_recorded,
    supplement_due,
    withdrawn,
)

_CITE = Cite(MODEL_LAW, 40)
_FORM = choice(
    "representative_form",
    Text("institution of your own, or representative", "设立专门机构或者指定代表"),
    {
        "institution": Text("own institution in China", "境内专门机构"),
        "representative": Text("representative appointed", "指定代表"),
    },
    public=True,
)
_NAME = line("representative_name", Text("its name", "机构名称或者代表姓名、名称"), public=True)
_CONTACT = line("representative_contact", Text("its contact details in China", "境内联系方式"))
_NAMED = (
    _FORM,
    _NAME,
    _CONTACT,
    line(
        "credit_code",
        Text("unified social credit code, if it has one", "统一社会信用代码（如有）"),
        required=False,
    ),
    prose("mandate_scope", Text("what it handles for you", "委托办理的事项")),
    documents("mandate", Text("letter of appointment or founding document", "委任文件或者设立文件")),
)
_SHOWN = (_FORM.key, _NAME.key)
_SINCE = day("service_since", Text("day the service started", "开始提供服务之日"), required=False)
_CHANGED_ON = day("changed_on", Text("day of the change", "变更之日"))
_ENDED_ON = day("mandate_ended_on", Text("day the mandate ended", "委托终止之日"))
_WHY_ENDED = Text("the mandate of the representative ended", "境内代表委托终止")
_FOREIGN = subject_is(
    "foreign",
    frozenset({True}),
    Text(
        "Article 40 is for parties abroad; a party in China handles its affairs itself or through an agent",
        "第四十条适用于境外主体；境内主体可自行办理或者委托代理人办理",
    ),
    _CITE,
)
_NONE_YET = Guard(
    says=Text(
        "a representative is on record: report the change or the end of the mandate in that case",
        "已登记境内代表，请在原事项中报送变更或者委托终止",
    ),
    cite=_CITE,
    met=lambda s: s.subject.get("active_entry") not in {"active", "suspended"},
)
_LATE = Text("reported after the period for it", "超过规定期限报送")


def _has_happened(field: Field) -> Guard:
    return not_future(field.key, Text("report it once it has happened", "请于发生后报送"), _CITE)


def _end(key: str, says: Text, by: Callable[..., Step]) -> Step:
    return by(
        key,
        says,
        _CITE,
        at=representative_recorded,
        to=representative_missing,
        asks=(_ENDED_ON, NOTE),
        guards=(_has_happened(_ENDED_ON),),
        flags=(late("end_reported_late", _ENDED_ON.key, update_representative, _LATE),),
        tells=(events.representative_changed,),
        told_on=_ENDED_ON.key,
        serves=letters.call_for_successor,
        publishes=True,
        effects=(Marks(status=Status.DEREGISTERED, why=_WHY_ENDED),),
    )


PROCEDURE = Procedure(
    key="representative_appointment",
    says=Text("Domestic representative", "境内代表"),
    gloss=Text(
        "A party abroad reports the institution or representative in China that handles its AI affairs, with contact details and mandate. "
        "Whoever is named accepts, and is recorded under a number. Changes and the end of the mandate are reported within ten working days, "
        "and a successor follows.",
        "境外主体报送在境内设立的专门机构或者指定的代表及其联系方式、委任文件；所指定者接受委托后予以登记并编号。"
        "变更和委托终止应当在十个工作日内报送，并报送继任者。",
    ),
    cite=_CITE,
    also_cites=(Cite(MODEL_LAW, 2, 2), Cite(MODEL_LAW, 53)),
    subject=Subject.PARTY,
    opened_by=(By.APPLICANT,),
    opens_at=drafted,
    clocks=(record_representative, update_representative),
    parts=(
        applicant(
            "report_appointment",
            Text("Report the institution or representative", "报送境内专门机构或者代表"),
            _CITE,
            at=drafted,
            to=representative_named,
            asks=(*_NAMED, _SINCE),
            guards=(_FOREIGN, _NONE_YET),
            flags=(late("appointed_late", _SINCE.key, report_representative, _LATE),),
            tells=(events.representative_reported,),
            serves=letters.receipt_of_appointment,
        ),
        representative(
            "accept_mandate",
            Text("Accept the mandate", "接受委托"),
            _CITE,
            at=representative_named,
            to=representative_accepted,
            asks=(
                line("contact_confirmed", Text("your contact details in China", "本人（单位）境内联系方式")),
                documents("acceptance", Text("signed acceptance", "接受委托书")),
            ),
            tells=(events.representative_accepted,),
        ),
        representative(
            "decline_mandate",
            Text("Decline the mandate", "不接受委托"),
            _CITE,
            at=representative_named,
            to=drafted,
            asks=(NOTE,),
            serves=letters.notice_of_declined_mandate,
        ),
        intake(
            "ask_to_complete",
            Text("Ask for what is missing", "告知补充"),
            _CITE,
            at=representative_accepted,
            to=supplement_due,
            asks=(
                items("defects", Text("everything that is missing, point by point", "需要补充的全部内容")),
            ),
            pauses=(record_representative,),
            serves=letters.points_on_appointment,
        ),
        applicant(
            "complete",
            Text("Add what is missing", "补充材料"),
            _CITE,
            at=supplement_due,
            to=representative_accepted,
            asks=(
                Field(
                    key="replies",
                    asks=Asks.REPLIES,
                    to="defects",
                    says=Text("answer to each point", "逐项答复"),
                ),
                documents("supplements", Text("documents", "补充材料"), required=False),
            ),
            resumes=(record_representative,),
        ),
        intake(
            "record",
            Text("Record the representative", "登记境内代表"),
            _CITE,
            at=representative_accepted,
            to=representative_recorded,
            guards=(_FOREIGN,),
            tells=(events.representative_recorded,),
            serves=letters.certificate_of_representative,
            publishes=True,
            effects=(Enters(kind=Kind.REPRESENTATIVE, shows=_SHOWN),),
        ),
        reviewer(
            "refuse_record",
            Text("Refuse to record", "不予登记"),
            _CITE,
            at=(representative_accepted, supplement_due),
            to=representative_not_recorded,
            asks=(REASONS,),
            confirmed_by=By.HEAD,
            tells=(events.representative_report_ended,),
            serves=letters.refusal_of_representative,
        ),
        applicant(
            "report_change",
            Text("Report a change of name or contact", "报送变更"),
            _CITE,
            at=representative_recorded,
            asks=(_CHANGED_ON, _NAME, _CONTACT, NOTE),
            guards=(_has_happened(_CHANGED_ON),),
            flags=(late("changed_late", _CHANGED_ON.key, update_representative, _LATE),),
            tells=(events.representative_changed, events.representative_updated),
            told_on={events.representative_changed: _CHANGED_ON.key},
            serves=letters.confirmation_of_representative_change,
            publishes=True,
            effects=(Amends(shows=(_NAME.key,)),),
        ),
        _end("end_mandate", Text("Report the end of the mandate", "报送委托终止"), applicant),
        _end("resign", Text("Lay down the mandate", "辞去委托"), representative),
        applicant(
            "report_successor",
            Text("Report a successor", "报送新代表"),
            _CITE,
            at=representative_missing,
            to=representative_named,
            asks=_NAMED,
            guards=(_FOREIGN,),
            tells=(events.representative_updated,),
            serves=letters.receipt_of_appointment,
        ),
        reviewer(
            "close_as_unneeded",
            Text("Find that none is needed any more", "认定不再需要境内代表"),
            _CITE,
            at=representative_missing,
            to=representation_ended,
            asks=(REASONS,),
            serves=letters.end_of_representation,
        ),
        applicant(
            "withdraw",
            Text("Withdraw the report", "撤回报送"),
            _CITE,
            at=(representative_named, representative_accepted, supplement_due),
            to=withdrawn,
            asks=(NOTE,),
            tells=(events.representative_report_ended,),
        ),
    ),
)
