"""Several judgements on one page: a line a product."""

from __future__ import annotations

from collections.abc import Sequence

from qingdan.cli.judgement_page import past_due, to_do
from qingdan.cli.pages import Column, listing
from qingdan.cli.tongue import say, t
from qingdan.cli.wording import long_date
from qingdan.law.judge import Judgement
from qingdan.law.judge.book import Ground


def print_portfolio(judged: Sequence[Judgement]) -> None:
    """Print one line a product: track, what has no record of being done, what is due next, what is open."""
    columns = (
        Column(t("product", "产品"), most=24),
        Column(t("track", "监管方式"), most=20),
        Column(t("next due", "最近期限"), stretches=True),
        Column(t("past due", "已过期限"), right=True, most=8),
        Column(t("open", "待答"), right=True, most=4),
    )
    listing(columns, [_row(one) for one in judged], header=True)


def _row(one: Judgement) -> list[str]:
    track = one.track
    name = say(track.track.says) if track.track else t("not yet known", "尚不能判断")
    if track.track is None:
        name += t(f" (until then: {say(track.meanwhile.says)})", f"（此前按{say(track.meanwhile.says)}办理）")
    late = sum(o.ground is not Ground.OPEN for o in past_due(one))
    return [one.product.name, name, _next_due(one), str(late or ""), str(len(one.open_questions) or "")]


def _next_due(one: Judgement) -> str:
    for first in to_do(one):
        if first.due is not None and first.due >= one.on and first.ground is not Ground.OPEN:
            return f"{long_date(first.due)} {say(first.says)}"
    return t("nothing with a date", "无期限事项")
