"""Known names that are like a misspelt one."""

from collections.abc import Iterable
from difflib import get_close_matches
from itertools import islice

MOST_LISTED = 10
MOST_COMPARED = 10_000
LONGEST_NAME = 200  # characters: comparing costs the product of two lengths


def nearest(name: str, known: Iterable[str], listing: str) -> str:
    """A hint for a misspelt name: the closest known one and, if they are few and `listing` names them, all."""
    names = list(dict.fromkeys(known))
    close = closest(name, names)
    guess = f"did you mean '{close}'?" if close is not None else ""
    few = 0 < len(names) <= (MOST_LISTED if guess else 4 * MOST_LISTED)
    return " ".join(filter(None, (guess, f"{listing}: {', '.join(names)}" if few and listing else "")))


def closest(name: str, known: Iterable[str]) -> str | None:
    """The known name that a misspelt one most likely stands for, whatever its case; none of those that are texts."""
    compared = islice((candidate for candidate in known if len(candidate) <= LONGEST_NAME), MOST_COMPARED)
    folded = {candidate.strip().casefold(): candidate for candidate in reversed(list(compared))}
    close = get_close_matches(name.strip().casefold(), folded, n=1, cutoff=0.6) if len(name) <= LONGEST_NAME else []
    return folded[close[0]] if close else None


def transposed(listed: Iterable[str], others: Iterable[str]) -> bool:
    """Whether labels that one axis lacks are those of the other axis."""
    names = set(listed)
    return len(names) > 1 and names <= set(others)
