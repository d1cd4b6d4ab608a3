"""Labels that nobody could tell apart in a figure: those that differ in the blanks around them alone."""

from collections.abc import Collection
from functools import partial

from heatfig.data.readers.chunk import Chunk
from heatfig.diagnostics import Place, Report
from heatfig.runtime.text import alike_but_blanks

_MEND = "take the blanks out of the file: nobody could tell the two apart"


def check_alike(tables: Collection[Chunk], marks: Collection[str], report: Report) -> None:
    """Note each label that differs from another of its column in blanks alone; `marks` are no columns of labels."""
    columns = dict.fromkeys(name for table in tables for name in table.labels)
    for column in (name for name in columns if name not in marks):
        held = [table for table in tables if column in table.labels]
        names = dict.fromkeys(name for table in held for name in table.labels[column].names)
        pairs = alike_but_blanks(names)
        report.add_some("alike-labels", len(pairs), partial(_told, column, held, pairs))


def _told(column: str, tables: list[Chunk], pairs: list[tuple[str, str]], number: int) -> tuple[str, Place, str]:
    name, twin = pairs[number]
    here = _first(name, column, tables)
    there = _first(twin, column, tables).told_from(here)
    return f"'{name}' in the column '{column}' differs from '{twin}' {there} in blanks alone", here, _MEND


def _first(name: str, column: str, tables: list[Chunk]) -> Place:
    """Where a label stands first."""
    table = next(table for table in tables if name in table.labels[column].names)
    labels = table.labels[column]
    return table.place(int((labels.codes == labels.names.index(name)).argmax()))
