"""Walks a scenario twice, side by side: in the pure engine, and by the acts of casework on the database."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from qingdan.casework import actions
from qingdan.casework.letters import paper_of
from qingdan.casework.models import Clock, Document, Event, Notice, RegisterEntry
from qingdan.casework.queries import cases as read
from qingdan.law.grammar.refusal import Refusal
from qingdan.procedures import engine
from qingdan.procedures.catalogue import procedure
from qingdan.procedures.engine import State
from qingdan.procedures.grammar.clocks import SetDay, bound
from qingdan.procedures.grammar.effects import Status
from tests.casework.register.world import DOCUMENT, World
from tests.procedures import scenario as pure
from tests.procedures.scenario_file import ACTIONS
from tests.procedures.scenario_run import Run

_UNSEEN = {
    "not_yours": "not_found",
    "nothing_to_serve": "overtaken",
}  # what casework says to people, not to programs


class Both:
    """One scenario in both."""

    def __init__(self, scenario: Mapping[str, Any]) -> None:
        self.pure: Run = pure._begin(scenario, procedure)
        online = scenario.get("service", "electronic") == "electronic"
        self.world = World(self.pure.procedure, scenario.get("subject", {}), online=online)
        at = pure._instant(scenario["steps"][0]["on"])
        opener = self.world.person(self.pure.procedure.opened_by[0].value)
        self.case = actions.open_case(self.pure.procedure.key, by=opener, at=at, **self.world.about())
        self.world.case = self.case

    def entry(self, entry: Mapping[str, Any]) -> None:
        """Do one entry of the scenario in both, and compare."""
        at = pure._instant(entry["on"])
        self.world.tell(entry.get("subject", {}))
        action = next((a for a in ACTIONS if a in entry), "settle")
        taking = action == "take" and "refused" not in entry
        if not taking:  # else the act itself must see to it that the law comes first
            actions.sweep_case(self.case.pk, at)
        going = self.pure
        if action == "take":
            self._subject_first(entry)
            going_before = going.state
            settled, _ = engine.settle(going.procedure, going.state, at=at, setting=going.setting)
            going.state = settled
            given = pure._given(going, entry["take"], entry, at)
            going.state = going_before
        pure._entry(going, entry)
        events = Event.objects.filter(case=self.case).count()
        try:
            if action == "take":
                by = self.world.person(entry["by"])
                given = self.world.as_given(entry["take"], given, by)
                actions.take(self.case.pk, entry["take"], given, by=by, at=at)
            elif action == "send_back":
                by = self.world.person(entry["by"])
                actions.send_back(self.case.pk, entry["send_back"], by=by, at=at)
            elif action == "serve":
                self._serve(entry, at)
            elif action == "choices":
                self._choices(entry, at)
        except Refusal as refused:
            code = getattr(refused, "code", type(refused).__name__)
            wanted = entry.get("refused")
            unseen = _UNSEEN.get(str(wanted))
            assert code in {wanted, unseen}, f"{entry}: {code}: {refused.of('en')}"  # noqa: PT017 - or it may pass
            assert Event.objects.filter(case=self.case).count() == events, "a refusal wrote something"
        else:
            assert "refused" not in entry, f"{entry} was not refused"
        self.compare(entry)

    def _subject_first(self, entry: Mapping[str, Any]) -> None:
        """The register goes on before the step, in the pure run as here."""
        if "subject" in entry:
            old = self.pure.setting
            self.pure.setting = engine.Setting(old.law, old.calendar, {**old.subject, **entry["subject"]})

    def _serve(self, entry: Mapping[str, Any], at: datetime) -> None:
        notice = Notice.objects.filter(case=self.case, event__key=entry["serve"]).order_by("-pk").first()
        by = self.world.person("reviewer:postman")
        proof = Document.objects.create(**{**DOCUMENT, "case": self.case, "uploaded_by": by})
        actions.record_service(
            self.case.pk,
            notice.pk if notice else 0,
            on=entry.get("served_on", at.date()),
            means=Notice.Means.POST,
            proof=str(proof.pk),
            by=by,
            at=at,
        )

    def _choices(self, entry: Mapping[str, Any], at: datetime) -> None:
        self.case.refresh_from_db()
        offered = read.next_steps(self.case, self.world.person(entry["by"]), at)
        assert {c.step.key for c in offered if not c.refused} == set(entry["choices"])
        if "greyed" in entry:
            assert {c.step.key for c in offered if c.refused} == set(entry["greyed"])

    def compare(self, entry: Mapping[str, Any]) -> None:
        """What the database holds is what the engine says."""
        self.case.refresh_from_db()
        kept, said = State.from_data(self.case.state), self.pure.state
        names = {str(user.pk): who for who, user in self.world.people.items()}
        assert self.case.stage == kept.stage == said.stage, entry
        for what in ("taken", "times", "kept", "clocks"):
            assert getattr(kept, what) == getattr(said, what), f"{entry}: {what}"
        takers = {k: tuple(names[w] for w in who) for k, who in kept.takers.items()}
        assert takers == said.takers, entry
        assert (kept.proposal and (kept.proposal.step, names[kept.proposal.by], kept.proposal.on)) == (
            said.proposal and (said.proposal.step, said.proposal.by, said.proposal.on)
        ), entry
        assert set(kept.unserved) == set(said.unserved), entry
        assert said.served.items() <= kept.served.items(), entry
        stage = self.pure.procedure.stages[said.stage]
        assert self.case.ended is (stage.ends is not None), entry
        self._compare_clocks(entry)
        self._compare_register(entry)

    def _compare_clocks(self, entry: Mapping[str, Any]) -> None:
        rows = {c.key: c for c in Clock.objects.filter(case=self.case)}
        runs = self.pure.state.clocks
        assert rows.keys() == runs.keys(), entry
        ends = []
        for key, run in runs.items():
            clock, row = self.pure.procedure.clock_named[key], rows[key]
            deadline = engine.deadline_of(clock, run, self.pure.setting)
            if not isinstance(clock, SetDay):
                assert row.due == (deadline.due if deadline else None), f"{entry}: {key}"
                assert row.due_at == (deadline.due_at if deadline else None), f"{entry}: {key}"
            assert row.provisional is bool(deadline and deadline.provisional), f"{entry}: {key}"
            assert row.paused is run.paused, f"{entry}: {key}"
            assert row.official is bound(clock).official
            lapsed = row.lapsed_on.isoformat() if row.lapsed_on else None
            stopped = row.stopped_on.isoformat() if row.stopped_on else None
            assert (lapsed, stopped) == (run.lapsed_on, run.stopped_on), f"{entry}: {key}"
            ends += [row.due_at] if run.runs and row.due_at else []
        wanted = None if self.case.ended else min(ends, default=None)
        assert self.case.next_due == wanted, entry

    def _compare_register(self, entry: Mapping[str, Any]) -> None:
        for effect in entry.get("effects", []):
            kind, _, detail = effect.partition(" ")
            if kind == "Enters":
                made = RegisterEntry.objects.filter(case=self.case).latest("pk")
                assert (made.status, made.version) == ("active", 1)
            if kind == "Marks" and detail:
                assert self.case.entry is not None
                last = self.case.entry.versions.latest("version")
                assert detail in {last.status, "cancelled"}, entry
                assert Status(self.case.entry.status) == last.status, entry

    def letters(self) -> None:
        """Every act that has a letter has issued it, complete, and no other has."""
        for event in Event.objects.filter(case=self.case, what__in=("taken", "lapsed")):
            part = self.pure.procedure.steps.get(event.key) or self.pure.procedure.lapses.get(event.key)
            notice = Notice.objects.filter(event=event).first()
            assert (notice.letter if notice else None) == (part.serves.key if part and part.serves else None)
            if notice is not None:
                paper = paper_of(notice)
                words = [t.of(lang) for lang in ("en", "zh") for t in paper.paragraphs]
                assert not [w for w in words if "{" in w or "—" in w], words
                assert bool(paper.redress) is notice.paper["adverse"], notice.letter
