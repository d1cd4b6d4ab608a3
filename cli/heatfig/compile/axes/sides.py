"""The keys along each side of a panel's grid."""

from typing import assert_never

from heatfig.compile.view import View
from heatfig.data.columns.arrays import Codes, appearing
from heatfig.data.index import Index
from heatfig.data.pivot.along import along
from heatfig.data.pivot.request import Aggregation, Request, Side
from heatfig.data.pivot.straight import straight_along
from heatfig.language.model.scores import Aggregate, Repeats
from heatfig.plan.key import Key
from heatfig.runtime.deferred import dataclass
from heatfig.scales.sides import AxisName


@dataclass(frozen=True, eq=False)
class SideKeys:
    """The keys along a side in first appearance, and the rows of the files where each stands first."""

    index: Index
    firsts: Codes


def request_of(view: View) -> Request:
    """What the grid of a view shows."""
    settings, lacking = view.settings, view.selection.lacking

    def there(name: str | None) -> str | None:
        return None if name in lacking else name

    spec = settings.aggregate
    aggregation = None if spec is None else _aggregation(spec)
    y, x = (
        Side(there(axis.column), there(axis.group.column) if axis.group is not None else None)
        for axis in (settings.axes.y, settings.axes.x)
    )
    part = there(settings.split.column) if settings.split is not None else None
    return Request(there(settings.value), y, x, part, aggregation)


def _aggregation(spec: Aggregate) -> Aggregation:
    columns = {str(column): using for column, using in spec.columns.items()}
    return Aggregation(spec.using, spec.spread, None if spec.repeats is None else _required(spec.repeats), columns)


def _required(repeats: Repeats) -> int | None:
    """How many scores a cell must have; none where it is marked that it has fewer."""
    match repeats.fewer:
        case "error":
            return repeats.least
        case "mark":
            return None
    assert_never(repeats.fewer)


def keys_along(view: View, name: AxisName) -> SideKeys:
    """The keys along one side, which a wide file may have in its rows and its header."""
    side = request_of(view).along(name)
    found = straight_along(view.table, side)
    if found is not None:
        labels, step = found
        present, firsts = appearing(labels.codes, len(labels.names))
        keys = tuple(Key("", labels.names[code]) for code in present.tolist())
        return SideKeys(Index(keys), view.selection.in_files(firsts * step))
    index, codes = along(view.table, side, view.at)
    _, firsts = appearing(codes, len(index.keys))
    return SideKeys(index, view.selection.in_files(firsts))
