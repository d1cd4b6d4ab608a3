"""Words that mean the same in the language, the data and the plan."""

from typing import Literal

Using = Literal["mean", "median", "min", "max", "sum", "count", "first"]
Spread = Literal["std", "sem", "ci95", "iqr"]
Normalization = Literal["share", "unit", "zscore", "minmax", "center", "rank"]
Within = Literal["x", "y", "x.group", "y.group", "all"]
Comparison = Literal["difference", "ratio", "percent"]
DateUnit = Literal["year", "quarter", "month", "week", "day", "weekday", "hour", "minute", "date"]
Linkage = Literal["average", "single", "complete", "weighted", "ward", "centroid", "median"]
Metric = Literal["euclidean", "cityblock", "correlation", "cosine"]
# Names that each stand once; names that may stand again, to be told apart; none of the first column; or none at all.
Header = Literal["unique", "repeated", "short", "none"]

Align = Literal["left", "center", "right"]
AlongSide = Literal["start", "center", "end"]  # of a side: its left or upper end, its middle, the other end
Dash = Literal["solid", "dashed", "dotted"]
Hatch = Literal["none", "rising", "falling", "crossed", "level", "upright"]
Spot = Literal["center", "top", "bottom", "left", "right", "top-left", "top-right", "bottom-left", "bottom-right"]

VALUE, SPREAD, COUNT = "value", "spread", "count"
FIELDS = (VALUE, SPREAD, COUNT)  # what a cell holds beside the columns of its rows
CLASS = "class"  # what it holds, too, where the norm has a label for each of its classes
