"""Every word the ledger says. The offline page takes its words from here too, so that nothing is said twice."""

from __future__ import annotations

from datetime import date
from typing import Literal, TypeAlias

from qingdan.law.grammar.text import Text

Code: TypeAlias = Literal[
    "not_a_proof", "not_canonical", "bad_encoding", "bad_note", "bad_checkpoint", "bad_path", "bad_entry",
    "bad_salt", "bad_key", "bad_frontier", "too_long", "truncated", "wrong_signature", "wrong_content",
    "two_faces", "unknown_key", "key_not_in_force", "status_unreadable", "status_of_other_log", "missing_tile",
    "damaged_tile", "tile_exists", "tiles_differ", "entry_too_long", "entry_differs", "published_is_larger",
    "published_differs", "published_by_stranger", "head_moved",
]  # fmt: skip


def day_said(day: date) -> Text:
    """Return a day as each language writes it."""
    return Text(day.isoformat(), f"{day.year}年{day.month}月{day.day}日")


def moment_said(at: str) -> Text:
    """Return the time of an entry, which is Shanghai time, as each language writes it."""
    day = day_said(date.fromisoformat(at[:10]))
    return Text(f"{day.en} {at[11:19]} (UTC+8)", f"{day.zh}{at[11:19]}")


HEADLINES = {
    "genuine": Text(
        "Genuine: entered at {at} and sealed by {origin}, not altered since",
        "真实：{at}记入，经{origin}封存，此后未被改动",
    ),
    "forged": Text(
        "Not genuine: {why}. Do not rely on it; report it to the authority named in the register",
        "不真实：{why}。请勿采信，并向登记机关反映",
    ),
    "unreadable": Text("Cannot be read: {why}", "无法读取：{why}"),
    "unknown_key": Text(
        "Cannot be judged: {why}. Get the public keys from the authority's own site, not from whoever sent the proof",
        "无法判断：{why}。请从主管机关官方网站获取公钥，勿使用证明提供者给出的公钥",
    ),
}

FRESHNESS = {
    "as_of": Text("No adverse status as of {on}", "截至{on}，无不利状态"),
    "old": Text(
        "No adverse status as of {on}, but that list is {days} days old: get today's",
        "截至{on}无不利状态，但该状态清单已有{days}日，请获取最新清单",
    ),
    "adverse": Text(
        "No longer in effect as sealed: {status} since {since} (status list of {on})",
        "已非封存时的状态：自{since}起{status}（{on}状态清单）",
    ),
    "changed": Text(
        "Outdated: changed on {since} (status list of {on}); ask for the present certificate",
        "已过时：{since}已变更（{on}状态清单），请索取现行证书",
    ),
    "no_list": Text(
        "Freshness unknown: a proof cannot show what happened after {at}. Look the number up in the register, or add the "
        "status list of the day",
        "时效未知：证明不能反映{at}之后的变化。请查询登记簿，或者提供当日状态清单",
    ),
    "no_number": Text(
        "Freshness unknown: this entry bears no number that a status list could name; it shows what was done at {at}",
        "时效未知：该记录没有编号，状态清单无从列示；仅证明{at}的行为",
    ),
    "list_too_early": Text(
        "Freshness unknown: the status list of {on} was made before this entry; get a later one",
        "时效未知：{on}状态清单早于该记录，请获取更新的清单",
    ),
    "list_refused": Text(
        "Freshness unknown: the status list cannot be relied on ({why}). What happened after {at} is not known",
        "时效未知：状态清单不可采信（{why}）。{at}之后的变化不明",
    ),
}

STATUSES = {
    "suspended": Text("suspended", "暂扣"),
    "revoked": Text("revoked", "吊销"),
    "withdrawn": Text("withdrawn", "撤销"),
    "recalled": Text("recalled", "撤回"),
    "cancelled": Text("cancelled", "注销"),
    "expired": Text("expired", "期限届满失效"),
    "changed": Text("changed", "变更"),
}

