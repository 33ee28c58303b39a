"""The judgement of one product on one day: track, duties, dates, what is open, and why.

``judge`` is a pure function of its arguments. It can be performed again years later: the
judgement names the pack, the list edition, the readings and the calendars it used.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from qingdan.law.calendars import Calendar, official_calendar
from qingdan.law.grammar.conditions import Condition, Fact
from qingdan.law.grammar.readings import Chosen, Reading
from qingdan.law.grammar.rules import (
    DossierItem,
    Duty,
    Finding,
    LicenceCondition,
    Prohibition,
    Right,
    Rule,
    Term,
)
from qingdan.law.grammar.text import Text
from qingdan.law.in_force import InForce, check_readings, in_force
from qingdan.law.judge.book import Book
from qingdan.law.judge.obligations import Obligation
from qingdan.law.judge.owed import obligations
from qingdan.law.judge.reasons import Conclusion, conclude
from qingdan.law.judge.remarks import remarks
from qingdan.law.judge.running_terms import running_terms
from qingdan.law.model_law.tracks import TRACKS, Track
from qingdan.law.negative_list.edition import ListEdition, edition_in_force
from qingdan.law.pack import Pack, model_law
from qingdan.law.timeline import Product, check

FINDING_OF: Mapping[Track, Finding] = dict(TRACKS)


@dataclass(frozen=True)
class TrackJudgement:
    """Which of the law's tracks the product is on. ``track`` None: still open between ``candidates``.

    ``meanwhile`` is the track to act on until the open questions are answered: the one that follows
    if no benefit is granted, else the strictest still possible.
    """

    track: Track | None
    candidates: tuple[Track, ...]
    why: Conclusion
    meanwhile: Track

    @cached_property
    def instead(self) -> Track | None:
        """The track the product would be on after the change that ``why.contrast`` names."""
        law, codes = self.why.law, list(self.why.codes)
        for stated in self.why.contrast or ():
            var = law.resolver.var[stated.fact]
            codes[var] = 1 + law.resolver.cells[var].of(stated.answer)
        return _tracks(law, codes)[0] if self.why.contrast else None


@dataclass(frozen=True)
class Checked:
    """A licence condition, dossier item, prohibition or right with its value on the day."""

    rule: LicenceCondition | DossierItem | Prohibition | Right
    value: bool | None


@dataclass(frozen=True)
class Open:
    """A question still to be answered, and what it can still change."""

    fact: Fact
    changes: tuple[Rule, ...]


@dataclass(frozen=True)
class Judgement:
    """What the law wants of one product on one day. Every part can say why."""

    product: Product
    on: date
    law: InForce
    track: TrackJudgement
    history: tuple[tuple[date, Track | None], ...]
    obligations: tuple[Obligation, ...]
    authority_duties: tuple[Obligation, ...]
    terms: tuple[Obligation, ...]
    book: Book
    editions: tuple[ListEdition, ...]

    @cached_property
    def answers(self) -> Mapping[str, object]:
        """The answers that hold on the day."""
        return self.product.answers_on(self.on)

    @cached_property
    def codes(self) -> tuple[int, ...]:
        """The answers encoded for this law's diagrams."""
        return tuple(self.law.resolver.encode(self.answers))

    def conclusion(self, finding: Finding) -> Conclusion:
        """Return what one finding comes to, with its reasons."""
        return conclude(self.law, finding, self.codes, self.answers)

    @cached_property
    def conclusions(self) -> tuple[Conclusion, ...]:
        """Every finding of the law about this product."""
        return tuple(self.conclusion(f) for f in self.law.findings)

    @cached_property
    def conditions(self) -> tuple[Checked, ...]:
        """The licence conditions (Art. 25), where a licence is or may be required."""
        if Track.LICENCE not in self.track.candidates:
            return ()
        found = self.law.pack.of(LicenceCondition)
        return tuple(Checked(c, self.book.held(c.met_when, self.on)) for c in found)

    @cached_property
    def dossier(self) -> tuple[Checked, ...]:
        """The documents to enclose on the product's track (Art. 26 or 43)."""
        wanted = [Checked(d, self.book.held(d.needed_when, self.on)) for d in self.law.pack.of(DossierItem)]
        return tuple(c for c in wanted if c.value is not False)

    @cached_property
    def prohibitions(self) -> tuple[Checked, ...]:
        """What must not be done with this product."""
        return self._standing(self.law.pack.of(Prohibition))

    @cached_property
    def rights(self) -> tuple[Checked, ...]:
        """What others may ask because of this product."""
        return self._standing(self.law.pack.of(Right))

    def _standing(self, rules: Sequence[Prohibition | Right]) -> tuple[Checked, ...]:
        checked = (Checked(r, self.book.held(r.when, self.on)) for r in rules)
        return tuple(c for c in checked if c.value is not False)

    @cached_property
    def open_questions(self) -> tuple[Open, ...]:
        """Every unanswered question that can still change the track, a condition, or a duty at hand.

        What only matters once something has happened (an incident, a request) is not asked before.
        """
        changes: dict[int, list[Rule]] = {}
        diagrams, resolver = self.law.diagrams, self.law.resolver
        tracks = self.track.candidates if len(self.track.candidates) > 1 else ()
        asked: list[tuple[Rule, Condition]] = [(FINDING_OF[t], FINDING_OF[t]) for t in tracks]
        owed = dict.fromkeys(o.duty for o in self.obligations if o.waits_for is None)
        asked += [(d, d.when) for d in owed]
        asked += [(c.rule, c.rule.met_when) for c in self.conditions if isinstance(c.rule, LicenceCondition)]
        for rule, condition in asked:
            left = diagrams.restrict(self.law.node(condition), self.codes)
            for var in diagrams.support(left):
                changes.setdefault(var, []).append(rule)
        about_product = set(self.law.pack.facts)
        facts = {v: resolver.facts[v] for v in sorted(changes)}
        return tuple(Open(f, tuple(changes[v])) for v, f in facts.items() if f in about_product)

    @cached_property
    def remarks(self) -> tuple[Text, ...]:
        """What must be said about the ground this judgement stands on."""
        return tuple(remarks(self.law, self.on, (*self.obligations, *self.authority_duties, *self.terms)))


