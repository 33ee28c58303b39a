"""Article 28 as penalties: suspending a licence, then revoking it. Neither carries a fine of its own.

A suspension without an order to correct within a period would leave nothing to revoke for.
"""

from qingdan.law.grammar.rules import Measure, Penalty
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.model_law.a28_suspension import licence_may_be_revoked, licence_may_be_suspended
from qingdan.law.readings import licensing
from qingdan.law.statutes import MODEL_LAW

licence_suspension = Penalty(
    cite=Cite(MODEL_LAW, 28),
    when=licence_may_be_suspended,
    says=Text("Suspension of the licence", "暂扣许可"),
    obliged=(Measure.ORDER_CORRECTION,),
    measures=(Measure.SUSPEND_LICENCE,),
    readings=(licensing.revoke_multiple, licensing.revoke_window_months, licensing.revoke_significant),
)
licence_revocation = Penalty(
    cite=Cite(MODEL_LAW, 28),
    when=licence_may_be_revoked,
    says=Text("Revocation of the licence", "吊销许可"),
    measures=(Measure.REVOKE_LICENCE,),
)
