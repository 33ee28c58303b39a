"""What the public pages say."""

from __future__ import annotations

from collections.abc import Mapping

from qingdan.law.grammar.text import Lang, Text

_WORDS: Mapping[str, Text] = {
    "name": Text("Qingdan", "清单"),
    "title": Text("Qingdan · register under the Model Law on AI", "清单 · 人工智能示范法登记"),
    "lead": Text(
        "The working system of the Model Law on Artificial Intelligence: licences, registrations, and the time limits that "
        "bind the authority as they bind everybody.",
        "《人工智能示范法》的办理系统：许可、登记备案，以及同样约束主管机关的每一个期限。",
    ),
    "skip": Text("Skip to the content", "跳到正文"),
    "search": Text("Look up a number, a holder or a product", "查询编号、持有人或者产品"),
    "search_help": Text(
        "A number in any written form, such as {example}; or a name.",
        "编号写法不限，例如 {example}；也可输入名称。",
    ),
    "search_do": Text("Look up", "查询"),
    "found": Text("{n} entries", "共{n}项"),
    "found_more": Text("More than {n} entries: add a word to narrow them.", "超过{n}项，请增加关键词。"),
    "found_none": Text(
        "Nothing in the register matches. Check the number, or try part of the name.",
        "登记簿中没有相符事项。请核对编号，或者输入名称的一部分。",
    ),
    "holder": Text("holder", "持有人"),
    "product": Text("product or service", "产品、服务"),
    "granted": Text("granted on", "登记日期"),
    "expires": Text("valid until", "有效期至"),
    "office": Text("granted by", "登记机关"),
    "history": Text("How it stood", "历次状态"),
    "certificate": Text("Certificate (PDF)", "证书（PDF）"),
    "proof": Text("Proof for offline checking", "离线核验证明"),
    "not_endorsed": Text(
        "Entry in the register is not an endorsement and may not be advertised as one.",
        "登记不代表对产品、服务的认可，不得用于宣传推介。",
    ),
    "acts": Text("Latest acts", "最近公布"),
    "acts_none": Text("Nothing has been published yet.", "尚无公布事项。"),
    "more": Text("Further", "更多"),
    "to_verify": Text("Check a certificate", "核验证书"),
    "to_verify_why": Text(
        "Nothing you enter leaves your device; the page also works offline.",
        "在您的设备上核验，内容不上传；保存后可离线使用。",
    ),
    "to_api": Text("The API", "接口文档"),
    "to_api_why": Text("Everything that can be done here, for programs.", "本系统全部功能均可由程序调用。"),
    "to_data": Text("Open data", "开放数据"),
    "to_data_why": Text(
        "The whole register as CSV, JSON or Parquet.", "登记簿全部数据，CSV、JSON、Parquet 格式。"
    ),
    "to_list": Text("Negative List", "负面清单"),
    "to_list_why": Text(
        "What needs a licence, and what is proposed to.", "须经许可的产品、服务，以及修订草案。"
    ),
    "sign_in": Text("Sign in", "登录"),
    "sign_out": Text("Sign out", "退出"),
    "signed_in": Text("Signed in as {who}", "已登录：{who}"),
    "my_cases": Text("Cases of my parties", "我方案件"),
    "my_work": Text("Worklist of my office", "本机关待办"),
    "language": Text("中文", "English"),
    "other": Text("zh", "en"),
    "other_tag": Text("zh-Hans", "en"),
    "tag": Text("en", "zh-Hans"),
    "demo": Text("Demonstration", "演示"),
    "demo_banner": Text(
        "Demonstration: every party, product and act here is invented and has no legal effect.",
        "演示系统：所有主体、产品和行为均为虚构，不具法律效力。",
    ),
    "demo_lead": Text(
        "Sign in as anybody below, move the date forward, and watch periods run out.",
        "可以下列任一身份登录，推进日期，观察期限届满的后果。",
    ),
    "demo_to": Text("Accounts, codes and what to look at", "演示账号、验证码和看点"),
    "clock": Text("The date here", "演示日期"),
    "clock_now": Text("Here it is {day}.", "演示系统中现在是{day}。"),
    "clock_ahead": Text("Days ahead of the world: {n}.", "比现实提前{n}天。"),
    "clock_help": Text(
        "It moves forward for all visitors, never back. Within seconds the law takes its course: silence accepts, licences expire, "
        "the authority falls behind.",
        "日期对所有访问者一并推进，不能后退。数秒内即可看到法律后果：逾期视为受理、许可届满、主管机关逾期。",
    ),
    "clock_1": Text("1 day", "推进1天"),
    "clock_7": Text("1 week", "推进1周"),
    "clock_30": Text("30 days", "推进30天"),
    "accounts": Text("Accounts", "演示账号"),
    "password": Text("Password of all accounts", "全部账号的口令"),
    "code": Text("Code of the second factor just now", "当前双因素验证码"),
    "code_help": Text(
        "Officers are asked for it when they sign in and before decisions. It changes every 30 seconds, and each code works once: "
        "reload this page for the next one, or enter the secret in an authenticator app.",
        "工作人员登录时和作出决定前需要输入。每30秒更换，每个验证码只能使用一次：刷新本页获取新码，或者将密钥录入验证器应用。",
    ),
    "secret": Text("secret", "密钥"),
    "stories": Text("What to look at", "看点"),
    "stories_lead": Text(
        "Cases in every stage. Sign in as an officer of the office or as the party to see one.",
        "各阶段案件。以办理机关工作人员或者当事人身份登录后可查看。",
    ),
}


def words(lang: Lang) -> dict[str, str]:
    """Return every word of the pages in a language."""
    return {key: text.of(lang) for key, text in _WORDS.items()}


def word(key: str, lang: Lang, **gaps: object) -> str:
    """Return one with its gaps filled."""
    said = _WORDS[key].of(lang)
    for gap, value in gaps.items():
        said = said.replace(f"{{{gap}}}", str(value))
    return said
