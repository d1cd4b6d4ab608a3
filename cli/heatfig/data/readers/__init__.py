"""Score files → Sheet: every field as text, by the file's suffix."""

from collections.abc import Callable
from pathlib import Path

from heatfig.data.readers.chunk import Dialect
from heatfig.data.readers.csv import read_csv
from heatfig.data.readers.sheet import Sheet
from heatfig.diagnostics import Place, problem

Reader = Callable[[bytes, str, Dialect], Sheet]

READERS: dict[str, Reader] = {".csv": read_csv, ".tsv": read_csv, ".txt": read_csv}


def parse(content: bytes, file: str, dialect: Dialect, named_at: Place | None = None) -> Sheet:
    """Every field of a score file; raises Problems for an unknown suffix and for bad content."""
    return _reader(file, named_at)(content, file, dialect)


def _reader(file: str, named_at: Place | None) -> Reader:
    reader = READERS.get(Path(file).suffix.lower())
    if reader is None:
        suffix = Path(file).suffix
        message = f"no reader for '{suffix}' files" if suffix else f"{file} has no suffix that says how to read it"
        raise problem("unknown-suffix", message, named_at, f"suffixes: {', '.join(READERS)}")
    return reader
