"""Labels of an axis among the tracks beside it."""

from typing import Annotated

from heatfig.language.forms import Short
from heatfig.language.hints import ONE_TOO, key, record
from heatfig.language.model.stroke import Stroke
from heatfig.language.rules import Checked, Rules
from heatfig.language.scalars import Label


@record(Short(scalar="only", listed="only"), kind="labels")
class Labels(Checked):
    """The labels of its axis, between other tracks; where none are listed they stand outermost, at the axis' side.

    At the other side they stand there, too; those of chosen rows or columns have lines to their cells.
    """

    only: Annotated[tuple[Label, ...], ONE_TOO] | None = key(
        "the labels of chosen rows or columns, moved apart until they stand clear of each other; at the axis' own side "
        "in place of its ticks; if absent the labels of all ticks",
        default=None,
        examples=[["large", "base"]],
    )
    stroke: Stroke = key(
        "the lines from chosen labels to their cells, half a point thick if not said",
        default=Stroke(),
        examples=[{"color": "grey"}],
    )

    def check(self, rules: Rules) -> None:
        """Each label is chosen once, and only chosen ones have lines."""
        rules.once(self.only, "only")
        if self.only is None and self.stroke != Stroke():
            message = "lines run to chosen labels, and none is"
            rules.refuse("contradiction", message, "stroke", hint="only: [LABEL, …]")
