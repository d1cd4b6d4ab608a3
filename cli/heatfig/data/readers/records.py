"""JSON → Table: one row per object, be it on its own line, in a list, or alone; nested keys get dotted names."""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

import numpy as np

from heatfig.data.columns.arrays import distinct
from heatfig.data.columns.column import Column, Reading, of
from heatfig.data.provenance import FileRows
from heatfig.data.readers.blocks import AS_TEXT, moved
from heatfig.data.readers.streaming import streamed
from heatfig.data.readers.whole import checked, finished
from heatfig.data.table import Table
from heatfig.data.wanted import Source, Wanted
from heatfig.data.wide import picked
from heatfig.diagnostics import Place, Problems, problem
from heatfig.runtime.text import decode

MOST_FIELDS = 50_000_000  # of the columns that are read, also if an object lacks them
Record = tuple[int, dict[str, str]]  # its line or number, and its fields


def read_json_lines(source: Source, wanted: Wanted) -> Table:
    """The table of a file with one object per line; a key that an object lacks is an empty field."""
    left = iter(source.blocks)
    first, second = next(left, b""), next(left, b"")
    blocks = chain([first, second], left)
    if second and wanted.by_block and wanted.wide is None and not wanted.every:
        return _streamed(blocks, source, wanted)
    content = b"".join(blocks)
    source.afford(AS_TEXT * len(content))
    found = [*_records(content, source.file, 0)]
    if not found:
        raise problem("empty-file", "the file is empty", Place(source.file), "an object for each row")
    return _table(found, "line", source, wanted)


def _streamed(blocks: Iterable[bytes], source: Source, wanted: Wanted) -> Table:
    """The same, block by block; a column that no object has is left out."""
    known: dict[str, None] = {}
    names = (*wanted.labels, *wanted.numbers)
    one: list[Record] = []

    def tables() -> Iterator[Table]:
        before = 0
        for content in blocks:
            found = [*_records(content, source.file, before)]
            before += content.count(b"\n")
            known.update(dict.fromkeys(name for _, record in found for name in record))
            one[:] = one or found[:1]
            if found:
                yield checked(_rows(found, "line", source, wanted, tuple(dict.fromkeys((*known, *names))), {*names}))

    table = streamed(tables(), source, wanted)
    return table if known.keys() >= {*names} else _rows(one, "line", source, wanted, tuple(known), {*names})


def _records(content: bytes, file: str, before: int) -> Iterator[Record]:
    """The objects of a block that begins `before` lines into the file."""
    try:
        text = decode(content, file)
    except Problems as problems:
        raise Problems(moved(problem, before) for problem in problems.diagnostics) from None
    for number, line in enumerate(text.split("\n"), start=before + 1):
        if line and not line.isspace():
            yield _record(parsed(line, file, number), file, number)


def read_json(source: Source, wanted: Wanted) -> Table:
    """The table of a file with a list of objects, or a single one; places are numbers of rows."""
    found = parsed(_content(source), source.file)
    if isinstance(found, dict) and not isinstance(found.get("results"), dict):
        found = [found]
    if not isinstance(found, list):
        hint = "rows are a list of objects; results of lm-evaluation-harness have form: lm-eval"
        raise problem(
            "not-json", f"the file holds {_KINDS[type(found)]} in place of a list", Place(source.file, 1), hint
        )
    rows = [_record(one, source.file, n, "row") for n, one in enumerate(found, start=1)]
    return _table(rows, "row", source, wanted)


class _Twice(Exception):
    """A key that occurs twice in one object."""


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """The object of these keys and values; raises _Twice for a key that occurs twice."""
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise _Twice(name)
        found[name] = value
    return found


_DECODER = json.JSONDecoder(object_pairs_hook=_once, parse_float=str, parse_int=str, parse_constant=str)