def judge(  # noqa: PLR0913 - what a judgement is a function of
    product: Product,
    on: date,
    *,
    pack: Pack | None = None,
    readings: Mapping[str, object] | None = None,
    editions: Iterable[ListEdition] | None = None,
    calendar: Calendar | None = None,
) -> Judgement:
    """Judge ``product`` as the law stands on ``on``.

    ``editions`` are the Negative List editions to choose from by date (default: the illustrative
    samples); ``readings`` overrides defaults by public name. Raises Refusal for a product or
    reading that cannot be.
    """
    law_pack = pack or model_law()
    check(product, law_pack)
    known = tuple(editions) if editions is not None else sample_editions()
    book = open_book(product, on, law_pack, check_readings(law_pack, readings or {}), known, calendar)
    owed = tuple(o for d in law_pack.of(Duty) for o in obligations(d, book))
    return Judgement(
        product=product,
        on=on,
        law=book.law_on(on),
        track=judge_track(book, on),
        history=_history(book),
        obligations=tuple(o for o in owed if not o.bearer.official),
        authority_duties=tuple(o for o in owed if o.bearer.official),
        terms=tuple(o for t in law_pack.of(Term) for o in running_terms(t, book)),
        book=book,
        editions=known,
    )


def open_book(  # noqa: PLR0913, PLR0917 - what a judgement is a function of
    product: Product,
    on: date,
    pack: Pack,
    readings: Mapping[str, Chosen],
    editions: Sequence[ListEdition],
    calendar: Calendar | None = None,
    trial: ListEdition | None = None,
) -> Book:
    """Return what due days and tracks are computed from. The product is taken as checked.

    ``trial`` is an edition taken to hold on every day on which none of ``editions`` does.
    """

    def law_on(day: date) -> InForce:
        return in_force(pack, readings=readings, edition=edition_in_force(editions, day) or trial)

    return Book(
        product=product,
        law_on=law_on,
        calendar=calendar or official_calendar(),
        on=on,
        turning_days=tuple(sorted({*product.turning_days(), *(e.effective for e in editions)})),
    )


def sample_editions() -> tuple[ListEdition, ...]:
    """Return the illustrative Negative List editions that ship with the package."""
    from qingdan.law.negative_list.sample import EDITIONS

    return EDITIONS


def judge_track(book: Book, day: date) -> TrackJudgement:
    """Return the product's track on a day: the law's tracks are exclusive and complete (proved)."""
    law = book.law_on(day)
    answers = book.product.answers_on(day)
    codes = law.resolver.encode(answers)
    track, candidates = _tracks(law, codes)
    why = conclude(law, FINDING_OF[candidates[0]], codes, answers)
    presumed = next((t for t in candidates if book.presumed(FINDING_OF[t], day)), candidates[0])
    return TrackJudgement(track, candidates, why, presumed)


def _tracks(law: InForce, codes: Sequence[int]) -> tuple[Track | None, tuple[Track, ...]]:
    values = [(t, law.diagrams.value(law.node(f), codes)) for t, f in TRACKS]
    certain = next((t for t, v in values if v), None)
    return certain, (certain,) if certain else tuple(t for t, v in values if v is None)


def _history(book: Book) -> tuple[tuple[date, Track | None], ...]:
    """Return the days on which the track changed, from the first that is known of to the day of judgement."""
    changes = book.product.turning_days()
    eve = [changes[0] - timedelta(days=1)] if changes else []  # what held before the first change
    own = {*eve, *(h.day for h in book.product.happenings)}
    first = min(own, default=date.min)
    history: list[tuple[date, Track | None]] = []
    for day in sorted(d for d in {*own, *book.turning_days} if first <= d <= book.on) or [book.on]:
        law = book.law_on(day)
        track, _ = _tracks(law, law.resolver.encode(book.product.answers_on(day)))
        if not history or history[-1][1] is not track:
            history.append((day, track))
    return tuple(history)


def rejudge(judged: Judgement, reading: Reading, choice: Chosen) -> Judgement:
    """Judge the same product on the same day with one reading taken otherwise."""
    return judge(
        judged.product,
        judged.on,
        pack=judged.law.pack,
        readings={**judged.law.readings, reading.name: choice},
        editions=judged.editions,
        calendar=judged.book.calendar,
    )


def reopened(judged: Judgement, reading: Reading, choice: Chosen) -> Book:
    """Return the book of a judgement with one reading taken otherwise."""
    chosen = {**judged.law.readings, reading.name: choice}
    return open_book(
        judged.product, judged.on, judged.law.pack, chosen, judged.editions, judged.book.calendar
    )
