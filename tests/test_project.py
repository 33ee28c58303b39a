"""What the project promises about itself: its layout, its locks, its purity, its commands."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import distribution
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "qingdan"
# what makemigrations writes is nobody's to edit
PYTHON_FILES = sorted(p for p in PACKAGE.rglob("*.py") if p.name != "0001_initial.py")
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

EXTRAS = ("django", "duckdb", "polars", "pyarrow", "z3")
# Only these may know Django, even lazily.
DJANGO_LAYERS = ("api", "casework", "manage", "portals", "settings", "urls", "wsgi")
# Time is an argument: nothing else asks the machine what day it is.
MAY_ASK_THE_DATE = {"cli", "casework/moment.py"}
# These measure how long something took or lasts on the machine: a session, a lease, a retry. No date of law is among it.
MAY_MEASURE_TIME = {
    "api/rates.py",
    "casework/accounts/post.py",
    "casework/accounts/sessions.py",
    "casework/accounts/verification.py",
    "casework/demo/accounts.py",
    "casework/health.py",
    "casework/worker.py",
}
CLOCK_READINGS = {"now", "today", "utcnow", "time", "time_ns", "localtime", "gmtime"}


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def in_layers(layers: tuple[str, ...]) -> list[Path]:
    return [path for path in PYTHON_FILES if path.relative_to(PACKAGE).parts[0].removesuffix(".py") in layers]


def syntax(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def shown_files() -> list[Path]:
    """What a reader of the project sees: every text file outside caches and environments."""
    wanted = {".py", ".md", ".toml", ".yaml", ".yml", ".json", ".txt", ".cfg", ".sh", ""}
    return [
        path
        for path in ROOT.rglob("*")
        if path.is_file()
        and path.suffix in wanted
        and not any(part.startswith(".venv") or "cache" in part for part in path.relative_to(ROOT).parts)
        and not {".git", ".hypothesis"} & set(path.relative_to(ROOT).parts)
    ]


# --- The code ---


@pytest.mark.parametrize("path", PYTHON_FILES, ids=name)
def test_a_file_stays_short_enough_to_read(path: Path) -> None:
    limit = 100 if "model_law" in path.parts else 300
    assert len(path.read_text(encoding="utf-8").splitlines()) <= limit


@pytest.mark.parametrize("path", PYTHON_FILES, ids=name)
def test_every_module_opens_by_saying_what_it_is(path: Path) -> None:
    assert ast.get_docstring(syntax(path))


@pytest.mark.parametrize("path", PYTHON_FILES, ids=name)
def test_nobody_asks_the_machine_what_day_it_is(path: Path) -> None:
    inside = path.relative_to(PACKAGE).as_posix()
    if (
        inside in MAY_ASK_THE_DATE | MAY_MEASURE_TIME
        or inside.split("/")[0].removesuffix(".py") in MAY_ASK_THE_DATE
    ):
        return
    for node in ast.walk(syntax(path)):
        # Also unfinished mentions, such as default_factory=datetime.now.
        if isinstance(node, ast.Attribute) and node.attr in CLOCK_READINGS:
            owner = ast.unparse(node.value).rsplit(".", 1)[-1]
            asks = owner in {"datetime", "date", "time", "timezone"}
            assert not asks, f"{name(path)}:{node.lineno} reads the clock"
        if isinstance(node, ast.ImportFrom) and node.module == "time":
            asks = bool({alias.name for alias in node.names} & CLOCK_READINGS)
            assert not asks, f"{name(path)}:{node.lineno} imports a clock"


@pytest.mark.parametrize("path", in_layers(("law", "procedures", "ledger")), ids=name)
def test_the_pure_layers_know_no_floating_point_literal(path: Path) -> None:
    for node in ast.walk(syntax(path)):
        is_float = isinstance(node, ast.Constant) and isinstance(node.value, float)
        assert not is_float, f"{name(path)}:{getattr(node, 'lineno', 0)} has a float"


@pytest.mark.parametrize("path", PYTHON_FILES, ids=name)
def test_django_stays_in_its_own_layers(path: Path) -> None:
    if path in in_layers(DJANGO_LAYERS):
        return
    for node in ast.walk(syntax(path)):
        imported = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and node.module:
            imported.append(node.module)
        assert not [module for module in imported if module.split(".")[0] == "django"]


def test_the_package_imports_without_any_extra() -> None:
    """Also with the extras installed, as here: an import of one of them would fail loudly."""
    code = f"""
import sys
class Absent:
    def find_spec(self, fullname, path=None, target=None):
        if fullname.split('.')[0] in {EXTRAS!r}:
            raise ModuleNotFoundError('not installed: ' + fullname, name=fullname)
sys.meta_path.insert(0, Absent())
import importlib, pkgutil, qingdan, qingdan.law
for module in pkgutil.walk_packages(qingdan.law.__path__, 'qingdan.law.'):
    importlib.import_module(module.name)
