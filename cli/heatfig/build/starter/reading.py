"""A score file read as it seems to be written: with the separator and the decimal mark that its lines show."""

from pathlib import Path

from heatfig.build.starter.columns import score_columns
from heatfig.data.readers import parse
from heatfig.data.readers.chunk import Dialect
from heatfig.data.readers.sheet import Sheet, scored
from heatfig.diagnostics import Place, Problems
from heatfig.plan.grid import SCORED
from heatfig.runtime.files.read import read_bytes

_SEPARATORS = (",", ";", "\t", "|")


def read_table(scores: Path) -> Sheet:
    """The table, separated by the first mark that makes columns; raises Problems as reading with commas does."""
    content = read_bytes(scores)
    problems: Problems | None = None
    for separator in _SEPARATORS:
        try:
            table = parse(content, str(scores), Dialect(separator), Place(str(scores)))
        except Problems as found:
            problems = problems or found
            if found.diagnostics[0].code != "one-column":
                break
        else:
            return _with_decimals(table)
    assert problems is not None
    raise problems


def _with_decimals(table: Sheet) -> Sheet:
    """The table with the decimal mark by which more of its columns are scores, or else more of its fields."""
    if table.dialect.separator == ",":
        return table
    dialect = Dialect(table.dialect.separator, ",")
    comma = Sheet(table.file, dialect, table.frame, table.lines, table.columns)
    return comma if _scored(comma) > _scored(table) else table


def _scored(table: Sheet) -> tuple[int, int]:
    """How many columns hold scores, and how many fields."""
    fields = table.frame.to_numpy().ravel()
    return len(score_columns(table)), int((scored(fields, (), table.dialect.decimal).kinds == SCORED).sum())
