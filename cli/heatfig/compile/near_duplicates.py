"""Labels that nobody could tell apart in a figure, and those that are not seen as they are written."""

import re
from collections.abc import Collection
from functools import partial
from itertools import zip_longest

from heatfig.data.readers.chunk import Chunk
from heatfig.diagnostics import Place, Report
from heatfig.runtime.text import alike_but_blanks, as_seen

_MEND = "take the blanks out of the file: nobody could tell the two apart"
_UNSEEN = "write both in one way: nobody could tell the two apart"
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")


def check_alike(tables: Collection[Chunk], marks: Collection[str], report: Report) -> None:
    """Note each label that is seen like another of its column, or turned round; `marks` are no columns of labels."""
    columns = dict.fromkeys(name for table in tables for name in table.labels)
    for column in (name for name in columns if name not in marks):
        held = [table for table in tables if column in table.labels]
        names = dict.fromkeys(name for table in held for name in table.labels[column].names)
        pairs = alike_but_blanks(names, as_seen)
        report.add_some("alike-labels", len(pairs), partial(_told, column, held, pairs))
        turned = [name for name in names if _TURNING.search(name)]
        report.add_some("control-character", len(turned), partial(_told_turned, column, held, turned))


def _told(column: str, tables: list[Chunk], pairs: list[tuple[str, str]], number: int) -> tuple[str, Place, str]:
    name, twin = pairs[number]
    here = _first(name, column, tables)
    there = _first(twin, column, tables).told_from(here)
    if name.strip() == twin.strip():
        return f"'{name}' in the column '{column}' differs from '{twin}' {there} in blanks alone", here, _MEND
    message = f"'{name}' in the column '{column}' looks like '{twin}' {there}, and is another at {_parting(name, twin)}"
    return message, here, _UNSEEN


def _parting(name: str, twin: str) -> str:
    """The first characters in which two texts differ, by their code points."""
    pairs = zip_longest(name, twin, fillvalue="")
    return " or ".join(f"U+{ord(c):04X}" for c in next(pair for pair in pairs if pair[0] != pair[1]) if c)


def _told_turned(column: str, tables: list[Chunk], names: list[str], number: int) -> tuple[str, Place, str]:
    name = names[number]
    found = _TURNING.search(name)
    assert found is not None
    message = (
        f"a label in the column '{column}' holds U+{ord(found.group()):04X}, which turns the order of what is seen"
    )
    return message, _first(name, column, tables), "take it out: right-to-left scripts are written without it"


def _first(name: str, column: str, tables: list[Chunk]) -> Place:
    """Where a label stands first."""
    table = next(table for table in tables if name in table.labels[column].names)
    labels = table.labels[column]
    return table.place(int((labels.codes == labels.names.index(name)).argmax()))
