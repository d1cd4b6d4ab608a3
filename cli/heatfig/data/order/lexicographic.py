"""lexicographic: by the first line of the other axis, ties by the second, and so on."""

from collections.abc import Sequence
from functools import partial

import numpy as np

from heatfig.data.columns.arrays import Codes
from heatfig.data.order.axis import Axis
from heatfig.data.summary import Summary, numbers_of_lines
from heatfig.data.table import At
from heatfig.diagnostics import Place
from heatfig.runtime.deferred import dataclass


@dataclass(frozen=True, eq=False)
class Lexicographic:
    """A field, and where each place of the other axis of each panel takes its line from."""

    field: str
    others: Sequence[Codes]
    descending: bool = False


def by_lines(axis: Axis, order: Lexicographic, at: At) -> Codes:
    """The rank of each key; where a line has no number it stands last."""
    summary, found = Summary(order.field), []
    for number, places in enumerate(order.others):
        lines = numbers_of_lines(axis, number, summary, partial(_at, at))
        found.append(lines.reshape(len(lines), len(places), -1)[:, places].reshape(len(lines), -1))
    numbers = np.concatenate(found, axis=1)
    signed = -numbers if order.descending else numbers
    return np.unique(np.where(np.isnan(signed), np.inf, signed), axis=0, return_inverse=True)[1].reshape(-1)


def _at(at: At, *_: str | int) -> Place:
    """The field is what the key says."""
    return at("lexicographic")
