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
from heatfig.data.wide import picked
from heatfig.diagnostics import Place, problem
from heatfig.scales.number_format import LARGEST

if TYPE_CHECKING:
    import pyarrow as pa

_INSTALL = "install it with heatfig's extra: pip install 'heatfig[parquet]'"


def read_parquet(source: Source, wanted: Wanted) -> Table:
    """The columns that are wanted; a null is an empty field."""
    read = _read(source)
    header = tuple(read.schema.names)
    names = [name for name in header if wanted.every or name in {*wanted.labels, *wanted.numbers}]
    found = None if wanted.wide is None else picked(wanted.wide, header, source.at)
    if found is not None:
        names = list(dict.fromkeys((*found.labels, *found.cells)))
    content = read.read(columns=names)
    reading = Reading(wanted.tokens)
    columns = {name: of(_column(content.column(name)), reading) for name in names}
    others = tuple(name for name in header if name not in columns)
    numbered = Lines(source.file, np.arange(1, content.num_rows + 1), "row")
    table = Table(columns, numbered, others, header=header)
    if not content.num_rows:
        raise problem("no-rows", "the file has no rows", Place(source.file))
    return finished(table, found, source, wanted)


def _read(source: Source) -> Any:
    try:
        from pyarrow import ArrowInvalid
        from pyarrow.parquet import ParquetFile
    except ImportError:
        message = "Parquet files are read by pyarrow, which is not installed"
        raise problem("unknown-suffix", message, source.named_at, _INSTALL) from None
    content = b"".join(source.blocks)
    source.afford(8 * len(content))  # columns are compressed several times
    try:
        return ParquetFile(io.BytesIO(content))
    except ArrowInvalid as error:
        hint = "write it anew; a table of text has the suffix .csv"
        raise problem("unreadable-file", f"no Parquet file: {error}", Place(source.file), hint) from None


def _column(chunks: "pa.ChunkedArray[Any]") -> Labels | Scored:
    import pyarrow as pa

    kind: Any = chunks.type
    if pa.types.is_integer(kind) or pa.types.is_floating(kind) or pa.types.is_decimal(kind):
        return _scored(chunks)
    plain = chunks.cast(kind.value_type) if pa.types.is_dictionary(kind) else chunks
    texts: Any = plain.cast(pa.string())
    encoded = texts.fill_null("").combine_chunks().dictionary_encode()
    codes = encoded.indices.to_numpy(zero_copy_only=False).astype(np.int64)
    return Labels(codes, tuple(encoded.dictionary.to_pylist())).taken(slice(None))


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
