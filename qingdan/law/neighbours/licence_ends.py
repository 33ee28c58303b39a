"""How a licence or registration ends (Licensing Law Arts. 8, 69-70). What false papers cost: ``licence_bans``.

Five ends, five words: never one for another.
"""

from qingdan.law.events import licence as events
from qingdan.law.grammar.conditions import ALWAYS
from qingdan.law.grammar.rules import Definition, Duty, Power, Role
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.model_law.a23_two_tracks import licence_required
from qingdan.law.statutes import LICENSING_LAW, MODEL_LAW

withdrawal = Definition(
    cite=Cite(LICENSING_LAW, 69, 1),
    term=Text("withdrawal", "撤销"),
    means=Text(
        "undoing a licence that should never have been granted", "对违法取得或者违法作出的许可予以消灭"
    ),
)
recall = Definition(
    cite=Cite(LICENSING_LAW, 8, 2),
    term=Text("recall", "撤回"),
    means=Text(
        "taking back a lawful licence because the law or the facts changed, for the public interest and with compensation",
        "因依据修改废止或者客观情况重大变化，为公共利益收回合法许可，并依法补偿",
    ),
)
revocation = Definition(
    cite=Cite(MODEL_LAW, 28),
    term=Text("revocation", "吊销"),
    means=Text("taking away a lawful licence as a penalty", "作为行政处罚消灭合法许可"),
)
cancellation = Definition(
    cite=Cite(LICENSING_LAW, 70),
    term=Text("cancellation", "注销"),
    means=Text(
        "striking off what has ended: expired, holder gone, withdrawn, recalled, revoked, or given up",
        "对届满、主体终止、被撤销、撤回、吊销或者自行终止的许可办理消灭手续",
    ),
)
deregistration = Definition(
    cite=Cite(MODEL_LAW, 49, 2),
    term=Text("deregistration", "注销备案"),
    means=Text("striking a registration off the registry", "将登记备案从名录中注销"),
)

withdraw_licence = Power(
    cite=Cite(LICENSING_LAW, 69, 1),
    holder=Role.AUTHORITY,
    may=Text(
        "Withdraw a licence granted beyond powers, against procedure or without the conditions",
        "撤销越权、违反程序或者不具备条件而准予的许可",
    ),
    when=licence_required,
)
withdraw_for_fraud = Duty(
    cite=Cite(LICENSING_LAW, 69, 2),
    bearer=Role.AUTHORITY,
    when=ALWAYS,
    must=Text(
        "Withdraw a licence got by deceit or bribery, unless that would greatly harm the public interest",
        "对以欺骗、贿赂等不正当手段取得的许可予以撤销，可能对公共利益造成重大损害的除外",
    ),
    done_by=events.licence_withdrawn_for_fraud,
)
strike_off = Duty(
    cite=Cite(LICENSING_LAW, 70),
    bearer=Role.AUTHORITY,
    when=ALWAYS,
    must=Text(
        "Carry out the formalities of cancellation when a licence has ended", "许可终止的，依法办理注销手续"
    ),
    done_by=events.licence_struck_off,
)
