"""The processes that are killed: clients that write, sealers, and the worker's sweep. Each goes on where it was."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.db import OperationalError

from bench.faults.journal import Journal
from qingdan.casework import actions, sealing, worker
from qingdan.casework.models import Event, User
from qingdan.law.grammar.refusal import Refusal
from qingdan.ledger.files import FileTiles

AT = datetime.fromisoformat("2026-03-02T10:00:00+08:00")
_DAY = 0.2  # seconds of the run that stand for a day of the law
_OFTEN = 3  # how often one may correct: the same step again, with another content


@dataclass(frozen=True)
class Scene:
    """What all processes know."""

    folder: Path
    began: float
    steps: list[list[tuple[str, str, dict[str, Any]]]]  # of each writer
    staff: dict[str, int]
    filers: list[int]
    products: list[list[int]]  # of each writer

    def now(self) -> datetime:
        """What day and time it is in the run."""
        return AT + timedelta(days=(time.time() - self.began) / _DAY)


def persistently(work: Callable[[], Any]) -> Any:  # noqa: ANN401 - whatever ``work`` returns
    """Do ``work``; while the database is busy, try again."""
    while True:
        try:
            return work()
        except OperationalError:
            time.sleep(0.01)


def done(scene: Scene, act: dict[str, Any]) -> Event | None:
    """Do what was meant, under its key; return the event, or None where it was refused."""
    by = persistently(lambda: User.objects.get(pk=act["by"]))
    at = datetime.fromisoformat(act["at"])
    try:
        if act["step"] == "open":
            case = persistently(
                lambda: actions.open_case(
                    "licence_application", by=by, at=at, product=act["product"], idempotency_key=act["key"]
                )
            )
            found: Event = persistently(lambda: case.events.get(seq=1))
            return found
        return persistently(  # type: ignore[no-any-return]
            lambda: actions.take(act["case"], act["step"], act["given"], by=by, at=at, key=act["key"])
        )
    except Refusal:
        del scene
        return None


def settle(scene: Scene, journal: Journal, act: dict[str, Any]) -> dict[str, Any]:
    """Do what was meant and note the acknowledgement."""
    event = done(scene, act)
    line: dict[str, Any] = {"done": act["key"], "event": None}
    if event is not None:
        line |= {"event": event.pk, "case": event.case_id, "seq": event.seq, "digest": event.payload_digest}
    journal.note(**line)
    return line


def unsettled(lines: list[dict[str, Any]]) -> dict[str, Any] | None:
    """Return what was meant last, where nothing was heard of it."""
    meant: dict[str, Any] | None = next((x["meant"] for x in reversed(lines) if "meant" in x), None)
    settled = {x["done"] for x in lines if "done" in x}
    return None if meant is None or meant["key"] in settled else meant


def write(scene: Scene, number: int) -> None:
    """Drive case after case, each act under a key of its own; what had an unknown outcome is repeated first."""
    journal = Journal(scene.folder / f"writer{number}.jsonl")
    lines = journal.lines()
    waiting = unsettled(lines)
    if waiting is not None:
        settle(scene, journal, waiting)
    count = sum("meant" in x for x in lines)
    begun = {x["meant"]["product"] for x in lines if "meant" in x and x["meant"]["step"] == "open"}
    luck = random.Random(f"{number} {count}")  # noqa: S311 - no secret
    filer = scene.filers[number]
    for product in scene.products[number]:
        if product in begun:
            continue
        chosen = [(scene.staff.get(who, filer), step, given) for who, step, given in scene.steps[number]]
        if luck.random() < 0.3:  # noqa: PLR2004 - left alone, so that its clock runs out
            chosen = chosen[: luck.choice((1, 2, 4))]
        fixed = {"corrected": "示例更正"}
        chosen[1:1] = [
            (filer, "correct", {"corrected": fixed["corrected"] + str(n)})
            for n in range(luck.randrange(_OFTEN))
        ]
        case = None
        for by, step, given in [(filer, "open", {}), *chosen]:
            count += 1
            content = given
            if step == "deliver":
                content = {"delivered_on": scene.now().date().isoformat()}
            act = {
                "key": f"{number}.{count}",
                "by": by,
                "at": scene.now().isoformat(),
                "step": step,
                "given": content,
                "product": product,
                "case": case,
            }
            journal.note(meant=act)
            heard = settle(scene, journal, act)
            if heard["event"] is None:
                break
            case = heard["case"]
    while True:  # out of products: wait for the end
        time.sleep(1)


def seal(scene: Scene, number: int) -> None:
    """Seal, over and over, and keep a copy of every head that was published."""
    from django.conf import settings

    journal = Journal(scene.folder / f"witness{number}.jsonl")
    seen: dict[str, bytes] = {}
    while True:
        persistently(lambda: sealing.seal(scene.now()))
        for log in ("register", "process"):
            head = FileTiles(Path(settings.TILES) / log).read("checkpoint")
            if head is not None and seen.get(log) != head:
                seen[log] = head
                journal.note(log=log, note=head.decode())
        time.sleep(0.005)


def sweep(scene: Scene, number: int) -> None:
    """Let clocks lapse, over and over."""
    del number
    while True:
        persistently(lambda: worker.sweep(scene.now()))
        time.sleep(0.02)
