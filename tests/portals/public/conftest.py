"""Offices to start from."""

from __future__ import annotations

from tests.casework.conftest import offices

__all__ = ["offices"]
