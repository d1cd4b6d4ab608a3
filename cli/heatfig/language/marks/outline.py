"""Lines around cells."""

from heatfig.language.conditions import Condition
from heatfig.language.hints import key, record
from heatfig.language.model.stroke import Stroke
from heatfig.language.scalars import Boolean, Text


@record(kind="outline")
class Outline:
    """A line around each of some cells, such as those of a row or column that a predicate names."""

    where: Condition = key(
        "the cells around which they run", examples=[{"model": "large"}, {"best": "max", "per": "x"}]
    )
    union: Boolean = key("`true` draws one line around neighbours", default=False, examples=[True])
    label: Text | None = key(
        'what the legend says it means, `""` for nothing; if absent what is `best`, else nothing',
        default=None,
        examples=["significant"],
    )
    stroke: Stroke = key("how it is drawn, `1.5pt` if not said", default=Stroke(), examples=[{"color": "firebrick"}])
