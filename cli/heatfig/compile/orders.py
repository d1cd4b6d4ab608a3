"""How the rows and columns of grids stand: the orders of the language, as those of the data."""

from collections.abc import Sequence

import numpy as np

from heatfig.compile.axis_scale import positions
from heatfig.compile.domains import Domain
from heatfig.data.cells import Cells
from heatfig.data.order import Ordered, ordered
from heatfig.data.order.file import File
from heatfig.data.order.line import Axis
from heatfig.data.order.listed import Listed
from heatfig.data.order.sorted import Sorted
from heatfig.language.order import Order as Asked


def order_of(domain: Domain, panels: Sequence[Cells]) -> Ordered:
    """Where each place of an axis takes its key from, over the cells of all panels that share it."""
    axis, view = domain.axis, domain.views[0]
    if axis.scale is not None:
        ranks = positions(view, domain.name, [key.label for key in domain.index.keys], domain.edges)
        places = np.argsort(ranks)
        return Ordered(places[::-1] if axis.direction in {"up", "left"} else places)
    groups = File() if axis.group is None else _compiled(axis.group.order)
    found = ordered(
        Axis(domain.index.keys, panels, domain.name == "y"),
        _compiled(axis.order),
        groups,
        lambda *path: view.at("axes", domain.name, "order", *path),
    )
    return Ordered(found.places[::-1], found.trees) if axis.direction in {"up", "left"} else found


def _compiled(order: Asked) -> File | Sorted | Listed:
    if order == "file":
        return File()
    if order == "sorted":
        return Sorted()
    return Listed(tuple(order))
