"""What one panel must show, worked out from its spec and scores without heatfig's own code."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd
from by_matplotlib import named_colormap, number, opaque
from decode import RGB
from matplotlib.colors import Colormap, LogNorm, Normalize, PowerNorm, SymLogNorm, TwoSlopeNorm, to_rgb

Spec = dict[str, Any]
Label = tuple[str, str]  # group, inner label
At = tuple[int, int, int]  # row, column, part


def grouped(axis: Spec) -> Spec:
    """What an axis says of its groups; nothing where it has none."""
    group = axis.get("group", {})
    return group if isinstance(group, dict) else {"column": group}


def written_in(annotations: str | Spec) -> str | None:
    """The number format of annotations."""
    if isinstance(annotations, str):
        return annotations
    return annotations.get("text", "{value}").removeprefix("{value").removesuffix("}").removeprefix(":") or None


@dataclass(frozen=True, eq=False)
class Wanted:
    """A panel: its settings, its rows, the labels of its axes, and the panels that share its norm.

    `looks` are the colours that heatfig chose for the kinds of missing, which no spec says.
    """

    settings: Spec
    rows: pd.DataFrame
    y: list[Label]
    x: list[Label]
    sharing: "list[Wanted]"
    looks: dict[str, RGB] = field(default_factory=dict)

    def ticks(self, axis: str) -> list[str]:
        """The texts of the tick labels that are shown."""
        asked = self.settings.get("axes", {}).get(axis, {})
        shown, texts = asked.get("ticks", "all"), asked.get("labels", {})
        texts = {label: text.replace(r"\$", "$") for label, text in texts.items()}
        labels = [label for _, label in (self.x if axis == "x" else self.y)]
        return [texts.get(label, label) for label in labels if shown == "all" or label in shown]

    def groups(self, axis: str) -> list[str]:
        """The labels of the outer level, each said once a run."""
        names = [group for group, _ in (self.x if axis == "x" else self.y)]
        texts = grouped(self.settings.get("axes", {}).get(axis, {})).get("labels", {})
        runs = [name for index, name in enumerate(names) if name and names[index - 1 : index] != [name]]
        return [texts.get(name, name) for name in runs]

    @cached_property
    def parts(self) -> list[str]:
        """The parts of each cell; one without a name where cells are whole."""
        return self.settings.get("split", {}).get("order") or list(dict.fromkeys(self.rows["part"]))

    def __iter__(self) -> Iterator[At]:
        """Every cell that no mask hides, row by row."""
        yield from (at for at in np.ndindex(len(self.y), len(self.x), len(self.parts)) if not self.masked(at))

    def masked(self, at: At) -> bool:
        """Whether a mask hides a cell."""
        asked = self.settings.get("mask", [])
        return any(self._holds(condition, at) for condition in (asked if isinstance(asked, list) else [asked]))

    def _holds(self, condition: Any, at: At) -> bool:
        """Whether a part of the grid, or a predicate over its labels or values, holds for a cell."""
        if isinstance(condition, str):
            row, diagonal = at[0], self.y.index(self.x[at[1]])
            return {"upper": row < diagonal, "lower": row > diagonal, "diagonal": row == diagonal}[condition]
        score = self.score(at)
        ((_, asked),) = condition.items()
        return score is not None and score < float(asked["below"])

    @cached_property
    def cells(self) -> dict[At, list[Any]]:
        """The rows of the score file by the cell that they belong to."""
        found: dict[At, list[Any]] = {}
        y, x = ({label: index for index, label in enumerate(labels)} for labels in (self.y, self.x))
        rows: Any = self.rows.itertuples()
        for row in rows:
            at = y[row.yg, row.y], x[row.xg, row.x], self.parts.index(row.part)
            found.setdefault(at, []).append(row)
        return found

    def score(self, at: At) -> float | None:
        """The score of a cell, None where it is missing."""
        texts = [row.text.strip() for row in self.cells.get(at, ())]
        held = [text for text in texts if text and text not in self._tokens]
        if self.categories:
            return float([*self.categories].index(held[0])) if held else None
        scores = [float(text) for text in held]
        assert len(scores) < 2 or "aggregate" in self.settings
        how: dict[str, Callable[[list[float]], float]] = {
            "mean": np.mean,
            "median": np.median,
            "min": min,
            "max": max,
            "sum": sum,
            "count": len,
        }
        return float(how[self.settings.get("aggregate", "sum")](scores)) if scores else None

    @property
    def categories(self) -> Spec:
        """The colours of scores that are texts; their scores here are their places in this."""
        asked = self.settings.get("colormap", {})
        return asked.get("categories", {}) if isinstance(asked, dict) else {}

    def shown(self, score: float, form: str | None) -> str:
        """A score as a text."""
        return [*self.categories][int(score)] if self.categories else number(score, form)

    @property
    def _tokens(self) -> Spec:
        tokens: Spec = self.settings.get("missing", {}).get("tokens", {})
        return tokens

    def color(self, at: At) -> RGB:
        """The colour of a cell."""
        score = self.score(at)
        return self.missing_color(at) if score is None else self.color_of(score)

    def color_of(self, score: float) -> RGB:
        """colormap(norm(score)); outside the range what the spec says for there, or the limit's colour."""
        if self.categories:
            return opaque(to_rgb([*self.categories.values()][int(score)]))
        low, high, center = self.limits
        asked, end = self.settings.get("colormap"), "under" if score < low else "over"
        if not low <= score <= high and isinstance(asked, dict) and end in asked:
            return opaque(to_rgb(asked[end]))
        norm, score = self.scale, min(max(score, low), high)
        if center is not None and not isinstance(norm, TwoSlopeNorm):
            reach = max(high - center, center - low)  # as seaborn does for its `center`
            norm = Normalize(center - reach, center + reach)
        return opaque(self.colormap(float(norm(score))))

    @cached_property
    def colormap(self) -> Colormap:
        """The colours for scores from low to high."""
        return named_colormap(self.settings.get("colormap", "viridis"))

    @cached_property
    def scale(self) -> Normalize:
        """How scores stand along the colorbar."""
        low, high, center = self.limits
        match self.settings.get("norm", "linear"):
            case "log":
                return LogNorm(low, high)
            case "two-slope":
                assert center is not None
                return TwoSlopeNorm(center, low, high)
            case {"symlog": threshold}:
                return SymLogNorm(float(threshold), vmin=low, vmax=high)
            case {"power": exponent}:
                return PowerNorm(float(exponent), low, high)
            case _:
                return Normalize(low, high)

    @cached_property
    def limits(self) -> tuple[float, float, float | None]:
        """The norm's limits and center, from the spec or over all panels with that norm."""
        asked = self.settings.get("range", {})
        if isinstance(asked, list):
            asked = dict(zip(("min", "max"), asked, strict=True))
        center = float(asked["center"]) if "center" in asked else None
        scores = [score for panel in self.sharing for at in panel if (score := panel.score(at)) is not None]
        ends = scores if center is None else [*scores, center]
        return float(asked.get("min", min(ends))), float(asked.get("max", max(ends))), center

    def missing_color(self, at: At) -> RGB:
        """The colour of a cell without a score, by what its field holds; where the spec says none, by its meaning."""
        color = self._kind(at).get("color") or self.settings.get("missing", {}).get("color")
        return self.looks[self.meaning(at)] if color is None else opaque(to_rgb(color))

    def meaning(self, at: At) -> str:
        """What the legend says of a cell without a score."""
        label: str = self._kind(at).get("label") or self.settings.get("missing", {}).get("label", "no score")
        return label

    def _kind(self, at: At) -> Spec:
        kind = self._tokens.get(self.cells[at][-1].text.strip(), {}) if at in self.cells else {}
        return kind if isinstance(kind, dict) else {"label": kind}

    def annotation(self, at: At) -> str | None:
        """A cell's text, None where it has none."""
        asked, score = self.settings.get("annotations", "none"), self.score(at)
        if asked == "none" or score is None:
            return None
        return self.shown(score, written_in(asked))

    def bold(self, at: At) -> bool:
        """Whether a cell's text is bold."""
        asked = self.settings.get("annotations")
        column = asked.get("bold") if isinstance(asked, dict) else None
        return column is not None and any(getattr(row, column) in {"true", "1", "yes"} for row in self.cells[at])

    def title(self, at: At) -> str:
        """What the SVG shows on hover."""
        said = self.settings.get("annotations", "none")
        form = written_in(said) if said != "none" else None
        score, part = self.score(at), f", {self.parts[at[2]]}" if "split" in self.settings else ""
        shown = self.meaning(at) if score is None else self.shown(score, form).replace("−", "-")
        row, column = (" / ".join(filter(None, key)) for key in (self.y[at[0]], self.x[at[1]]))
        return f"{row} → {column}{part}: {shown}"
