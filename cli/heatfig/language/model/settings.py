"""The keys that figure and panels share."""

from typing import Annotated

from heatfig.diagnostics.origin import Path
from heatfig.language.conditions import Condition, Where
from heatfig.language.forms import Words
from heatfig.language.hints import ONE_TOO, Most, Off, key, record
from heatfig.language.marks import Mark
from heatfig.language.model.axes import Axes
from heatfig.language.model.cells import Annotation, Blank, Cells, Missing, Split
from heatfig.language.model.colorbar import Colorbar
from heatfig.language.model.colors import Colormap, NamedColormap, ScoreCategories
from heatfig.language.model.layers import Layer
from heatfig.language.model.normalize import Normalized
from heatfig.language.model.range import Range
from heatfig.language.model.scores import Aggregate, ScoreFile
from heatfig.language.model.stroke import Frame, Gap
from heatfig.language.norms import Norm
from heatfig.language.scalars import Numbers
from heatfig.language.templates import Placeholder
from heatfig.language.tracks import Track
from heatfig.language.transforms import Verbs
from heatfig.scales.sides import Side
from heatfig.scales.words import VALUE, Using

NoGap = Annotated[Gap, Words({"none": Gap(width=0.0)})]
_FAMILIES = {"strip": {"field": "family", "colormap": {"categories": {"Heron": "teal", "Otter": "#c8553d"}}}}
_TASKS = {"strip": {"field": "task", "colormap": {"categories": {"Reading": "teal", "Math": "#c8553d"}}}}
Tracks = Annotated[tuple[Track, ...], ONE_TOO, Most(100)]


@record()
class Beside:
    """Tracks beside the grid, on each side listed from the grid outward."""

    left: Tracks = key("tracks at the left, for rows", default=(), examples=[[_FAMILIES]])
    right: Tracks = key("tracks at the right, for rows", default=(), examples=[[_FAMILIES]])
    top: Tracks = key("tracks above, for columns", default=(), examples=[_TASKS])
    bottom: Tracks = key("tracks below, for columns", default=(), examples=[_TASKS])

    def at(self, side: Side) -> tuple[Track, ...]:
        """The tracks at one side."""
        tracks: tuple[Track, ...] = getattr(self, side)
        return tracks


