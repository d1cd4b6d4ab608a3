"""`heatfig rows` and `heatfig cells`: what a spec makes of its files on the way to the grid, as CSV."""

import csv
import io
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from heatfig.app.commands import Output, Report
from heatfig.build.rows import AT_ONCE, cells_of, rows_after
from heatfig.diagnostics import Problems


def rows(spec: Path, after: int | None, panel: str | None, root: Path | None = None) -> Report:
    """The rows of a panel after so many verbs, or after all of them and `where`."""
    yield from _as_csv(lambda: rows_after(spec, after, panel, root))


def cells(spec: Path, root: Path | None = None) -> Report:
    """Each cell with its keys and fields."""
    yield from _as_csv(lambda: cells_of(spec, root))


def _as_csv(made: Callable[[], Iterator[list[str]]]) -> Report:
    try:
        lines = made()
        while some := list(islice(lines, AT_ONCE)):
            text = io.StringIO()
            csv.writer(text, lineterminator="\n").writerows(some)
            yield Output(text.getvalue().removesuffix("\n"))
    except Problems as problems:
        yield from problems.diagnostics
