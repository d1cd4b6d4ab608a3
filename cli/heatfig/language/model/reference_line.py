"""Lines across the grid."""

from heatfig.language.hints import key, record
from heatfig.language.model.stroke import Stroke
from heatfig.language.scalars import Label, Text


@record()
class ReferenceLine:
    """A line across the grid, such as one at an event."""

    at: Label = key(
        "label through the middle of whose cells it runs; on an axis of numbers or dates in order one between two "
        "labels lies between their cells, in proportion",
        examples=["base"],
    )
    label: Text = key("text at its end", default="", examples=["Baseline"])
    stroke: Stroke = key("how it is drawn", default=Stroke(), examples=[{"width": "1pt", "dash": "dashed"}])
