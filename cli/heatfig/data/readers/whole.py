"""The last step of readers that hold a file as a whole."""

from heatfig.data.condensing import condensed
from heatfig.data.table import Table
from heatfig.data.transforms import transformed
from heatfig.data.wanted import Source, Wanted, lacking, with_captured
from heatfig.data.wide import Picked, read_as_rows


def finished(table: Table, picked: Picked | None, source: Source, wanted: Wanted) -> Table:
    """What is wanted of a file whose columns stand in a table: a wide one as rows, of a long one what is kept."""
    if picked is not None:
        return read_as_rows(table, picked)
    if not wanted.by_block:
        return table
    table = with_captured(table, source, wanted)
    if wanted.verbs and lacking(table, wanted):
        return table
    table = transformed(table, wanted.verbs)
    return table if wanted.condense is None else condensed(table, wanted.condense)
