"""Lines around cells."""

from heatfig.language.conditions import Condition
from heatfig.language.hints import key, record
from heatfig.language.model.stroke import Stroke
from heatfig.language.scalars import Boolean, Text


@record(kind="outline")
class Outline:
    """A line around some cells, or around a whole row or column."""

    where: Condition = key("the cells to outline", examples=[{"model": "large"}, {"best": "max", "per": "x"}])
    union: Boolean = key("`true` draws one line around neighbouring cells", default=False, examples=[True])
    label: Text | None = key(
        'text in the legend, `""` for no entry; if absent an entry only where `where` is `best`',
        default=None,
        examples=["significant"],
    )
    stroke: Stroke = key(
        "how the line is drawn; `1.5pt` wide if absent", default=Stroke(), examples=[{"color": "firebrick"}]
    )
