"""The cells of one panel and what they hold, worked out from its rows without heatfig's own code."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd
from oracle.aggregates import apart, moved, together
from oracle.numerals import REASONS, exact, value_of
from oracle.spec import Label, Spec, aggregate_of, axis_of, grouped, listed, mapping, normalizes, tokens_of

At = tuple[int, int, int]  # row, column, part
Fields = dict[At, Any]


@dataclass(frozen=True, eq=False, repr=False)
class Cells:
    """A panel's settings, its rows and the labels of its axes.

    The rows have columns named by what they are for: `y`, `yg` (their group), `x`, `xg`, `part` and `text`. A mask
    leaves cells `hidden`. Conditions in a track look at the numbers that it has as `numbers`, in place of scores.
    A triangle without its diagonal lacks a row and a column of its `square`.
    """

    settings: Spec
    rows: pd.DataFrame
    y: list[Label]
    x: list[Label]
    hidden: frozenset[At] = frozenset()
    numbers: Fields | None = None
    square: list[Label] | None = None

    @cached_property
    def parts(self) -> list[str]:
        """The parts of each cell; one without a name where cells are whole."""
        split = mapping(self.settings.get("split", {}), "column")
        return split.get("order") or list(dict.fromkeys(self.rows["part"]))

    @property
    def shape(self) -> At:
        """How many rows, columns and parts there are."""
        return len(self.y), len(self.x), len(self.parts)

    def __iter__(self) -> Iterator[At]:
        """Every cell that no mask hides, row by row."""
        yield from (at for at in np.ndindex(self.shape) if at not in self.hidden)

    @cached_property
    def cells(self) -> dict[At, list[dict[str, str]]]:
        """The rows of the score file by the cell that they belong to."""
        found: dict[At, list[dict[str, str]]] = {}
        y, x = ({label: index for index, label in enumerate(labels)} for labels in (self.y, self.x))
        for row in self.rows.to_dict("records"):
            at = y[row["yg"], row["y"]], x[row["xg"], row["x"]], self.parts.index(row["part"])
            found.setdefault(at, []).append({str(name): text for name, text in row.items()})
        return found

    @cached_property
    def raw(self) -> dict[At, float]:
        """The scores before they are normalized, of the cells that have some."""
        using, found = aggregate_of(self.settings).get("using"), {}
        for at, numbers in self._numbers.items():
            assert len(numbers) < 2 or using is not None
            if numbers:
                found[at] = together(numbers, using or "first")
        return found

    @cached_property
    def _numbers(self) -> dict[At, list[float]]:
        texts = {at: [row["text"].strip() for row in rows] for at, rows in self.cells.items()}
        if self.categorical:
            place = {text: float(number) for number, text in enumerate(self.texts)}
            return {at: [place[t] for t in held if t in place] for at, held in texts.items()}
        return {at: [value_of(t) for t in held if t and t not in self._missing] for at, held in texts.items()}

    @property
    def categorical(self) -> bool:
        """Whether scores are texts."""
        return "categories" in mapping(self.settings.get("colormap", {}), "name")

    @cached_property
    def texts(self) -> list[str]:
        """The texts that are scores, as they first appear; the score of each is its place here."""
        return [t for t in dict.fromkeys(self.rows["text"].str.strip()) if t and t not in self._missing]

    @property
    def _missing(self) -> set[str]:
        return {*tokens_of(self.settings), *REASONS}

    @cached_property
    def _normalized(self) -> dict[str, dict[At, float]]:
        """The scores in the end, and fields made on the way."""
        found = {"value": self.raw}
        for asked in normalizes(self.settings):
            classes: dict[Any, list[At]] = {}
            for at in found["value"]:
                classes.setdefault(self.within(at, asked.get("per", "all")), []).append(at)
            result: dict[At, float] = {}
            for members in classes.values():
                numbers = moved([found["value"][at] for at in members], asked["using"])
                result |= {at: number for at, number in zip(members, numbers, strict=True) if number is not None}
            found[asked.get("into", "value")] = result
        return found

    def undefined(self, at: At) -> str | None:
        """Why a score has nothing to be normalized by."""
        if at in self._normalized["value"] or at not in self.raw:
            return None
        lost = next(asked["using"] for asked in normalizes(self.settings) if "into" not in asked)
        return "zeros alone" if lost in {"share", "unit"} else "scores all alike"

    def within(self, at: At, per: str | list[str]) -> tuple[Any, ...]:
        """What of a cell the cells have in common among which it is looked at."""
        row, column = self.y[at[0]], self.x[at[1]]
        of = {"x": column, "y": row, "x.group": column[0], "y.group": row[0], "all": None}
        return tuple(of[each] for each in listed(per))

    def score(self, at: At) -> float | None:
        """The score of a cell, None where it is missing."""
        return self._normalized["value"].get(at)

    def field(self, name: str) -> Fields:
        """What each cell holds under a name: a number, a text, or nothing."""
        if self.numbers is not None and name == "value":
            return self.numbers
        if self.categorical and name in {"value", self.settings.get("value")}:
            return {at: self.texts[int(score)] for at, score in self.raw.items()}
        if name in self._normalized:
            return dict(self._normalized[name])
        if name == self.settings.get("value"):
            return dict(self.raw)
        if name == "count":
            return {at: float(len(self._numbers.get(at, ()))) for at in self}
        if name == "spread":
            how = aggregate_of(self.settings)["spread"]
            return {at: found for at, held in self._numbers.items() if (found := apart(held, how)) is not None}
        return {at: text for at in self if (text := self._held(at, name)) is not None}

    def _held(self, at: At, name: str) -> Any:
        """What the rows of a cell say in a column, or its labels."""
        split = mapping(self.settings.get("split", {}), "column").get("column")
        for axis, (group, label) in (("y", self.y[at[0]]), ("x", self.x[at[1]])):
            asked = axis_of(self.settings, axis)
            if name == grouped(asked).get("column") and group:
                return group
            if name == asked.get("column"):
                return label
        if name == split:
            return self.parts[at[2]]
        texts = [row[name] for row in self.cells.get(at, ())]
        using = aggregate_of(self.settings).get("columns", {}).get(name, "first")
        if not texts or using == "first":
            return texts[0] if texts else None
        numbers = [value_of(text) for text in texts if text]
        return together(numbers, using) if numbers else None

    @property
    def sized(self) -> Spec:
        """What the spec says of the sizes of shapes."""
        asked = self.settings.get("cells", {})
        return mapping(asked.get("size", {}), "field") if isinstance(asked, dict) else {}

    @property
    def lined(self) -> bool:
        """Whether its spec says how the line along its shapes is, or that there is nothing else."""
        asked = self.settings.get("cells", {})
        return isinstance(asked, dict) and ("stroke" in asked or asked.get("fill") == "none")

    def size(self, at: At) -> float | None:
        """The number that a shape has its size of; None where all are as large, and of a missing score."""
        if not self.sized or self.score(at) is None:
            return None
        return value_of(str(self.field(self.sized["field"])[at]))

    def table(self, columns: set[str]) -> tuple[list[At], pd.DataFrame]:
        """The cells as rows, for predicates; all fields as texts."""
        cells, fields = list(self), {name: self.field(name) for name in columns}
        held = {name: [_text(found.get(at)) for at in cells] for name, found in fields.items()}
        frame = pd.DataFrame(held, dtype=object, index=range(len(cells)))
        frame.attrs = self.rows.attrs
        return cells, frame


def _text(held: Any) -> str:
    return held if isinstance(held, str) else "" if held is None else exact(held)
