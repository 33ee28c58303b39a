"""Article 73: an edition of the Negative List is published for a day, and on that day takes effect by itself."""

from __future__ import annotations

import sys
from typing import Any

from qingdan.law.events import licence as events
from qingdan.law.grammar.named import declared_in
from qingdan.law.grammar.rules import Role
from qingdan.law.grammar.text import Text
from qingdan.law.model_law.a73_publication import publish_update
from qingdan.procedures import negative_list_guards as only_if
from qingdan.procedures import negative_list_letters as letters
from qingdan.procedures.grammar.clocks import Clock, SetDay
from qingdan.procedures.grammar.effects import ListAct
from qingdan.procedures.grammar.fields import REASONS
from qingdan.procedures.grammar.guards import Flag, Guard
from qingdan.procedures.grammar.roles import By
from qingdan.procedures.grammar.steps import Lapse, Step, by_law, list_editor
from qingdan.procedures.negative_list_guards import DIGEST, GRACE, IN_FORCE_FROM, LIST, PUBLICATION
from qingdan.procedures.stages import abandoned, list_consulted, list_in_force, list_published

_COMES_FIRST, _COMES_AS_UPDATE = events.first_list_published, events.list_update_published
first_list_effect = SetDay(
    cite=PUBLICATION,
    binds=Role.AUTHORITY,
    says=Text("day on which the first list takes effect", "首份清单施行日期"),
    day=IN_FORCE_FROM.key,
    after=_COMES_FIRST,
    on_lapse=Text("the list takes effect", "清单施行"),
)
list_update_effect = SetDay(
    cite=PUBLICATION,
    binds=Role.AUTHORITY,
    says=Text("day on which the updated list takes effect", "更新后的清单施行日期"),
    day=IN_FORCE_FROM.key,
    after=_COMES_AS_UPDATE,
    on_lapse=Text("the list takes effect", "清单施行"),
)
PUBLICATION_CLOCKS: tuple[Clock, ...] = (publish_update, first_list_effect, list_update_effect)


def _publication(key: str, says: Text, kind: Guard, more: tuple[Guard, ...], flag: Flag, **how: Any) -> Step:  # noqa: ANN401 - what Step takes
    return list_editor(
        key,
        says,
        PUBLICATION,
        at=list_consulted,
        to=list_published,
        asks=(IN_FORCE_FROM, GRACE, DIGEST, REASONS),
        guards=(
            kind,
            only_if.NOT_BACKDATED,
            only_if.NOT_BEFORE_THE_LAW,
            *more,
            only_if.TRIED_AS_IT_STANDS,
            only_if.EXACTLY_THIS,
        ),
        flags=(flag,),
        confirmed_by=By.HEAD,
        serves=letters.list_publication,
        publishes=True,
        effects=(ListAct.PUBLISHES,),
        **how,
    )


def publication() -> tuple[Step | Lapse, ...]:
    """Return how an edition is published, recalled before its day, and takes effect on it."""
    return (
        _publication(
            "publish_first",
            Text("Publish the first list", "公布首份清单"),
            only_if.FIRST,
            (only_if.SIX_MONTHS_AHEAD,),
            only_if.PUBLISHED_LATE,
            tells=(_COMES_FIRST,),
        ),
        _publication(
            "publish_update",
            Text("Publish the updated list", "公布更新后的清单"),
            only_if.UPDATE,
            (only_if.AFTER_THE_LAST, only_if.GRACE_STATED, only_if.GRACE_AS_DECIDED),
            only_if.SHORT_NOTICE,
            tells=(events.list_updated, _COMES_AS_UPDATE),
        ),
        *(
            by_law(
                key,
                Text("The list takes effect", "清单施行"),
                PUBLICATION,
                when=clock,
                at=list_published,
                to=list_in_force,
                publishes=True,
                effects=(ListAct.TAKES_EFFECT,),
            )
            for key, clock in (
                ("first_list_takes_effect", first_list_effect),
                ("update_takes_effect", list_update_effect),
            )
        ),
        list_editor(
            "recall",
            Text("Recall the list before its day", "施行前废止"),
            LIST,
            at=list_published,
            to=abandoned,
            asks=(REASONS,),
            confirmed_by=By.HEAD,
            serves=letters.list_recalled,
            publishes=True,
            effects=(ListAct.ABANDONS,),
        ),
    )


declared_in(sys.modules[__name__], SetDay)
