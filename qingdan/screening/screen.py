"""Screening: every product of a table judged on a day, in one pass and little memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeAlias

import polars as pl

from qingdan.law.grammar.readings import Chosen
from qingdan.law.grammar.text import Text
from qingdan.law.in_force import InForce
from qingdan.screening.answers import Answers
from qingdan.screening.duplicates import ID_COLUMNS, Duplicates
from qingdan.screening.faults import Fault, TableRefused
from qingdan.screening.opening import open_source
from qingdan.screening.question import OUTPUT, Screen
from qingdan.screening.source import LINE, Batch, Source
from qingdan.screening.target import FaultWriter, TableWriter, WholeFile, check_target

Progress: TypeAlias = Callable[[int, int | None], None]
BATCH_ROWS = 50_000


@dataclass(frozen=True)
class ScreeningReport:
    """What became of a table: ``rows`` in = ``judged`` + ``set_aside``.

    ``tracks`` counts the judged rows by track. ``rejected`` is where the rows set aside are told,
    None if there are none. ``missing`` are the questions the track turns on that the table has no
    column for; ``passed_through`` the columns that are no question.
    """

    rows: int
    judged: int
    set_aside: int
    tracks: Mapping[str, int]
    faults: Mapping[str, int]
    missing: tuple[str, ...]
    passed_through: tuple[str, ...]
    id_column: str | None
    out: Path
    rejected: Path | None
    pack: str
    edition: str | None
    readings: Mapping[str, Chosen]
    on: date
    notes: tuple[Text, ...]


@dataclass
class _Tally:
    judged: int = 0
    set_aside: int = 0

    def __post_init__(self) -> None:
        self.tracks: Counter[str] = Counter()
        self.faults: Counter[str] = Counter()

    def count(self, judged: pl.DataFrame, faults: list[Fault]) -> None:
        """Count one batch."""
        self.judged += judged.height
        self.set_aside += len({fault.line for fault in faults})
        self.tracks.update(dict(judged["track"].value_counts().iter_rows()))
        self.faults.update(fault.column for fault in faults)


@dataclass(frozen=True)
class _Run:
    """One screening: what is read, under which law, and what is asked."""

    table: Source
    law: InForce
    on: date
    findings: tuple[str, ...]
    kept: tuple[str, ...]
    progress: Progress | None
    batch_rows: int

    def write(self, whole: WholeFile, faulty: WholeFile, duplicates: Duplicates) -> tuple[_Tally, Screen]:
        """Read the table once, writing judgements to ``whole`` and faults to ``faulty``."""
        tally = _Tally()
        judge: Screen | None = None
        set_aside = FaultWriter(faulty)
        with TableWriter(whole) as target:
            for batch, rows, faults in readable(self.table, self.law, self.batch_rows, duplicates):
                judge = judge or Screen(self.law, rows.schema, self.findings)
                judged = judge.judge(rows, keep=self.kept, on=self.on.isoformat())
                target.write(judged)
                set_aside.write(faults)
                tally.count(judged, faults)
                if self.progress:
                    self.progress(batch.done, batch.total)
        assert judge is not None  # noqa: S101 - a source yields at least one batch
        return tally, judge


def screen(  # noqa: PLR0913 - from, to, and how
    source: Path,
    out: Path,
    *,
    law: InForce,
    on: date,
    findings: Iterable[str] = (),
    id_column: str | None = None,
    progress: Progress | None = None,
    batch_rows: int = BATCH_ROWS,
) -> ScreeningReport:
    """Judge every row of ``source`` into ``out`` (CSV or Parquet by its suffix).

    Rows at fault go to ``<out>.rejected.csv`` instead (``out`` without its own suffix). Neither
    file changes unless the whole run succeeds. ``findings`` are keys of further conclusions to
    tell; ``id_column`` must differ from row to row (None: the first of the usual names, if any).
    ``progress`` hears rows done and rows in total; for CSV the total is an estimate, and a table
    with repeated ids is read twice. Raises TableRefused, or Refusal for an unknown finding.
    """
    rejected = check_target(out, source)
    table = open_source(source)
    wanted = tuple(findings)
    kept = known_columns(table, law)
    _check_names(table, kept, wanted)
    name = _id_column(table, kept, id_column)
    run = _Run(table, law, on, wanted, kept, progress, batch_rows)
    with Duplicates(name) as duplicates:
        tally, judge = _written(run, out, rejected, duplicates)
    missing = tuple(fact.key for fact in judge.facts if fact.key not in table.columns)
    return ScreeningReport(
        rows=tally.judged + tally.set_aside,
        judged=tally.judged,
        set_aside=tally.set_aside,
        tracks=dict(tally.tracks),
        faults=dict(tally.faults),
        missing=missing,
        passed_through=kept,
        id_column=name,
        out=out,
        rejected=rejected if tally.set_aside else None,
        pack=law.pack.key,
        edition=law.edition.key if law.edition else None,
        readings=law.readings,
        on=on,
        notes=tuple(_notes(law, on, missing, kept, name)),
    )


def _written(run: _Run, out: Path, rejected: Path, duplicates: Duplicates) -> tuple[_Tally, Screen]:
    """Write both files, reading the table a second time if some id may have occurred twice."""
    while True:
        with WholeFile(out) as whole, WholeFile(rejected) as faulty:
            tally, judge = run.write(whole, faulty, duplicates)
            if duplicates.must_read_again():
                continue
            if tally.set_aside:
                faulty.publish()
            whole.publish()
        if not tally.set_aside:
            rejected.unlink(missing_ok=True)  # those of an earlier run would mislead
        return tally, judge


def readable(
    table: Source, law: InForce, batch_rows: int, duplicates: Duplicates | None = None
) -> Iterator[tuple[Batch, pl.DataFrame, list[Fault]]]:
    """Yield each batch with its typed rows and the faults of those set aside."""
    answers: Answers | None = None
    for batch in table.batches(batch_rows):
        answers = answers or Answers(law.resolver.facts, batch.rows.schema)
        rows, faults = answers.read(batch)
        if duplicates is not None:
            rows, repeats = duplicates.pass_on(rows)
            faults = sorted(faults + repeats, key=lambda fault: fault.line) if repeats else faults
        yield batch, rows, faults


def known_columns(table: Source, law: InForce) -> tuple[str, ...]:
    """Return the columns of ``table`` that are no question of the law; refuses if none is one."""
    keys = law.resolver.by_key
    kept = tuple(name for name in table.columns if name not in keys)
    if len(kept) == len(table.columns):
        shown = ", ".join(table.columns)[:200]
        raise TableRefused(
            Text(
                f"{table.path}: no column is a question of this law (found: {shown}); name columns by fact keys, "
                "see `qingdan facts`, and separate them by commas",
                f"{table.path}：没有任何一列是本法所问事项（现有：{shown}）；列名应为事项编号（见 qingdan facts），以英文逗号分隔",
            )
        )
    return kept


def _check_names(table: Source, kept: Iterable[str], findings: Iterable[str]) -> None:
    for name in kept:
        if name in OUTPUT or name in findings or name.startswith(LINE):
            raise TableRefused(
                Text(
                    f"{table.path}: the column {name} would clash with one of the result; rename it",
                    f"{table.path}：列名{name}与结果列重名，请改名",
                )
            )


def _id_column(table: Source, kept: tuple[str, ...], wanted: str | None) -> str | None:
    if wanted is None:
        return next((name for name in ID_COLUMNS if name in kept), None)
    if wanted not in kept:
        raise TableRefused(
            Text(f"{table.path}: there is no column {wanted}", f"{table.path}：没有名为{wanted}的列")
        )
    return wanted


def _notes(
    law: InForce, on: date, missing: tuple[str, ...], kept: tuple[str, ...], name: str | None
) -> Iterator[Text]:
    if missing:
        listed = ", ".join(missing)
        yield Text(f"no column for {listed}: unknown in every row", f"缺少以下列，各行均按未知处理：{listed}")
    others = ", ".join(column for column in kept if column != name)
    if others:
        yield Text(
            f"no question of this law, passed through: {others}", f"非本法所问事项，原样输出：{others}"
        )
    if name is None:
        yield Text("no id column: repeated products cannot be told", "没有编号列，无法识别重复产品")
    if law.edition is None:
        yield Text("no Negative List edition: nothing counts as listed", "未指定负面清单版本，均按未列入处理")
    elif law.edition.effective > on:
        yield Text(
            f"{law.edition.key} takes effect on {law.edition.effective}: this is a dry run",
            f"{law.edition.key}自{law.edition.effective}起施行，本次为预演",
        )
