"""Announcements on editions of the Negative List: to everybody, not to a party (Articles 23, 73)."""

from qingdan.law.grammar.text import Text
from qingdan.procedures.grammar.letters import Form, Letter

call_for_comments = Letter(
    title=Text(
        "Draft Negative List: call for comments", "人工智能产品、服务负面清单（征求意见稿）公开征求意见的公告"
    ),
    says=(
        Text(
            "The draft and its reasons are open to comments from anyone until {due}. Every comment is counted, and a report says what became "
            "of them.",
            "现就征求意见稿及其说明公开征求意见，任何组织和个人均可于{due}前（含当日）提出意见。全部意见均予统计，采纳情况将另行公布。",
        ),
    ),
)
receipt_of_comment = Letter(
    title=Text("Receipt of a comment", "意见收讫回执"),
    says=(Text("Your comment was received on {on}. Thank you.", "你（单位）的意见已于{on}收悉，感谢参与。"),),
    form=Form.RECEIPT,
)
report_on_comments = Letter(
    title=Text("Report on comments", "公开征求意见情况及采纳情况报告"),
    says=(
        Text(
            "How many comments came in, what they asked for, what was taken up and what was not, and why, is stated below.",
            "收到意见的数量、主要内容、采纳和未采纳的情况及理由如下。",
        ),
    ),
)
list_publication = Letter(
    title=Text("Publication of the Negative List", "关于公布人工智能产品、服务负面清单的公告"),
    says=(
        Text(
            "The Negative List is published on {on}. It takes effect on the day stated below; what it covers is licensed from then on.",
            "现于{on}公布人工智能产品、服务负面清单，自下述施行之日起施行。自施行之日起，清单内的产品、服务实行许可管理。",
        ),
    ),
    form=Form.DECISION,
)
list_draft_dropped = Letter(
    title=Text("The draft list is dropped", "终止负面清单制定（修订）程序的公告"),
    says=(
        Text(
            "The draft is not pursued, for the reasons below.",
            "基于下列理由，终止本次负面清单制定（修订）程序。",
        ),
    ),
)
list_recalled = Letter(
    title=Text("The published list is recalled before its day", "关于废止尚未施行的负面清单的公告"),
    says=(
        Text(
            "The list published earlier will not take effect, for the reasons below. The edition in force stays in force.",
            "基于下列理由，此前公布、尚未施行的负面清单予以废止，不再施行；现行清单继续有效。",
        ),
    ),
    form=Form.DECISION,
)
