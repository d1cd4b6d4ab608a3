"""What parts the labels of an axis into blocks: groups, or gaps alone."""

from typing import Annotated, Literal

from heatfig.language.forms import Short, Words
from heatfig.language.hints import ONE_TOO, key, record
from heatfig.language.model.stroke import Stroke
from heatfig.language.model.style import LabelStyle
from heatfig.language.order import GroupOrder
from heatfig.language.rules import Checked, Rules
from heatfig.language.scalars import Boolean, Count, Degrees, Label, Labels, Length, Renamed


@record(Short(scalar="column"))
class Group(Checked):
    """An outer level of labels.

    The labels of a group are next to each other, under a bracket with its name; an empty name has no bracket. Names
    that do not fit above their cells are moved apart, with lines to their brackets.
    """

    column: Labels = key("column of the groups", examples=["family"])
    order: GroupOrder = key(
        "order of the groups: as in the `file`, `sorted`, a list of exactly the groups of the data, or `by` a "
        "number of each",
        default="file",
        examples=["sorted", ["Otter", "Heron"], {"by": {"field": "value", "using": "mean"}}],
    )
    labels: Renamed = key(
        "texts to show in place of the groups' names", default={}, examples=[{"Heron": "Heron models"}]
    )
    wrap: Count | None = key(
        "maximum number of characters per line; names break between words",
        default=None,
        examples=[12],
    )
    style: LabelStyle = key(
        "how the names are set; a condition applies to a group if it holds for one of its cells",
        default=LabelStyle(),
        examples=[{"bold": True}, {"color": {"firebrick": {"family": "Otter"}}}],
    )
    rotation: Literal["auto"] | Degrees = key(
        "angle of the names in degrees, counter-clockwise; `auto`: on y upward if all fit, else horizontal; on x "
        "horizontal (in up to three lines), else upward",
        default="auto",
        examples=[0],
    )
    gap: Length | Annotated[float, Words({"none": 0.0})] | None = key(
        "distance between groups, or `none`; if absent half a font size",
        default=None,
        examples=["3mm", "none"],
    )
    bracket: Boolean = key("`false` draws no brackets between names and labels", default=True, examples=[False])
    line: Stroke | None = key(
        "a line between groups, useful where cells are too small for gaps; none if absent",
        default=None,
        examples=[{"width": "0.5pt", "color": "black"}],
    )

    def check(self, rules: Rules) -> None:
        """Each group is listed once."""
        if isinstance(self.order, tuple):
            rules.once(self.order, "order")


@record()
class Gaps(Checked):
    """Gaps between blocks of cells, without groups."""

    before: Annotated[tuple[Label, ...], ONE_TOO] = key(
        "the labels that have a gap before them, in the order of the axis; the first label of the axis may be "
        "among them",
        examples=["large", ["base", "large"]],
    )

    def check(self, rules: Rules) -> None:
        """One gap is before one label."""
        rules.once(self.before, "before")
