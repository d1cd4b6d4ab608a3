"""What the spec says of normalizing, done to cells."""

from functools import partial

from heatfig.compile.view import View
from heatfig.data.cells import Cells
from heatfig.data.normalize import Normalize, normalized


def normalized_cells(view: View, cells: Cells) -> Cells:
    """The cells with all that is normalized, in the order in which it is asked for."""
    for number, spec in enumerate(view.settings.normalize):
        what = Normalize(spec.using, spec.per, spec.into, spec.undefined == "missing")
        cells = normalized(cells, what, partial(view.at, "normalize", number))
    return cells
