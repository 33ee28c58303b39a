"""Letters of registration: receipts, certificates, and the refusal that only one reading knows (Articles 43-45, 49)."""

from qingdan.law.grammar.text import Text
from qingdan.procedures.grammar.letters import Form, Letter

_NO_ENDORSEMENT = Text(
    "Filing is a formality. It is no endorsement of the product, of its safety or of what is said of it, and must not be "
    "advertised as one.",
    "备案仅为形式核验，不构成对产品、服务及其安全性或者所填报内容的认可，不得以备案名义进行宣传。",
)
_DISPLAY = Text(
    "Display the number prominently on your site, app and wherever you offer the product (Article 43(3)). Report a change of what is "
    "registered within ten working days.",
    "请在对外提供服务的网站、应用程序等的显著位置公示备案编号（第四十三条第三款）；登记信息发生变更的，应当在十个工作日内办理变更。",
)
receipt_of_filing = Letter(
    title=Text("Receipt of a filing", "备案材料收讫回执"),
    says=(
        Text("Your filing for {product} was received on {on}.", "{product}的备案材料已于{on}收悉。"),
        Text(
            "If something is missing you will be told, once and completely. A complete filing is registered within five working days. "
            "What is off the Negative List may be provided meanwhile; what is on it needs a licence first (Article 24).",
            "材料不齐全的，将一次性告知；材料齐全的，五个工作日内办结备案。未列入负面清单的，办结前可以提供服务；"
            "列入负面清单的，应当先取得许可（第二十四条）。",
        ),
    ),
    form=Form.RECEIPT,
)
registration_certificate = Letter(
    title=Text("Certificate of registration", "登记备案凭证"),
    says=(
        Text(
            "{product} of {party} is registered since {on} under the number {number}.",
            "{party}的{product}已于{on}办结登记备案，备案编号：{number}。",
        ),
        _NO_ENDORSEMENT,
        _DISPLAY,
    ),
    form=Form.CERTIFICATE,
)
refusal_of_registration = Letter(
    title=Text("Refusal of registration", "不予备案决定书"),
    says=(
        Text(
            "What was filed for {product} is evidently unlawful and is not registered. The reasons are stated below.",
            "{product}所备案内容明显违法，决定不予备案。理由如下。",
        ),
    ),
    form=Form.DECISION,
    adverse=True,
)
receipt_of_change = Letter(
    title=Text("Receipt of a change", "变更备案材料收讫回执"),
    says=(
        Text(
            "The change of registration {number} was received on {on}.",
            "备案编号{number}的变更材料已于{on}收悉。",
        ),
    ),
    form=Form.RECEIPT,
)
certificate_of_change = Letter(
    title=Text("Changed certificate of registration", "登记备案变更凭证"),
    says=(
        Text(
            "The changed information on {product} is entered since {on}. The number {number} stays; earlier versions can still be read.",
            "{product}的变更信息已于{on}办结备案。备案编号{number}不变，变更前的版本仍可查阅。",
        ),
        _NO_ENDORSEMENT,
    ),
    form=Form.CERTIFICATE,
)
receipt_of_deregistration_request = Letter(
    title=Text("Receipt of a request to deregister", "注销备案申请收讫回执"),
    says=(
        Text(
            "Your request to deregister {product} was received on {on}.",
            "{product}的注销备案申请已于{on}收悉。",
        ),
        Text(
            "Delete users' personal information within thirty working days of the end, and deal with data and models as required (Article 48).",
            "请自终止之日起三十个工作日内删除用户个人信息，并依规处置数据和模型（第四十八条）。",
        ),
    ),
    form=Form.RECEIPT,
)
confirmation_of_deregistration = Letter(
    title=Text("Confirmation of deregistration", "注销备案通知书"),
    says=(
        Text(
            "The registration {number} of {product} ended on {on}. The number is not used again; whoever looks it up sees that it ended, "
            "when and why.",
            "{product}的备案（编号{number}）已于{on}注销。该编号不再使用，仍可查询其注销时间和原因。",
        ),
        Text("Please no longer display the number.", "请停止公示该备案编号。"),
    ),
)
refusal_to_deregister = Letter(
    title=Text("Refusal to deregister", "不予注销备案决定书"),
    says=(
        Text(
            "{product} was found to be still provided; its registration {number} goes on. The reasons are stated below.",
            "经认定，{product}仍在提供，备案（编号{number}）继续有效，不予注销。理由如下。",
        ),
    ),
    form=Form.DECISION,
    adverse=True,
)
