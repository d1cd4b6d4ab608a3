"""By one row or column after the other."""

from heatfig.language.hints import key, record
from heatfig.language.order.panel import panel_key
from heatfig.language.scalars import Boolean, Label, NumberField


@record(noun="order")
class Lexicographic:
    """By a number in the first row (or column) of the other axis; ties by that in the second, and so on.

    It shows which alterations exclude each other in an oncoprint (memo sort). Those without a number come last; ties
    keep the order of the file.
    """

    lexicographic: NumberField = key(
        "the number of each cell: `value`, `spread`, `count` or a column of numbers", examples=["value", "params"]
    )
    descending: Boolean = key("`true` puts the highest first", default=False, examples=[True])
    panel: Label | None = panel_key()