REASONS: dict[Code, Text] = {
    "not_a_proof": Text("it is no Qingdan proof", "不是清单系统的证明"),
    "not_canonical": Text(
        "it is not written in the one form that is allowed, as after editing or damage",
        "书写形式不符合规范，可能经过编辑或者已损坏",
    ),
    "bad_encoding": Text("letters or digits in it are wrong or damaged", "其中的字符或者数字有误或者已损坏"),
    "bad_note": Text("its signed part is malformed", "签名部分格式有误"),
    "bad_checkpoint": Text("its checkpoint is malformed", "检查点格式有误"),
    "bad_path": Text("its path does not fit the size of the log", "证明路径与日志规模不符"),
    "bad_entry": Text("its entry is malformed", "记录格式有误"),
    "bad_salt": Text("the salt must be 16 bytes", "盐值应当为16字节"),
    "bad_key": Text(
        "a key is written as NAME+ID+KEY, and these three must fit each other",
        "公钥应当写作“名称+标识+公钥”，且三者相符",
    ),
    "bad_frontier": Text("the stored frontier of the log is malformed", "所存日志前沿格式有误"),
    "too_long": Text("it is longer than any proof", "长度超出证明上限"),
    "truncated": Text("its end is missing, or something follows it", "内容不完整或者有多余部分"),
    "wrong_signature": Text(
        "the signature is not that of the key it names: something was altered",
        "签名与所称密钥不符，内容已被改动",
    ),
    "wrong_content": Text("the content is not what was sealed", "内容与封存时不一致"),
    "two_faces": Text(
        "the proof and the status list show two different logs of the same size and name",
        "证明与状态清单显示同名同规模但内容不同的日志",
    ),
    "unknown_key": Text("none of the trusted keys signed it", "没有任何受信任密钥的签名"),
    "key_not_in_force": Text(
        "the key that signed it was not in force at that time", "签名密钥当时不在有效期内"
    ),
    "status_unreadable": Text("the status list is malformed", "状态清单格式有误"),
    "status_of_other_log": Text("the status list is of another log", "状态清单属于其他日志"),
    "missing_tile": Text("the tile {path} is missing: restore it", "缺少数据块{path}，请恢复"),
    "damaged_tile": Text(
        "the tile {path} is not what was sealed: restore it", "数据块{path}与封存内容不符，请恢复"
    ),
    "tile_exists": Text(
        "{path} already holds something else, and tiles never change: find out who wrote it before going on",
        "{path}已有其他内容，而数据块不得更改：请先查明写入者",
    ),
    "tiles_differ": Text(
        "the tiles of {size} entries do not lead to the head on record",
        "{size}条记录的数据块与所记日志头不符",
    ),
    "entry_too_long": Text("an entry is longer than 65,535 bytes", "记录超过65535字节"),
    "entry_differs": Text(
        "entry {index} is not what its source says now: nothing is signed until that is explained",
        "第{index}条记录与其来源不符：查明之前不予签名",
    ),
    "published_is_larger": Text(
        "a checkpoint of {published} entries was published, but here are only {size}: restore the missing entries; "
        "signing would fork the log",
        "已公布的检查点有{published}条记录，本地仅有{size}条：请恢复缺失记录，否则签名将造成日志分叉",
    ),
    "published_differs": Text(
        "the checkpoint of {published} entries that was published is not part of this log: signing would fork it",
        "已公布的{published}条记录检查点不属于本日志：签名将造成分叉",
    ),
    "published_by_stranger": Text(
        "a published checkpoint bears no trusted signature: find out where it comes from",
        "已公布的检查点没有受信任的签名：请查明来源",
    ),
    "head_moved": Text(
        "somebody else moved the head of the log meanwhile: begin again from the head on record",
        "日志头已被他人更新：请从现有日志头重新开始",
    ),
}

# Fields that certificates use, in the order they are shown; others follow under the name they have.
FIELDS = {
    "title": Text("Document", "文书"),
    "number": Text("Number", "编号"),
    "product": Text("Product", "产品"),
    "holder": Text("Holder", "持有人"),
    "holder_code": Text("Unified social credit code", "统一社会信用代码"),
    "scope": Text("Scope", "范围"),
    "valid_from": Text("Valid from", "有效期自"),
    "valid_until": Text("Valid until", "有效期至"),
    "authority": Text("Authority", "主管机关"),
    "document_sha256": Text("Document (SHA-256)", "文书（SHA-256）"),
    "kind": Text("Act", "行为"),
    "at": Text("Entered at", "记入时间"),
}
