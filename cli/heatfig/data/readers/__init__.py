"""Score files → Sheet or Chunk: the readers, by the file's suffix."""

from collections.abc import Callable, Iterable
from itertools import chain
from pathlib import Path

from heatfig.data.readers.blocks import Afford, read_table
from heatfig.data.readers.chunk import Chunk, Dialect, Projection
from heatfig.data.readers.csv import read_csv
from heatfig.data.readers.sheet import Sheet
from heatfig.diagnostics import Place, problem

Reader = Callable[[bytes, str, Dialect], Sheet]

READERS: dict[str, Reader] = {".csv": read_csv, ".tsv": read_csv, ".txt": read_csv}


def parse(content: bytes, file: str, dialect: Dialect, named_at: Place | None = None) -> Sheet:
    """Every field of a score file; raises Problems for an unknown suffix and for bad content."""
    return _reader(file, named_at)(content, file, dialect)


def read(
    blocks: Iterable[bytes],
    file: str,
    dialect: Dialect,
    recipe: Projection,
    afford: Afford,
    named_at: Place | None = None,
) -> Chunk:
    """What a recipe asks for of a score file, given in blocks of whole lines; raises Problems as `parse` does."""
    rest = iter(blocks)
    first = next(rest, b"")  # before anything is said of the file's name, it is there and can be read
    _reader(file, named_at)
    return read_table(chain([first] if first else [], rest), file, dialect, recipe, afford)


def _reader(file: str, named_at: Place | None) -> Reader:
    reader = READERS.get(Path(file).suffix.lower())
    if reader is None:
        suffix = Path(file).suffix
        message = f"no reader for '{suffix}' files" if suffix else f"{file} has no suffix that says how to read it"
        raise problem("unknown-suffix", message, named_at, f"suffixes: {', '.join(READERS)}")
    return reader
