"""Score files of formats that pack or nest what they hold, crafted or damaged: a figure, or what is wrong with them."""

import gzip
import io
import struct
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import parquet

from heatfig.build.figure import prepare
from heatfig.diagnostics import Problems

SPEC = "scores: %s\nvalue: v\naxes: {x: x, y: y}\n"
ROW: dict[str, list[Any]] = {"x": ["p"], "y": ["a"], "v": [1.0]}
MANY = 500_000


def packed(columns: dict[str, Any], **options: Any) -> bytes:
    file = io.BytesIO()
    parquet.write_table(pa.table(columns), file, **options)
    return file.getvalue()


def of_equal_names() -> bytes:
    file = io.BytesIO()
    columns: list[pa.Array[Any]] = [pa.array(["p"]), pa.array(["p"]), pa.array(["a"]), pa.array([1.0])]
    parquet.write_table(pa.Table.from_arrays(columns, names=["x", "x", "y", "v"]), file)
    return file.getvalue()


def deep(levels: int) -> "pa.Array[Any]":
    kind: Any = pa.int32()
    for _ in range(levels):
        kind = pa.list_(kind)
    made: pa.Array[Any] = pa.nulls(1, kind)
    return made


def with_footer(length: int) -> bytes:
    return packed(ROW)[:-8] + struct.pack("<I", length) + b"PAR1"


# A file, and what is said of it; nothing where it is drawn.
CRAFTED: dict[str, tuple[Callable[[], bytes], str]] = {
    "rows of one": (lambda: packed({name: value * MANY for name, value in ROW.items()}), "a second score"),
    "a long text in all rows": (lambda: packed(ROW | {"x": ["a" * 3_000_000]}), "over 10,000 characters"),
    "a row a group": (lambda: packed({n: v * 2_000 for n, v in ROW.items()}, row_group_size=1), "a second score"),
    "many columns": (lambda: packed(ROW | {f"c{number}": [1] for number in range(2_000)}), ""),
    "equal names": (of_equal_names, "two columns are named 'x'"),
    "lists": (lambda: packed(ROW | {"y": [["a"]]}), "the column 'y' holds lists or records"),
    "records": (lambda: packed(ROW | {"v": [{"v": 1.0}]}), "the column 'v' holds lists or records"),
    "records elsewhere": (lambda: packed(ROW | {"z": [{"x": 1.0, "v": 2}]}), ""),
    "only in records": (lambda: packed({"x": ["p"], "y": ["a"], "z": [{"v": 1.0}]}), "no column 'v'"),
    "bytes": (lambda: packed(ROW | {"x": [b"\xff\xfe"]}), "Invalid UTF8"),
    "flags": (lambda: packed(ROW | {"v": [True]}), "'true' is not a finite number"),
    "nothing": (lambda: packed(ROW | {"v": pa.nulls(1)}), "the column 'v' holds no number"),
    "a far time": (lambda: packed(ROW | {"x": pa.array([2**62], pa.timestamp("us"))}), ""),
    "no zone": (lambda: packed(ROW | {"x": pa.array([0], pa.timestamp("us", tz="No/Where"))}), "No/Where"),
    "long decimals": (lambda: packed(ROW | {"v": [Decimal("9" * 70)]}), ""),
    "long whole numbers": (lambda: packed(ROW | {"v": pa.array([2**64 - 1], pa.uint64())}), ""),
    "controls": (lambda: packed(ROW | {"x": ["\x1b[31m\n"]}), "the control character U+"),
    "deep": (lambda: packed(ROW | {"d": deep(200)}), "too deeply nested|Invalid flatbuffers"),  # new and old pyarrow
    "no columns": (lambda: packed({}), "no column|no rows"),
    "a long footer": (lambda: with_footer(2**31 - 1), "no Parquet file"),
    "a longer footer": (lambda: with_footer(2**32 - 1), "no Parquet file"),
    "two ends": (lambda: b"PAR1PAR1", "no Parquet file"),
    "cut short": (lambda: packed(ROW)[:-1], "no Parquet file"),
    "nothing at all": (lambda: b"", "no Parquet file"),
    "packed again": (lambda: gzip.compress(packed(ROW)), "no Parquet file"),
}
OBJECTS = {
    "half a character": ('{"x": "\\ud800", "y": "a", "v": 1}', "U+D800"),
    "half a character in a name": ('{"x": "p", "y": "a", "v": 1, "\\udc00": 1}', ""),
    "lists in a list": ('{"x": "p", "y": "a", "v": 1, "z": ' + "[" * 900 + "]" * 900 + "}", ""),
    "objects in an object": ('{"x": "p", "y": "a", "v": 1, "z": ' + '{"a": ' * 300 + "1" + "}" * 301, ""),
    "a long number": ('{"x": "p", "y": "a", "v": ' + "9" * 100_000 + "}", "is not a finite number"),
    "no number": ('{"x": "p", "y": "a", "v": -Infinity}', "holds no number"),
    "a name in two ways": ('{"x": "p", "y": "a", "v": 1, "z": {"b": 1}, "z.b": 2}', "the key 'z.b' stands twice"),
}


def told(spec: Path) -> str:
    try:
        prepare(spec)
    except Problems as problems:
        return "\n".join(problem.message for problem in problems.diagnostics)
    return ""


def check(folder: Path, name: str, content: bytes, wanted: str) -> None:
    (folder / name).write_bytes(content)
    (folder / "s.yaml").write_text(SPEC % name)
    said = told(folder / "s.yaml")
    assert any(one in said for one in wanted.split("|")) if wanted else not said, said


@pytest.mark.parametrize(("made", "wanted"), CRAFTED.values(), ids=CRAFTED)
def test_a_crafted_file_of_columns_is_drawn_or_said_to_be_none(
    tmp_path: Path, made: Callable[[], bytes], wanted: str
) -> None:
    check(tmp_path, "s.parquet", made(), wanted)


@pytest.mark.parametrize(("text", "wanted"), OBJECTS.values(), ids=OBJECTS)
def test_a_crafted_object_is_drawn_or_said_to_be_none(tmp_path: Path, text: str, wanted: str) -> None:
    check(tmp_path, "s.jsonl", text.encode(), wanted)


def test_whole_numbers_of_any_length_are_as_in_a_file_of_text(tmp_path: Path) -> None:
    long = 2**60 + 1
    (tmp_path / "s.parquet").write_bytes(packed(ROW | {"v": [long]}))
    (tmp_path / "s.csv").write_text(f"x,y,v\np,a,{long}\n")
    shown = []
    for name in ("s.parquet", "s.csv"):
        (tmp_path / "s.yaml").write_text(SPEC % name)
        shown.append(prepare(tmp_path / "s.yaml").plan.panels)
    assert shown[0] == shown[1]


def test_no_damage_to_a_file_of_columns_is_a_fault(tmp_path: Path) -> None:
    random = Random(7)
    whole = [packed(ROW), packed({name: value * 40 for name, value in ROW.items()}, row_group_size=10)]
    (tmp_path / "s.yaml").write_text(SPEC % "s.parquet")
    for _ in range(60):
        content = bytearray(random.choice(whole))
        for _ in range(random.choice((1, 1, 2, 4))):
            at = random.randrange(len(content))
            new = random.choice((b"", random.randbytes(1), random.randbytes(7), b"\xff", b"\0", b"\x7f"))
            content[at : at + random.randrange(3)] = new
        (tmp_path / "s.parquet").write_bytes(content)
        told(tmp_path / "s.yaml")
