"""Labels that nobody could tell apart in a figure, and characters that turn the writing around."""

import re
from collections.abc import Collection, Iterable
from functools import partial
from unicodedata import normalize

from heatfig.data.columns.arrays import Labels
from heatfig.data.table import Table
from heatfig.diagnostics import Place, Report

TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
# Joiners and marks of direction among them shape some scripts, but in no two labels that are meant to differ by them.
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]")
_BLANK = re.compile(r"\s+")
LONGEST = 1_000  # characters: composing accents takes the square of their number


def looks(text: str) -> str:
    """A text as it looks: composed, without blanks around it and without what cannot be seen.

    One that is too long for a page is taken as it is.
    """
    if text.isascii() or len(text) > LONGEST:
        return text.strip()
    return _BLANK.sub(" ", _UNSEEN.sub("", normalize("NFC", text))).strip()


def near_duplicates(texts: Collection[str]) -> list[tuple[str, str]]:
    """Each text that looks like another of them, and that: one that is as it looks, or the first."""
    seen: dict[str, str] = {}
    for text in sorted(texts, key=lambda text: text != looks(text)):
        seen.setdefault(looks(text), text)
    if len(seen) == len(texts):
        return []
    return [(text, other) for text in texts if (other := seen[looks(text)]) != text]


def check_labels(table: Table, columns: Iterable[str], report: Report) -> None:
    """Note labels that look like others of their column, and those that turn the writing around, where each stands."""
    for column in columns:
        labels = table.columns[column].labels
        pairs = near_duplicates(labels.names)
        report.add_some("alike-labels", len(pairs), partial(_alike, column, table, labels, pairs))
        turning = [name for name in labels.names if TURNING.search(name)]
        report.add_some("control-character", len(turning), partial(_turning, column, table, labels, turning))


def difference(one: str, other: str) -> str:
    """What two texts that look alike differ in."""
    if one.strip() == other.strip():
        return "blanks"
    if normalize("NFC", one) == normalize("NFC", other):
        return "how their accents are encoded"
    return "characters that cannot be seen" if _UNSEEN.search(one + other) else "kinds of blanks"


def _alike(
    column: str, table: Table, labels: Labels, pairs: list[tuple[str, str]], number: int
) -> tuple[str, Place, str]:
    name, other = pairs[number]
    here = _first(name, table, labels)
    there = _first(other, table, labels).relative_to(here)
    differs = f"{_shown(name)} in the column '{column}' differs from {_shown(other)} {there}"
    message = f"{differs} only in {difference(name, other)}"
    return message, here, "write both alike: nobody could tell the two apart"


def _turning(column: str, table: Table, labels: Labels, names: list[str], number: int) -> tuple[str, Place, str]:
    found = TURNING.search(names[number])
    assert found is not None
    message = f"the label {_shown(names[number])} in the column '{column}' turns the writing with U+{ord(found[0]):04X}"
    return message, _first(names[number], table, labels), "take the character out: what is read is not what is there"


def _shown(text: str) -> str:
    """A text in quotes with escapes for what cannot be seen."""
    return "'" + re.sub("[\u00a0\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]", _escape, text) + "'"


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def _first(name: str, table: Table, labels: Labels) -> Place:
    """Where a label stands first."""
    return table.place(labels.first_row(labels.names.index(name)))
