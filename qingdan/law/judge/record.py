"""A judgement as plain data: what scripts, forms and later the API read. Keys are stable."""

from __future__ import annotations

from typing import Any

from qingdan.law.grammar.readings import Chosen
from qingdan.law.grammar.rules import Duty
from qingdan.law.grammar.text import Cite
from qingdan.law.judge.alternatives import ReadingEffect
from qingdan.law.judge.judging import Judgement
from qingdan.law.judge.obligations import Obligation, moment_text
from qingdan.law.judge.reasons import Conclusion
from qingdan.law.judge.resting import resting_on
from qingdan.law.stated import Stated


def cite(place: Cite) -> dict[str, Any]:
    """Return a citation: statute key, article, paragraph, item, and how a lawyer writes it."""
    return {
        "statute": place.statute.key,
        "article": place.article,
        "paragraph": place.paragraph,
        "item": place.item,
        "verified": place.statute.verified,
        "said": place.as_data(),
    }


def stated(fact: Stated) -> dict[str, Any]:
    """Return one fact with its answer."""
    data: dict[str, Any] = {"fact": fact.fact.key, "answer": fact.answer, "says": fact.says.as_data()}
    if fact.span is not None and fact.span != (None, None):
        data["from"], data["below"] = fact.span
    return data


def conclusion(found: Conclusion) -> dict[str, Any]:
    """Return a conclusion with its reasons."""
    return {
        "finding": found.finding.key,
        "value": found.value,
        "says": found.says.as_data(),
        "entries": [{"key": e.key, "says": e.says.as_data()} for e in found.listing],
        "cites": [cite(c) for c in found.cites],
        "because": [stated(s) for s in found.facts],
        "waits_for": [f.key for f in found.waits_for] if found.value is None else [],
        "contrast": [stated(s) for s in found.contrast] if found.contrast else None,
        "readings": {r.name: found.law.taken(r) for r in found.readings},
    }


def obligation(owed: Obligation) -> dict[str, Any]:
    """Return one instance of a duty or term."""
    rule = owed.duty
    data: dict[str, Any] = {
        "rule": rule.key,
        "cite": cite(rule.cite),
        "bearer": owed.bearer.value,
        "says": owed.says.as_data(),
        "ground": owed.ground.value,
        "standing": owed.standing.value,
        "start": moment_text(owed.start) if owed.start else None,
        "due": owed.due.isoformat() if owed.due else None,
        "due_at": moment_text(owed.due_at) if owed.due_at else None,
        "provisional": owed.provisional,
        "done_on": owed.done_on.isoformat() if owed.done_on else None,
        "waits_for": owed.waits_for.key if owed.waits_for else None,
        "keep_until": owed.keep_until.isoformat() if owed.keep_until else None,
        "deadline": owed.deadline.as_data() if owed.deadline else None,
        "remarks": [r.as_data() for r in owed.remarks],
    }
    if isinstance(rule, Duty):
        data["evidence"] = [e.as_data() for e in rule.evidence]
    return data


def judgement(judged: Judgement) -> dict[str, Any]:
    """Return a whole judgement."""
    law = judged.law
    taken: dict[str, Chosen] = {r.name: law.taken(r) for r in law.pack.readings}
    track = judged.track
    return {
        "product": judged.product.name,
        "on": judged.on.isoformat(),
        "basis": {
            "law": law.pack.key,
            "negative_list": law.edition.key if law.edition else None,
            "illustrative_list": bool(law.edition and law.edition.illustrative),
            "readings": taken,
            "rests_on": [r.name for r in resting_on(judged)],
        },
        "track": {
            "key": track.track.value if track.track else None,
            "candidates": [t.value for t in track.candidates],
            "meanwhile": track.meanwhile.value,
            "why": conclusion(track.why),
            "instead": track.instead.value if track.instead else None,
        },
        "history": [{"from": d.isoformat(), "track": t.value if t else None} for d, t in judged.history],
        "conclusions": [conclusion(c) for c in judged.conclusions],
        "duties": [obligation(o) for o in judged.obligations],
        "authority_duties": [obligation(o) for o in judged.authority_duties],
        "terms": [obligation(o) for o in judged.terms],
        "licence_conditions": [
            {"condition": c.rule.key, "cite": cite(c.rule.cite), "met": c.value} for c in judged.conditions
        ],
        "dossier": [
            {"item": c.rule.key, "cite": cite(c.rule.cite), "needed": c.value} for c in judged.dossier
        ],
        "prohibitions": [
            {"rule": c.rule.key, "cite": cite(c.rule.cite), "applies": c.value} for c in judged.prohibitions
        ],
        "rights": [
            {"rule": c.rule.key, "cite": cite(c.rule.cite), "applies": c.value} for c in judged.rights
        ],
        "open_questions": [
            {"fact": o.fact.key, "asks": o.fact.asks.as_data(), "changes": [r.key for r in o.changes]}
            for o in judged.open_questions
        ],
        "remarks": [r.as_data() for r in judged.remarks],
    }


def reading_effect(effect: ReadingEffect) -> dict[str, Any]:
    """Return what another reading would change."""
    return {
        "reading": effect.reading.name,
        "taken": effect.taken,
        "other": effect.other,
        "asks": effect.reading.asks.as_data(),
        "changes": [c.as_data() for c in effect.changes],
    }
