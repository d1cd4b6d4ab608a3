"""What tracks have in common that show all numbers of each row or column."""

from heatfig.language.conditions import CellsWhere
from heatfig.language.hints import key, record
from heatfig.language.scalars import Color, NumberField
from heatfig.language.tracks.scaled import OnScale


@record()
class Distribution(OnScale):
    """The numbers of each row or column, on a scale beside the grid."""

    field: NumberField = key(
        "the numbers to show: `value`, `spread`, `count` or a column of numbers", examples=["value", "accuracy"]
    )
    where: CellsWhere = key(
        "the cells whose numbers count, by their fields and labels; all if absent",
        default={},
        examples=[{"task": ["Reading", "Math"]}, {"value": {"above": 0.2}}],
    )
    color: Color = key("its colour", default="#7d8ca3", examples=["teal"])
