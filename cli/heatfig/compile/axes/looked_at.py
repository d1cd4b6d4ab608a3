"""What an order of an axis looks at: its keys, and the cells of the panels that share it."""

from collections.abc import Mapping

from heatfig.compile.axes.domains import Domain
from heatfig.compile.colors.quantities import quantity
from heatfig.compile.view import View
from heatfig.data.cells import Cells
from heatfig.data.order.axis import Axis
from heatfig.diagnostics import nearest, problem
from heatfig.diagnostics.origin import Path
from heatfig.language import order as language


def axis_of(domain: Domain, placed: Mapping[int, Cells]) -> Axis:
    """The axis over the cells that an order looks at."""
    own = _positions(domain, "column"), _positions(domain, "group")
    panels = [placed[view.index] for view in looked_at(domain)]
    return Axis(domain.index.keys, panels, domain.name == "y", None, *own)


def looked_at(domain: Domain) -> list[View]:
    """The panel that is named, or all that share the axis and show what the first one shows.

    Raises Problems for a panel that does not share it.
    """
    first, (name, path) = domain.sharing[0], _panel(domain)
    if name is None:
        return [view for view in domain.sharing if quantity(view) == quantity(first)]
    names = {view.spec.settings.name or "": view for view in domain.sharing}
    if name not in names:
        message = f"no panel '{name}' shares the {domain.name} axis"
        hint = nearest(name, filter(None, names), "panels") or "name it: panels: [{name: …}]"
        raise problem("unknown-label", message, domain.views[0].at("axes", domain.name, *path, "panel"), hint)
    return [names[name]]


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
