"""Numbers as the stretches that they lie in."""

from heatfig.language.hints import key, record
from heatfig.language.scalars import Integer, NewColumn, Number, Numbers


@record(kind="bin")
class Bin:
    """Adds the stretch that each number of a column lies in, such as `0–0.5`, by a `width`, a `count` or `edges`.

    A lower edge belongs to its stretch, and the last edge to the last one.
    """

    column: Numbers = key("column of the numbers", examples=["accuracy"])
    width: Number | None = key("how wide stretches are, whose edges are its multiples", default=None, examples=[0.1])
    count: Integer | None = key("how many of one width there are", default=None, examples=[4])
    edges: tuple[Number, ...] | None = key("from where to where each goes", default=None, examples=[[0, 0.5, 1]])
    into: NewColumn = key("name of the new column", examples=["level"])

    @property
    def made(self) -> tuple[str, ...]:
        """The columns that it makes."""
        return (self.into,)
