"""The ten-step case in DBOS: ``python -m bench.casework.durable CASES THREADS``, on the database of the environment.

Two forms. *Straight*: one workflow whose ten steps each write a row of their own in the transaction that records the
step; nobody waits in between. *Driven*: the workflow waits for each step to be sent from outside, as people send them,
does it, and says so; the sender waits until it is said. Prints one line of JSON.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import uuid4

import sqlalchemy as sa
from dbos import DBOS, DBOSConfig, SetWorkflowID, SQLAlchemyDatasource

STEPS = [
    "open",
    "submit",
    "ask_supplement",
    "send_supplement",
    "accept",
    "extend_proposed",
    "extend",
    "grant_proposed",
    "grant",
    "deliver",
]
CONTENT = {
    "reasons": "经审查，申请材料所载事实清楚，符合相关条文规定的条件（示例理由）。",
    "scope": "示例范围",
}
URL = os.environ["QINGDAN_DATABASE_URL"].replace("postgresql://", "postgresql+psycopg://")

config: DBOSConfig = {
    "name": "bench",
    "system_database_url": URL,
    "log_level": "ERROR",
    "run_migrations": True,
}
DBOS(config=config)
source = SQLAlchemyDatasource.create(URL)


@source.transaction(isolation_level="READ COMMITTED")  # type: ignore[untyped-decorator]
def record(case: str, seq: int, step: str, given: dict[str, Any]) -> int:
    """Write the event of a step: what the application itself keeps of it."""
    source.sql_session().execute(
        sa.text('INSERT INTO event ("case", seq, step, given) VALUES (:c, :s, :n, :g)'),
        {"c": case, "s": seq, "n": step, "g": json.dumps(given)},
    )
    return seq


@DBOS.workflow()
def straight(case: str) -> int:
    """Run all steps one after the other."""
    for seq, step in enumerate(STEPS):
        record(case, seq, step, CONTENT)
    return len(STEPS)


@DBOS.workflow()
def driven(case: str) -> int:
    """Wait for each step, do it, and say so."""
    for seq, step in enumerate(STEPS):
        given = DBOS.recv(f"step{seq}", timeout_seconds=60)
        record(case, seq, step, given)
        DBOS.set_event(f"done{seq}", seq)
    return len(STEPS)


def run_straight() -> None:
    """Take a case through all steps."""
    case = str(uuid4())
    with SetWorkflowID(case):
        straight(case)


def run_driven() -> None:
    """Take a case through all steps from outside, each acknowledged before the next is sent."""
    case = str(uuid4())
    with SetWorkflowID(case):
        handle = DBOS.start_workflow(driven, case)
    for seq in range(len(STEPS)):
        DBOS.send(case, CONTENT, f"step{seq}", idempotency_key=f"{case}.{seq}")
        if DBOS.get_event(case, f"done{seq}", timeout_seconds=60) != seq:
            raise SystemExit("a step was not acknowledged")
    handle.get_result()


def rate(work: Callable[[], None], cases: int, threads: int) -> dict[str, float]:
    """Return how many steps a second, and the processor time this process spent on one."""
    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(lambda _: work(), range(threads)))  # warm
        begun, spent = time.perf_counter(), time.process_time()
        list(pool.map(lambda _: work(), range(cases)))
    steps = cases * len(STEPS)
    return {
        "per_second": steps / (time.perf_counter() - begun),
        "cpu": (time.process_time() - spent) / steps * 1000,
    }


def main() -> None:
    """Measure both forms."""
    cases, threads = int(sys.argv[1]), int(sys.argv[2])
    with sa.create_engine(URL).begin() as connection:
        connection.execute(
            sa.text(
                'CREATE TABLE IF NOT EXISTS event ("case" text, seq int, step text, given jsonb, PRIMARY KEY ("case", seq))'
            )
        )
    DBOS.launch()
    found = {"straight": rate(run_straight, cases, threads), "driven": rate(run_driven, cases, threads)}
    DBOS.destroy()
    print(json.dumps(found))


if __name__ == "__main__":
    main()
