"""Seal what waits in the database of the environment: ``python -m bench.casework.seal``. Prints one line of JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from random import Random
from statistics import median
from time import perf_counter
from typing import Any


def main() -> None:
    """Time each phase, and inclusion proofs afterwards."""
    import django

    django.setup()
    from qingdan.casework import sealing
    from qingdan.casework.models import Checkpoint, Log, RegisterEntry
    from qingdan.casework.moment import now
    from qingdan.casework.sealing import phases

    found: dict[str, Any] = {"leaves": 0}
    spent = {"sequence": 0.0, "integrate": 0.0, "publish": 0.0}

    def timed(phase: str, work: Callable[[], Any]) -> Any:  # noqa: ANN401 - whatever the phase returns
        begun = perf_counter()
        done = work()
        spent[phase] += perf_counter() - begun
        return done

    for name in ("process", "register"):
        while timed("sequence", lambda name=name: phases.sequence(name)):  # type: ignore[misc]
            timed("integrate", lambda name=name: phases.integrate(name))  # type: ignore[misc]
            timed("publish", lambda name=name: phases.publish(name, now()))  # type: ignore[misc]
        found["leaves"] += Log.objects.get(name=name).size
    found |= {f"{phase}_per_second": found["leaves"] / seconds for phase, seconds in spent.items()}
    found["per_second"] = found["leaves"] / sum(spent.values())
    found["heads"] = Checkpoint.objects.count()
    entries = list(RegisterEntry.objects.order_by("pk")[:20_000])
    times = []
    for entry in Random(7).sample(entries, min(200, len(entries))):  # noqa: S311 - a sample, no secret
        begun = perf_counter()
        sealing.proof_of(entry)
        times.append(perf_counter() - begun)
    found["proof_ms"] = median(times) * 1000
    print(json.dumps(found))


if __name__ == "__main__":
    main()
