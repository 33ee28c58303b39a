"""Writing a product file that ``qingdan assess`` reads, for the answers of an interview."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import yaml

from qingdan.cli.output import write_whole
from qingdan.law.timeline import Product


def write_product(path: Path, product: Product, readings: Mapping[str, Any]) -> None:
    """Write ``product`` with the readings taken, completely or not at all."""
    data: dict[str, Any] = {"product": product.name}
    if product.description:
        data["description"] = product.description
    data["answers"] = dict(product.answers)
    if product.changes:
        data["changes"] = [{"on": c.on, "answers": dict(c.answers)} for c in product.changes]
    if product.happenings:
        data["events"] = [
            {"event": h.event, "on": _moment(h.at), **({"note": h.note} if h.note else {})}
            for h in product.happenings
        ]
    if readings:
        data["readings"] = dict(readings)
    write_whole(path, yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=110))


def _moment(at: date | datetime) -> date | _Written:
    return _Written(at.isoformat()) if isinstance(at, datetime) else at


class _Written(str):
    """A time, written without quotes as people write it."""

    __slots__ = ()


class _Dumper(yaml.SafeDumper):
    """Writes plain data only, with yes and no as people answer."""

    def ignore_aliases(self, data: object) -> bool:
        """Write every value out: product files know no anchors."""
        del data
        return True


def _yes_or_no(dumper: yaml.SafeDumper, value: bool) -> yaml.Node:
    return dumper.represent_scalar("tag:yaml.org,2002:bool", "yes" if value else "no")


def _time(dumper: yaml.SafeDumper, value: _Written) -> yaml.Node:
    return dumper.represent_scalar("tag:yaml.org,2002:timestamp", str(value))


_Dumper.add_representer(bool, _yes_or_no)
_Dumper.add_representer(_Written, _time)
