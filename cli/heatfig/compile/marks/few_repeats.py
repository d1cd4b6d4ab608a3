"""A sign in the cells that have too few repeats."""

from collections.abc import Iterator
from typing import assert_never

from heatfig.compile.marks.place import MadeMark, MarkPlace
from heatfig.compile.marks.symbol import signed
from heatfig.plan.grid import Grid
from heatfig.plan.text import Text
from heatfig.scales.words import COUNT

SIGN = "†"


def few_repeats(place: MarkPlace) -> Iterator[MadeMark]:
    """The sign in cells with some scores but too few, if the spec marks them."""
    aggregate = place.view.settings.aggregate
    if aggregate is None or aggregate.repeats is None:
        return
    match aggregate.repeats.fewer:
        case "error":
            return
        case "mark":
            yield _marked(place, aggregate.repeats.least)
        case _:
            assert_never(aggregate.repeats.fewer)


def _marked(place: MarkPlace, least: int) -> MadeMark:
    counts = place.panel.cells.fields[COUNT].content
    assert isinstance(counts, Grid)
    few = (counts.scores > 0) & (counts.scores < least)
    return signed(place, few, SIGN, Text(f"fewer than {least:,} repeats"))
