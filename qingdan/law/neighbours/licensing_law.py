"""Administrative Licensing Law Arts. 31-36, receiving and examining applications: what Articles 26-27 leave open."""

from qingdan.law.grammar.rules import Duty, Prohibition, Right, Role
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.model_law.a23_two_tracks import licence_required
from qingdan.law.statutes import LICENSING_LAW


def _law(article: int, paragraph: int | None = None, item: str | None = None) -> Cite:
    return Cite(LICENSING_LAW, article, paragraph, item)


def _authority(cite: Cite, must: Text) -> Duty:
    return Duty(
        cite=cite,
        bearer=Role.AUTHORITY,
        when=licence_required,
        must=must,
    )


file_truthfully = Duty(
    cite=_law(31, 1),
    bearer=Role.APPLICANT,
    when=licence_required,
    must=Text("File truthful documents and answer for their content", "如实提交申请材料并对其真实性负责"),
)
asking_for_unrelated_material = Prohibition(
    cite=_law(31, 1),
    binds=Role.AUTHORITY,
    forbids=Text(
        "Asking for technical or other material unrelated to what is applied for",
        "要求提交与许可事项无关的技术资料和其他材料",
    ),
    when=licence_required,
)
asking_for_technology = Prohibition(
    cite=_law(31, 2),
    binds=Role.AUTHORITY,
    forbids=Text(
        "Making a transfer of technology a condition of the licence", "以转让技术作为取得许可的条件"
    ),
    when=licence_required,
)
name_every_defect = _authority(
    _law(32, 1, "4"),
    Text("Tell the applicant once and completely what is missing", "一次性告知申请人需要补正的全部内容"),
)
give_receipt = _authority(
    _law(32, 2),
    Text(
        "Give a stamped and dated receipt for acceptance or refusal to accept",
        "出具加盖专用印章并注明日期的受理或者不予受理凭证",
    ),
)
inspect_in_pairs = _authority(
    _law(34, 3), Text("Send at least two officers to check facts on site", "实地核查应当指派两名以上工作人员")
)
hear_those_affected = _authority(
    _law(36),
    Text(
        "Tell third parties whose major interests are touched, and hear them",
        "告知有重大利益关系的第三人并听取其意见",
    ),
)
be_heard_on_application = Right(
    cite=_law(36),
    holder=Role.AFFECTED,
    may=Text("State views on the application", "就许可申请陈述、申辩"),
    when=licence_required,
    against=Role.AUTHORITY,
)
