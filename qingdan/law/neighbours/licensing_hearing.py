"""Administrative Licensing Law Arts. 46-48, hearings, and Art. 82, how its periods are counted."""

from qingdan.law.events import licence_hearing as events
from qingdan.law.grammar.periods import Period
from qingdan.law.grammar.rules import Definition, Duty, Power, Prohibition, Right, Role, Term
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.grammar.units import Unit
from qingdan.law.model_law.a23_two_tracks import licence_required
from qingdan.law.readings import licensing
from qingdan.law.statutes import LICENSING_LAW

hold_hearing_of_own_accord = Power(
    cite=Cite(LICENSING_LAW, 46),
    holder=Role.AUTHORITY,
    may=Text(
        "Announce and hold a hearing where the public interest is greatly touched",
        "涉及公共利益的重大许可事项，公告并举行听证",
    ),
    when=licence_required,
)
ask_for_licence_hearing = Right(
    cite=Cite(LICENSING_LAW, 47, 1),
    holder=Role.AFFECTED,
    may=Text(
        "Applicant and third parties whose major interests are at stake: ask for a hearing, free of charge",
        "申请人、有重大利益关系的第三人可以要求听证，不承担费用",
    ),
    when=licence_required,
    against=Role.AUTHORITY,
)
request_licence_hearing = Term(
    cite=Cite(LICENSING_LAW, 47, 1),
    binds=Role.APPLICANT,
    says=Text("asking for a licensing hearing", "提出听证申请"),
    period=Period(amount=5, unit=Unit.WORKING_DAY, after=events.licence_hearing_offered),
    on_lapse=Text("The review goes on without a hearing", "不再举行听证，继续审查"),
    stopped_by=(events.licence_hearing_requested, events.licence_hearing_waived),
    note=Text(
        "Art. 82 speaks of the organ's periods; the applicant's five days are counted alike, in the applicant's favour.",
        "第八十二条针对行政机关的期限，申请人的五日从有利于申请人的角度同样按工作日计算。",
    ),
)
organise_licence_hearing = Term(
    cite=Cite(LICENSING_LAW, 47, 1),
    binds=Role.AUTHORITY,
    says=Text("organising the licensing hearing", "组织听证"),
    period=Period(amount=20, unit=Unit.WORKING_DAY, after=events.licence_hearing_requested),
    on_lapse=Text("No denial may be decided before the hearing", "听证前不得作出不予许可决定"),
    stopped_by=(events.licence_hearing_held, events.licence_hearing_waived),
)
announce_licence_hearing = Term(
    cite=Cite(LICENSING_LAW, 48, 1, "1"),
    binds=Role.AUTHORITY,
    says=Text("telling time and place of the hearing", "通知听证时间、地点"),
    period=Period(amount=7, unit=Unit.WORKING_DAY, before=events.licence_hearing_held),
    on_lapse=Text("The hearing is put off", "听证应当延期"),
    stopped_by=(events.licence_hearing_announced,),
)
separate_chair_and_reviewer = Duty(
    cite=Cite(LICENSING_LAW, 48, 1, "3"),
    bearer=Role.AUTHORITY,
    when=licence_required,
    must=Text(
        "Have someone other than the reviewing officer chair the hearing", "由审查人员以外的人员主持听证"
    ),
)
deciding_off_the_record = Prohibition(
    cite=Cite(LICENSING_LAW, 48, 2),
    binds=Role.AUTHORITY,
    forbids=Text("Deciding after a hearing on anything but its record", "听证后不依听证笔录作出决定"),
    when=licence_required,
)
licensing_days = Definition(
    cite=Cite(LICENSING_LAW, 82),
    term=Text("day, in the Licensing Law", "《行政许可法》所称日"),
    means=Text(
        "a working day, without statutory holidays, where the period binds the organ",
        "行政机关实施许可的期限以工作日计算，不含法定节假日",
    ),
    readings=(licensing.license_decision_unit, licensing.license_extension_unit),
)
