"""What the tests over every procedure let pass, case by case, each with the reason; an excuse nothing needs fails."""

from __future__ import annotations

NOT_CLOCKED: dict[tuple[str, str], str] = {
    ("licence_scope_change", "licence_term"): "the term runs on the new entry, for the months granted",
    ("licence_return", "deregister"): "binds those who are not on the Negative List (Article 49(2))",
}
"""Periods of the cited articles that run after an event of the procedure and are no clock of it, with the reason."""
NOT_STOPPED: dict[tuple[str, str], str] = {}
"""Clocks of the authority that nothing in the procedure stops, with the reason."""
BY_ONE: dict[tuple[str, str], str] = {
    ("registry_filing", "register"): "formal: somebody else found the filing complete (apart_from)",
    ("registry_change", "enter_change"): "formal: somebody else found the change complete (apart_from)",
    ("registry_deregistration", "deregister"): "done at the provider's own request, refused by two",
    ("representative_appointment", "record"): "formal: the representative accepted, refused by two",
}
"""Official steps that change the register in the hands of one, with the reason."""
UNREACHED: dict[str, dict[str, str]] = {}
"""Steps, lapses and stages (`at STAGE`) that neither a scenario nor a walk reaches, by procedure, with the reason."""
