"""Which texts are numbers, to Python, to pandas and to neither of them."""

import pytest
from tables import at, table

from heatfig.data.columns.arrays import WRONG
from heatfig.data.columns.numerals import numerals
from heatfig.data.columns.written import written
from heatfig.data.readers.chunk import Dialect, Projection
from heatfig.data.readers.fast_path import FastPath
from heatfig.data.readers.slow_path import read_texts
from heatfig.diagnostics import Problems


@pytest.mark.parametrize(
    ("text", "decimal"), [("1_000", "."), ("１", "."), ("nan", "."), ("inf", "."), ("1.5", ","), ("2e300", ".")]
)
def test_what_only_python_takes_for_a_number_is_none(text: str, decimal: str) -> None:
    read = numerals(("1", "", "-", text), ("-",), decimal)
    assert (read.kinds.tolist(), read.wrong) == ([-1, 0, 1, WRONG], {3: text})


@pytest.mark.parametrize(("text", "decimal", "value"), [(" 1e300 ", ".", 1e300), ("1,5", ",", 1.5), ("-0", ".", 0)])
def test_the_common_numbers_are_read_as_they_are(text: str, decimal: str, value: float) -> None:
    read = numerals((text,), (), decimal)
    assert (read.values.tolist(), read.kinds.tolist(), read.wrong) == ([value], [-1], {})


def test_an_empty_text_is_written_as_it_is_in_any_format() -> None:
    made = written(table("v\n0.25\n  \n1\n", ("v",)), "v", ".1f", at())
    assert made.texts().tolist() == ["0.2", "", "1.0"]
    with pytest.raises(Problems, match=r"'x' in the column 't' .* is not a number that '.1f' writes"):
        written(table("t\n1\nx\n"), "t", ".1f", at())


@pytest.mark.parametrize(
    ("line", "regular"),
    [(b"1,2\n", True), (b"1,2\r\n", True), (b"1\r,2\n", False), (b"1,2,3\n", False), (b"1\n", False),
     ("é,2\n".encode(), True), ("é\x85,2\n".encode(), False), (b"\xff,2\n", False), (b'"1",2\n', False)],
)  # fmt: skip
def test_a_line_is_regular_with_all_fields_in_plain_text(line: bytes, regular: bool) -> None:
    assert FastPath("s.csv", Dialect(), ("a", "b"), Projection(("a", "b"), ())).is_regular(line) == regular


def test_a_row_of_another_length_is_told_with_how_many_fields_it_has() -> None:
    with pytest.raises(Problems) as found:
        read_texts(b"a,b\n1\n1,2\n1,2,3\n", "s.csv", Dialect(), Projection(("a", "b"), ()))
    assert [(told.message, told.hint) for told in found.value.diagnostics] == [
        ("1 field where the header has 2", "a field is missing"),
        ("3 fields where the header has 2", "put a field that holds the separator into quotes"),
    ]
