"""Strips of category colours."""

from heatfig.language.forms import Short
from heatfig.language.hints import key, record
from heatfig.language.model.axes import Renamed
from heatfig.language.model.colors import Categories
from heatfig.language.scalars import Field


@record(Short(scalar="field"), kind="strip")
class Strip:
    """A row of category colours, explained in the legend."""

    field: Field = key(
        "column of the categories: the `split` column, or one with a single value for each label", examples=["family"]
    )
    colormap: Categories = key(
        "the colour of each category", examples=[{"categories": {"Heron": "teal", "Otter": "#c8553d"}}]
    )
    labels: Renamed = key(
        "legend text by category; the category itself if absent", default={}, examples=[{"Heron": "Heron models"}]
    )
