"""What holds for every test: in CI nothing may be skipped, random tests do not surprise, data are thrown away."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile

import django
import pytest
from django.conf import settings as django_settings
from hypothesis import settings

# Settings are read when Django is set up: before that, each worker gets a folder and keys of its own.
os.environ["QINGDAN_DATA"] = tempfile.mkdtemp(prefix="qingdan-tests-")
atexit.register(shutil.rmtree, os.environ["QINGDAN_DATA"], ignore_errors=True)
os.environ["DJANGO_SETTINGS_MODULE"] = "qingdan.settings"
django.setup()
# A real password hash takes its time on purpose; tests make hundreds of people.
django_settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

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
