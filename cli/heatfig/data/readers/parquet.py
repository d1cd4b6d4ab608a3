"""Parquet → Table, by pyarrow; it has rows and no lines, which errors name."""

import io
from typing import TYPE_CHECKING, Any

import numpy as np

from heatfig.data.column import Reading, of
from heatfig.data.columns import WRONG, Labels, Scored, all_scored
from heatfig.data.provenance import Lines
from heatfig.data.readers.whole import finished
from heatfig.data.table import Table
from heatfig.data.wanted import Source, Wanted
from heatfig.data.wide import Picked, picked
from heatfig.diagnostics import Place, problem
from heatfig.scales.number_format import LARGEST

if TYPE_CHECKING:
    import pyarrow as pa

IN_MEMORY = 24  # bytes of each field: its code or number, as pyarrow has it and as it is kept
_INSTALL = "install it with heatfig's extra: pip install 'heatfig[parquet]'"


def read_parquet(source: Source, wanted: Wanted) -> Table:
    """The columns that are wanted; a null is an empty field."""
    content = b"".join(source.blocks)
    source.afford(8 * len(content))  # columns are compressed several times
    try:
        table, found = _read(content, source, wanted)
    except ImportError:
        message = "Parquet files are read by pyarrow, which is not installed"
        raise problem("unknown-suffix", message, source.named_at, _INSTALL) from None
    except (OSError, ValueError, NotImplementedError) as error:  # all that pyarrow says of bad content
        hint = "write it anew; a table of text has the suffix .csv"
        raise problem("unreadable-file", f"no Parquet file: {error}", Place(source.file), hint) from None
    if not len(table):
        raise problem("no-rows", "the file has no rows", Place(source.file))
    return finished(table, found, source, wanted)


def _read(content: bytes, source: Source, wanted: Wanted) -> tuple[Table, Picked | None]:
    """What is wanted, and how its columns are meant where the file is wide."""
    from pyarrow.parquet import ParquetFile

    file = ParquetFile(io.BytesIO(content))
    header = tuple(file.schema.names)
    names = [name for name in header if wanted.every or name in {*wanted.labels, *wanted.numbers}]
    found = None if wanted.wide is None else picked(wanted.wide, header, source.at)
    if found is not None:
        names = list(dict.fromkeys((*found.labels, *found.cells)))
    source.afford(IN_MEMORY * file.metadata.num_rows * len(names))
    # Texts as codes of distinct ones: a short file can repeat a long text as often as it likes.
    read = ParquetFile(io.BytesIO(content), read_dictionary=names).read(columns=names)
    columns = {name: of(_column(read.column(name)), Reading(wanted.tokens)) for name in names}
    others = tuple(name for name in header if name not in columns)
    numbered = Lines(source.file, np.arange(1, read.num_rows + 1), "row")
    return Table(columns, numbered, others, header=header), found


def _column(chunks: "pa.ChunkedArray[Any]") -> Labels | Scored:
    import pyarrow as pa

    kind: Any = chunks.type
    if pa.types.is_integer(kind) or pa.types.is_floating(kind) or pa.types.is_decimal(kind):
        return _scored(chunks)
    coded: Any = chunks if pa.types.is_dictionary(kind) else chunks.cast(pa.string()).dictionary_encode()
    encoded: Any = coded.unify_dictionaries().combine_chunks()
    texts = [*encoded.dictionary.cast(pa.string()).fill_null("").to_pylist(), ""]  # the last where there is none
    index = {text: code for code, text in enumerate(dict.fromkeys(texts))}
    known = np.array([index[text] for text in texts], np.int64)
    codes = encoded.indices.cast(pa.int64()).fill_null(len(texts) - 1).to_numpy(zero_copy_only=False)
    return Labels(known[codes], tuple(index)).taken(slice(None))


def _scored(chunks: "pa.ChunkedArray[Any]") -> Scored:
    """Numbers: a null is empty, and what is not finite is no score."""
    import pyarrow as pa

    values = np.array(chunks.cast(pa.float64()).fill_null(pa.scalar(np.nan)).to_numpy(), np.float64)
    missing = ~(np.abs(values) <= LARGEST)
    if not missing.any():
        return Scored(values, all_scored(values.shape), {})
    null = chunks.is_null().to_numpy().astype(np.bool_)
    kinds = np.where(null, 0, np.where(missing, WRONG, -1)).astype(np.int16)
    wrong = {row: repr(float(values[row])) for row in np.flatnonzero(kinds == WRONG).tolist()}
    return Scored(np.where(missing, np.nan, values), kinds, wrong)
