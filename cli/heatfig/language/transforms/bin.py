"""Numbers as the stretches that they lie in."""

from heatfig.language.hints import key, record
from heatfig.language.rules import Checked, Rules
from heatfig.language.scalars import Count, NewColumn, Number, Numbers


@record(kind="bin")
class Bin(Checked):
    """Adds a column with the bin of each number, such as `0–0.5`.

    Bins are given by `width`, `count` or `edges`. A bin includes its lower edge; the last one also its upper edge. With
    a negative edge, bins are written as `-1.5 to -0.5`.
    """

    column: Numbers = key("column of the numbers", examples=["accuracy"])
    width: Number | None = key("width of the bins; their edges are multiples of it", default=None, examples=[0.1])
    count: Count | None = key("number of bins of equal width", default=None, examples=[4])
    edges: tuple[Number, ...] | None = key("the edges of the bins", default=None, examples=[[0, 0.5, 1]])
    into: NewColumn = key("name of the new column", examples=["level"])

    @property
    def new_columns(self) -> tuple[str, ...]:
        """The columns that it makes."""
        return (self.into,)

    def check(self, rules: Rules) -> None:
        """Stretches are said in one way, and each is some stretch."""
        ways = [name for name in ("width", "count", "edges") if getattr(self, name) is not None]
        if len(ways) != 1:
            message = "`bin` takes one of `width`, `count` and `edges`"
            rules.refuse("contradiction", message, *ways[1:2], hint="such as width: 0.1")
        if self.width is not None and self.width <= 0:
            rules.refuse("out-of-bounds", "a width must be above 0", "width", hint="such as width: 1")
        edges = self.edges or ()
        if self.edges is not None and (len(edges) < 2 or list(edges) != sorted(set(edges))):
            message = "edges must be at least two numbers, in ascending order"
            rules.refuse("bad-range", message, "edges", hint="such as [0, 0.5, 1]")
