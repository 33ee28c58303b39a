"""Article 54, interviews. No penalty; local authorities may interview, only the national one may suspend.

A commitment that can avert harm spares the party suspension, unless the national authority finds that harm may occur.
"""

from qingdan.law.facts import oversight, violation
from qingdan.law.grammar.rules import Article, Finding, Power, Prohibition, Right, Role
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.statutes import MODEL_LAW

ARTICLE = Article(
    number=54,
    title=Text("Interviews", "约谈"),
    gloss=Text(
        "On significant risk or an incident, national and local authorities may interview developers and providers and have them "
        "correct, explain, or be audited. Who commits to correct and can avert harm need not suspend, unless harm is feared.",
        "发现较大风险或者发生安全事件的，国家和地方主管机关可以约谈研发者、提供者，要求整改、说明情况或者委托审计。承诺整改并能避免危害的可不暂停，国家主管机关认为可能造成危害的除外。",
    ),
    procedures=("interview",),
)
_FIRST, _SECOND = Cite(MODEL_LAW, 54, 1), Cite(MODEL_LAW, 54, 2)

interview_open = Finding(
    cite=_FIRST,
    says=Text("The party may be interviewed", "可以约谈"),
    denies=Text("There is no ground for an interview", "不具备约谈条件"),
    when=oversight.risk_or_incident_found & violation.violating_activity.is_("development", "provision"),
)
suspension_spared = Finding(
    cite=_SECOND,
    says=Text("The commitment spares the party suspension", "承诺整改且能避免危害，可不暂停相关活动"),
    denies=Text("Nothing spares the party suspension", "不具备免予暂停的条件"),
    when=interview_open & oversight.commits_to_correct,
    unless=oversight.harm_feared,
    benefit=True,
)
suspension_open = Finding(
    cite=_SECOND,
    says=Text("The national authority may order the activity suspended", "国家主管机关可以责令暂停相关活动"),
    denies=Text("No suspension may be ordered", "不得责令暂停相关活动"),
    when=interview_open & oversight.harm_feared,
)
interview_nationally = Power(
    cite=_FIRST, holder=Role.AUTHORITY, may=Text("Interview the party", "约谈当事人"), when=interview_open
)
interview_locally = Power(
    cite=_FIRST,
    holder=Role.LOCAL_AUTHORITY,
    may=Text("Interview the party within its area and powers", "在辖区和权限内约谈当事人"),
    when=interview_open,
)
require_correction_explanation_audit = Power(
    cite=_FIRST,
    holder=Role.AUTHORITY,
    may=Text(
        "Require correction, an explanation, or an audit by a professional body",
        "要求采取整改措施、作出说明、委托专业机构合规审计",
    ),
    when=interview_open,
)
require_measures_locally = Power(
    cite=_FIRST,
    holder=Role.LOCAL_AUTHORITY,
    may=Text(
        "Require the same of the party within its area and powers", "在辖区和权限内要求当事人采取上述措施"
    ),
    when=interview_open,
)
suspend_after_interview = Power(
    cite=_SECOND,
    holder=Role.AUTHORITY,
    may=Text("Order the activity suspended", "责令暂停相关活动"),
    when=suspension_open,
)
no_local_suspension = Prohibition(
    cite=_SECOND,
    binds=Role.LOCAL_AUTHORITY,
    forbids=Text("Ordering suspension after an interview", "约谈后责令暂停相关活动"),
)
offer_commitment = Right(
    cite=_SECOND,
    holder=Role.DEVELOPER_OR_PROVIDER,
    may=Text("Commit to timely correction and show that harm is averted", "承诺及时整改并说明如何避免危害"),
    when=interview_open,
    against=Role.AUTHORITY,
)
