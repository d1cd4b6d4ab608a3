"""Orders of rows and columns: the language's kinds, as those of the data."""

from collections.abc import Mapping, Sequence
from typing import assert_never

import numpy as np

from heatfig.compile.axes.domains import Domain
from heatfig.compile.axes.looked_at import axis_of, looked_at
from heatfig.compile.axes.scale import positions
from heatfig.compile.summaries import summary_of
from heatfig.compile.view import View
from heatfig.data import order as data
from heatfig.data.cells import Cells
from heatfig.data.order.axis import Axis
from heatfig.data.order.by import By
from heatfig.data.order.cluster import Cluster
from heatfig.data.order.eigenvectors import Eigenvectors
from heatfig.data.order.file import File
from heatfig.data.order.lexicographic import Lexicographic
from heatfig.data.order.like import Like
from heatfig.data.order.listed import Listed
from heatfig.data.order.sorted import Sorted
from heatfig.diagnostics import Report
from heatfig.language import order as language
from heatfig.scales.sides import AxisName, other_axis

Domains = Mapping[tuple[int, AxisName], Domain]  # by the number of a view and the axis
Orders = Mapping[Domain, data.Ordered]
Others = Sequence[tuple[Domain, data.Ordered]]  # the axes that an order follows


def orders(domains: Domains, placed: Mapping[int, Cells], report: Report) -> Orders:
    """The order of each axis; one with a problem is noted and left out."""
    found: dict[Domain, data.Ordered] = {}
    for domain in sorted(dict.fromkeys(domains.values()), key=_rank):
        if any(view.index not in placed for view in domain.sharing):
            continue
        with report.collecting():
            followed = _followed(domain, domains)
            others = [(other, found[other]) for other in followed if other in found]
            if len(others) == len(followed):
                found[domain] = _order_of(domain, axis_of(domain, placed), others)
    return found


def _rank(domain: Domain) -> int:
    """An order that follows the other axis is found after that of the other axis."""
    order = domain.axis.order
    if isinstance(order, language.Like):
        return 2
    return 1 if isinstance(order, language.Lexicographic) else 0


def _followed(domain: Domain, domains: Domains) -> list[Domain | None]:
    """The other axes that an order follows, of each panel that it looks at; raises Problems for one there is not."""
    order, views = domain.axis.order, list[View]()
    if isinstance(order, language.Like):
        views = [domain.views[0]]
    elif isinstance(order, language.Lexicographic):
        views = looked_at(domain)
    return [domains.get((view.index, other_axis(domain.name))) for view in views]


def _order_of(domain: Domain, axis: Axis, others: Others) -> data.Ordered:
    spec = domain.axis
    if spec.scale is not None:
        return data.Ordered(np.argsort(positions(domain.views[0], domain.name, axis.names, domain.edges)))
    groups = File() if spec.group is None else _of_groups(spec.group.order)
    path = ("axes", domain.name)
    return data.ordered(axis, _compiled(spec.order, others), groups, lambda *step: domain.views[0].at(*path, *step))


def _as_stands(other: Domain, order: data.Ordered) -> Like:
    """The keys of the other axis in their order."""
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


def _compiled(spec: language.Order, others: Others) -> data.Order:
    match spec:
        case language.Cluster():
            return Cluster(spec.cluster, spec.metric)
        case language.Lexicographic():
            return Lexicographic(str(spec.lexicographic), [order.places for _, order in others], spec.descending)
        case language.Eigenvectors():
            return Eigenvectors(spec.eigenvectors)
        case language.Like():
            return _as_stands(*others[0])
        case _:
            return _of_groups(spec)
