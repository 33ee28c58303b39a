"""What must hold after all the killing. Every sentence of this file is a fault that was looked for."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from django.conf import settings

from bench.faults.journal import lines_of
from qingdan.casework import sealing
from qingdan.casework.actions.sweeping import due_cases
from qingdan.casework.actions.taking import setting_of
from qingdan.casework.models import Case, Event, Log, RegisterEntry, RegisterVersion
from qingdan.ledger import checkpoint as heads
from qingdan.ledger.files import FileTiles
from qingdan.ledger.tiles import TileReader
from qingdan.procedures import engine
from qingdan.procedures.catalogue import procedure
from qingdan.procedures.engine import Actor, State
from qingdan.procedures.grammar.roles import By


def faults(folder: Path, at: datetime) -> Iterator[str]:
    """Yield every fault found."""
    yield from _acknowledged(folder)
    for case in Case.objects.order_by("pk").select_related("party", "product", "office").iterator(200):
        yield from _case(case)
    yield from _register()
    if due_cases(at):
        yield "a clock has run out and nothing followed"
    yield from _ledger(folder)


def _acknowledged(folder: Path) -> Iterator[str]:
    """Whatever was acknowledged is there, once, as it was told, and in the order in which it was told."""
    for path in sorted(folder.glob("writer*.jsonl")):
        last: Counter[int] = Counter()
        told = [x for x in lines_of(path) if "done" in x]
        number = path.stem.removeprefix("writer")
        kept = {e.idempotency_key: e for e in Event.objects.filter(idempotency_key__startswith=f"{number}.")}
        accepted = {x["done"] for x in told if x["event"] is not None}
        if len(accepted) != sum(x["event"] is not None for x in told):
            yield f"{path.stem}: an act was acknowledged twice"
        for line in told:
            event = kept.get(line["done"])
            if line["event"] is None:
                if event is not None:
                    yield f"{line['done']}: refused, and yet it happened"
                continue
            if event is None:
                yield f"{line['done']}: acknowledged and lost"
                continue
            was = (event.pk, event.case_id, event.seq, event.payload_digest)
            if was != (line["event"], line["case"], line["seq"], line["digest"]):
                yield f"{line['done']}: acknowledged as another event"
            if line["seq"] <= last[line["case"]]:
                yield f"{line['done']}: out of order"
            last[line["case"]] = line["seq"]
        if set(kept) - accepted:
            yield f"{path.stem}: what was never acknowledged happened: {sorted(set(kept) - accepted)[:3]}"


def _case(case: Case) -> Iterator[str]:
    """Versions are contiguous, the state is what its events come to, and each clock took effect once."""
    declared = procedure(case.procedure, case.edition)
    setting = setting_of(case)
    state = State(stage=declared.opens_at.key, version=1)
    events = list(case.events.select_related("payload").order_by("seq"))
    if [e.seq for e in events] != list(range(1, case.version + 1)):
        yield f"case {case.pk}: its events are not numbered without gaps"
    for event in events[1:]:
        if event.what == "lapsed":
            _, outcomes = engine.settle(declared, state, at=event.at, setting=setting)
            if not outcomes or outcomes[0].key != event.key:
                yield f"case {case.pk}: {event.key} was no lapse then"
                return
            state = outcomes[0].state
            continue
        capacity = By(json.loads(event.header)["capacity"])
        outcome = engine.take(
            declared,
            state,
            event.key,
            json.loads(event.payload.body or "{}"),
            by=Actor(str(event.user_id), frozenset({capacity, By.ANYONE})),
            at=event.at,
            setting=setting,
        )
        state = outcome.state
    if State.from_data(case.state) != State.from_data(json.loads(json.dumps(state.as_data()))):
        yield f"case {case.pk}: its state is not what its events come to"
    rows = {c.key: c for c in case.clocks.all()}
    for key, run in state.clocks.items():
        if key not in rows or (rows[key].lapsed_on and str(rows[key].lapsed_on)) != run.lapsed_on:
            yield f"case {case.pk}: clock {key} is not as its ledger says"
    lapsed = Counter(e.key for e in events if e.what == "lapsed")
    if any(n > 1 for n in lapsed.values()):
        yield f"case {case.pk}: a clock took effect twice: {lapsed}"
    if sum(lapsed.values()) != sum(run.lapsed_on is not None for run in state.clocks.values()):
        yield f"case {case.pk}: a lapse without its event, or an event without its lapse"


def _register() -> Iterator[str]:
    """Each grant entered one number, and no number was given out twice or left out."""
    granted = Event.objects.filter(what="taken", key="grant").count()
    entries = RegisterEntry.objects.order_by("pk")
    if entries.count() != granted or RegisterVersion.objects.count() != granted:
        yield f"{granted} grants, {entries.count()} entries, {RegisterVersion.objects.count()} versions"
    given: dict[str, list[int]] = {}  # of each kind, division and year
    for number in sorted(entries.values_list("number", flat=True)):
        given.setdefault(number[:9], []).append(int(number[9:15]))
    if any(serials != list(range(1, len(serials) + 1)) for serials in given.values()):
        yield "serial numbers are not 1, 2, 3 ..."


def _ledger(folder: Path) -> Iterator[str]:
    """Everything is sealed once, without gap; no head that was ever seen forks from the last one."""
    for log, model in (("process", Event), ("register", RegisterVersion)):
        places = list(model.objects.order_by("leaf_index").values_list("leaf_index", flat=True))  # type: ignore[attr-defined]
        if places != list(range(len(places))):
            yield f"{log}: places are not 0, 1, 2 ..."
        row = Log.objects.get(name=log)
        if not row.sequenced == row.size == row.published == len(places):
            yield f"{log}: {len(places)} acts, {row.sequenced} sequenced, {row.size} sealed, {row.published} published"
        reader = TileReader(FileTiles(Path(settings.TILES) / log).read, row.size)
        for path in sorted(folder.glob("witness*.jsonl")):
            size = 0
            for line in lines_of(path):
                if line["log"] != log:
                    continue
                head, _ = heads.Checkpoint.opened(line["note"], sealing.trusted(log))
                if reader.root(0, head.size) != head.root:
                    yield f"{log}: the head of {head.size} forks"
                if head.size < size:
                    yield f"{log}: a head of {head.size} was shown after one of {size}"
                size = head.size
    for log, fault in sealing.faults():
        yield f"fsck: {log}: {fault}"
