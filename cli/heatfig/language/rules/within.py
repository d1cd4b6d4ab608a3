"""Rules of what lies within labels and groups."""

from collections.abc import Sequence

from heatfig.diagnostics.origin import Path
from heatfig.language.model.axes import Axes
from heatfig.language.rules import Rules
from heatfig.scales.sides import AxisName
from heatfig.scales.words import Within

_CROSSED: dict[str, AxisName] = {"x": "x", "x.group": "x", "y": "y", "y.group": "y"}


def check_within(per: Sequence[Within], axes: Axes, path: Path, rules: Rules) -> None:
    """What is crossed lies along both axes, and groups are there."""
    sides = [_CROSSED.get(within, "") for within in per]
    for number, (within, side) in enumerate(zip(per, sides, strict=True)):
        if side in sides[:number] or (within == "all" and len(sides) > 1):
            message = f"`{within}` cannot be combined with `{per[number - 1]}`"
            rules.refuse("contradiction", message, *path, number, hint="such as [x, y.group]")
        elif within in {"x.group", "y.group"} and axes.of(_CROSSED[within]).group is None:
            message = f"the {side} axis has no groups"
            rules.refuse("contradiction", message, *path, number, hint=f"axes: {{{side}: {{group: COLUMN}}}}")
