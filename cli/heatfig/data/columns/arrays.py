"""Columns as arrays: texts as codes of distinct names, numbers with the reason why one is missing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from heatfig.plan.grid import SCORED
from heatfig.runtime.deferred import dataclass

Texts = NDArray[np.object_]
Floats = NDArray[np.float64]
Kinds = NDArray[np.int16]
Codes = NDArray[np.int64]

WRONG = -3  # the kind of what is neither a score nor missing


@dataclass(frozen=True, eq=False)
class Labels:
    """A column of texts: `names` are the distinct ones, `codes` say which of them each row holds.

    Names are in order of first appearance, or sorted by their `positions` if they have an order of their own. Names
    of bins come with the `edges` of all bins, empty ones included.
    """

    codes: Codes
    names: tuple[str, ...]
    positions: tuple[float, ...] | None = None
    edges: tuple[float, ...] | None = None

    def first_row(self, code: int) -> int:
        """The first row that holds a name."""
        return int((self.codes == code).argmax())

    def texts(self) -> Texts:
        """The text of each row, as written."""
        return np.array(self.names, object)[self.codes]

    def take(self, rows: Codes | slice) -> "Labels":
        """The labels of some rows, without names that none of them holds."""
        codes = self.codes[rows]
        present, _ = appearing(codes, len(self.names))
        if self.positions is not None:
            present = np.sort(present)
        place = np.zeros(len(self.names), np.int64)
        place[present] = np.arange(len(present))
        if len(present) == len(self.names) and (present == np.arange(len(present))).all():
            return replace(self, codes=codes)
        kept = present.tolist()
        positions = None if self.positions is None else tuple(self.positions[code] for code in kept)
        return Labels(place[codes], tuple(self.names[code] for code in kept), positions, self.edges)


@dataclass(frozen=True, eq=False)
class Numbers:
    """Numbers of a column, of shape (rows,), or of a wide file, of shape (rows, columns); NaN where there is none.

    `kinds` has the same shape: -1 a score, 0 empty, k the k-th text that means missing (from 1), and WRONG where
    `wrong` holds, by flat index, the text that is none of these.
    """

    values: Floats
    kinds: Kinds
    wrong: dict[int, str]

    @property
    def first_wrong(self) -> dict[str, int]:
        """Each text that is neither a score nor missing, with the index at which it stands first."""
        first: dict[str, int] = {}
        for at, text in sorted(self.wrong.items()):
            first.setdefault(text, at)
        return first

    def take(self, rows: Codes) -> "Numbers":
        """The numbers of some rows."""
        kinds = self.kinds[rows] if any(self.kinds.strides) else all_scored((len(rows), *self.kinds.shape[1:]))
        at = np.argwhere(kinds == WRONG).tolist() if self.wrong else []
        width = self.values[:1].size
        wrong = {row * width + sum(rest): self.wrong[int(rows[row]) * width + sum(rest)] for row, *rest in at}
        return Numbers(self.values[rows], kinds, wrong)


EARLY = 4  # rows per code, within which all codes most likely appear


def first_rows(codes: Codes, count: int) -> Codes:
    """The first row with each code below `count`; beyond the last row for codes that do not appear."""
    early = max(EARLY * count, 1000)
    if early < len(codes) // 2 and (first := first_rows(codes[:early], count)).max(initial=0) < early:
        return first
    first = np.full(count, len(codes))
    first[codes[::-1]] = np.arange(len(codes))[::-1]
    return first


def appearing(codes: Codes, count: int) -> tuple[Codes, Codes]:
    """The codes that appear, in order of first appearance, and the first row of each."""
    first = first_rows(codes, count)
    order = np.argsort(first, kind="stable")
    present = order[: int((first < len(codes)).sum())]
    return present, first[present]


def joined_labels(parts: Sequence[Labels]) -> Labels:
    """Columns of labels as one, end to end."""
    if len(parts) == 1:
        return parts[0]
    index: dict[str, int] = {}
    codes = []
    for part in parts:
        known = np.array([index.setdefault(name, len(index)) for name in part.names], np.int64)
        codes.append(known[part.codes])
    joined = Labels(np.concatenate(codes), tuple(index))
    positions = {name: at for part in parts for name, at in zip(part.names, part.positions or (), strict=False)}
    if len(positions) != len(index):
        return joined
    edges = {part.edges for part in parts}
    return replace(by_position(joined, positions), edges=edges.pop() if len(edges) == 1 else None)


def by_position(labels: Labels, positions: Mapping[str, float]) -> Labels:
    """Labels in the order of their positions."""
    names = tuple(sorted(labels.names, key=positions.__getitem__))
    place = {name: code for code, name in enumerate(names)}
    codes = np.array([place[name] for name in labels.names], np.int64)[labels.codes]
    return Labels(codes, names, tuple(positions[name] for name in names), labels.edges)


def joined_scores(parts: list[Numbers]) -> Numbers:
    """Columns of numbers as one, end to end; `parts` is emptied on the way, so that nothing is held twice."""
    if len(parts) == 1:
        return parts[0]
    starts = np.cumsum([0, *(part.values.size for part in parts)]).tolist()
    wrong = {start + at: text for start, part in zip(starts, parts, strict=False) for at, text in part.wrong.items()}
    end = sum(len(part.values) for part in parts)
    shape = (end, *parts[0].values.shape[1:])
    full = all(not any(part.kinds.strides) for part in parts)
    values, kinds = np.empty(shape), all_scored(shape) if full else np.empty(shape, np.int16)
    while parts:
        part = parts.pop()
        start = end - len(part.values)
        values[start:end] = part.values
        if not full:
            kinds[start:end] = part.kinds
        end = start
    return Numbers(values, kinds, wrong)


def all_scored(shape: tuple[int, ...]) -> Kinds:
    """The kinds of a column without missing numbers, which take no memory."""
    return np.broadcast_to(np.int16(SCORED), shape)


def distinct(texts: Iterable[str]) -> Labels:
    """Texts as a column of labels."""
    index: dict[str, int] = {}
    codes = [index.setdefault(text, len(index)) for text in texts]
    return Labels(np.array(codes, np.int64), tuple(index))


def with_names(labels: Labels, texts: Iterable[str]) -> Labels:
    """The labels with a text in place of each name."""
    found = distinct(texts)
    return Labels(found.codes[labels.codes], found.names)
