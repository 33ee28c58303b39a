"""The offline verifier as one HTML file, with the trusted keys in it: nothing is fetched, nothing is sent."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files

from qingdan.law.grammar.text import Text
from qingdan.ledger.note import Key
from qingdan.ledger.wording import FIELDS, FRESHNESS, HEADLINES, REASONS, STATUSES, Code

WORDS = {
    "title": Text("Verify a Qingdan certificate", "核验清单系统证书"),
    "lead": Text(
        "Checks on this device whether a certificate is what the authority sealed. Nothing is sent anywhere; it works "
        "without a network.",
        "在本设备上核验证书是否与主管机关封存的内容一致。不发送任何数据，无需联网。",
    ),
    "proof": Text("The text of the QR code, or of the proof file", "二维码文本或者证明文件内容"),
    "proof_hint": Text(
        "It begins with https://… or QD1: or {. Scan the code with any reader and paste what it shows.",
        "以https://…、QD1:或者{开头。可用任意扫码工具读取后粘贴。",
    ),
    "proof_file": Text("or the proof file itself", "或者选择证明文件"),
    "status": Text("Add the status list of the day", "添加当日状态清单"),
    "status_hint": Text(
        "The certificate cannot know what happened later. The authority publishes a signed list every day; with it, "
        "suspension, revocation and the like show.",
        "证书不能反映其后的变化。主管机关每日公布经签名的状态清单，据此可显示暂扣、吊销等情况。",
    ),
    "status_text": Text("Text of the status list", "状态清单内容"),
    "status_file": Text("or its file", "或者选择清单文件"),
    "verify": Text("Verify", "核验"),
    "keys": Text("Keys this page trusts", "本页信任的公钥"),
    "keys_hint": Text(
        "Compare them with those that the authority publishes. A page from elsewhere can trust other keys: use only the "
        "page you got from the authority.",
        "请与主管机关公布的公钥核对。来历不明的页面可能信任其他公钥，请只使用从主管机关取得的页面。",
    ),
    "seal": Text("sealed", "已封存"),
    "undisclosed": Text(
        "The content of this entry is not disclosed here or was erased; that it was sealed is proven all the same.",
        "该记录的内容未在此披露或者已删除，但其已被封存仍得到证明。",
    ),
    "place": Text(
        "Entry {index} of {size} in the log {log}", "日志{log}第{index}条记录（自0起算，共{size}条）"
    ),
    "unable": Text(
        "This browser cannot check Ed25519 signatures here. Use a current Chrome, Edge, Firefox or Safari, and open the page "
        "as a file or over https.",
        "当前浏览器在此无法验证Ed25519签名。请使用新版Chrome、Edge、Firefox或者Safari，并以本地文件或者https方式打开。",
    ),
    "foot": Text(
        "A genuine proof shows that an entry stands in the log as it was sealed. It does not show that the entry is right, "
        "and registration is not an endorsement.",
        "真实的证明仅表明该记录与封存时一致，不表明其内容正确；登记备案不代表对产品的认可。",
    ),
}


def verifier_page(
    keys: Sequence[Key], *, status: str | None = None, kinds: Mapping[str, Text] | None = None
) -> str:
    """Return the page that trusts ``keys``.

    Args:
        keys: The trusted public keys.
        status: The signed status list of the day, for a page that is served: saved copies keep it.
        kinds: How to word the kinds of entries; others are shown as they are written.
    """
    script, style = _part("verifier.js"), _between(_part("verifier.html"), "<style>", "</style>")
    data = {
        "keys": [str(key) for key in keys],
        "status": status,
        "words": _plain(WORDS),
        "reasons": _plain(REASONS),
        "headlines": _plain(HEADLINES),
        "freshness": _plain(FRESHNESS),
        "statuses": _plain(STATUSES),
        "fields": _plain(FIELDS),
        "kinds": _plain(kinds or {}),
    }
    filled = {
        # One script and one style, both named by their hash; nothing else runs, and nothing is fetched.
        "policy": f"default-src 'none'; script-src {_hash(script)}; style-src {_hash(style)}; "
        "base-uri 'none'; form-action 'none'",
        # <, so that no text can end the element it stands in
        "data": json.dumps(data, ensure_ascii=False).replace("<", "\\u003c"),
        "script": script,
    }
    return re.sub(r"\{\{(\w+)\}\}", lambda gap: filled[gap[1]], _part("verifier.html"))


def content_security_policy() -> str:
    """Return the policy under which the page runs, for a server that sends it as a header too."""
    return _between(verifier_page(()), 'Content-Security-Policy" content="', '"')


@cache
def _part(name: str) -> str:
    return (files("qingdan.ledger") / name).read_text(encoding="utf-8")


def _between(text: str, start: str, end: str) -> str:
    return text.partition(start)[2].partition(end)[0]


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(sha256(text.encode()).digest()).decode()}'"


def _plain(texts: Mapping[str, Text] | Mapping[Code, Text]) -> dict[str, dict[str, str]]:
    return {name: text.as_data() for name, text in texts.items()}
