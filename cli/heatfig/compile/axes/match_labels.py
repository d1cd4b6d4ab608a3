"""Lists of a spec that are to hold exactly what the data has."""

from collections.abc import Callable, Iterable, Sequence

from heatfig.data.order.sorted import NUMERAL
from heatfig.diagnostics import MOST_LISTED, MOST_REPORTED, Place, Report, closest, nearest
from heatfig.runtime.deferred import dataclass


@dataclass(frozen=True)
class Listing:
    """What a spec lists, what the data has, and the words for it; `{}` in them stands for labels."""

    listed: Sequence[str]
    found: Sequence[str]
    at: Callable[[int], Place]
    whole: Place
    unknown: str = "the data has no label {}"
    unlisted: str = "the data also has {}, not listed here"
    hint: str = "list it, or leave its rows out with `where`"
    surplus: str = "take it out"
    exact: bool = True  # whether `found` is what is meant; else it holds more, as a filter could not be used


def match_labels(listing: Listing, report: Report, keep_empty: bool = False) -> None:
    """Note what is listed and not in the data, and the reverse; a misspelt label is lacking once."""
    found, listed = set(listing.found), set(listing.listed)
    absent = [index for index, label in enumerate(listing.listed) if label not in found]
    unlisted = [label for label in listing.found if label not in listed]
    meant: set[str] = set()
    if not keep_empty:
        meant = {guess for index in absent[: MOST_REPORTED + 1] if (guess := _guess(listing.listed[index], unlisted))}
        report.add_some("unknown-label", len(absent), lambda n: _unknown(listing, absent[n], unlisted))
    lacking = [label for label in unlisted if label not in meant]
    if lacking and listing.exact:
        unused = [listing.listed[index] for index in absent] if keep_empty else []
        guesses = ((label, _guess(label, unused)) for label in lacking[: MOST_REPORTED + 1])
        meaning = [f"does '{near}' in the list mean {label}? " for label, near in guesses if near][:1]
        message = listing.unlisted.replace("{}", quoted(lacking))
        report.add("unlisted-label", message, listing.whole, "".join([*meaning, listing.hint]))


def _unknown(listing: Listing, index: int, unlisted: list[str]) -> tuple[str, Place, str]:
    label = listing.listed[index]
    same = _same_number(label, unlisted)
    hint = f"did you mean '{same}'? labels are compared as they are written" if same else ""
    hint = hint or nearest(label, unlisted, "not listed yet" if len(unlisted) > 1 else "") or listing.surplus
    return listing.unknown.replace("{}", quoted([label])), listing.at(index), hint


def quoted(labels: Sequence[str]) -> str:
    """Some labels, and how many more there are."""
    shown = ", ".join(f"'{label}'" for label in labels[:MOST_LISTED])
    return shown + (f" and {len(labels) - MOST_LISTED:,} more" if len(labels) > MOST_LISTED else "")


def _guess(label: str, others: Iterable[str]) -> str | None:
    return _same_number(label, others) or closest(label, others)


def _same_number(label: str, others: Iterable[str]) -> str | None:
    if not NUMERAL.fullmatch(label):
        return None
    numerals = (other for other in others if NUMERAL.fullmatch(other))
    return next((other for other in numerals if float(other) == float(label)), None)
