"""What holds for every test: in CI nothing may be skipped, and random tests do not surprise."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

# Tests that may be skipped in CI, by node id. Each needs a reason beside it; there is none today.
MAY_BE_SKIPPED: frozenset[str] = frozenset()

# No deadline: the machines that run these tests are shared, and a slow moment is not a fault.
settings.register_profile("here", deadline=None)
# CI draws the same examples each time, so that a red run is about the change it judges.
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")

_skipped: list[str] = []


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if report.skipped and not hasattr(report, "wasxfail"):
        _skipped.append(report.nodeid)


def pytest_collectreport(report: pytest.CollectReport) -> None:
    if report.skipped:
        _skipped.append(report.nodeid)


def _forbidden_skips(config: pytest.Config) -> list[str]:
    """The tests that CI should have run. Workers stay silent: the controller hears of every test."""
    if not os.environ.get("CI") or hasattr(config, "workerinput"):
        return []
    return sorted(set(_skipped) - MAY_BE_SKIPPED)


def pytest_sessionfinish(session: pytest.Session) -> None:
    if _forbidden_skips(session.config) and session.exitstatus == 0:
        session.exitstatus = 1


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    for nodeid in _forbidden_skips(config):
        terminalreporter.write_line(f"SKIPPED IN CI, which counts as a failure: {nodeid}", red=True)
