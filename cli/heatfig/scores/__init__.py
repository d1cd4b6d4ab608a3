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
        hint = f"suffixes: {', '.join(READERS)}"
        raise problem("unknown-suffix", f"no reader for '{Path(file).suffix}' files", named_at, hint)
    return reader(content, file, dialect)
