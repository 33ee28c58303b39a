"""The pages about procedures are written from the declarations and kept up to date."""

from __future__ import annotations

from pathlib import Path

import pytest

from qingdan.procedures import reference
from qingdan.procedures.catalogue import procedures
from qingdan.procedures.grammar.procedure import Procedure


def test_the_committed_pages_are_up_to_date() -> None:
    assert reference.stale() == [], "run: python -m qingdan.procedures.reference"


@pytest.mark.parametrize("procedure", procedures(), ids=lambda p: p.key)
def test_a_page_tells_every_stage_step_period_and_refusal(procedure: Procedure) -> None:
    page = "\n".join(reference.page(procedure))
    keys = (*procedure.stages, *procedure.steps, *procedure.lapses, *procedure.clock_named)
    assert [k for k in keys if f"`{k}`" not in page] == []
    refusals = [g.says for s in procedure.steps.values() for g in s.guards]
    assert [r.en for r in refusals if r.en not in page or r.zh not in page] == []


def test_the_index_leads_to_every_page() -> None:
    index = "\n".join(reference.index())
    assert [p.key for p in procedures() if f"({p.key}.md)" not in index] == []


def test_checking_writes_nothing_and_names_what_is_out_of_date(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert reference.main(["--check"]) == 1
    assert "README.md is out of date" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
    assert reference.main() == 0
    assert reference.main(["--check"]) == 0
    (tmp_path / reference.FOLDER / "gone.md").write_text("of a procedure there is no more", encoding="utf-8")
    assert reference.main(["--check"]) == 1
    assert reference.main() == 0
    assert not (tmp_path / reference.FOLDER / "gone.md").exists()
