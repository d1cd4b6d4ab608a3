"""The header that files without a proper one are given, and what of fields is refused before they are read."""

import pytest
from tables import at

from heatfig.data.readers.chunk import Dialect
from heatfig.data.readers.header import lengthened, numbered, told_apart
from heatfig.data.readers.split import LONGEST_FIELD, check_fields
from heatfig.data.wanted import Source
from heatfig.diagnostics import Problems

COMMAS = Dialect()


def blocks(*texts: str, separator: str = ",") -> Source:
    return Source([text.encode() for text in texts], "s.csv", Dialect(separator), lambda _: None, at)


@pytest.mark.parametrize(
    ("source", "made"),
    [
        (blocks("1,2,3\n4,5,6\n"), ["0,1,2\n1,2,3\n4,5,6\n"]),
        (blocks("\ufeff1;2\n", "3;4\n", separator=";"), ["0;1\n1;2\n", "3;4\n"]),
        (blocks('\n"a,b",2\n'), ['0,1\n\n"a,b",2\n']),
    ],
)
def test_columns_without_names_are_numbered_from_0(source: Source, made: list[str]) -> None:
    assert [block.decode() for block in numbered(source)] == made


@pytest.mark.parametrize(
    ("source", "made"),
    [
        (blocks("a,b\nr,1,2\n", "s,3,4\n"), [",a,b\nr,1,2\n", "s,3,4\n"]),
        (blocks("\ufeff\r\n\na\tb\nr\t1\t2\n", separator="\t"), ["\r\n\n\ta\tb\nr\t1\t2\n"]),
        (blocks("\n"), ["\n"]),
    ],
)
def test_a_header_without_a_name_for_the_rows_begins_with_an_empty_one(source: Source, made: list[str]) -> None:
    assert [block.decode() for block in lengthened(source)] == made


@pytest.mark.parametrize(
    ("source", "made"),
    [
        (blocks("a,QA,QA\n1,2,3\n", "4,5,6\n"), ["a,QA,QA (2)\n1,2,3\n", "4,5,6\n"]),
        (blocks('\n"QA, x","QA, x",b\n1,2,3\n'), ['\n"QA, x","QA, x (2)",b\n1,2,3\n']),
        (blocks('a,"b\nc",a\n1,2,3\n'), ['a,"b\nc",a\n1,2,3\n']),
    ],
)
def test_repeated_names_are_numbered_unless_one_goes_on_in_the_next_line(source: Source, made: list[str]) -> None:
    assert [block.decode() for block in told_apart(source)] == made


@pytest.mark.parametrize("above", [b"", b"a,b\n", b"a,b\n" + b"1,2\n" * 150_000])
@pytest.mark.parametrize("end", [b",2\n", b"\r\n", b""])
def test_a_field_is_refused_at_its_line_as_soon_as_it_is_one_byte_too_long(above: bytes, end: bytes) -> None:
    check_fields(above + b"1," + b"x" * LONGEST_FIELD + end, "s.csv", COMMAS, 7)
    with pytest.raises(Problems) as found:
        check_fields(above + b"1," + b"x" * (LONGEST_FIELD + 1) + end, "s.csv", COMMAS, 7)
    (told,), lines = found.value.diagnostics, above.count(b"\n")
    assert (told.code, str(told.place)) == ("too-large", f"s.csv:{8 + lines}")
