"""What an axis looks up of its labels: columns of a second file named along it, as a verb behind all others."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from heatfig.compile.defaults import Named
from heatfig.data.table import Table
from heatfig.language.columns import columns_of, renamed
from heatfig.language.model.axes import Axes, Axis
from heatfig.language.model.second_file import AxisLookup
from heatfig.language.panels import Added, PanelSpec
from heatfig.language.scalars import ColumnRef
from heatfig.language.transforms.lookup import Lookup
from heatfig.scales.sides import AXES, SIDES, AxisName

# The file that an axis looks up in, and which columns of it, if it has them.
Read = Callable[[AxisName, AxisLookup, tuple[str, ...]], Table]


def with_axis_lookups(panel: PanelSpec, columns: Callable[[], Named], read: Read) -> PanelSpec:
    """The panel with what its axes look up said as verbs; raises Problems for files that cannot be read."""
    taken: set[str] = set()
    for axis in AXES:
        lookup = _axis(panel, axis).lookup
        if lookup is not None:
            wanted = tuple(dict.fromkeys(str(use.column) for use in columns_of(_along(panel, axis))))
            table = read(axis, lookup, (lookup.by, *wanted))
            ours = getattr(columns(), axis)
            found = [name for name in wanted if name in table.columns and not name == ours == lookup.by]
            # A column of both axes is another one for each.
            names = {name: f"{name} of {axis}" if name in taken else name for name in found}
            taken |= names.keys()
            panel = _joined(panel, axis, lookup, ours, names, table)
    return panel


def _axis(panel: PanelSpec, name: AxisName) -> Axis:
    return panel.settings.axes.of(name)


def _along(panel: PanelSpec, axis: AxisName) -> tuple[Any, ...]:
    """What may name columns of it: the axis but for its own column, and the tracks at both of its sides."""
    beside = panel.settings.beside
    return replace(_axis(panel, axis), column=None), *(getattr(beside, side) for side in SIDES[axis])


def _joined(
    panel: PanelSpec, axis: AxisName, lookup: AxisLookup, column: str, names: Mapping[str, str], table: Table
) -> PanelSpec:
    settings, own, ours = panel.settings, _axis(panel, axis), ColumnRef(column)
    ours.holds = "labels"
    verb = Lookup(
        file=lookup.file,
        by={ours: lookup.by},
        columns={new: old for old, new in names.items()},
        separator=lookup.separator,
        decimal=lookup.decimal,
        comment=lookup.comment,
        parse=lookup.parse,
    )
    sides = {side: renamed(getattr(settings.beside, side), names) for side in SIDES[axis]}
    axes: Axes = replace(settings.axes, **{axis: replace(renamed(own, names), column=own.column)})
    made = replace(settings, transform=(*settings.transform, verb), axes=axes, beside=replace(settings.beside, **sides))
    return replace(panel, settings=made, added=(*panel.added, Added(("axes", axis, "lookup"), table.header)))
