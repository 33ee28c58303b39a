"""Letters on the domestic institution or representative of a party abroad (Article 40)."""

from qingdan.law.grammar.text import Text
from qingdan.procedures.grammar.letters import Form, Letter

receipt_of_appointment = Letter(
    title=Text("Receipt of an appointment", "境内代表报送材料收讫回执"),
    says=(
        Text(
            "Your report was received on {on}. The one you named is asked to accept; then it is recorded.",
            "你（单位）报送的境内专门机构或者代表信息已于{on}收悉。经所指定者接受委托后，予以登记。",
        ),
        Text(
            "A representative does not meet the licence conditions of Article 25(1) and (2) for you.",
            "设立境内代表不因此满足第二十五条第一项、第二项规定的许可条件。",
        ),
    ),
    form=Form.RECEIPT,
)
notice_of_declined_mandate = Letter(
    title=Text("Mandate declined", "未接受委托告知书"),
    says=(
        Text(
            "The one you named has declined. Please name another and report again; the duty goes on.",
            "所指定者未接受委托。请另行指定并重新报送；报送义务不因此免除。",
        ),
    ),
)
points_on_appointment = Letter(
    title=Text("What your report lacks", "境内代表报送材料补充告知书"),
    says=(
        Text(
            "The report on your representative lacks what is listed below; please add it.",
            "所报送的境内代表材料欠缺下列内容，请予补充。",
        ),
    ),
)
certificate_of_representative = Letter(
    title=Text("Certificate of a recorded representative", "境内代表登记凭证"),
    says=(
        Text(
            "The domestic representative of {party} is on record since {on} under the number {number}.",
            "{party}的境内代表已于{on}登记，编号：{number}。",
        ),
        Text(
            "Report a change of name or contact, or the end of the mandate, within the same period as the first report.",
            "名称、姓名、联系方式变更或者委托终止的，应当比照首次报送的期限及时报送。",
        ),
    ),
    form=Form.CERTIFICATE,
)
refusal_of_representative = Letter(
    title=Text("Refusal to record the representative", "不予登记境内代表决定书"),
    says=(
        Text(
            "The one named is not recorded as your domestic representative, for the reasons below. Please name another.",
            "基于下列理由，对所指定者不予登记为境内代表。请另行指定。",
        ),
    ),
    form=Form.DECISION,
    adverse=True,
)
confirmation_of_representative_change = Letter(
    title=Text("Confirmation of a change", "境内代表变更登记回执"),
    says=(
        Text(
            "The change was entered on {on}; the number {number} stays.",
            "变更已于{on}登记，编号{number}不变。",
        ),
    ),
    form=Form.RECEIPT,
)
call_for_successor = Letter(
    title=Text("The mandate has ended: name a successor", "委托终止及报送新代表告知书"),
    says=(
        Text(
            "The mandate of your domestic representative has ended. As long as the law applies to you, report a successor by {due}.",
            "你（单位）境内代表的委托已终止。仍适用本法的，请于{due}前（含当日）报送新的境内专门机构或者代表。",
        ),
    ),
)
end_of_representation = Letter(
    title=Text("No representative needed any more", "终止境内代表登记告知书"),
    says=(
        Text(
            "It was found that Article 40 no longer applies to you. The case is closed; the reasons are stated below.",
            "经认定，你（单位）不再适用第四十条，本事项终结。理由如下。",
        ),
    ),
)
