"""The diagonal of a square grid, and what lies above and below it as it is drawn."""

from typing import assert_never

import numpy as np

from heatfig.data.cells import Cells
from heatfig.data.table import At
from heatfig.diagnostics import problem
from heatfig.language.conditions import Part
from heatfig.plan.key import Key
from heatfig.runtime.arrays import Flags


def part(cells: Cells, spec: Part, at: At) -> Flags:
    """The cells of that part; raises Problems where the two axes do not have the same labels."""
    rows, columns = _names(cells)
    place = {name: row for row, name in enumerate(rows)}
    if place.keys() != set(columns):
        message, hint = f"`{spec}` needs the same labels on both axes", "take it out, or name cells by a predicate"
        raise problem("contradiction", message, at(), hint)
    diagonal = np.array([place[name] for name in columns])[None, :]
    down = np.arange(len(place))[:, None]
    match spec:
        case "diagonal":
            found = down == diagonal
        case "upper":
            found = down < diagonal
        case "lower":
            found = down > diagonal
        case _:
            assert_never(spec)
    return np.repeat(found[:, :, None], cells.shape[2], axis=2)


def _names(cells: Cells) -> list[list[Key | str]]:
    """What rows and columns are told apart by: their labels, with their groups where one of these has a label again."""
    sides = [index.keys for index in (cells.rows, cells.columns)]
    labels = [[key.label for key in side] for side in sides]
    again = any(len(set(names)) < len(names) for names in labels)
    return [list(side) for side in sides] if again else [list(names) for names in labels]