@record()
class Settings:
    """Keys of the figure and of each panel. What the figure says holds for every panel that does not override it."""

    scores: Annotated[tuple[ScoreFile, ...], ONE_TOO] = key(
        "required: the score file, or several, whose rows are joined",
        default=(),
        examples=["scores.csv", ["scores.csv", "more.csv"], {"file": "scores.tsv", "separator": "\t"}],
    )
    transform: Verbs = key(
        "how rows are computed, verb by verb, before all else; a panel with its own `scores` does not inherit it",
        default=(),
        examples=[[{"filter": {"split": "test"}}, {"derive": {"percent": {"divide": ["accuracy", 0.01]}}}]],
    )
    where: Where = key(
        "keeps only the rows that match, after `transform`; of a list, one predicate must match",
        default={},
        examples=[
            {"split": "test", "task": ["Reading", "Math"]},
            {"task": {"not": "Math"}},
            [{"split": "test"}, {"model": {"matches": "m*"}}],
        ],
    )
    value: Numbers | None = key(
        "column of the scores, required in long form; if absent the `values` of a wide file, or its first measure",
        default=None,
        examples=["accuracy"],
    )
    aggregate: Aggregate | None = key(
        "how several scores of one cell are combined; if absent they are an error", default=None, examples=["mean"]
    )
    normalize: Normalized = key(
        "replaces scores by shares, ranks, z-scores and the like, before labels are ordered; of a list, one after "
        "the other",
        default=(),
        examples=["rank", {"using": "share", "per": "y"}, [{"using": "rank", "per": "x", "into": "place"}]],
    )
    axes: Axes = key(
        "the two sides of the grid",
        default=Axes(),
        examples=[{"x": "task", "y": {"column": "model", "label": "Model"}}],
    )
    colormap: Colormap | ScoreCategories = key(
        "the colours from low to high: a colormap's name, a list of colours to blend, or a mapping; or colours of "
        "categories, if scores are texts",
        default=NamedColormap(name="viridis"),
        examples=[
            "magma",
            ["white", "#08306b"],
            {"name": "RdBu_r", "from": 0.1, "to": 0.9},
            {"categories": {"Heron": "teal", "Otter": "#c8553d"}},
        ],
    )
    range: Range = key(
        "the scores of the first and the last colour; if absent the lowest and the highest score",
        default=Range(),
        examples=[[0, 1], {"min": 0, "center": 0.5}],
    )
    norm: Norm = key(
        "how scores are mapped to colours: `linear`; `log`; `two-slope`, evenly on either side of the `center`; "
        "`quantile`, by rank; or a norm that takes a number",
        default="linear",
        examples=["log", {"symlog": 0.5}, {"power": 0.5}],
    )
    annotations: Annotation | Annotated[tuple[Annotation, ...], Most(50)] | Off = key(
        "a text in each cell: a number format for its score, a template, a mapping, or a list of several",
        default=None,
        examples=[".2f", "{value:.0f} %", {"text": "{value:.2f}", "bold": "is_best"}],
    )
    marks: Annotated[tuple[Mark, ...], ONE_TOO, Most(50)] | Annotated[tuple[Mark, ...], Words({"none": ()})] = key(
        "what is drawn on cells besides texts: one mark, a list, or `none`",
        default=(),
        examples=[{"outline": {"where": {"best": "max"}}}, [{"stars": "p"}]],
    )
    missing: Missing | Blank = key(
        "how cells without a score are drawn and named; `blank`: white, and not in the legend",
        default=Missing(),
        examples=["blank", {"label": "not tested", "color": "white"}],
    )
    mask: Annotated[tuple[Condition, ...], ONE_TOO] = key(
        "cells to hide, by condition; of a list, one must hold. Hidden cells are not missing: they count in "
        "`order`, but not in the range, in `best` or in tracks; `false` hides none. The row and the column of which a "
        "triangle without its diagonal has no cell are left out, unless a tree or a scale of numbers needs them",
        default=(),
        examples=["upper", ["upper", "diagonal"], {"value": {"below": 0.3}}],
    )
    split: Split | Off = key(
        "several scores in one cell, side by side: the column that tells them apart, or a mapping",
        default=None,
        examples=["method", {"column": "method", "order": ["Probe", "LoRA"]}],
    )
    beside: Beside = key(
        "tracks beside the grid: bars, strips, texts, means, trees",
        default=Beside(),
        examples=[{"right": [_FAMILIES]}],
    )
    cells: Cells = key("how cells are drawn", default=Cells(), examples=["image", {"shape": "circle"}])
    layers: Annotated[tuple[Layer, ...], Most(50)] = key(
        "several scores on one grid, each layer drawn over the one before; if absent one layer, given by the keys "
        "of figure and panel",
        default=(),
        examples=[[{"colormap": "Greens"}, {"value": "params", "cells": {"shape": "circle", "size": "params"}}]],
    )
    gap: Gap | NoGap | None = key(
        "space between cells: a length, a mapping, or `none`; if absent `1.5pt` between the cells of a `split`, "
        "else none",
        default=None,
        examples=["0.5mm", {"width": "1pt", "color": "black"}],
    )
    frame: Frame | Off = key(
        "a line around the grid or around each block; if absent around blocks, unless there is a gap between cells",
        default=Frame(),
        examples=["grid", {"around": "grid", "width": "1pt", "color": "grey"}],
    )
    colorbar: Colorbar | Off = key(
        "the colorbar, or `none`", default=Colorbar(), examples=["none", {"side": "bottom", "format": ".0%"}]
    )

    @property
    def quantity(self) -> str:
        """The name of what the colour shows, if it has one."""
        return self.value or ("count" if self.using == "count" else "")

    @property
    def texts(self) -> tuple[tuple[Path, Annotation], ...]:
        """The texts in cells, each with where it stands."""
        if isinstance(self.annotations, tuple):
            return tuple((("annotations", number), text) for number, text in enumerate(self.annotations))
        return () if self.annotations is None else ((("annotations",), self.annotations),)

    @property
    def score_fields(self) -> tuple[Placeholder, ...]:
        """The fields of texts in cells that are the score; of a normalized one the column says what it was before."""
        moved = any(step.into is None for step in self.normalize)
        names = {VALUE} if moved else {VALUE, self.quantity}
        return tuple(field for _, text in self.texts for field in text.text.fields if str(field.field) in names)

    @property
    def using(self) -> Using | None:
        """What becomes of several scores of one cell, where it is said."""
        return None if self.aggregate is None else self.aggregate.using
