"""Every procedure there is: found by looking, named by its declarations, kept by edition.

A module of this package that declares ``PROCEDURE`` is a procedure. When a declaration changes in substance, the old
one stays beside it in a module of its own: both have one key, and a case is pinned to the edition it began under.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType, ModuleType

from qingdan.law.grammar.named import N, declared_in
from qingdan.law.grammar.refusal import Refusal
from qingdan.law.grammar.text import Text
from qingdan.law.statutes import MODEL_LAW
from qingdan.procedures.engine.refusals import shown
from qingdan.procedures.grammar.clocks import SetPeriod
from qingdan.procedures.grammar.letters import Letter
from qingdan.procedures.grammar.procedure import Procedure

_HERE = "qingdan.procedures"
_DERIVED = ("catalogue", "diagram", "reference", "samples")
_LETTERS = "_letters"


class UnknownProcedure(Refusal):
    """A procedure was named that does not exist, or an edition it never had."""


@cache
def procedures() -> tuple[Procedure, ...]:
    """Return the current edition of every procedure, in the order of the law."""
    latest = {p.key: p for p in sorted(_all().values(), key=lambda p: p.edition)}
    return tuple(
        sorted(latest.values(), key=lambda p: (p.cite.statute is not MODEL_LAW, p.cite.article, p.key))
    )


def procedure(key: str, edition: int | None = None) -> Procedure:
    """Return a procedure by its key, in the edition a case is pinned to or else the current one.

    Raises UnknownProcedure for a key or an edition there is not.
    """
    if edition is None:
        found = next((p for p in procedures() if p.key == key), None)
    else:
        found = _all().get((key, edition))
    if found is None:
        name = shown(key) if edition is None else f"{shown(key)}, edition {edition}"
        known = ", ".join(p.key for p in procedures())
        raise UnknownProcedure(
            Text(
                f"there is no procedure “{name}”; there are: {known}",
                f"没有程序“{name}”；现有：{known.replace(', ', '、')}",
            )
        )
    return found


@cache
def letters() -> Mapping[str, Letter]:
    """Return every letter by the name it was declared under."""
    return MappingProxyType(_one_of_each(Letter))


@cache
def set_periods() -> Mapping[str, SetPeriod]:
    """Return every period whose length an act sets, by name."""
    return MappingProxyType(_one_of_each(SetPeriod))


@cache
def _modules() -> tuple[ModuleType, ...]:
    """All modules of procedures; those that others take their letters and periods from come first."""
    found = []
    for package in (f"{_HERE}.fragments", _HERE):
        names = [m.name for m in pkgutil.iter_modules(import_module(package).__path__) if not m.ispkg]
        own = [n for n in names if package != _HERE or not n.startswith(_DERIVED)]
        found += [f"{package}.{n}" for n in sorted(own, key=lambda n: (not n.endswith(_LETTERS), n))]
    modules = tuple(import_module(name) for name in found)
    for module in modules:
        for kind in (Letter, SetPeriod):
            declared_in(module, kind)
    return modules


@cache
def _all() -> dict[tuple[str, int], Procedure]:
    found: dict[tuple[str, int], Procedure] = {}
    for module in _modules():
        declared = vars(module).get("PROCEDURE")
        if declared is None:
            continue
        pinned = (declared.key, declared.edition)
        if pinned in found and found[pinned] is not declared:
            raise ValueError(f"declared twice: {declared.key}, edition {declared.edition}")
        found[pinned] = declared
    return found


def _one_of_each(kind: type[N]) -> dict[str, N]:
    found: dict[str, N] = {}
    for module in _modules():
        for thing in declared_in(module, kind):
            if found.setdefault(thing.key, thing) is not thing:
                raise ValueError(
                    f"two {kind.__name__} are named {thing.key}: rename the one in {module.__name__}"
                )
    return found
