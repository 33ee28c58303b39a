"""The check character of GB 32100: one character that reveals every single slip and every swap of neighbours.

The fifteen characters before it are weighted with 3^0, 3^1, ... modulo 31, and the check character brings the
sum to zero. 3 is a primitive root modulo 31, so the weights differ from one another, and 31 is prime, so no
single wrong character and no swap of two neighbours leaves the sum unchanged.
"""

from __future__ import annotations

# Thirty-one characters: digits and capitals without I, O, S, V and Z, which look like 1, 0, 5, U and 2.
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_VALUES = {character: value for value, character in enumerate(ALPHABET)}
_MODULUS = len(ALPHABET)


def weighted_sum(characters: str) -> int:
    """Return the sum of the characters' values times 3^position, modulo 31."""
    total, weight = 0, 1
    for character in characters:
        total += _VALUES[character] * weight
        weight = weight * 3 % _MODULUS
    return total % _MODULUS


def check_character(body: str) -> str:
    """Return the check character for ``body``, whose characters must all be in ``ALPHABET``."""
    return ALPHABET[-weighted_sum(body) % _MODULUS]
