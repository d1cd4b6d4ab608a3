"""Facts of the labels of an axis."""

from typing import Literal

from heatfig.language.hints import key, record
from heatfig.language.scalars import File, Label


@record()
class Facts:
    """A second file with one row a label, whose columns serve order, group, labels and tracks along the axis."""

    file: File = key("path of the file, relative to the file that names it", examples=["models.csv"])
    by: Label = key("its column that holds the labels", name="key", examples=["name"])
    separator: Literal[",", ";", "\t", "|"] = key("the character between fields", default=",", examples=[";"])
    decimal: Literal[".", ","] = key("the decimal mark of numbers", default=".", examples=[","])
