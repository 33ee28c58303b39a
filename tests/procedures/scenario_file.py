"""How scenarios are written: the words they may use, and YAML read so that `on` is a word."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).with_name("scenarios")
SCENARIO = {"name", "procedure", "article", "readings", "subject", "service", "known_on", "steps"}
NEEDED = {"name", "procedure", "article", "steps"}
ACTIONS = ("take", "send_back", "serve", "choices")
WITH: dict[str, set[str]] = {  # what may stand beside each action, besides ``on`` and ``settle``
    "take": {
        "by",
        "given",
        "subject",
        "refused",
        "says",
        "field",
        "proposed",
        "told",
        "effects",
        "serves",
        "stopped",
    }
    | {"started", "flags", "publishes", "stage", "due"},
    "send_back": {"by", "refused", "says", "stage", "due"},
    "serve": {
        "served_on",
        "refused",
        "says",
        "field",
        "told",
        "effects",
        "publishes",
        "stopped",
        "started",
        "stage",
        "due",
    },
    "choices": {"by", "greyed", "subject"},
    "settle": {"stage", "due", "stopped", "started", "told", "effects", "serves", "escalates", "publishes"},
}
CHECKS = set().union(*WITH.values()) - {"by", "given", "subject", "served_on"} | {"settle", "choices"}


class _Yaml(yaml.SafeLoader):
    """YAML 1.2's plain words: `on` is a word; only `true` and `false` are truth values."""


_Yaml.yaml_implicit_resolvers = {
    sign: [(tag, words) for tag, words in found if tag != "tag:yaml.org,2002:bool" or sign in "tTfF"]
    for sign, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


class Unmet(AssertionError):
    """A scenario does not come out as written, or is not written as it must be."""


def read(text: str) -> Any:  # noqa: ANN401 - plain data
    """Return what YAML text says."""
    return yaml.load(text, Loader=_Yaml)  # noqa: S506 - a safe loader


def load(path: Path) -> list[dict[str, Any]]:
    """Return the scenarios of a file."""
    found = read(path.read_text(encoding="utf-8"))
    if not isinstance(found, list) or not found:
        raise Unmet(f"{path.name}: must be a list of scenarios")
    return found
