"""Where a case can stand: each stage once, shared by the procedures that know it."""

from __future__ import annotations

import sys

from qingdan.law.grammar.named import declared_in
from qingdan.law.grammar.text import Text
from qingdan.procedures.grammar.stages import Ends, Stage

drafted = Stage(says=Text("being drafted", "草拟中"), waits_for_party=True)
received = Stage(says=Text("received, under preliminary review", "已收件，初审中"))
supplement_due = Stage(says=Text("waiting for the supplement", "待补正"), waits_for_party=True)
accepted = Stage(says=Text("accepted, under review", "已受理，审查中"))
hearing_offered = Stage(says=Text("right to a hearing told", "已告知听证权利"), waits_for_party=True)
hearing_requested = Stage(says=Text("hearing requested", "已申请听证"))
hearing_announced = Stage(says=Text("hearing announced", "已通知听证"))
heard = Stage(says=Text("heard", "已听证"))
hearing_waived = Stage(says=Text("hearing waived or given up", "已放弃听证"))
granted = Stage(says=Text("granted, licence to be delivered", "准予许可，待送达许可证"))
delivered = Stage(says=Text("granted, licence delivered", "准予许可，许可证已送达"), ends=Ends.WELL)
denied = Stage(says=Text("denied", "不予许可"), ends=Ends.ILL)
not_accepted = Stage(says=Text("not accepted", "不予受理"), ends=Ends.ILL)
withdrawn = Stage(says=Text("withdrawn", "已撤回申请"), ends=Ends.PLAIN)
counted_withdrawn = Stage(says=Text("counted as withdrawn", "视为撤回申请"), ends=Ends.ILL)
renewal_sought = Stage(says=Text("renewal applied for, under review", "已申请延续，审查中"))
renewed = Stage(says=Text("renewed", "准予延续"), ends=Ends.WELL)
not_renewed = Stage(says=Text("not renewed", "不予延续"), ends=Ends.ILL)
overtaken = Stage(says=Text("without object", "因许可已终止而终结"), ends=Ends.PLAIN)
end_notified = Stage(says=Text("end of the service notified", "已通知终止服务"), waits_for_party=True)
service_over = Stage(
    says=Text("service over, licence to be returned", "服务已终止，待交回许可证"), waits_for_party=True
)
returned = Stage(says=Text("licence returned, to be struck off", "已交回许可证，待注销"))
called_off = Stage(says=Text("end of the service called off", "已撤回终止通知"), ends=Ends.PLAIN)
cancellation_sought = Stage(says=Text("cancellation applied for", "已申请注销"))
strike_off_due = Stage(says=Text("reason for striking off established", "已查明注销事由"))
struck_off = Stage(says=Text("struck off", "已注销"), ends=Ends.PLAIN)
formalities_done = Stage(says=Text("formalities done", "注销手续已办结"), ends=Ends.PLAIN)
not_struck_off = Stage(says=Text("not struck off", "不予注销"), ends=Ends.ILL)
grant_doubted = Stage(says=Text("lawfulness of the grant doubted", "许可合法性存疑"))
in_doubt = Stage(says=Text("grant under examination", "许可决定复查中"))
withdrawal_intended = Stage(says=Text("intended withdrawal told", "已告知拟撤销许可"), waits_for_party=True)
licence_withdrawn = Stage(says=Text("licence withdrawn", "已撤销许可"), ends=Ends.ILL)
left_standing = Stage(says=Text("grant left standing", "维持许可"), ends=Ends.WELL)
suspected = Stage(says=Text("violation suspected", "线索核查中"))
investigated = Stage(says=Text("case opened, under investigation", "已立案，调查取证中"))
penalty_notified = Stage(
    says=Text("intended penalty told, open to statement and defence", "已告知拟处罚，待陈述申辩"),
    waits_for_party=True,
)
legally_reviewed = Stage(says=Text("legally reviewed, to be decided", "已法制审核，待决定"))
spared = Stage(says=Text("not penalised, soft measure taken", "不予处罚，已采取柔性措施"), ends=Ends.PLAIN)
closed_unpenalised = Stage(says=Text("closed without a penalty", "不予处罚，结案"), ends=Ends.WELL)
handed_over = Stage(says=Text("handed over to the judicial organs", "已移送司法机关"), ends=Ends.PLAIN)
suspended = Stage(
    says=Text("licence suspended, rectification ordered", "已暂扣许可，限期改正"), waits_for_party=True
)
rectification_reported = Stage(says=Text("rectification reported", "已提交整改报告"))
rectification_checked = Stage(says=Text("rectification checked", "已核查整改情况"))
uncorrected = Stage(says=Text("found not corrected", "已认定逾期未改正"), waits_for_party=True)
restored = Stage(says=Text("suspension lifted", "已解除暂扣"), ends=Ends.WELL)
licence_revoked = Stage(says=Text("licence revoked, to be struck off", "已吊销许可，待注销"))
registration_revoked = Stage(says=Text("registration revoked", "已撤销登记备案"), ends=Ends.ILL)
end_suspected = Stage(says=Text("ground for cancellation suspected", "注销事由核查中"))
end_examined = Stage(says=Text("ground for cancellation under examination", "注销事由审查中"))
views_stated = Stage(says=Text("statement on the cancellation received", "已收到对拟注销的意见"))
views_considered = Stage(says=Text("statement considered, to be decided", "意见已考虑，待决定"))
cancellation_told = Stage(says=Text("intended cancellation told", "已告知拟注销"), waits_for_party=True)
registration_cancelled = Stage(says=Text("cancelled ex officio", "已依职权注销登记备案"), ends=Ends.PLAIN)
registration_kept = Stage(says=Text("registration left standing", "维持登记备案"), ends=Ends.WELL)
filed = Stage(says=Text("filed, completeness being checked", "已收件，核验材料中"))
filing_complete = Stage(says=Text("complete, to be entered", "材料齐全，待办结"))
registered = Stage(says=Text("registered", "已登记备案"), ends=Ends.WELL)
registration_updated = Stage(says=Text("registration updated", "已办结变更备案"), ends=Ends.WELL)
deregistration_sought = Stage(says=Text("deregistration asked for", "已申请注销备案"))
deregistered = Stage(says=Text("deregistered", "已注销备案"), ends=Ends.PLAIN)
referred = Stage(says=Text("referred to licensing", "转办许可"), ends=Ends.ILL)
registration_refused = Stage(says=Text("registration refused", "不予备案"), ends=Ends.ILL)
closed_incomplete = Stage(says=Text("closed as incomplete", "因材料不齐全终止办理"), ends=Ends.ILL)
exemption_claimed = Stage(says=Text("exemption claimed, to be confirmed", "已提出豁免主张，待确认"))
exemption_recorded = Stage(says=Text("exemption on record", "豁免已记录"), ends=Ends.WELL)
exemption_refused = Stage(says=Text("exemption not confirmed", "不予确认豁免"), ends=Ends.ILL)
exemption_enjoyed = Stage(says=Text("exemption enjoyed, not yet questioned", "享有豁免，尚未受质疑"))
exemption_questioned = Stage(
    says=Text("exemption questioned, answer awaited", "豁免受质疑，待答复"), waits_for_party=True
)
exemption_answered = Stage(says=Text("questions answered, finding awaited", "已答复质疑，待认定"))
exemption_upheld = Stage(says=Text("exemption upheld", "豁免成立"), ends=Ends.WELL)
exemption_lost = Stage(
    says=Text("exemption lost, registration due", "已丧失豁免，待登记备案"), waits_for_party=True
)
filing_noted = Stage(says=Text("filed after losing the exemption", "丧失豁免后已提交备案"), ends=Ends.PLAIN)
sent_to_enforcement = Stage(says=Text("handed over to enforcement", "移送查处"), ends=Ends.PLAIN)
representative_named = Stage(
    says=Text("representative named, acceptance awaited", "已指定代表，待其接受"), waits_for_party=True
)
representative_accepted = Stage(says=Text("mandate accepted, to be recorded", "代表已接受委托，待登记"))
representative_recorded = Stage(says=Text("representative on record", "境内代表已登记"), waits_for_party=True)
representative_missing = Stage(
    says=Text("mandate ended, successor due", "委托已终止，待报送新代表"), waits_for_party=True
)
representative_not_recorded = Stage(
    says=Text("representative not recorded", "不予登记境内代表"), ends=Ends.ILL
)
representation_ended = Stage(
    says=Text("no representative needed any more", "不再需要境内代表"), ends=Ends.PLAIN
)
list_drafted = Stage(says=Text("list being drafted", "清单草拟中"))
list_in_legal_review = Stage(says=Text("list under legal review", "清单法制审核中"))
list_reviewed = Stage(says=Text("list passed by legal review", "清单已通过法制审核"))
list_in_consultation = Stage(says=Text("list open to comments", "清单公开征求意见中"))
list_consulted = Stage(says=Text("comments reported on, to be published", "已形成意见采纳情况报告，待公布"))
list_published = Stage(says=Text("list published, not yet in force", "清单已公布，尚未施行"))
list_in_force = Stage(says=Text("list in force", "清单施行中"))
list_superseded = Stage(says=Text("list superseded", "清单已被替代"), ends=Ends.PLAIN)
abandoned = Stage(says=Text("closed without further action", "终结"), ends=Ends.PLAIN)

declared_in(sys.modules[__name__], Stage)
