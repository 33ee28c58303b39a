"""Plays the stories: day after day, what fell due, and what people did, each by somebody who may."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple
from zlib import crc32

from django.db import transaction

from qingdan.casework import actions, consulting, law_now, products
from qingdan.casework.actions.refusals import ActionRefused
from qingdan.casework.demo.answering import answers, proposed
from qingdan.casework.demo.exhibits import Exhibits
from qingdan.casework.demo.founding import Cast, edition
from qingdan.casework.demo.script import BadScript, Line, Story
from qingdan.casework.demo.when import start_of
from qingdan.casework.judging import judge_product
from qingdan.casework.models import Case, Event, Interest, Judged, Notice, RegisterEntry, User
from qingdan.law.clock import SHANGHAI
from qingdan.law.grammar.refusal import Refusal
from qingdan.law.grammar.text import Text
from qingdan.procedures.catalogue import procedure
from qingdan.procedures.engine import StepRefused
from qingdan.procedures.grammar.procedure import Subject
from qingdan.procedures.grammar.roles import By
from qingdan.procedures.grammar.steps import Step

_DAY = timedelta(days=1)
_OPENING = time(9, 5)
_NOT_THEIRS = {"same_hands", "four_eyes", "needs_confirmation", "not_yours", "not_found"}
_PROOF = Text("proof of service", "送达回证")
OPENED = "demo:"  # begins the idempotency key under which a story's case was opened


class Act(NamedTuple):
    """One line of a story, on its day. No line: the case is opened."""

    at: datetime
    order: int
    story: Story
    line: Line | None


class Stopped(NamedTuple):
    """A story that could not go on, and why."""

    story: Story
    line: Line | None
    why: str


class Telling:
    """The stories as they are played, up to an instant."""

    def __init__(self, cast: Cast, until: datetime) -> None:
        self.cast = cast
        self.until = until
        self.cases: dict[str, int] = {}
        self.stopped: list[Stopped] = []
        self._over: set[str] = set()
        self._exhibits = Exhibits(until)

    def play(self, stories: tuple[Story, ...], since: datetime) -> None:
        """Play ``stories`` from the first day to the last."""
        day = since.astimezone(SHANGHAI).date()
        for act in sorted(_acts(stories, self.until)):
            while day < act.at.date():
                day += _DAY
                _night(day)
            self._play(act)
        while day < self.until.astimezone(SHANGHAI).date():
            day += _DAY
            _night(day)

    def _play(self, act: Act) -> None:
        if act.story.key in self._over:
            return
        self._exhibits.at = act.at
        try:
            if act.line is None:
                self._open(act)
            else:
                self._take(act, act.line)
        except (Refusal, BadScript) as refused:
            said = refused.of("en") if isinstance(refused, Refusal) else str(refused)
            self._over.add(act.story.key)
            self.stopped.append(Stopped(act.story, act.line, said))

    def _open(self, act: Act) -> None:
        story = act.story
        declared = procedure(story.case)
        about: dict[str, Any] = {}
        if declared.subject is Subject.ENTRY:
            entry = self._entry(story)
            about, owner = {"entry": entry.number}, entry.party.pk
        elif declared.subject is Subject.PRODUCT:
            product = self.cast.products[story.about]
            about, owner = {"product": product.pk}, product.party_id
            _judge(product.pk, act.at)
        elif declared.subject is Subject.PARTY:
            owner = self.cast.parties[story.about].pk
            about = {"party": owner}
        else:
            about, owner = {"list_edition": story.about}, None
            consulting.draft(edition(story.about), by=self._official(By.LIST_EDITOR, None), at=act.at)
        capacity = By(story.opened_by) if story.opened_by else declared.opened_by[0]
        office = None if owner is None else _office(story.case, owner, act.at.date())
        by = self._filer(story, owner) if capacity is By.APPLICANT else self._official(capacity, office)
        key = f"{OPENED}{story.key}"
        self.cases[story.key] = actions.open_case(
            story.case, by=by, at=act.at, idempotency_key=key, **about
        ).pk

    def _entry(self, story: Story) -> RegisterEntry:
        case = self.cases.get(story.about.removeprefix("story:"), 0)
        found = Case.objects.select_related("entry").filter(pk=case).first()
        if found is None or found.entry is None:
            raise BadScript(f"{story.about} brought no entry into the register")
        return found.entry

    def _filer(self, story: Story, owner: int | None) -> User:
        if story.by:
            return self.cast.people[story.by]
        return next(self.cast.people[k] for k, p in self.cast.parties.items() if p.pk == owner)

    def _official(self, role: By, office: Any) -> User:  # noqa: ANN401 - an office
        return self.cast.officers(office or self.cast.offices["national"], role.value)[0]

    def _take(self, act: Act, line: Line) -> None:
        case = Case.objects.select_related("party", "product", "entry", "office", "list_edition").get(
            pk=self.cases[act.story.key]
        )
        if case.product_id is not None and Judged.objects.filter(pk=case.product_id, wanted=True).exists():
            _judge(case.product_id, act.at)
        step = procedure(case.procedure, case.edition).steps.get(line.verb)
        other: Callable[[Case, Act, Line], None] | None = getattr(self, f"_do_{line.verb}", None)
        if step is not None:
            self._step(case, step, act, line)
        elif other is not None:
            other(case, act, line)
        else:
            raise BadScript(f"{act.story.key}: {case.procedure} has no step {line.verb}")

    def _step(self, case: Case, step: Step, act: Act, line: Line) -> None:
        self._first_who_may(
            self._candidates(case, step.by, act.story, line),
            lambda by: actions.take(
                case.pk,
                step.key,
                answers(case, step, line.given, by, act.at.date(), cast=self.cast, exhibit=self._exhibits),
                by=by,
                at=act.at,
            ),
        )
        if step.confirmed_by is None or "proposed" in line.words:
            return
        content, later = proposed(case), act.at + timedelta(minutes=95)
        confirming = list(self._candidates(case, (step.confirmed_by,), act.story, line))
        self._first_who_may(confirming, lambda by: actions.take(case.pk, step.key, content, by=by, at=later))

    def _first_who_may(self, people: Any, act: Callable[[User], Event]) -> None:  # noqa: ANN401 - users
        refused: Refusal | None = None
        for by in people:
            kept = dict(self._exhibits.made)
            try:
                with transaction.atomic():
                    act(by)
            except (ActionRefused, StepRefused) as why:
                if why.code not in _NOT_THEIRS:
                    raise
                refused, self._exhibits.made = why, kept  # their documents were taken back with their act
            else:
                return
        raise refused or BadScript("nobody is there who could do this")

    def _candidates(self, case: Case, capacities: tuple[By, ...], story: Story, line: Line) -> Iterator[User]:
        wanted = [w.removeprefix("by:") for w in line.words if w.startswith("by:")]
        if wanted:
            yield self.cast.people[wanted[0]]
            return
        for capacity in capacities:
            if capacity.official:
                yield from self.cast.officers(case.office, capacity.value)
            elif capacity is By.APPLICANT:
                yield self._filer(story, case.party_id)
            elif capacity is By.THIRD_PARTY:
                thirds = Interest.objects.filter(case=case).values_list("party", flat=True)
                yield from (self._filer(story, third) for third in thirds)
            else:
                yield from (self.cast.people[k] for k in self.cast.parties)

    # --- What is no step of a procedure.

    def _do_assign(self, case: Case, act: Act, line: Line) -> None:
        to = self.cast.people[line.words[0]] if line.words else self._official(By.REVIEWER, case.office)
        actions.assign(case.pk, to.pk, by=self._official(By.HEAD, case.office), at=act.at)

    def _do_hand_back(self, case: Case, act: Act, line: Line) -> None:
        assert case.assignee is not None  # noqa: S101 - the plot assigned it
        actions.hand_back(case.pk, line.given["reasons"], by=case.assignee, at=act.at)

    def _do_recuse(self, case: Case, act: Act, line: Line) -> None:
        who = self.cast.people[line.words[0]]
        actions.recuse(case.pk, who.pk, line.given["why"], by=who, at=act.at)

    def _do_admit(self, case: Case, act: Act, line: Line) -> None:
        third = self.cast.parties[line.words[0]]
        by = self._official(By.REVIEWER, case.office)
        actions.admit(case.pk, third.pk, line.given["why"], by=by, at=act.at)

    def _do_send_back(self, case: Case, act: Act, line: Line) -> None:
        by = self._official(By.HEAD, case.office)
        actions.send_back(case.pk, line.given["reasons"], by=by, at=act.at)

    def _do_serve(self, case: Case, act: Act, line: Line) -> None:
        notice = Notice.objects.filter(case=case, served_on__isnull=True).order_by("pk").first()
        if notice is None:
            raise BadScript(f"{act.story.key}: no letter waits for service")
        role = By.INSPECTOR if case.procedure.endswith(("suspension", "revocation")) else By.REVIEWER
        by, means = self._official(role, case.office), Notice.Means(line.words[0])
        proof = self._exhibits.named(case, f"proof-{notice.pk}", _PROOF, by)
        actions.record_service(
            case.pk, notice.pk, on=act.at.date(), means=means, proof=proof, by=by, at=act.at
        )

    def _do_comment(self, case: Case, act: Act, line: Line) -> None:
        assert case.list_edition is not None  # noqa: S101 - what is commented on is a list
        by = self.cast.people[line.words[0]]
        consulting.comment(
            case.list_edition.key, line.given["says"], entry=line.given.get("entry", ""), by=by, at=act.at
        )

    def _do_report(self, case: Case, act: Act, line: Line) -> None:
        assert case.product_id is not None  # noqa: S101 - a report is about a product
        timed = line.given.get("timed", False)
        by, note = self._filer(act.story, case.party_id), line.given.get("note", "")
        products.report(
            case.product_id, line.words[0], act.at if timed else act.at.date(), note=note, by=by, at=act.at
        )


def _office(key: str, party: int, on: date) -> Any:  # noqa: ANN401 - an office
    from qingdan.casework.models import Party
    from qingdan.casework.standing import handling_office

    return handling_office(key, Party.objects.get(pk=party).division, on)


def _judge(product: int, at: datetime) -> None:
    judge_product(product, at)


def _night(day: date) -> None:
    """Let lapse what ran out by the end of the day before."""
    at = datetime.combine(day, time(0, 5), SHANGHAI)
    while actions.sweep(at):
        pass
    actions.expire(at)


def _acts(stories: tuple[Story, ...], until: datetime) -> Iterator[Act]:
    """Yield what happens up to an instant; what a plot holds beyond it has not happened yet."""
    calendar = law_now.calendar_now()
    for number, story in enumerate(stories):
        day = start_of(story.start, until.date(), calendar)
        at = _morning(story, day)
        yield Act(at, number, story, None)
        for line in story.plot:
            later = line.gap.after(day, calendar) if line.gap.length else day
            at = at + timedelta(minutes=17) if later == day else _morning(story, later)
            day = later
            if at + timedelta(hours=2) > until:
                break
            yield Act(at, number, story, line)


def _morning(story: Story, day: date) -> datetime:
    """Return when somebody came to it that day: the same each time, and not for everybody alike."""
    began = datetime.combine(day, _OPENING, SHANGHAI)
    return began + timedelta(minutes=crc32(f"{story.key}{day.toordinal() % 7}".encode()) % 200)