"""
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)


def test_importing_the_package_loads_no_extra_and_no_command_line() -> None:
    code = "import sys, qingdan; print(*{module.split('.')[0] for module in sys.modules})"
    run = subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT, capture_output=True, text=True)
    assert not {*EXTRAS, "typer", "rich", "pydantic"} & set(run.stdout.split())


# --- What is shipped ---


def test_every_data_file_ships(tmp_path: Path) -> None:
    """The wheel holds what the package folder holds, whatever .gitignore says."""
    from hatchling.builders.wheel import WheelBuilder

    included = {file.distribution_path for file in WheelBuilder(str(ROOT)).recurse_included_files()}
    present = {
        name(path) for path in PACKAGE.rglob("*") if path.is_file() and "cache" not in str(path.parent)
    }
    assert present - included == set()
    assert "qingdan/py.typed" in included
    assert tmp_path.exists()


def test_no_file_names_a_place_on_somebodys_machine() -> None:
    absolute = re.compile(r"(?<![\w.:/])/(?:work|home|root|Users|tmp)/[\w.]")
    found = [name(path) for path in shown_files() if absolute.search(path.read_text("utf-8", "replace"))]
    assert found == []


# --- The locks ---


@pytest.mark.parametrize("lock", LOCKS, ids=name)
def test_a_lock_names_no_index_and_hashes_everything(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    assert "://" not in text
    assert "--index" not in text
    assert "--find-links" not in text
    pinned = re.findall(r"^[a-z0-9][a-z0-9._-]*==", text, flags=re.MULTILINE)
    requirements = re.sub(r"\\\n", " ", text).strip().splitlines()
    assert len(requirements) == len(pinned) > 0
    assert all("--hash=sha256:" in line for line in requirements)


@pytest.mark.parametrize("lock", [path for path in LOCKS if path.stem in {"core", "run"}], ids=name)
def test_every_lock_agrees_with_the_developers(lock: Path) -> None:
    def versions(path: Path) -> set[str]:
        found: list[str] = re.findall(r"^[a-z0-9._-]+==\S+", path.read_text("utf-8"), flags=re.MULTILINE)
        return set(found)

    assert versions(lock) <= versions(ROOT / "requirements" / "dev.txt")


def test_the_locks_cover_what_the_project_declares() -> None:
    extras = PROJECT["project"]["optional-dependencies"]
    declared = {
        "core": PROJECT["project"]["dependencies"],
        "dev": [*PROJECT["project"]["dependencies"], *extras["table"], *extras["proof"]],
    }
    for lock, requirements in declared.items():
        text = (ROOT / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")
        for requirement in requirements:
            package = re.split(r"[<>=\[]", requirement)[0].lower()
            assert re.search(rf"^{re.escape(package)}==", text, flags=re.MULTILINE), f"{package} in {lock}"


def test_no_dependency_of_the_core_is_under_gpl_or_agpl() -> None:
    """python-stdnum is LGPL: used unmodified as a library, which the licence allows."""
    lock = (ROOT / "requirements" / "core.txt").read_text(encoding="utf-8")
    for line in re.findall(r"^[a-z0-9].*==.*", lock, flags=re.MULTILINE):
        package = line.split("==")[0]
        if "win32" in line:
            continue
        about = distribution(package).metadata
        told = [about.get_all(field) for field in ("License-Expression", "License", "Classifier")]
        licence = re.sub(r"LGPL|Lesser General Public License", "", str(told))
        assert not re.search(r"GPL|General Public License", licence), package


# --- The commands ---


def make_targets() -> set[str]:
    return set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE))


@pytest.mark.parametrize("told_in", ["README.md", "CONTRIBUTING.md", ".ci/run"])
def test_every_make_command_we_name_exists(told_in: str) -> None:
    told = set(re.findall(r"\bmake ([a-z]+)\b", (ROOT / told_in).read_text(encoding="utf-8")))
    assert {"run", "test", "check"} <= told
    assert told <= make_targets()


def run_pytest_on_a_skip(folder: Path, *options: str, ci: bool) -> subprocess.CompletedProcess[str]:
    shutil.copy(ROOT / "tests" / "conftest.py", folder)
    tests = "import pytest\ndef test_passes(): pass\n@pytest.mark.skip\ndef test_skipped(): pass\n"
    (folder / "test_two.py").write_text(tests, encoding="utf-8")
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("CI", "PYTEST"))}
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *options, str(folder)],
        check=False,
        cwd=folder,
        env=environment | ({"CI": "true"} if ci else {}),
        capture_output=True,
        text=True,
    )


@pytest.mark.parametrize("options", [(), ("-n", "1")], ids=["alone", "xdist"])
def test_a_skipped_test_fails_in_ci(tmp_path: Path, options: tuple[str, ...]) -> None:
    run = run_pytest_on_a_skip(tmp_path, *options, ci=True)
    assert run.returncode == 1
    assert "SKIPPED IN CI" in run.stdout


def test_a_skipped_test_is_fine_at_home(tmp_path: Path) -> None:
    assert run_pytest_on_a_skip(tmp_path, ci=False).returncode == 0
