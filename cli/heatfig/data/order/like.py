"""like: as the labels of the other axis stand, with its tree."""

import numpy as np

from heatfig.data.columns.arrays import Codes
from heatfig.data.order.axis import Axis
from heatfig.data.order.cluster import Tree
from heatfig.data.table import At
from heatfig.diagnostics import Place, nearest, problem, refuse_some
from heatfig.plan.key import Key
from heatfig.runtime.deferred import dataclass


@dataclass(frozen=True, eq=False)
class Like:
    """The keys of the other axis as they stand, and the trees of what was clustered there."""

    keys: tuple[Key, ...]
    trees: tuple[Tree, ...] = ()


def as_other(axis: Axis, order: Like, at: At) -> Codes:
    """Where each place of the other axis has its key here; raises Problems for keys that one of the two lacks."""
    place = {key: number for number, key in enumerate(axis.keys)}
    if place.keys().isdisjoint(order.keys):
        message, hint = "the axes have no label in common", "axes can be alike only if they have the same labels"
        raise problem("unknown-label", message, at("like"), hint)
    lacking = [key for key in order.keys if key not in place]
    surplus = [key for key in axis.keys if key not in set(order.keys)]
    apart = [*((key, "not on this axis") for key in lacking), *((key, "only on this axis") for key in surplus)]

    def explain(number: int) -> tuple[str, Place, str]:
        key, where = apart[number]
        others = [other.label for other in (surplus if number < len(lacking) else lacking)]
        hint = nearest(key.label, others, "labels") or "axes can be alike only if they have the same labels"
        return f"'{key}' is {where}: the axes differ", at("like"), hint

    refuse_some("unknown-label", len(apart), explain)
    return np.array([place[key] for key in order.keys], np.int64)
