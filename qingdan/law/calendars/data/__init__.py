"""One file a year with what its notice says, and the table of lunar days."""

from __future__ import annotations

from typing import Any


def data_file(name: str) -> Any:  # noqa: ANN401 - whatever the JSON file holds; the reader checks it
    """Return the parsed content of the data file ``name``."""
    # Imported here: together they would triple the time to import the package.
    import json
    from importlib.resources import files

    return json.loads(files(__package__).joinpath(f"{name}.json").read_text(encoding="utf-8"))
