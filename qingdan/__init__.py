"""Qingdan: the Model Law on Artificial Intelligence, as working software.

>>> from qingdan import assess            # doctest: +SKIP
>>> assess("product.yaml", on="2026-03-01").track.track.key   # doctest: +SKIP
'registry'
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from qingdan.assessment import assess

__version__ = "0.1.0"
__all__ = ["__version__", "assess"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - the law is loaded when first used
    if name == "assess":
        from qingdan.assessment import assess

        return assess
    raise AttributeError(f"module 'qingdan' has no attribute {name!r}")
