"""The ten-step case by the one writer alone, without HTTP: ``python -m bench.casework.direct CASES THREADS``. One line of JSON."""

from __future__ import annotations

import json
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from bench.casework.world import authority, companies, document, products, set_up, steps


def main() -> None:
    """Measure."""
    cases, threads = int(sys.argv[1]), int(sys.argv[2])
    set_up()
    from qingdan.casework import actions
    from qingdan.casework.moment import now

    staff = authority()
    parties, people = companies(threads, threads)
    papers = {p.pk: document(p, people[n], now()) for n, p in enumerate(parties)}
    filers = {p.pk: people[n] for n, p in enumerate(parties)}

    def run(about: Any) -> None:  # noqa: ANN401 - a product
        by = filers[about.party_id]
        case = actions.open_case(
            "licence_application", by=by, at=now(), product=about.pk, idempotency_key=f"{about.pk}"
        )
        for n, (who, step, given) in enumerate(steps(now().date(), papers[about.party_id])):
            key = f"{about.pk}.{n}"
            actions.take(case.pk, step, given, by=staff.get(who, by), at=now(), key=key)

    made = products(parties, cases + threads)
    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(run, made[:threads]))  # warm
        begun, spent = time.perf_counter(), time.process_time()
        list(pool.map(run, made[threads:]))
    found = {
        "per_second": cases * 10 / (time.perf_counter() - begun),
        "cpu": (time.process_time() - spent) / (cases * 10) * 1000,
    }
    print(json.dumps(found))


if __name__ == "__main__":
    main()
