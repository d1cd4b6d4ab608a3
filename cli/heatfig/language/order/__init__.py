"""Which label comes first: a file for each order that takes arguments, and one line here."""

from typing import Literal

from heatfig.language.order.by import By
from heatfig.language.order.cluster import Cluster
from heatfig.language.order.eigenvectors import Eigenvectors
from heatfig.language.order.lexicographic import Lexicographic
from heatfig.language.order.like import Like
from heatfig.language.scalars import Label

GroupOrder = Literal["file", "sorted"] | tuple[Label, ...] | By
OfCells = By | Cluster | Lexicographic | Eigenvectors  # told by the cells of a panel
Order = Literal["file", "sorted"] | tuple[Label, ...] | OfCells | Like

__all__ = ["By", "Cluster", "Eigenvectors", "GroupOrder", "Lexicographic", "Like", "OfCells", "Order"]
