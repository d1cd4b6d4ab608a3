"""Lines that begin as comments do are none of the rows, wherever blocks of a file end."""

import io

import pandas as pd
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tables import at

from heatfig.data.readers.chunk import Dialect
from heatfig.data.readers.comments import without_comments
from heatfig.data.readers.opening import read_table
from heatfig.data.wanted import Source, Wanted
from heatfig.scales.words import Header

row = st.tuples(st.sampled_from("ab"), st.sampled_from(["1", "2.5", "-3", ""])).map(",".join)
comment = st.text('ab#, "', max_size=6).map("#".__add__)
lines = st.lists(st.one_of(row, comment, st.just("")), max_size=12)


@given(lines, lines, st.sampled_from(["\n", "\r\n"]), st.booleans(), st.integers(1, 4))
@example(["#a"], ["a,1"], "\n", True, 1)
def test_rows_are_those_of_pandas_and_know_their_lines(
    before: list[str], after: list[str], end: str, marked: bool, at_once: int
) -> None:
    head = [line for line in before if not line or line.startswith("#")]
    written = [*head, "y,v", *after, "b,7"]
    blocks = ["".join(line + end for line in written[n : n + at_once]) for n in range(0, len(written), at_once)]
    content = [block.encode() for block in blocks]
    content[0] = b"\xef\xbb\xbf" + content[0] if marked else content[0]
    source = Source(content, "s.csv", Dialect(comment="#"), lambda _: None, at)
    found = read_table(source, Wanted(("y",), ("v",)))
    kept = [line for line in written if line and not line.startswith("#")]
    wanted = pd.read_csv(io.StringIO("\n".join(kept)), dtype={"y": str, "v": float})
    assert found.columns["y"].labels.texts().tolist() == wanted.y.tolist()
    pd.testing.assert_series_equal(pd.Series(found.columns["v"].numbers.values, name="v"), wanted.v)
    assert [found.place(n).line for n in range(len(found))] == [
        n for n, line in enumerate(written, start=1) if line in kept and line != "y,v"
    ]


@pytest.mark.parametrize(("header", "width"), [("none", 2), ("repeated", 2)])
def test_a_comment_before_the_rows_is_no_header(header: Header, width: int) -> None:
    source = Source([b"# a, b, c\n\na,1\nb,2\n"], "s.csv", Dialect(comment="#"), lambda _: None, at, header)
    assert len(read_table(source, Wanted(every=True)).columns) == width


def test_what_stands_in_quotes_is_no_comment() -> None:
    blocks = [b'y,v\n"a\n# b",1\n# "c\n', b'"d\n', b'# e",2\n# f\n']
    assert b"".join(without_comments(blocks, b"#")) == b'y,v\n"a\n# b",1\n\n"d\n# e",2\n\n'


@pytest.mark.parametrize(
    ("blocks", "left"),
    [
        ([b'"y",v\n# b\n"a",1\n'], b'"y",v\n\n"a",1\n'),
        ([b'y,v\n"a\n', b"# b\n", b'c",1\n# d\n'], b'y,v\n"a\n# b\nc",1\n\n'),
    ],
    ids=["quotes that end on their line", "a block that is all in quotes"],
)
def test_a_line_is_in_quotes_only_as_long_as_they_are_open(blocks: list[bytes], left: bytes) -> None:
    assert b"".join(without_comments(blocks, b"#")) == left
