"""What a spec leaves unsaid of axes and value, from the form of its score files."""

import re
from dataclasses import replace

from heatfig.data.table import Table
from heatfig.diagnostics import Report
from heatfig.diagnostics.origin import Origin
from heatfig.language.forms import Holds
from heatfig.language.model.axes import Axes
from heatfig.language.model.scores import ScoreFile
from heatfig.language.model.settings import Settings
from heatfig.language.panels import PanelSpec
from heatfig.language.read import FigureSpec
from heatfig.language.rules.columns import parting
from heatfig.language.scalars import ColumnRef
from heatfig.language.scalars.column import column_of
from heatfig.runtime.deferred import dataclass
from heatfig.scales.sides import AxisName


@dataclass(frozen=True)
class Named:
    """The columns of axes and value; None where none is known."""

    y: str | None = None
    x: str | None = None
    value: str | None = None

    def along(self, axis: AxisName) -> str | None:
        """The column of an axis."""
        return self.y if axis == "y" else self.x


def written(settings: Settings) -> Named:
    """The columns that the spec itself names, be it as those that a wide file becomes."""
    files = {_of_file(file) for file in settings.scores}
    return _named(settings, files.pop() if len(files) == 1 else Named())


def _of_file(file: ScoreFile) -> Named:
    row = file.rows[-1] if file.rows else None
    if not isinstance(file.columns, dict):
        return Named(row, file.names, file.values)
    tokens = re.findall(r"\{(\w+)\}", next(iter(file.columns.values())))
    return Named(row, tokens[0] if len(tokens) == 1 else None, next(iter(file.columns)))


def _named(settings: Settings, given: Named) -> Named:
    """The columns that the spec names, else those given: where one axis takes what the other would, they swap."""
    y, x = settings.axes.y.column, settings.axes.x.column
    swapped = (x is not None and x == given.y) or (y is not None and y == given.x)
    left_y, left_x = (given.x, given.y) if swapped else (given.y, given.x)
    value = given.value if settings.value is None else settings.value
    return Named(left_y if y is None else y, left_x if x is None else x, value)


def named(settings: Settings, table: Table) -> Named:
    """The columns of axes and value, those that nobody names as the form of the score files has them."""
    there, defaults = table.columns, table.defaults
    given = (name if name in there else None for name in (defaults.y, defaults.x, defaults.value))
    return _named(settings, Named(*given))


def completed(spec: FigureSpec, panel: PanelSpec, table: Table, report: Report) -> Settings:
    """The settings of a panel with the columns of its axes and its value; notes what nobody names, or names twice."""
    settings, found = panel.settings, named(panel.settings, table)
    x, y = replace(settings.axes.x, column=_column(found.x)), replace(settings.axes.y, column=_column(found.y))
    made = replace(settings, axes=Axes(x=x, y=y), value=_column(found.value, "numbers"))
    if made != settings or panel.added:
        _check(spec, panel, made, report)
    return made


def relayered(settings: Settings, layer: PanelSpec, table: Table) -> Settings:
    """The settings of a layer of a panel whose settings are complete."""
    return replace(layer.settings, axes=settings.axes, value=_column(named(layer.settings, table).value, "numbers"))


def _check(spec: FigureSpec, panel: PanelSpec, made: Settings, report: Report) -> None:
    for name, axis in (("y", made.axes.y), ("x", made.axes.x)):
        if axis.column is None and not panel.is_invalid("axes", name, "column"):
            place = spec.place(Origin(panel.index, ("axes", name)))
            message = f"the column of the {name} axis is not named: the key 'column' is missing"
            report.add("missing-key", message, place, f"axes: {{{name}: {{column: COLUMN}}}}")
    taken: dict[str, str] = {}
    for column, path in parting(made, spec.document.facet):
        if column in taken:
            place = spec.place(Origin(None if path[0] == "facet" else panel.index, path))
            message = f"`{taken[column]}` and `{'.'.join(map(str, path))}` both show '{column}'"
            report.add("contradiction", message, place, "name another column for one of them: axes: {y: COLUMN}")
        taken.setdefault(column, ".".join(map(str, path)))


def _column(name: str | None, holds: Holds = "labels") -> ColumnRef | None:
    return None if name is None else column_of(name, holds)
