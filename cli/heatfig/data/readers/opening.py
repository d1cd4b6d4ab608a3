"""Score files → Table: the readers, by the file's suffix; a reader that is registered here is called."""

from collections.abc import Callable
from dataclasses import replace
from itertools import chain

from heatfig.data.readers.lm_eval import read_lm_eval
from heatfig.data.readers.packed import unpacked
from heatfig.data.readers.parquet import read_parquet
from heatfig.data.readers.records import read_json, read_json_lines
from heatfig.data.readers.separated import read_separated
from heatfig.data.table import Table
from heatfig.data.transforms import transformed
from heatfig.data.wanted import Source, Wanted, with_captured
from heatfig.diagnostics import Place, nearest, problem
from heatfig.runtime.score_formats import PACKED, suffix_of

# What is wanted of a file → a table with it; raises Problems for bad content.
Reader = Callable[[Source, Wanted], Table]

READERS: dict[str, Reader] = {
    ".csv": read_separated,
    ".tsv": read_separated,
    ".txt": read_separated,
    ".parquet": read_parquet,
    ".jsonl": read_json_lines,
    ".json": read_json,
}
# Forms that say how a file is read whatever its suffix.
FORMS: dict[str, Reader] = {"lm-eval": read_lm_eval}


def read_table(source: Source, wanted: Wanted) -> Table:
    """What is wanted of a score file, after the verbs; raises Problems for an unknown suffix and for bad content."""
    blocks = iter(source.blocks)
    first = next(blocks, b"")  # before anything is said of the file's name, it is there and can be read
    reader = FORMS.get(source.form) or reader_for(source.file, source.named_at)
    blocks = chain([first] if first else [], blocks)
    if source.file.endswith(PACKED):
        blocks = unpacked(blocks, source.file)
    table = reader(replace(source, blocks=blocks), wanted)
    _check_dates(table, wanted, source)
    return table if wanted.by_block else transformed(with_captured(table, source, wanted), wanted.verbs)


def _check_dates(table: Table, wanted: Wanted, source: Source) -> None:
    """Raise Problems for a column of dates that is not there."""
    known = table.header or (*table.columns, *table.others)
    for name in wanted.dates:
        if name not in (*known, *table.columns, *wanted.captured):
            hint = nearest(name, known, "columns")
            raise problem("unknown-column", f"no column '{name}'", source.at("parse", name), hint)


def reader_for(file: str, named_at: Place | None) -> Reader:
    """The reader for a file's suffix; raises Problems where there is none."""
    suffix = suffix_of(file)
    reader = READERS.get(suffix)
    if reader is None:
        message = f"no reader for '{suffix}' files" if suffix else f"{file} has no suffix that says how to read it"
        raise problem("unknown-suffix", message, named_at, f"suffixes: {', '.join(READERS)}")
    return reader
