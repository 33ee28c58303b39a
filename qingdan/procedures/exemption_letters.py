"""Letters of exemption from registration: acknowledged, confirmed, questioned, upheld or lost (Article 45)."""

from qingdan.law.grammar.text import Text
from qingdan.procedures.grammar.letters import Form, Letter

_ONLY_REGISTRATION = Text(
    "Exemption spares registration (Articles 43, 44) and nothing else: every other duty stays. Keep the reasons current, and report at "
    "once if a condition falls away.",
    "豁免仅限于登记备案义务（第四十三条、第四十四条），其他法定义务不受影响。请保持理由更新；任一条件不再符合的，应当及时报告。",
)
_REGISTER = Text(
    "The product must be registered within ten working days of the start of the service (Article 43); if they are over, at once.",
    "该产品应当自开始提供之日起十个工作日内登记备案（第四十三条）；已逾期的，应当立即办理。",
)
_REGISTER_NOW = Text(
    "Where the exemption held and was lost, register by {due}. Where it never held, the period ran from the start of the service "
    "(Article 43): register at once.",
    "豁免曾经成立而后丧失的，应当于{due}前（含当日）登记备案；自始不成立的，期限自开始提供之日起算（第四十三条），应当立即登记备案。",
)
acknowledgement_of_exemption = Letter(
    title=Text("Acknowledgement of a declared exemption", "豁免声明收讫回执"),
    says=(
        Text(
            "Your declaration that {product} is exempt was recorded on {on}. The record is no finding that the declaration is right; "
            "the authority may question it at any time.",
            "你（单位）关于{product}属于豁免情形的声明已于{on}记录。记录不表示认定声明属实，主管机关可以随时核查。",
        ),
        _ONLY_REGISTRATION,
    ),
    form=Form.RECEIPT,
)
receipt_of_exemption_claim = Letter(
    title=Text("Receipt of a claim of exemption", "豁免申请收讫回执"),
    says=(
        Text(
            "Your claim for {product} was received on {on}. By the reading taken an exemption must be confirmed: until then the product is "
            "not exempt.",
            "{product}的豁免申请已于{on}收悉。按所采解释，豁免须经主管机关确认，确认前不享有豁免。",
        ),
    ),
    form=Form.RECEIPT,
)
confirmation_of_exemption = Letter(
    title=Text("Confirmation of exemption", "豁免确认书"),
    says=(
        Text("{product} of {party} is exempt from registration.", "{party}的{product}免予登记备案。"),
        _ONLY_REGISTRATION,
    ),
    form=Form.DECISION,
)
refusal_of_exemption = Letter(
    title=Text("Refusal to confirm the exemption", "不予确认豁免决定书"),
    says=(
        Text(
            "The exemption of {product} is not confirmed. Which condition is not shown, and why, is stated below.",
            "{product}的豁免不予确认。不符合或者未能证明的条件及理由如下。",
        ),
        _REGISTER,
    ),
    form=Form.DECISION,
    adverse=True,
)
questions_about_exemption = Letter(
    title=Text("Questions about the exemption", "豁免核查询问通知书"),
    says=(
        Text(
            "The authority has the questions below about the exemption of {product}. Please answer each by {due}. If no answer comes, it is "
            "decided on what is on file; silence alone decides nothing.",
            "主管机关对{product}的豁免提出下列问题，请于{due}前（含当日）逐项答复。逾期未答复的，依现有材料作出认定；未答复本身不产生认定效力。",
        ),
    ),
)
receipt_of_answers = Letter(
    title=Text("Receipt of answers", "答复收讫回执"),
    says=(Text("Your answers were received on {on}.", "你（单位）的答复已于{on}收悉。"),),
    form=Form.RECEIPT,
)
exemption_holds = Letter(
    title=Text("Finding that the exemption holds", "豁免成立认定书"),
    says=(
        Text(
            "The questions are settled: {product} stays exempt from registration. The reasons are stated below.",
            "经核查，{product}的豁免成立，继续免予登记备案。理由如下。",
        ),
    ),
    form=Form.DECISION,
)
loss_of_exemption = Letter(
    title=Text("Finding that the exemption does not hold", "豁免不成立认定书"),
    says=(
        Text(
            "{product} is not exempt from registration. Which condition is not met, since when, and why is stated below.",
            "{product}不符合豁免条件。不符合的条件、起始时间及理由如下。",
        ),
        _REGISTER_NOW,
    ),
    form=Form.DECISION,
    adverse=True,
)
receipt_of_reported_loss = Letter(
    title=Text("Receipt of a report that a condition fell away", "豁免条件丧失报告收讫回执"),
    says=(
        Text(
            "Your report on {product} was received on {on}. Please file for registration by {due}.",
            "{product}豁免条件丧失的报告已于{on}收悉，请于{due}前（含当日）登记备案。",
        ),
    ),
    form=Form.RECEIPT,
)
handing_over_to_enforcement = Letter(
    title=Text("Notice of handing over", "移送查处告知书"),
    says=(
        Text(
            "The period for registering {product} is over and no filing was made. The matter is handed over for enforcement (Article "
            "63(1)). Filing late is still possible and will be weighed in your favour.",
            "{product}登记备案期限已届满，至今未提交备案，现移送查处（第六十三条第一款）。仍可补办备案，并将作为从轻因素考虑。",
        ),
    ),
)
