"""The page: its size, its typeface, how panels stand on it, the legend."""

from typing import Annotated, Literal

from heatfig.language.forms import Short, Words
from heatfig.language.hints import ONE_TOO, Most, Off, key, record
from heatfig.language.model.style import AxisTitle, Style
from heatfig.language.nodes import Scalar, scalar_at
from heatfig.language.scalars import (
    Boolean,
    Count,
    FontName,
    Label,
    Labels,
    Length,
    PanelName,
    Points,
    Renamed,
    Tags,
    Text,
    Width,
)
from heatfig.language.templates import COLUMN_TEMPLATE
from heatfig.scales.sides import Side

_ACROSS = {"row": "all", "column": "1"}


@record()
class Font:
    """The typeface of all texts."""

    family: Annotated[tuple[FontName, ...], ONE_TOO, Most(20)] = key(
        "a font family with TrueType outlines, or several: characters that the first lacks are taken from the "
        "next. STIXGeneral, which comes with heatfig, matches papers set in Times; CMU Serif, if installed, "
        "matches Computer Modern",
        default=("Source Sans Pro", "DejaVu Sans"),
        examples=["STIXGeneral", ["DejaVu Serif", "DejaVu Sans"]],
    )
    size: Points | None = key(
        "size in points of tick labels and annotations; axis labels and titles are larger; if absent 8, or the "
        "`venue`'s",
        default=None,
        examples=[9],
    )


@record()
class Size:
    """The size of the page or of one cell.

    If all keys are absent, cells suit their texts. A page larger than A3 is an error unless you ask for its size.
    """

    width: Width | None = key(
        "page width, to which cells are fitted: a length, or `columnwidth` or `textwidth` of the `venue`, or a "
        "fraction of one",
        default=None,
        examples=["85mm", "columnwidth", "0.5 textwidth"],
    )
    height: Length | None = key(
        "page height, together with `width`; if absent cells are square, or flatter if their texts are wide or "
        "the page would get too high",
        default=None,
        examples=["60mm"],
    )
    cell: Annotated[tuple[Length, ...], ONE_TOO] | None = key(
        "side of a square cell, or width and height of a cell; in place of `width` and `height`",
        default=None,
        examples=["8mm", ["12mm", "8mm"]],
    )


def _across(node: Scalar) -> Scalar:
    return scalar_at(_ACROSS[node], node.span)


@record(Short(scalar="across", form=Words({word: word for word in _ACROSS}), rewrite=_across))
class Layout:
    """How panels are arranged. `row` is short for `{across: all}`, `column` for `{across: 1}`."""

    across: Literal["all"] | Count | None = key(
        "panels per row; if absent all, or as `facet.across` says",
        default=None,
        examples=[2],
    )
    grid: tuple[tuple[PanelName | Off, ...], ...] | None = key(
        "rows of panel names, in place of `across`: a repeated name spans a rectangle, `none` leaves a place "
        "empty; all panels have cells of one size, and a panel narrower than its span is centered in it",
        default=None,
        examples=[[["a", "b"], ["gain", "gain"]]],
    )
    labels: Literal["every", "outer"] = key(
        "which panels have tick and axis labels: `every` one, or only the `outer` ones: panels whose neighbour on "
        "that side shows the same labels have none. The same holds for tracks; an axis label that all panels have "
        "appears once",
        default="every",
        examples=["outer"],
    )
    tags: Tags | Off = key(
        "letters or numbers of the panels, row by row: how the first one is written, with one of `a`, `A`, `i`, "
        "`I` and `1`; they are at the panel's left beside a title on top, or before a title at the bottom",
        default=None,
        examples=["(a)", "A"],
    )


@record(Short(scalar="text"))
class Title(AxisTitle):
    """A title of the figure or of a panel."""

    text: Text | None = key("the text", default=None, examples=["Accuracy by model"])
    side: Literal["top", "bottom"] = key("above the grid, or as a caption below it", default="top", examples=["bottom"])


@record(Short(scalar="column"))
class Facet:
    """One panel for each value of a column, in place of `panels`."""

    column: Labels = key("column whose values make the panels", examples=["method"])
    order: tuple[Label, ...] | None = key(
        "all values, in the order of their panels; as in the file if absent",
        default=None,
        examples=[["LoRA", "Probe"]],
    )
    labels: COLUMN_TEMPLATE | Renamed = key(
        "panel titles by value; or a template, in which `{COLUMN}` stands for a column that has one value per "
        "panel; if absent the value itself",
        default={},
        examples=[{"LoRA": "LoRA ($r = 8$)"}, "By {method}"],
    )
    side: Literal["top", "bottom"] = key(
        "titles above the grids, or as captions below them", default="top", examples=["bottom"]
    )
    style: Style = key("how titles are set", default=Style(), examples=[{"size": 7}])
    across: Count | None = key(
        "panels per row; if absent up to 4, in rows as even as possible: five are 3 + 2",
        default=None,
        examples=[2],
    )


@record()
class Share:
    """What panels share, if it should not follow from their columns."""

    x: Boolean | None = key(
        "whether all panels have the same labels along x; if absent those do whose x has the same column (in wide "
        "form: of the same file)",
        default=None,
        examples=[False],
    )
    y: Boolean | None = key("the same for y", default=None, examples=[False])
    color: Boolean | None = key(
        "whether all panels share one norm: `true` also joins panels that show different columns, such as accuracy and "
        "F1; if absent those with the same `value`, `aggregate` and `normalize` do, except panels that set `range` or "
        "`norm` themselves",
        default=None,
        examples=[True],
    )


@record()
class Legend:
    """The legend of categories, marks and missing cells, drawn if there are any."""

    side: Side = key("its side of the page", default="bottom", examples=["right"])
    across: Count | None = key(
        "entries per row; if absent as many as fit, or one at the left and right",
        default=None,
        examples=[2],
    )
    titles: Boolean | None = key(
        "whether entries have headings, such as the name of a strip; if absent only if the legend explains "
        "several things",
        default=None,
        examples=[True],
    )
    style: Style = key("how its texts are set", default=Style(), examples=[{"size": 7}])
