"""The words for what cells hold and what scores become together, the same in the language, the data and the plan."""

from typing import Literal

Using = Literal["mean", "median", "min", "max", "sum", "count", "first"]
Spread = Literal["std", "sem", "ci95", "iqr"]
Normalization = Literal["share", "unit", "zscore", "minmax", "center", "rank"]
Within = Literal["x", "y", "x.group", "y.group", "all"]

VALUE, SPREAD, COUNT = "value", "spread", "count"
FIELDS = (VALUE, SPREAD, COUNT)  # what a cell holds beside the columns of its rows
CLASS = "class"  # what it holds, too, where the norm has a label for each of its classes
