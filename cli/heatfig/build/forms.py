"""How a score file is read, of what the spec says of it."""

from typing import NamedTuple

from heatfig.data.readers.chunk import Dialect
from heatfig.data.wide import Wide
from heatfig.language.model.scores import AllBut, ScoreFile
from heatfig.runtime.files.patterns import Captured
from heatfig.scales.words import Header


class Reading(NamedTuple):
    """A form: how fields, the first line and dates are written, what a wide file means, what its name says."""

    form: str
    dialect: Dialect
    header: Header
    wide: Wide | None
    dates: tuple[tuple[str, str], ...]
    captured: Captured = ()


def reading_of(file: ScoreFile, captured: Captured = ()) -> Reading:
    """How a file is read, of whose name something may have been captured."""
    wide = _wide(file) if file.form == "wide" else None
    return Reading(file.form, _dialect(file), file.header, wide, tuple(file.parse.items()), captured)


def _dialect(file: ScoreFile) -> Dialect:
    return Dialect(file.separated_by, file.decimal, file.comment)


def _wide(file: ScoreFile) -> Wide:
    columns = file.columns
    return Wide(
        rows=file.rows or (),
        keep=file.keep,
        names=file.names,
        values=file.values,
        columns=(columns or None) if isinstance(columns, tuple) else None,
        leave_out=columns.leave_out if isinstance(columns, AllBut) else (),
        measures=tuple(columns.items()) if isinstance(columns, dict) else (),
        repeated=file.row_names == "repeated",
        numbered=file.rows is None or (file.header == "none" and not file.rows),
    )
