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
from heatfig.language.tracks import Track
from heatfig.language.transforms import Verbs
from heatfig.scales.sides import Side
from heatfig.scales.words import Using

NoGap = Annotated[Gap, Words({"none": Gap(width=0.0)})]
_FAMILIES = {"strip": {"field": "family", "colormap": {"categories": {"Heron": "teal", "Otter": "#c8553d"}}}}
_TASKS = {"strip": {"field": "task", "colormap": {"categories": {"Reading": "teal", "Math": "#c8553d"}}}}
Tracks = Annotated[tuple[Track, ...], ONE_TOO, Most(100)]


@record()
class Beside:
    """What stands beside the grid, on each side from the grid outward."""

    left: Tracks = key("along y, from the grid to the left", default=(), examples=[[_FAMILIES]])
    right: Tracks = key("along y, from the grid to the right", default=(), examples=[[_FAMILIES]])
    top: Tracks = key("along x, from the grid upwards", default=(), examples=[_TASKS])
    bottom: Tracks = key("along x, from the grid downwards", default=(), examples=[_TASKS])

    def at(self, side: Side) -> tuple[Track, ...]:
        """The tracks at one side."""
        tracks: tuple[Track, ...] = getattr(self, side)
        return tracks


@record()
class Settings:
    """Keys of the figure and of each panel: what the figure says holds for every panel that does not override it."""

    scores: Annotated[tuple[ScoreFile, ...], ONE_TOO] = key(
        "required: the file of the scores, or several, whose rows are joined",
        default=(),
        examples=["scores.csv", ["scores.csv", "more.csv"], {"file": "scores.tsv", "separator": "\t"}],
    )
    transform: Verbs = key(
        "what becomes of the rows, verb by verb, before all else; a panel with `scores` of its own inherits none",
        default=(),
        examples=[[{"filter": {"split": "test"}}, {"derive": {"percent": {"divide": ["accuracy", 0.01]}}}]],
    )
    where: Where = key(
        "keeps only the rows of which this holds, once `transform` is done; of a list one must hold",
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
        "how several scores for one cell become one; if absent they are an error", default=None, examples=["mean"]
    )
    normalize: Normalized = key(
        "what becomes of each score by those around it, before the labels are put in order; several are done in turn",
        default=(),
        examples=["rank", {"using": "share", "per": "y"}, [{"using": "rank", "per": "x", "into": "place"}]],
    )
    axes: Axes = key(
        "the two sides of the grid",
        default=Axes(),
        examples=[{"x": "task", "y": {"column": "model", "label": "Model"}}],
    )
    colormap: Colormap | ScoreCategories = key(
        "the colours from low to high: a name, a list of colours to blend, or more in a mapping; or of each category, "
        "where scores are texts",
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
        "how scores spread over the colours: evenly, by their logarithm, evenly on either side of a `center`, which "
        "has the middle colour, or by a norm that takes a number",
        default="linear",
        examples=["log", {"symlog": 0.5}, {"power": 0.5}],
    )
    annotations: Annotation | Annotated[tuple[Annotation, ...], Most(50)] | Off = key(
        "a text in each cell: a number format for its score, a template, more in a mapping, several in a list, or "
        "`none`",
        default=None,
        examples=[".2f", "{value:.0f} %", {"text": "{value:.2f}", "bold": "is_best"}],
    )
    marks: Annotated[tuple[Mark, ...], ONE_TOO, Most(50)] | Annotated[tuple[Mark, ...], Words({"none": ()})] = key(
        "what is drawn on cells beside texts: a list, or `none`",
        default=(),
        examples=[{"outline": {"where": {"best": "max"}}}, [{"stars": "p"}]],
    )
    missing: Missing | Blank = key(
        "how cells without a score are drawn and named; `blank`: white, without a hatch or a line in the legend",
        default=Missing(),
        examples=["blank", {"label": "not tested", "color": "white"}],
    )
    mask: Annotated[tuple[Condition, ...], ONE_TOO] = key(
        "the cells that are hidden, which is not missing: those for which a condition holds, of a list any; they count "
        "in `order`, but not in the range, as `best` or in tracks; `false` hides none. The row and the column of which "
        "a triangle without its diagonal has no cell are left out, unless a tree or a scale of numbers needs them",
        default=(),
        examples=["upper", ["upper", "diagonal"], {"value": {"below": 0.3}}],
    )
    split: Split | Off = key(
        "several scores in one cell, side by side, by their column or more in a mapping, or `none`",
        default=None,
        examples=["method", {"column": "method", "order": ["Probe", "LoRA"]}],
    )
    beside: Beside = key(
        "what stands beside the grid",
        default=Beside(),
        examples=[{"right": [_FAMILIES]}],
    )
    cells: Cells = key("how cells are drawn", default=Cells(), examples=["image"])
    layers: Annotated[tuple[Layer, ...], Most(50)] = key(
        "several scores over each other, each layer over the one before; if absent there is one, said by the keys of "
        "figure and panel",
        default=(),
        examples=[[{"colormap": "Greens"}, {"value": "params", "cells": {"shape": "circle", "size": "params"}}]],
    )
    gap: Gap | NoGap | None = key(
        "space between cells, as a length or more in a mapping, or `none`; `1.5pt` between split cells if absent, else "
        "none",
        default=None,
        examples=["0.5mm", {"width": "1pt", "color": "black"}],
    )
    frame: Frame | Off = key(
        "a line around the grid or each block of it, thin and in the colour of the texts unless a mapping says more, "
        "or `none`; if absent around blocks, but none where there is a gap between cells",
        default=Frame(),
        examples=["grid", {"around": "grid", "width": "1pt", "color": "grey"}],
    )
    colorbar: Colorbar | Off = key(
        "the key to the colours, or `none`", default=Colorbar(), examples=["none", {"side": "bottom", "format": ".0%"}]
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
    def using(self) -> Using | None:
        """What becomes of several scores of one cell, where it is said."""
        return None if self.aggregate is None else self.aggregate.using
