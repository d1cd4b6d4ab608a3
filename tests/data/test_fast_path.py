"""Whatever bytes a score file holds: read quickly, in blocks, it is what it is by its texts, or is refused alike."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from heatfig.data.readers import columns, table_builder
from heatfig.data.readers.blocks import read_table
from heatfig.data.readers.chunk import Chunk, Dialect, Projection, Values
from heatfig.data.readers.fast_path import FastPath
from heatfig.data.readers.slow_path import read_texts
from heatfig.diagnostics import Problems

LABELS = ["a", "b", "010", "10", "1.0", "True", "NA", "", " a", "é", "日", "~", "#", "a\u00a0", "x y"]
TOKENS = ("OOM", "-", "-1", "n/a")
NUMBERS = ["0.5", "1", "0", "-1", "-1.0", "+.5", "5.", "1e-3", "1E5", " 2", "2 ", "\t3", "0.1", "1e300", "-0"]
MISSING = ["", " ", "OOM", " OOM", "-", "n/a"]
WRONGS = [
    "nan",
    "NaN",
    "inf",
    "1e301",
    "1e400",
    "True",
    "false",
    "1_0",
    "0x1",
    "1,5",
    "1.234.5",
    "٣",
    "\u00a02",
    "1e",
    "+1e 5",
    "+7.5E\t6",
]
ENDS = ["\n", "\r\n", "\n\n", "\r"]
plain = st.floats(-1e300, 1e300, allow_nan=False).map(repr)
field = st.one_of(plain, st.sampled_from(NUMBERS), st.sampled_from(NUMBERS + MISSING), st.sampled_from(WRONGS))
odd = st.sampled_from(['"a"', '"a,b"', '"a\nb"', 'a"b', "\x00", "\x85", "a,b", "\ufeff", "", "\x1f"])


@st.composite
def files(draw: st.DrawFn, wide: bool) -> tuple[bytes, Dialect]:
    """Mostly regular files, some with an odd thing."""
    dialect = draw(st.sampled_from([Dialect(), Dialect(";", ","), Dialect("\t"), Dialect("|")]))
    columns = ["name", *(f"c{n}" for n in range(draw(st.integers(1, 3))))] if wide else ["y", "x", "v", "k"]
    kind = draw(st.sampled_from([plain, plain, field]))
    if dialect.decimal == ",":
        kind = kind.map(lambda text: text.replace(".", ","))
    label = st.sampled_from(LABELS)
    row = [label, *[kind] * (len(columns) - 1)] if wide else [label, label, kind, label]
    rows = draw(st.lists(st.tuples(*row).map(list), max_size=12))
    lines = [columns, *rows]
    for _ in range(draw(st.sampled_from([0, 0, 0, 1]))):
        line = draw(st.sampled_from(lines))
        line[draw(st.integers(0, len(line) - 1))] = draw(odd)
    ends = draw(st.one_of(st.just(["\n"]), st.just(["\r\n"]), st.lists(st.sampled_from(ENDS), min_size=1, max_size=2)))
    text = "".join(dialect.separator.join(line) + ends[at % len(ends)] for at, line in enumerate(lines))
    text = draw(st.sampled_from(["", "", "", "\ufeff", "\n", "\ufeff\n"])) + text
    if draw(st.booleans()):
        text = text.rstrip("\r\n")
    content = text.encode()
    return content.replace("é".encode(), b"\xe9") if draw(st.integers(0, 20)) == 0 else content, dialect


def blocks(content: bytes, size: int) -> Iterator[bytes]:
    left = b""
    for at in range(0, len(content), size):
        left += content[at : at + size]
        end = left.rfind(b"\n") + 1 if at + size <= len(content) else len(left)
        if end:
            yield left[:end]
            left = left[end:]
    if left:
        yield left


def seen(table: Chunk) -> dict[str, Any]:
    """All that is in a table, as texts and numbers that compare."""
    data: dict[str, Any] = {"columns": table.columns, "lines": table.lines.tolist()}
    data |= {name: (labels.names, labels.texts().tolist()) for name, labels in table.labels.items()}
    for asked, scored in table.scores.items():
        data[str(asked)] = (
            scored.values.shape, (scored.values + 0.0).view(np.int64).tolist(), scored.kinds.tolist(), scored.wrong
        )  # fmt: skip
    return data


def outcome(content: bytes, dialect: Dialect, projection: Projection, size: int) -> Any:
    try:
        return seen(read_table(blocks(content, size), "s.csv", dialect, projection, lambda _: None))
    except Problems as problems:
        return problems.diagnostics


def explained(content: bytes, dialect: Dialect, projection: Projection) -> Any:
    try:
        return seen(read_texts(content, "s.csv", dialect, projection))
    except Problems as problems:
        return problems.diagnostics


def compare(content: bytes, dialect: Dialect, projection: Projection, limits: tuple[int, int]) -> None:
    whole = explained(content, dialect, projection)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(columns, "LITTLE", limits[0])
        patch.setattr(table_builder, "MOST_APART", limits[1])
        assert outcome(content, dialect, projection, len(content) + 1) == whole
        parted = [outcome(content, dialect, projection, size) for size in (9, 40)]
    for told in parted:
        # The first block that is no CSV ends the reading, so that one of several problems may be told alone.
        assert isinstance(told, list) if isinstance(whole, list) else told == whole


MANY = 300
# How much is read by Python, and how much is held before it is put together or into a file.
READERS = pytest.mark.parametrize(
    "limits", [(0, table_builder.MOST_APART), (columns.LITTLE, table_builder.MOST_APART), (0, 0)]
)
TOKEN_SETS = st.sampled_from([(), TOKENS])


@READERS
@settings(deadline=None, max_examples=MANY)
@given(files(wide=False), TOKEN_SETS)
@example((b"y,x,v,k\n1,2,True,a\n1,2,False,a\n", Dialect()), ())
@example((b"y,x,v,k\n1,2,0.1,a\n\n1,3,0.2,a\n", Dialect()), ())
@example((b"y,x,v,k\n1,2,,True\n1,2,OOM,False\n1,2,-1.0,False\n", Dialect()), TOKENS)
def test_long_files_are_read_alike_in_blocks_and_whole(
    limits: tuple[int, int], file: tuple[bytes, Dialect], tokens: tuple[str, ...]
) -> None:
    compare(*file, Projection(("y", "x", "k", "nowhere"), (Values("v", tokens),)), limits)


@READERS
@settings(deadline=None, max_examples=MANY)
@given(files(wide=True), TOKEN_SETS)
@example((b"n,a,b\nr,,\ns,-1,OOM\nt, -1,-1.0\n", Dialect()), TOKENS)
@example((b"n,a,b\nr,nan,1\n", Dialect()), ())
@example((b"\xef\xbb\xbf\xef\xbb\xbf,c0\n\na,0.0\n\na,0.0\n\n", Dialect()), ())
@example(("n,a,b\nr,\u00a02,1\n".encode(), Dialect()), ())
@example((b"n;a;b\nr;1,5;1.5\n", Dialect(";", ",")), ())
def test_wide_files_are_read_alike_in_blocks_and_whole(
    limits: tuple[int, int], file: tuple[bytes, Dialect], tokens: tuple[str, ...]
) -> None:
    compare(*file, Projection((), (Values(None, tokens),)), limits)


@pytest.mark.parametrize(
    ("block", "regular"),
    [
        ("a,1,2\nb,3,4\n", True),
        ("a,1,2\r\nb,3,4", True),
        ("a,,OOM\nb,3,4\n", True),
        ("a,1\n", False),
        ("a,1,2,3\n", False),
        ("\na,1,2\n", False),
        ('"a",1,2\n', False),
        ("a,1,x\n", False),
        ("a,1,nan\n", False),
    ],
)
def test_regular_blocks_are_read_quickly_and_others_not(block: str, regular: bool) -> None:
    fast = FastPath("s.csv", Dialect(), ("n", "a", "b"), Projection((), (Values(None, ("OOM",)),)))
    assert (fast.table(block.encode(), 2) is not None) == regular
