"""Whether cells have as many repeats as the spec requires."""

import numpy as np

from heatfig.data.cells import Cells
from heatfig.data.columns.arrays import Numbers
from heatfig.data.fields import counts
from heatfig.data.pivot.request import Request
from heatfig.data.table import At
from heatfig.diagnostics import Place, refuse_some


def check_repeats(cells: Cells, request: Request, numbers: Numbers, at: At) -> None:
    """Raise Problems for cells that have too few repeats."""
    wanted = request.aggregate.repeats if request.aggregate else None
    if wanted is None:
        return
    found = counts(cells.entries, numbers)
    few = np.flatnonzero((found > 0) & (found < wanted))

    def explain(number: int) -> tuple[str, Place, str]:
        cell = int(few[number])
        message = f"{cells.describe_flat(cell)} has {found[cell]:,} of {wanted} repeats"
        return (
            message,
            at("aggregate", "repeats"),
            f"add its rows, or mark it: repeats: {{least: {wanted}, fewer: mark}}",
        )

    refuse_some("too-few-repeats", len(few), explain)
