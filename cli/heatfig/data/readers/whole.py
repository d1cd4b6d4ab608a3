"""The last step of readers that hold a file as a whole."""

from heatfig.data.columns.arrays import Labels
from heatfig.data.preaggregation import preaggregated
from heatfig.data.table import Table
from heatfig.data.transforms import transformed
from heatfig.data.wanted import Source, Wanted, lacking, with_captured
from heatfig.data.wide import Picked, read_as_rows
from heatfig.diagnostics import Place, Report
from heatfig.runtime.text import UNWRITABLE

Told = tuple[str, Place, str]


def finished(table: Table, picked: Picked | None, source: Source, wanted: Wanted) -> Table:
    """What is wanted of a file whose columns stand in a table: a wide one as rows, of a long one what is kept."""
    checked(table)
    if picked is not None:
        return read_as_rows(table, picked, wanted.dates)
    if not wanted.by_block:
        return table
    table = with_captured(table, source, wanted)
    if wanted.verbs and lacking(table, wanted):
        return table
    table = transformed(table, wanted.verbs)
    return table if wanted.preaggregation is None else preaggregated(table, wanted.preaggregation)


def checked(table: Table) -> Table:
    """The table; raises Problems for characters that escapes can bring into a text, but that no figure can hold."""
    report = Report()
    for name, column in table.columns.items():
        labels = column.content
        if isinstance(labels, Labels):
            wrong = [code for code, text in enumerate(labels.names) if UNWRITABLE.search(text)]

            def explain(number: int, name: str = name, labels: Labels = labels, wrong: list[int] = wrong) -> Told:
                found = UNWRITABLE.search(labels.names[wrong[number]])
                assert found is not None
                place = table.place(labels.first_row(wrong[number]))
                return f"the column '{name}' holds the control character U+{ord(found[0]):04X}", place, "take it out"

            report.add_some("control-character", len(wrong), explain)
    report.check()
    return table
