"""A sign in the cells that have fewer scores than are to be repeated."""

from heatfig.compile.marks.place import MadeMark, MarkPlace
from heatfig.compile.marks.symbol import signed
from heatfig.plan.grid import Grid
from heatfig.plan.text import Text
from heatfig.scales.words import COUNT

SIGN = "†"


def few_repeats(place: MarkPlace, least: int) -> MadeMark:
    """The sign where a cell has some scores, but fewer than `least`."""
    found = place.panel.cells.fields[COUNT].content
    assert isinstance(found, Grid)
    few = (found.scores > 0) & (found.scores < least)
    return signed(place, few, SIGN, Text(f"fewer than {least:,} repeats"))
