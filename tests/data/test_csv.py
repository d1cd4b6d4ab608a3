import numpy as np
import pytest

from heatfig.data.columns.arrays import WRONG
from heatfig.data.columns.numerals import parsed_numbers
from heatfig.data.readers.chunk import Chunk, Dialect, Projection
from heatfig.data.readers.slow_path import read_texts
from heatfig.diagnostics import Problems


def table(text: str | bytes, dialect: Dialect | None = None) -> Chunk:
    content = text.encode() if isinstance(text, str) else text
    return read_texts(content, "s.csv", dialect or Dialect(), Projection(("a", "b"), ()))


def texts(read: Chunk, column: str) -> list[str]:
    return [str(text) for text in read.labels[column].texts()]


def refused(text: str | bytes) -> list[tuple[str, str]]:
    with pytest.raises(Problems) as caught:
        table(text)
    return [(d.code, str(d.place)) for d in caught.value.diagnostics]


def test_every_field_is_text_as_written() -> None:
    read = table("a,b\n010,1.50\nNA,\n")
    assert read.columns == ("a", "b")
    assert texts(read, "a") == ["010", "NA"]
    assert texts(read, "b") == ["1.50", ""]


@pytest.mark.parametrize("text", ["a,b\r\n1,2\r\n", "a,b\n1,2", "\ufeffa,b\n1,2\n", "a,b\r1,2\r"])
def test_line_ends_and_a_byte_order_mark_do_not_matter(text: str) -> None:
    read = table(text)
    assert (read.columns, read.lines.tolist(), texts(read, "a"), texts(read, "b")) == (("a", "b"), [2], ["1"], ["2"])


def test_rows_know_their_lines_past_blank_lines_and_quoted_newlines() -> None:
    plain = table("a,b\n\n1,2\n\n3,4\n\n")
    assert plain.lines.tolist() == [3, 5]
    quoted = table('a,b\n"x\ny",2\n\n"z, ""q""",4\n')
    assert texts(quoted, "a") == ["x\ny", 'z, "q"']
    assert quoted.lines.tolist() == [2, 5]


def test_a_file_may_have_another_separator() -> None:
    assert texts(table("a;b\n1,5;2\n", Dialect(";", ",")), "a") == ["1,5"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a,b\n1\n1,2\n1,2,3\n", [("ragged-row", "s.csv:2"), ("ragged-row", "s.csv:4")]),
        ('a,b\n"1"\n1,2\n', [("ragged-row", "s.csv:2")]),
        ('a,b\n"1,2\n', [("bad-quotes", "s.csv:2")]),
        ("a,a\n1,2\n", [("equal-columns", "s.csv:1")]),
        ("a,,b\n1,2,3\n", [("blank-column", "s.csv:1")]),
        ("a,b\n", [("no-rows", "s.csv:1")]),
        ("", [("empty-file", "s.csv")]),
        (" \n", [("empty-file", "s.csv")]),
        ("a;b\n1;2\n", [("one-column", "s.csv:1")]),
        (b"a,b\n\xff,1\n", [("not-utf8", "s.csv:2:1")]),
        ("a,b\n1,2\n".encode("utf-16"), [("not-utf8", "s.csv")]),
        (b"a,b\n1,\x002\n", [("control-character", "s.csv:2:3")]),
        (b"a,b\n1,\x1b2\n", [("control-character", "s.csv:2:3")]),
    ],
)
def test_what_is_wrong_with_a_file_is_said_at_its_place(text: str | bytes, found: list[tuple[str, str]]) -> None:
    assert refused(text) == found


def test_numbers_tell_scores_from_empty_fields_and_tokens() -> None:
    read = parsed_numbers(np.array(["1e-3", " 2 ", "", "OOM", "-"], object), ("OOM", "-"), ".")
    assert read.values[:2].tolist() == [0.001, 2.0]
    assert np.isnan(read.values[2:]).all()
    assert read.kinds.tolist() == [-1, -1, 0, 1, 2]


def test_numbers_may_have_decimal_commas() -> None:
    assert parsed_numbers(np.array(["1,5", "2"], object), (), ",").values.tolist() == [1.5, 2.0]


@pytest.mark.parametrize(
    "text", ["inf", "-inf", "nan", "NA", "1,234.5", "1,5", "0x1A", "1_000", "true", "1e400", "12%"]
)
def test_anything_else_is_kept_as_it_stands(text: str) -> None:
    read = parsed_numbers(np.array(["1", text], object), (), ".")
    assert (read.kinds.tolist(), read.wrong) == ([-1, WRONG], {1: text})
