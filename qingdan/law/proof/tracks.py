"""Tracks: no product may be on two, and every product must be on one (Art. 23)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Any

from qingdan.law.grammar.conditions import ALWAYS
from qingdan.law.grammar.rules import Role
from qingdan.law.grammar.text import Text
from qingdan.law.proof.asking import Asking
from qingdan.law.proof.results import Concern, Observed, Proven, Refuted, Result
from qingdan.law.proof.setting import Setting
from qingdan.law.proof.wording import quoted


def exclusive(asking: Asking, setting: Setting) -> Iterator[Result]:
    """Each pair of tracks: can one product be on both?"""
    fine = True
    for one, other in combinations(setting.tracks, 2):
        case = asking.case(one, other)
        if case is None:
            continue
        fine = False
        yield Refuted(
            check="tracks.exclusive",
            concern=Concern.CONTRADICTION,
            says=Text("Two tracks overlap: {one} and {other}.", "两类管理重叠：{one}与{other}。").filled(
                one=quoted(one), other=quoted(other)
            ),
            about=(one, other),
            cites=(one.cite, other.cite),
            case=case,
            decide=Text("Say which of the two prevails.", "明确何者优先。"),
        )
    if fine and setting.tracks:
        yield Proven(
            check="tracks.exclusive",
            concern=Concern.CONTRADICTION,
            says=Text(
                f"No product is ever on two of the {len(setting.tracks)} tracks.",
                f"任何产品均不会同时适用{len(setting.tracks)}类管理中的两类。",
            ),
            about=setting.tracks,
            cites=tuple(t.cite for t in setting.tracks),
        )


def complete(asking: Asking, setting: Setting) -> Iterator[Result]:
    """Every product lands on a track, or the smallest one that does not."""
    if not setting.tracks:
        return
    within = ALWAYS if setting.within is None else setting.within
    cites = tuple(t.cite for t in setting.tracks)
    case = asking.case(within, fails=setting.tracks)
    if case is None:
        yield Proven(
            check="tracks.complete",
            concern=Concern.GAP,
            says=Text("Every product lands on a track.", "每一产品均有其适用的管理类别。"),
            about=setting.tracks,
            cites=cites,
        )
    else:
        yield Refuted(
            check="tracks.complete",
            concern=Concern.GAP,
            says=Text("A product lands on no track.", "存在不适用任何管理类别的产品。"),
            about=setting.tracks,
            cites=cites,
            case=case,
            decide=Text("Say what applies to it.", "明确其适用何种管理。"),
        )


def outside(asking: Asking, setting: Setting) -> Iterator[Result]:
    """Each role the law speaks to: can somebody have it and yet be on no track?"""
    if setting.outside is None:
        return
    told: list[dict[str, Any]] = []
    for role, condition in setting.roles.items():
        case = asking.case(setting.outside, condition)
        if case is not None and case.answers not in told:
            told.append(case.answers)
            words = ROLES[role]
            yield Observed(
                check="tracks.outside",
                concern=Concern.GAP,
                says=Text(
                    "A {role} can be on no track at all: {outside}.",
                    "{role}可能不适用任何一类管理：{outside}。",
                ).filled(role=words, outside=quoted(setting.outside)),
                about=(setting.outside,),
                cites=(setting.outside.cite,),
                case=case,
                decide=Text("Say whether that is meant.", "明确是否有意如此。"),
            )


ROLES: dict[Role, Text] = {
    Role.DEVELOPER: Text("developer", "研发者"),
    Role.PROVIDER: Text("provider", "提供者"),
    Role.DEVELOPER_OR_PROVIDER: Text("developer or provider", "研发者或者提供者"),
    Role.APPLICANT: Text("applicant", "申请人"),
    Role.HOLDER: Text("licence holder", "被许可人"),
    Role.REPRESENTATIVE: Text("representative", "境内代表"),
    Role.USER: Text("user", "使用者"),
    Role.AFFECTED: Text("person affected", "受影响者"),
    Role.ANYONE: Text("person or organisation", "个人、组织"),
    Role.AUTHORITY: Text("authority", "主管机关"),
    Role.AUTHORITY_HEAD: Text("head of the authority", "主管机关负责人"),
    Role.LOCAL_AUTHORITY: Text("local authority", "地方主管机关"),
    Role.PROCURATORATE: Text("procuratorate", "人民检察院"),
    Role.STATE_ORGAN: Text("State organ", "国家机关"),
}
