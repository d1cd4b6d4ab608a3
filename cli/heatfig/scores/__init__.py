"""Score files → Table: the readers, by the file's suffix."""

from collections.abc import Callable
from pathlib import Path

from heatfig.diagnostics import Place, problem
from heatfig.scores.csv import read_csv
from heatfig.scores.table import Dialect, Table

Reader = Callable[[bytes, str, Dialect], Table]

READERS: dict[str, Reader] = {".csv": read_csv, ".tsv": read_csv, ".txt": read_csv}


def parse(content: bytes, file: str, dialect: Dialect, named_at: Place | None = None) -> Table:
    """Parse a score file by its suffix; raises Problems for an unknown one and for bad content."""
    reader = READERS.get(Path(file).suffix.lower())
    if reader is None:
        suffix = Path(file).suffix
        message = f"no reader for '{suffix}' files" if suffix else f"{file} has no suffix that says how to read it"
        raise problem("unknown-suffix", message, named_at, f"suffixes: {', '.join(READERS)}")
    return reader(content, file, dialect)
