"""Orders of rows and columns: the language's kinds, as those of the data."""

from collections.abc import Mapping
from typing import assert_never

import numpy as np

from heatfig.compile.axes.domains import Domain
from heatfig.compile.axes.scale import positions
from heatfig.compile.colors.quantities import quantity
from heatfig.compile.summaries import summary_of
from heatfig.data import order as data
from heatfig.data.cells import Cells
from heatfig.data.order.axis import Axis
from heatfig.data.order.by import By
from heatfig.data.order.cluster import Cluster
from heatfig.data.order.eigenvectors import Eigenvectors
from heatfig.data.order.file import File
from heatfig.data.order.like import Like
from heatfig.data.order.listed import Listed
from heatfig.data.order.sorted import Sorted
from heatfig.diagnostics import Report, nearest, problem
from heatfig.diagnostics.origin import Path
from heatfig.language import order as language
from heatfig.scales.sides import AxisName, other_axis

Domains = Mapping[tuple[int, AxisName], Domain]  # by the number of a view and the axis
Orders = Mapping[Domain, data.Ordered]


def orders(domains: Domains, placed: Mapping[int, Cells], report: Report) -> Orders:
    """The order of each axis; one with a problem is noted and left out."""
    found: dict[Domain, data.Ordered] = {}
    alike = [domain for domain in dict.fromkeys(domains.values()) if isinstance(domain.axis.order, language.Like)]
    others = [domain for domain in dict.fromkeys(domains.values()) if domain not in alike]
    for domain in (*others, *alike):
        other = domains.get((domain.views[0].index, other_axis(domain.name)))
        if any(view.index not in placed for view in domain.sharing) or (domain in alike and other not in found):
            continue
        with report.collecting():
            found[domain] = _order_of(domain, _axis(domain, placed), _as_stands(other, found))
    return found


def _order_of(domain: Domain, axis: Axis, like: Like) -> data.Ordered:
    spec = domain.axis
    if spec.scale is not None:
        return data.Ordered(np.argsort(positions(domain.views[0], domain.name, axis.names, domain.edges)))
    groups = File() if spec.group is None else _of_groups(spec.group.order)
    path = ("axes", domain.name)
    return data.ordered(axis, _compiled(spec.order, like), groups, lambda *step: domain.views[0].at(*path, *step))


def _axis(domain: Domain, placed: Mapping[int, Cells]) -> Axis:
    """The axis over the cells of the panel that is named, or of all that share it and show what the first one shows.

    Raises Problems for a panel that does not share it.
    """
    first, (name, path) = domain.sharing[0], _panel(domain)
    alike = [view for view in domain.sharing if quantity(view) == quantity(first)]
    if name is not None:
        names = {view.spec.settings.name or "": view for view in domain.sharing}
        if name not in names:
            message = f"no panel '{name}' shares the {domain.name} axis"
            hint = nearest(name, filter(None, names), "panels") or "name it: panels: [{name: …}]"
            raise problem("unknown-label", message, domain.views[0].at("axes", domain.name, *path, "panel"), hint)
        alike = [names[name]]
    own = _positions(domain, "column"), _positions(domain, "group")
    return Axis(domain.index.keys, [placed[view.index] for view in alike], domain.name == "y", None, *own)


def _positions(domain: Domain, key: str) -> dict[str, float]:
    """Where labels or groups stand that have an order of their own, as none of a wide file that is not melted has."""
    found: dict[str, float] = {}
    for view in domain.sharing:
        axis = view.settings.axes.of(domain.name)
        column = axis.column if key == "column" else axis.group and axis.group.column
        if column is not None and view.table.matrix is None:
            labels = view.table.columns[str(column)].labels
            found.update(zip(labels.names, labels.positions or (), strict=False))
    return found


def _panel(domain: Domain) -> tuple[str | None, Path]:
    """The panel that an order names, and where: that of the labels, else that of the groups."""
    spec = domain.axis
    orders: list[tuple[language.Order | None, Path]] = [
        (spec.order, ("order",)),
        (None if spec.group is None else spec.group.order, ("group", "order")),
    ]
    for order, path in orders:
        if isinstance(order, language.OfCells) and order.panel is not None:
            return order.panel, path
    return None, ()


def _as_stands(other: Domain | None, found: Orders) -> Like:
    """The keys of the other axis in their order."""
    if other is None or other not in found:
        return Like(())
    order = found[other]
    return Like(tuple(other.index.keys[at] for at in order.places.tolist()), order.trees)


def _of_groups(spec: language.GroupOrder) -> data.GroupOrder:
    match spec:
        case "file":
            return File()
        case "sorted":
            return Sorted()
        case tuple():
            return Listed(spec)
        case language.By():
            return By(tuple(map(summary_of, spec.by)), spec.descending)
        case _:
            assert_never(spec)


def _compiled(spec: language.Order, like: Like) -> data.Order:
    match spec:
        case language.Cluster():
            return Cluster(spec.cluster, spec.metric)
        case language.Eigenvectors():
            return Eigenvectors(spec.eigenvectors)
        case language.Like():
            return like
        case _:
            return _of_groups(spec)
