"""The diagonal of a square grid, and what lies above and below it as it is drawn."""

from collections.abc import Sequence
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
    rows, columns, square = _names(cells.rows.keys, cells.columns.keys, cells.square or cells.rows.keys)
    place = {name: row for row, name in enumerate(square)}
    if cells.square is None and place.keys() != set(columns):
        message, hint = f"`{spec}` needs the same labels on both axes", "take it out, or name cells by a predicate"
        raise problem("contradiction", message, at(), hint)
    diagonal = np.array([place[name] for name in columns])[None, :]
    down = np.array([place[name] for name in rows])[:, None]
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


def _names(*sides: Sequence[Key]) -> list[list[Key | str]]:
    """What keys are told apart by: their labels, with their groups where one of these has a label again."""
    labels = [[key.label for key in side] for side in sides]
    again = any(len(set(names)) < len(names) for names in labels)
    return [list(side) for side in sides] if again else [list(names) for names in labels]
