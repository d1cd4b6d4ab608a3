"""Parquet → Table, by pyarrow; it has rows and no lines, which errors name."""

import io
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import numpy as np

from heatfig.data.columns.arrays import WRONG, Labels, Numbers, all_scored
from heatfig.data.columns.column import Reading, of
from heatfig.data.provenance import FileRows
from heatfig.data.readers.streaming import streamed
from heatfig.data.readers.whole import checked, finished
from heatfig.data.table import Table
from heatfig.data.wanted import Source, Wanted
from heatfig.data.wide import picked
from heatfig.diagnostics import Place, problem
from heatfig.scales.number_format import LARGEST

if TYPE_CHECKING:
    import pyarrow as pa
    from pyarrow.parquet import ParquetFile

IN_MEMORY = 24  # bytes of each field: its code or number, as pyarrow has it and as it is kept
_INSTALL = "install it with heatfig's extra: pip install 'heatfig[parquet]'"


def read_parquet(source: Source, wanted: Wanted) -> Table:
    """The columns that are wanted; a null is an empty field."""
    content = b"".join(source.blocks)
    source.afford(8 * len(content))  # columns are compressed several times
    try:
        return _read(content, source, wanted)
    except ImportError:
        message = "Parquet files are read by pyarrow, which is not installed"
        raise problem("unknown-suffix", message, source.named_at, _INSTALL) from None
    except (OSError, ValueError, NotImplementedError) as error:  # most of what pyarrow says of bad content
        hint = "write it anew; a table of text has the suffix .csv"
        raise problem("unreadable-file", f"no Parquet file: {error}", Place(source.file), hint) from None


def _read(content: bytes, source: Source, wanted: Wanted) -> Table:
    from pyarrow.parquet import ParquetFile

    # Texts as codes of distinct ones: a short file can repeat a long text as often as it likes.
    schema = ParquetFile(io.BytesIO(content)).schema_arrow
    header = tuple(schema.names)
    names = [name for name in header if wanted.every or name in {*wanted.labels, *wanted.numbers}]
    found = None if wanted.wide is None else picked(wanted.wide, header, source.at)
    if found is not None:
        names = list(dict.fromkeys((*found.labels, *found.cells)))
    _check_columns(schema, names, source)
    file = ParquetFile(io.BytesIO(content), read_dictionary=names)
    count = file.metadata.num_rows
    if not count:
        raise problem("no-rows", "the file has no rows", Place(source.file))
    if wanted.by_block and wanted.wide is None and not wanted.every:
        return streamed(_groups(file, header, names, source, wanted), source, wanted)
    source.afford(IN_MEMORY * count * len(names))
    return finished(_table(file.read(columns=names), 0, header, source, wanted), found, source, wanted)


def _check_columns(schema: "pa.Schema", names: list[str], source: Source) -> None:
    """Raise Problems for a name of two columns, and for a column with more than a value a row."""
    import pyarrow as pa

    place = Place(source.file)
    for name, count in Counter(schema.names).items():
        if count > 1:
            raise problem("equal-columns", f"two columns are named '{name}'", place, "rename one of them")
    for name in names:
        if pa.types.is_nested(schema.field(name).type):
            message = f"the column '{name}' holds lists or records, not a value a row"
            raise problem("unreadable-file", message, place, "write what is in it as columns of their own")


def _groups(
    file: "ParquetFile", header: tuple[str, ...], names: list[str], source: Source, wanted: Wanted
) -> Iterator[Table]:
    """The groups of rows in which the file is written."""
    before = 0
    for group in range(file.num_row_groups):
        read = file.read_row_group(group, columns=names)
        if read.num_rows:
            yield checked(_table(read, before, header, source, wanted))
        before += read.num_rows


def _table(read: "pa.Table", before: int, header: tuple[str, ...], source: Source, wanted: Wanted) -> Table:
    """Rows behind so many others."""
    names = read.column_names
    columns = {
        name: of(_column(read.column(name)), Reading(wanted.tokens, dates=wanted.dates.get(name))) for name in names
    }
    others = tuple(name for name in header if name not in columns)
    return Table(
        columns, FileRows(source.file, np.arange(before + 1, before + read.num_rows + 1), "row"), others, header=header
    )


def _column(chunks: "pa.ChunkedArray[Any]") -> Labels | Numbers:
    import pyarrow as pa

    kind: Any = chunks.type
    if pa.types.is_integer(kind) or pa.types.is_floating(kind) or pa.types.is_decimal(kind):
        return _numbers(chunks)
    coded: Any = chunks if pa.types.is_dictionary(kind) else chunks.cast(pa.string()).dictionary_encode()
    encoded: Any = coded.unify_dictionaries().combine_chunks()
    texts = [*encoded.dictionary.cast(pa.string()).fill_null("").to_pylist(), ""]  # the last where there is none
    index = {text: code for code, text in enumerate(dict.fromkeys(texts))}
    known = np.array([index[text] for text in texts], np.int64)
    codes = encoded.indices.cast(pa.int64()).fill_null(len(texts) - 1).to_numpy(zero_copy_only=False)
    return Labels(known[codes], tuple(index)).take(slice(None))


def _numbers(chunks: "pa.ChunkedArray[Any]") -> Numbers:
    """Numbers: a null is empty, and what is not finite is no score."""
    import pyarrow as pa

    values = np.array(chunks.cast(pa.float64(), safe=False).fill_null(pa.scalar(np.nan)).to_numpy(), np.float64)
    missing = ~(np.abs(values) <= LARGEST)
    if not missing.any():
        return Numbers(values, all_scored(values.shape), {})
    null = chunks.is_null().to_numpy().astype(np.bool_)
    kinds = np.where(null, 0, np.where(missing, WRONG, -1)).astype(np.int16)
    wrong = {row: repr(float(values[row])) for row in np.flatnonzero(kinds == WRONG).tolist()}
    return Numbers(np.where(missing, np.nan, values), kinds, wrong)
