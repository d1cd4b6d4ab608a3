"""Which label comes first: a file for each order that takes arguments, and one line here."""

from typing import Literal

from heatfig.language.scalars import Label

GroupOrder = Literal["file", "sorted"] | tuple[Label, ...]
Order = Literal["file", "sorted"] | tuple[Label, ...]
