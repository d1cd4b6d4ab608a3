"""Rows → Cells: every score of a panel in its cell, in the orders of both axes."""

from dataclasses import replace
from functools import partial

from heatfig.compile.axes.domains import Domain, domains
from heatfig.compile.axes.labels import axis_plan
from heatfig.compile.axes.match_labels import Listing, match_labels
from heatfig.compile.axes.orders import Domains, Orders, orders
from heatfig.compile.axes.sides import request_of
from heatfig.compile.cells.check_scores import check_scores
from heatfig.compile.cells.normalize import normalized_cells
from heatfig.compile.cells.tokens import check_tokens
from heatfig.compile.guides.grid_size import columns_of, estimated_side
from heatfig.compile.view import View
from heatfig.data.cells import Cells
from heatfig.data.index import Index
from heatfig.data.order.cluster import Tree
from heatfig.data.pivot import pivot
from heatfig.data.pivot.along import along
from heatfig.data.pivot.request import Side
from heatfig.diagnostics import Report
from heatfig.diagnostics.origin import Path
from heatfig.plan.axis import AxisPlan
from heatfig.plan.grid import Grid
from heatfig.plan.key import Key
from heatfig.runtime.deferred import dataclass
from heatfig.scales.sides import AXES, AxisName

# The paths that a panel must have right before its cells can be found (_TAKEN) and filled (_PLACED).
_NAMING: tuple[Path, ...] = tuple(("axes", name, key) for name in ("y", "x") for key in ("column", "group"))
_TAKEN: tuple[Path, ...] = (*_NAMING, ("value",), ("where",), ("missing", "tokens"), ("colormap", "categories"))
_PLACED: tuple[Path, ...] = (("aggregate",), ("normalize",), ("split",), ("facet",))


@dataclass(frozen=True, eq=False)
class PanelCells:
    """A panel's cells and axes, in the order in which they are drawn, and the trees of axes that are clustered."""

    cells: Cells
    y: AxisPlan
    x: AxisPlan
    y_trees: tuple[Tree, ...]
    x_trees: tuple[Tree, ...]
    backwards: frozenset[AxisName] = frozenset()  # the axes that run against their order
    over: tuple[Cells, ...] = ()  # of the layers over the first one

    @property
    def grid(self) -> Grid:
        """The scores."""
        return self.cells.grid

    @property
    def parts(self) -> tuple[str, ...]:
        """The names of the parts of each cell; one empty name if cells have no parts."""
        return tuple(key.label for key in self.cells.parts.keys)

    @property
    def layers(self) -> "tuple[PanelCells, ...]":
        """The panel as each of its layers shows it."""
        return self, *(replace(self, cells=cells, over=()) for cells in self.over)


def panel_cells(views: list[View], report: Report) -> list[PanelCells]:
    """The cells of each view that is complete; notes the problems of all views."""
    if not views:
        return []
    by_axis = {(view.index, domain.name): domain for domain in domains(views, report) for view in domain.views}
    check_tokens(views, report)
    placed = _all_placed(views, by_axis, report)
    found = orders(by_axis, {index: layers[0] for index, layers in placed.items()}, report)
    across, ordered = columns_of(views[0].figure, [view.id for view in views]), list[PanelCells]()
    for view in views:
        if view.index in placed and all(by_axis[view.index, name] in found for name in AXES):
            with report.collecting():
                y, x = by_axis[view.index, "y"], by_axis[view.index, "x"]
                ordered.append(_ordered(view, placed[view.index], y, x, found, across))
    return ordered


def _all_placed(views: list[View], by_axis: Domains, report: Report) -> dict[int, list[Cells]]:
    """The cells of each layer of each view that is complete, in the order of the file."""
    placed: dict[int, list[Cells]] = {}
    for view in views:
        if any(layer.lacks(*_TAKEN) for layer in view.layers) or view.nameless:
            continue
        with report.collecting():
            for layer in view.layers:
                check_scores(layer)
            y, x = by_axis.get((view.index, "y")), by_axis.get((view.index, "x"))
            if y is not None and x is not None and not view.lacks(*_PLACED):
                placed[view.index] = [_placed(layer, y, x) for layer in view.layers]
    return placed


def _placed(view: View, y: Domain, x: Domain) -> Cells:
    """Every score in its cell, in the order of the file."""
    cells = pivot(view.table, request_of(view), view.at, y.index, x.index, _parts(view))
    return normalized_cells(view, cells)


def _ordered(view: View, layers: list[Cells], y: Domain, x: Domain, found: Orders, across: float) -> PanelCells:
    """The cells in their order, each axis in its direction; so many grids stand in a row."""
    backwards = frozenset(domain.name for domain in (y, x) if domain.axis.direction in {"up", "left"})
    rows, columns = (
        found[domain].places[::-1] if domain.name in backwards else found[domain].places for domain in (y, x)
    )
    cells, *over = (layer.take(rows, columns) for layer in layers)
    y_plan, x_plan = (
        axis_plan(view, domain.name, index.keys, domain.edges, _length(view, cells, domain.name, across))
        for domain, index in ((y, cells.rows), (x, cells.columns))
    )
    return PanelCells(cells, y_plan, x_plan, found[y].trees, found[x].trees, backwards, tuple(over))


def _length(view: View, cells: Cells, name: AxisName, across: float) -> float:
    return estimated_side(view.figure, cells.shape[0], cells.shape[1], name == "y", across)


def _parts(view: View) -> Index | None:
    """The parts of each cell, if the spec lists them; raises Problems if they differ from those of the data."""
    split = view.settings.split
    if split is None or split.order is None:
        return None
    found, _ = along(view.table, Side(split.column), lambda *_: view.at("split", "column"))
    listing = Listing(
        listed=split.order,
        found=[key.label for key in found.keys],
        at=partial(view.at, "split", "order"),
        whole=view.at("split", "order"),
        unknown=f"no row has {split.column} {{}}",
        unlisted=f"the data also has {split.column} {{}}, not listed here",
        surplus="take it out; keep_empty: true draws it without scores",
    )
    report = Report()
    match_labels(listing, report, split.keep_empty)
    report.check()
    return Index(tuple(Key("", part) for part in split.order))
