"""Lines across the grid."""

from heatfig.language.hints import key, record
from heatfig.language.model.stroke import Stroke
from heatfig.language.scalars import Label, Text


@record()
class ReferenceLine:
    """A line across the grid, for example at an event."""

    at: Label = key(
        "the label through whose cells it runs; on a sorted axis of numbers or dates also a value between two labels",
        examples=["base"],
    )
    label: Text = key("text at its end", default="", examples=["Baseline"])
    stroke: Stroke = key("how it is drawn", default=Stroke(), examples=[{"width": "1pt", "dash": "dashed"}])
