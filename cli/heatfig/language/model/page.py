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
        "an installed font family with TrueType outlines, or several: what the first lacks is taken from the next; "
        "STIXGeneral, which comes along, goes with papers in Times, CMU Serif with those in Computer Modern",
        default=("Source Sans Pro", "DejaVu Sans"),
        examples=["STIXGeneral", ["DejaVu Serif", "DejaVu Sans"]],
    )
    size: Points | None = key(
        "size in points of tick labels and annotations; labels and titles are larger; if absent 8, or what the `venue` "
        "asks for",
        default=None,
        examples=[9],
    )


@record()
class Size:
    """The size of the page, or of one cell, from which the page follows; if all is absent cells suit their texts.

    A page that would be larger than A3 is an error unless its size is said.
    """

    width: Width | None = key(
        "page width, to which cells are fitted: a length, or `columnwidth` or `textwidth` of the `venue`, or a part of "
        "one",
        default=None,
        examples=["85mm", "columnwidth", "0.5 textwidth"],
    )
    height: Length | None = key(
        "page height, with a `width`; if absent cells are square, or flatter where their texts are wide or the page "
        "would be higher than a sheet of paper of that width",
        default=None,
        examples=["60mm"],
    )
    cell: Annotated[tuple[Length, ...], ONE_TOO] | None = key(
        "side of a square cell, or its width and height; in place of `width` and `height`",
        default=None,
        examples=["8mm", ["12mm", "8mm"]],
    )


def _across(node: Scalar) -> Scalar:
    return scalar_at(_ACROSS[node], node.span)


@record(Short(scalar="across", form=Words({word: word for word in _ACROSS}), rewrite=_across))
class Layout:
    """How panels stand together; `row` is short for `{across: all}`, `column` for `{across: 1}`."""

    across: Literal["all"] | Count | None = key(
        "panels in a row before the next row begins; if absent all, but facets as `facet.across` says",
        default=None,
        examples=[2],
    )
    grid: tuple[tuple[PanelName | Off, ...], ...] | None = key(
        "rows of the names of panels, in place of `across`: one that is repeated spans a rectangle, `none` leaves a "
        "place empty; cells have one size in all panels, and one narrower than its span stands in the middle of it",
        default=None,
        examples=[[["a", "b"], ["gain", "gain"]]],
    )
    labels: Literal["every", "outer"] = key(
        "which panels have tick and axis labels: `every` one, or only the `outer` ones: not a panel whose neighbour "
        "towards the labels' side shows the same ones, and so with what stands `beside` grids; an axis label that all "
        "panels have stands once beside them all",
        default="every",
        examples=["outer"],
    )
    tags: Tags | Off = key(
        "letters or numbers of the panels, row by row: how the first is written, with one of `a`, `A`, `i`, `I` and "
        "`1`; beside titles on top at the panel's left, before those at the bottom",
        default=None,
        examples=["(a)", "A"],
    )


@record(Short(scalar="text"))
class Title(AxisTitle):
    """A title, of the figure or of a panel."""

    text: Text | None = key("what it says", default=None, examples=["Accuracy by model"])
    side: Literal["top", "bottom"] = key(
        "where it stands: over the grid, or as a caption under it", default="top", examples=["bottom"]
    )


@record(Short(scalar="column"))
class Facet:
    """Panels made by a column's values, one for each (in place of `panels`)."""

    column: Labels = key("column whose values make the panels", examples=["method"])
    order: tuple[Label, ...] | None = key(
        "all values, in the order of their panels; as in the file if absent",
        default=None,
        examples=[["LoRA", "Probe"]],
    )
    labels: COLUMN_TEMPLATE | Renamed = key(
        "panel title by value; or a text in which `{COLUMN}` stands for what a column holds, the same in all rows of a "
        "panel; the value itself if absent",
        default={},
        examples=[{"LoRA": "LoRA ($r = 8$)"}, "By {method}"],
    )
    across: Count | None = key(
        "panels in a row before the next row begins; if absent up to 4, in rows as even as can be: five are 3 + 2",
        default=None,
        examples=[2],
    )


@record()
class Share:
    """What panels have in common, where it is not to follow from their columns."""

    x: Boolean | None = key(
        "whether all panels have one set of labels along x; if absent those that name one column there (else "
        "those of one file)",
        default=None,
        examples=[False],
    )
    y: Boolean | None = key("the same along y", default=None, examples=[False])
    color: Boolean | None = key(
        "whether all panels have one norm; if absent those with one `value` and `aggregate`, but each that gives "
        "`range` or `norm` itself",
        default=None,
        examples=[True],
    )


@record()
class Legend:
    """The legend of strips and missing cells, drawn where there are any."""

    side: Side = key("where it stands on the page", default="bottom", examples=["right"])
    across: Count | None = key(
        "how many entries stand in a row; if absent as many as there is room for, at the left and right one",
        default=None,
        examples=[2],
    )
    titles: Boolean | None = key(
        "whether entries stand under the name of what they are of, such as a strip or texts that are scores; if absent "
        "where it explains several such things",
        default=None,
        examples=[True],
    )
    style: Style = key("how its texts are set", default=Style(), examples=[{"size": 7}])
