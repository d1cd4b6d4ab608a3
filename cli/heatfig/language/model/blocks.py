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
    """An outer level of labels: those of a group stand together, under a bracket with its name, if that is not empty.

    Where cells have no room for all names, these stand apart, with lines to their brackets.
    """

    column: Labels = key("column of the groups", examples=["family"])
    order: GroupOrder = key(
        "which group comes first: as in the file, `sorted`, a list of exactly the groups that the data has, or by a "
        "number of each",
        default="file",
        examples=["sorted", ["Otter", "Heron"], {"by": {"field": "value", "using": "mean"}}],
    )
    labels: Renamed = key(
        "text to show in place of a group's name, by group", default={}, examples=[{"Heron": "Heron models"}]
    )
    wrap: Count | None = key(
        "breaks the names between words, to at most so many characters a line where the words allow",
        default=None,
        examples=[12],
    )
    style: LabelStyle = key(
        "how the names are set; a condition holds for a group if it does for one of its cells",
        default=LabelStyle(),
        examples=[{"bold": True}, {"color": {"firebrick": {"family": "Otter"}}}],
    )
    rotation: Literal["auto"] | Degrees = key(
        "angle of the names in degrees, counter-clockwise; `auto`: on y upward where all fit so, else level; on x "
        "level, if need be in up to three lines, else upward",
        default="auto",
        examples=[0],
    )
    gap: Length | Annotated[float, Words({"none": 0.0})] | None = key(
        "how far groups stand apart, `none` for not at all; half a font size if absent",
        default=None,
        examples=["3mm", "none"],
    )
    bracket: Boolean = key("`false` names groups without a bracket over their labels", default=True, examples=[False])
    line: Stroke | None = key(
        "a line between groups, as where cells are too small for gaps; none if absent",
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
        "the labels that have a gap between them and the label before them, in the order of the axis; among several "
        "that at which it begins, too",
        examples=["large", ["base", "large"]],
    )

    def check(self, rules: Rules) -> None:
        """One gap is before one label."""
        rules.once(self.before, "before")
