"""Rows told apart by their texts in several columns, within a table and across two."""

from collections.abc import Sequence

import numpy as np

from heatfig.data.columns.arrays import Codes, Labels
from heatfig.data.columns.groupby import numbered

MOST = 2**36  # well before the product of numbers of labels leaves 64 bits


def numbered_keys(columns: Sequence[Labels], count: int) -> tuple[Codes, Codes]:
    """For each of `count` rows the number of its texts, by first appearance, and the row where each appears first."""
    ids, most = np.zeros(count, np.int64), 1
    for labels in columns:
        ids = ids * max(1, len(labels.names)) + labels.codes
        most *= max(1, len(labels.names))
        if most > MOST:
            ids, first = numbered(ids, most)
            most = len(first)
    return numbered(ids, most)


def known_codes(labels: Labels, names: Sequence[str]) -> Codes:
    """For each row the place of its text among names, -1 where it is none of them."""
    place = {name: code for code, name in enumerate(names)}
    return np.array([place.get(name, -1) for name in labels.names], np.int64)[labels.codes]


def matched(ours: Sequence[Labels], theirs: Sequence[Labels], count: int, others: int) -> tuple[Codes, Codes, Codes]:
    """The number of the texts of each of `count` rows and of `others` rows, alike where all their texts are; the first.

    The third holds, for each number, the first of the other rows that has it, -1 where none has.
    """
    both = [
        Labels(np.concatenate([one.codes, _moved(one, other)]), (*one.names, *_new(one, other)))
        for one, other in zip(ours, theirs, strict=True)
    ]
    ids, first = numbered_keys(both, count + others)
    partner = np.full(len(first), others)
    np.minimum.at(partner, ids[count:], np.arange(others))
    partner[partner == others] = -1
    return ids[:count], ids[count:], partner


def _new(one: Labels, other: Labels) -> list[str]:
    known = set(one.names)
    return [name for name in other.names if name not in known]


def _moved(one: Labels, other: Labels) -> Codes:
    return known_codes(other, [*one.names, *_new(one, other)])
