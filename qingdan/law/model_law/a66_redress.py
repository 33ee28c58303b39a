"""Article 66, redress: reconsideration or suit against any act of the authority, save a final security decision (52).

Penalties on the spot and failures to act go to reconsideration first. Periods: neighbours/reconsideration_law.py
and litigation_law.py. Acts of the national authority are reconsidered by that authority itself.
"""

from qingdan.law.facts import oversight
from qingdan.law.grammar.conditions import ALWAYS
from qingdan.law.grammar.rules import Article, Duty, Finding, Prohibition, Right, Role
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.statutes import LITIGATION_LAW, MODEL_LAW, RECONSIDERATION_LAW

ARTICLE = Article(
    number=66,
    title=Text("Administrative redress", "行政救济"),
    gloss=Text(
        "Whoever disagrees with an act of an AI authority may ask for reconsideration or sue.",
        "对人工智能主管机关的行政行为不服的，可以依法申请行政复议或者提起行政诉讼。",
    ),
    procedures=("reconsideration", "litigation_tracking"),
)
_act = oversight.act_complained_of
_CITE = Cite(MODEL_LAW, 66)

decision_final = Finding(
    cite=Cite(MODEL_LAW, 52, 2),
    says=Text(
        "The security-review decision is final: no redress", "安全审查决定为最终决定，不可申请复议或者起诉"
    ),
    denies=Text("The act is open to redress", "该行政行为可以申请救济"),
    when=_act.is_("security_review_decision"),
)
reconsideration_first = Finding(
    cite=Cite(RECONSIDERATION_LAW, 23, 1),
    says=Text("Reconsideration comes before a suit", "应当先申请行政复议"),
    denies=Text("Reconsideration or suit, at choice", "复议、诉讼可自行选择"),
    when=_act.is_("penalty_on_the_spot", "failure_to_act"),
)
reconsideration_open = Finding(
    cite=_CITE,
    says=Text("Reconsideration is open", "可以申请行政复议"),
    denies=Text("Reconsideration is not open", "不能申请行政复议"),
    when=~decision_final,
)
direct_suit_open = Finding(
    cite=_CITE,
    says=Text("A direct suit is open", "可以直接提起行政诉讼"),
    denies=Text("No direct suit is open", "不能直接提起行政诉讼"),
    when=~decision_final & ~reconsideration_first,
)
ask_for_reconsideration = Right(
    cite=_CITE,
    holder=Role.ANYONE,
    may=Text(
        "Ask for reconsideration, by the national authority for its own acts",
        "申请行政复议；对国家主管机关的行为，向该机关申请",
    ),
    when=reconsideration_open,
    against=Role.AUTHORITY,
)
sue_directly = Right(
    cite=_CITE,
    holder=Role.ANYONE,
    may=Text("Sue in a people's court", "向人民法院提起行政诉讼"),
    when=direct_suit_open,
    against=Role.AUTHORITY,
)
tell_remedies = Duty(
    cite=_CITE,
    bearer=Role.AUTHORITY,
    when=ALWAYS,
    must=Text(
        "Tell in every adverse document how, where and until when to seek redress",
        "在不利决定文书中告知救济途径、机关和期限",
    ),
    evidence=(Text("paragraph on redress in the document", "文书中的救济告知"),),
)
no_redress_against_final_review = Prohibition(
    cite=Cite(LITIGATION_LAW, 13, 1, "4"),
    binds=Role.ANYONE,
    forbids=Text(
        "Suing against a decision that the law makes final: the court does not admit the suit",
        "对法律规定的最终裁决提起诉讼（人民法院不予受理）",
    ),
    when=decision_final,
)
