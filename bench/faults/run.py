"""One fault run, in a process of its own: ``python -m bench.faults.run ROUNDS [SEED]``, on the database of the environment.

Django is set up once; the processes to be killed are forked from here, so that a round takes a fraction of a second.
"""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from bench.casework.world import authority, companies, document, products, set_up, steps

WRITERS, SEALERS, SWEEPERS = 3, 2, 2
SHORTEST, LONGEST = 0.01, 0.25  # seconds a round
_PER_ROUND = 3  # products each writer may need a round, at most
_fork = multiprocessing.get_context("fork")


def main() -> None:
    """Run, check, and print what was found."""
    rounds = int(sys.argv[1])
    luck = random.Random(sys.argv[2] if len(sys.argv) > 2 else None)  # noqa: S311, PLR2004 - no secret
    set_up()
    from django.db import connections

    from bench.faults import parts

    scene = _scene(rounds, parts)
    connections.close_all()
    roles: list[tuple[Callable[[Any, int], None], int]] = [
        *((parts.write, n) for n in range(WRITERS)),
        *((parts.seal, n) for n in range(SEALERS)),
        *((parts.sweep, n) for n in range(SWEEPERS)),
    ]
    running = [_started(role, scene) for role in roles]
    kills, ended = 0, []
    try:
        for _ in range(rounds):
            time.sleep(luck.uniform(SHORTEST, LONGEST))
            for n in luck.sample(range(len(roles)), luck.choice((1, 1, 2, len(roles)))):
                ended += [] if running[n].is_alive() else [f"{roles[n][0].__name__} {running[n].exitcode}"]
                _kill(running[n])
                kills += 1
                running[n] = _started(roles[n], scene)
    finally:
        for process in running:
            _kill(process)
    seconds, at = time.time() - scene.began, scene.now()
    if ended:
        print(f"  FAULT processes ended by themselves: {ended}")
    _settled(scene, parts, at)
    print(f"  {rounds} rounds in {seconds:.0f} s, {kills} processes killed; ", end="")
    _report(scene, at)


def _scene(rounds: int, parts: Any) -> Any:  # noqa: ANN401 - the module, once Django is set up
    from django.conf import settings

    staff = authority()
    parties, people = companies(WRITERS, WRITERS)
    made = products(parties, WRITERS * (rounds * _PER_ROUND + 20))
    folder = Path(settings.DATA) / "journals"
    folder.mkdir()
    papers = [document(p, people[n], parts.AT) for n, p in enumerate(parties)]
    assert len(papers) == WRITERS  # noqa: S101
    own = [[p.pk for p in made if p.party_id == party.pk] for party in parties]
    return parts.Scene(
        folder,
        time.time(),
        [steps(parts.AT.date(), paper) for paper in papers],
        {role: who.pk for role, who in staff.items()},
        [who.pk for who in people],
        own,
    )


def _started(role: tuple[Callable[[Any, int], None], int], scene: Any) -> Any:  # noqa: ANN401 - a process
    process = _fork.Process(target=role[0], args=(scene, role[1]), daemon=True)
    process.start()
    return process


def _kill(process: Any) -> None:  # noqa: ANN401 - a process
    if process.pid is not None and process.exitcode is None:
        os.kill(process.pid, signal.SIGKILL)
    process.join()


def _settled(scene: Any, parts: Any, at: datetime) -> None:  # noqa: ANN401 - as above
    """Come to rest: repeat what had an unknown outcome, let the last clocks lapse, seal."""
    from bench.faults.journal import Journal
    from qingdan.casework import sealing, worker

    for n in range(WRITERS):
        journal = Journal(scene.folder / f"writer{n}.jsonl")
        waiting = parts.unsettled(journal.lines())
        if waiting is not None:
            parts.settle(scene, journal, waiting)
    while worker.sweep(at):
        pass
    sealing.seal(at)


def _report(scene: Any, at: datetime) -> None:  # noqa: ANN401 - as above
    from bench.faults.check import faults
    from bench.faults.journal import lines_of
    from qingdan.casework.models import Case, Checkpoint, Event, Log

    found = list(faults(scene.folder, at))
    told = [x for n in range(WRITERS) for x in lines_of(scene.folder / f"writer{n}.jsonl")]
    acknowledged = sum("done" in x and x["event"] is not None for x in told)
    refused = sum("done" in x and x["event"] is None for x in told)
    sealed = sum(Log.objects.values_list("size", flat=True))
    print(
        f"{Case.objects.count():,} cases, "
        f"{acknowledged:,} acts acknowledged, {refused} refused, {Event.objects.filter(what='lapsed').count():,} "
        f"clock effects, {sealed:,} leaves sealed, {Checkpoint.objects.count():,} heads signed"
    )
    for fault in found[:20]:
        print(f"  FAULT {fault}")
    print(
        f"  {len(found)} faults: nothing lost, doubled, reordered or forked"
        if not found
        else f"  FAULTS: {len(found)}"
    )


if __name__ == "__main__":
    main()
