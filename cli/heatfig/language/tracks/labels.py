"""Labels of an axis among the tracks beside it."""

from typing import Annotated

from heatfig.language.forms import Short
from heatfig.language.hints import ONE_TOO, key, record
from heatfig.language.model.stroke import Stroke
from heatfig.language.rules import Checked, Rules
from heatfig.language.scalars import Label


@record(Short(scalar="only", listed="only"), kind="labels")
class Labels(Checked):
    """The labels of the axis, placed among the tracks.

    `labels: {}` moves the tick labels to this place in the list; on the other side of the grid it repeats them
    there. Without it, tick labels are outermost. With `only`, chosen labels are connected to their cells by lines.
    """

    only: Annotated[tuple[Label, ...], ONE_TOO] | None = key(
        "the labels to show, moved apart where they would overlap; on the axis's own side they replace the tick "
        "labels; if absent all tick labels",
        default=None,
        examples=[["large", "base"]],
    )
    stroke: Stroke = key(
        "the lines from chosen labels to their cells; `0.5pt` wide if absent",
        default=Stroke(),
        examples=[{"color": "grey"}],
    )

    def check(self, rules: Rules) -> None:
        """Each label is chosen once, and only chosen ones have lines."""
        rules.once(self.only, "only")
        if self.only is None and self.stroke != Stroke():
            message = "lines run to chosen labels, and none are chosen"
            rules.refuse("contradiction", message, "stroke", hint="only: [LABEL, …]")
