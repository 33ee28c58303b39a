"""Objects that are known by the name they were declared under."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import ModuleType
from typing import TypeVar


@dataclass(frozen=True, eq=False)
class Named:
    """A declared object. Its key is the variable it was assigned to, set once by ``christen``."""

    key: str = field(default="", init=False)

    def __init_subclass__(cls) -> None:
        # a declared object is shown by its name, not by everything it refers to
        super().__init_subclass__()
        cls.__repr__ = Named.__repr__  # type: ignore[method-assign]

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.key or '?'}>"

    def __str__(self) -> str:
        return self.key or f"<unnamed {type(self).__name__}>"


N = TypeVar("N", bound=Named)


def named(thing: N, key: str) -> N:
    """Return ``thing``, now known as ``key``: for what is made while the rules are read, not declared."""
    object.__setattr__(thing, "key", key)
    return thing


def christen(declared: Mapping[str, object], kind: type[N]) -> tuple[N, ...]:
    """Give every still unnamed object of ``kind`` in ``declared`` its variable name as key.

    Returns those objects in the order of declaration. An object already christened elsewhere (imported from
    another module) is left out, so each object has one home.
    """
    found: list[N] = []
    for name, thing in declared.items():
        if isinstance(thing, kind) and not name.startswith("_") and not thing.key:
            found.append(named(thing, name))
    return tuple(found)


def declared_in(module: ModuleType, kind: type[N]) -> tuple[N, ...]:
    """Return the objects of ``kind`` whose home is ``module``, christening them on first use."""
    homes = module.__dict__.setdefault("__declared__", {})
    if kind not in homes:
        homes[kind] = christen(vars(module).copy(), kind)
    found: tuple[N, ...] = homes[kind]
    return found
