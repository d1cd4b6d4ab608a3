"""The two sides of the grid."""

from typing import Annotated, Literal

from heatfig.language.forms import Short
from heatfig.language.hints import ONE_TOO, Most, key, record
from heatfig.language.model.blocks import Gaps, Group
from heatfig.language.model.reference_line import ReferenceLine
from heatfig.language.model.second_file import AxisLookup
from heatfig.language.model.style import AxisTitle, LabelStyle
from heatfig.language.model.ticks import Ticks
from heatfig.language.order import Order
from heatfig.language.scalars import AxisFormat, Boolean, Count, Degrees, Labels, Renamed
from heatfig.language.templates import COLUMN_TEMPLATE
from heatfig.scales.sides import AxisName, LabelSide


@record(Short(scalar="column"))
class Axis:
    """One side of the grid (x: its columns, y: its rows). It says where the labels come from and how they are shown."""

    column: Labels | None = key(
        "column of the labels, required in long form; if absent the last of a wide file's `rows` for y, its "
        "`names` for x",
        default=None,
        examples=["model"],
    )
    group: Group | None = key(
        "an outer level of labels: its column, or a mapping",
        default=None,
        examples=["family", {"column": "family", "order": "sorted"}],
    )
    label: AxisTitle = key(
        'text along the axis, `""` for none; if absent the column\'s name, if the spec or the header gives one',
        default=AxisTitle(),
        examples=["Model", "", {"text": "Model", "bold": True}],
    )
    lookup: AxisLookup | None = key(
        "a second file with one row per label; its columns can be used by `order`, `group`, `labels` and tracks "
        "along the axis",
        default=None,
        examples=[{"file": "models.csv", "key": "model"}],
    )
    order: Order = key(
        "`file`: in the order of the file.\n"
        "`sorted`: bins and parts of dates as they follow, other labels in natural order, each by itself: numbers in "
        "them by amount, also sizes such as `70m`, `1.4b` and `7b1`, and before texts.\n"
        "A list: exactly the labels of the data, in this order.\n"
        "`by`: by a number of each row or column.\n"
        "`cluster`: similar ones next to each other.\n"
        "`lexicographic`: by a number in the first row or column, ties by that in the second, and so on.\n"
        "`eigenvectors`: by the first ones of a symmetric matrix.\n"
        "`like`: as on the other axis.\n"
        "With a `group`, each applies within groups; a list names the inner labels of all groups. Panels that share "
        "the axis are ordered together, by the cells of those that show the same as the first one",
        default="file",
        examples=["sorted", ["mini", "base", "large"], {"by": "params"}, {"cluster": "average"}],
    )
    keep_empty: Boolean = key(
        "`true` lets a list in `order` name labels that the data lacks; their cells are missing",
        default=False,
        examples=[True],
    )
    labels: COLUMN_TEMPLATE | Renamed = key(
        "texts to show in place of labels; or a template, in which `{COLUMN}` stands for a column that has one "
        "value per label, `{COLUMN:.1f}` or `{COLUMN:%b %Y}` for it in a format",
        default={},
        examples=[{"mini": "Mini ($10^9$)"}, "{model} ({params:.1f} B)"],
    )
    format: AxisFormat | None = key(
        "format of labels that are numbers, bins of numbers or dates: a number format, or for dates a form such "
        "as `%b %Y`, with `%Y` `%y` (year), `%m` `%b` `%B` (month), `%d` `%j` (day), `%a` `%A` (weekday), `%H` "
        "`%I` `%p` `%M` `%S`; if absent as in the file",
        default=None,
        examples=[".0f", "%b %Y"],
    )
    scale: Literal["numbers", "dates"] | None = key(
        "`numbers` or `dates`: labels are placed at their values, and cells reach halfway to their neighbours; "
        "bins keep their whole width, empty ones too; if absent all cells have the same size",
        default=None,
        examples=["numbers"],
    )
    ticks: Ticks | None = key(
        "which labels have a tick: `all`, `none`, as many as fit comfortably (`auto`), those of a list, or one at "
        "even steps. With a `scale`, `auto` means round numbers or dates, and a list may hold any value within "
        "the axis; if absent `auto` with a `scale`, else `all`",
        default=None,
        examples=["none", ["large"], {"every": 2}],
    )
    wrap: Count | None = key(
        "maximum number of characters per line; labels break between words",
        default=None,
        examples=[12],
    )
    style: LabelStyle = key(
        "how tick labels are set",
        default=LabelStyle(),
        examples=[{"size": 7, "italic": True}, {"bold": {"family": "Heron"}}],
    )
    rotation: Literal["auto"] | Degrees = key(
        "angle of the tick labels in degrees, counter-clockwise; `auto`: horizontal on y; on x horizontal if they "
        "fit (in up to three lines), else 45 or 90",
        default="auto",
        examples=[45],
    )
    direction: Literal["down", "up", "right", "left"] | None = key(
        "direction of the axis; y: `down` (first row on top, the default) or `up`; x: `right` (the default) or `left`",
        default=None,
        examples=["up"],
    )
    side: LabelSide | None = key(
        "side of its labels; y: `left` (the default), `right`, or `diagonal`: beside the first cell of each row, where "
        "a `mask` leaves a triangle; x: `bottom` (the default) or `top`",
        default=None,
        examples=["right", "diagonal"],
    )
    gaps: Gaps | None = key("gaps between blocks of cells", default=None, examples=[{"before": ["large"]}])
    lines: Annotated[tuple[ReferenceLine, ...], ONE_TOO, Most(1_000)] = key(
        "lines across the grid, at labels", default=(), examples=[[{"at": "base", "label": "Baseline"}]]
    )

    @property
    def renames(self) -> Renamed:
        """The labels that have a text of their own."""
        return self.labels if isinstance(self.labels, dict) else {}


@record()
class Axes:
    """The two sides of the grid."""

    x: Axis = key("the columns of the grid", default=Axis(), examples=["task", {"column": "task", "rotation": 45}])
    y: Axis = key("the rows of the grid", default=Axis(), examples=["model", {"column": "model", "group": "family"}])

    def of(self, name: AxisName) -> Axis:
        """One of them."""
        return self.x if name == "x" else self.y