def parsed(text: str, file: str, line: int = 0) -> Any:
    """A text as JSON, with numbers as they are written; raises Problems if it is not JSON, or has a key twice."""
    try:
        return _DECODER.decode(text)
    except json.JSONDecodeError as error:
        hint = "each line holds an object" if line else "write it anew; it may have been cut short"
        raise problem("not-json", f"not JSON: {error.msg.lower()}", Place(file, line or error.lineno), hint) from None
    except _Twice as twice:
        message = f"the key '{twice}' occurs twice in one object"
        raise problem("equal-keys", message, Place(file, line), "take one out") from None
    except RecursionError:
        raise problem("too-deep", "values nest too deeply", Place(file, line)) from None


_KINDS = {dict: "an object", str: "a text or a number", bool: "a flag", type(None): "nothing", list: "a list"}


def _content(source: Source) -> str:
    content = b"".join(source.blocks)
    source.afford(AS_TEXT * len(content))
    text = decode(content, source.file)
    if not text.strip():
        raise problem("empty-file", "the file is empty", Place(source.file), "an object for each row")
    return text


def _record(found: Any, file: str, number: int, unit: str = "line") -> Record:
    """The fields of one object; raises Problems for any other value."""
    if not isinstance(found, dict):
        message, place = f"{_KINDS[type(found)]} in place of an object", Place(file, number, unit=unit)
        raise problem("not-json", message, place, '{"model": "a", "score": 0.5}')
    try:
        fields = [*_fields(found, "")]
        record = dict(fields)
        return number, record if len(record) == len(fields) else _once(fields)
    except _Twice as twice:
        message, place = f"the key '{twice}' stands twice in one object", Place(file, number, unit=unit)
        raise problem("equal-keys", message, place, "of a mapping in it and of its own; take one out") from None
    except RecursionError:
        raise problem("too-deep", "values nest too deeply", Place(file, number, unit=unit)) from None


def _fields(found: dict[str, Any], prefix: str) -> Iterator[tuple[str, str]]:
    """The fields of an object, with dotted names for those of objects within it."""
    for name, value in found.items():
        if isinstance(value, dict):
            yield from _fields(value, f"{prefix}{name}.")
        else:
            yield prefix + name, _text(value)


def _text(value: Any) -> str:
    """A value as the text of a field: null is empty, and a list stays JSON."""
    if isinstance(value, str):
        return value
    return {None: "", True: "true", False: "false"}[value] if not isinstance(value, list) else json.dumps(value)


def _table(found: Sequence[Record], unit: str, source: Source, wanted: Wanted) -> Table:
    """The table of all objects of a file."""
    header = tuple(dict.fromkeys(name for _, record in found for name in record))
    if not header:
        raise problem("no-rows", "the file has no rows", Place(source.file, 1), "an object for each row")
    wide = None if wanted.wide is None else picked(wanted.wide, header, source.at)
    names = {*wanted.labels, *wanted.numbers} if wide is None else {*wide.labels, *wide.cells}
    names |= set(header) if wanted.every else set()
    if len(names) * len(found) > MOST_FIELDS:
        message = f"{len(names):,} columns of {len(found):,} rows"
        raise problem("too-large", message, Place(source.file), f"at most {MOST_FIELDS:,} fields; CSV takes more")
    return finished(_rows(found, unit, source, wanted, header, names), wide, source, wanted)


def _rows(
    found: Sequence[Record], unit: str, source: Source, wanted: Wanted, header: tuple[str, ...], names: Collection[str]
) -> Table:
    """The table of the columns among `names`; `header` lists all columns of the file."""
    columns = {name: _column(name, found, wanted) for name in header if name in names}
    rows = FileRows(source.file, np.array([at for at, _ in found], np.int64), unit)
    others = tuple(name for name in header if name not in columns)
    return Table(columns, rows, others, header=header)


def _column(name: str, found: Sequence[Record], wanted: Wanted) -> Column:
    texts = distinct(record.get(name, "") for _, record in found)
    return of(texts, Reading(wanted.tokens, dates=wanted.dates.get(name)))
