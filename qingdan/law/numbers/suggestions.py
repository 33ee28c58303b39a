"""The few numbers that somebody may have meant: one character or one swap away, and right in every respect."""

from __future__ import annotations

from collections.abc import Iterator

from qingdan.law.numbers.faults import LENGTH, LOOKS_LIKE, alphabet_at, faults_of
from qingdan.law.numbers.written import Written

AT_MOST = 3


def meant_numbers(characters: str) -> tuple[str, ...]:
    """Return at most three correct numbers, the likeliest slip first: look-alikes, swaps, then any character."""
    if len(characters) != LENGTH:
        return ()
    found: list[str] = []
    for candidate in _candidates(characters):
        if candidate not in found and not faults_of(Written(candidate, None)):
            found.append(candidate)
        if len(found) == AT_MOST:
            break
    return tuple(found)


def _candidates(characters: str) -> Iterator[str]:
    # Two letters O in one number are one habit: all look-alikes are put right together.
    yield "".join(
        character if character in alphabet_at(place) else LOOKS_LIKE.get(character, character)
        for place, character in enumerate(characters)
    )
    for place in range(LENGTH - 1):
        pair = characters[place + 1] + characters[place]
        yield characters[:place] + pair + characters[place + 2 :]
    for place in range(LENGTH):
        for other in alphabet_at(place):
            yield characters[:place] + other + characters[place + 1 :]
