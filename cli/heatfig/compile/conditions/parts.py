"""The diagonal of a square grid, and what lies above and below it as it is drawn."""

from typing import assert_never

import numpy as np

from heatfig.data.cells import Cells
from heatfig.data.table import At
from heatfig.diagnostics import problem
from heatfig.language.conditions import Part
from heatfig.runtime.arrays import Flags


def part(cells: Cells, asked: Part, at: At) -> Flags:
    """The cells of that part; raises Problems where the two axes do not have the same labels."""
    place = {key: row for row, key in enumerate(cells.rows.keys)}
    if place.keys() != set(cells.columns.keys):
        message, hint = f"`{asked}` needs the same labels on both axes", "take it out, or name cells by a predicate"
        raise problem("contradiction", message, at(), hint)
    diagonal = np.array([place[key] for key in cells.columns.keys])[None, :]
    rows = np.arange(len(place))[:, None]
    match asked:
        case "diagonal":
            found = rows == diagonal
        case "upper":
            found = rows < diagonal
        case "lower":
            found = rows > diagonal
        case _:
            assert_never(asked)
    return np.repeat(found[:, :, None], cells.shape[2], axis=2)
