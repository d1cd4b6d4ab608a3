"""Text split into fields as CSV has it, none longer than any is meant to be."""

import csv
import io
import re
from collections.abc import Iterator

from heatfig.data.readers.chunk import Dialect
from heatfig.diagnostics import Place, Problems, problem

LONGEST_FIELD = 1_000_000  # bytes or characters
_BLANK = re.compile(r'^"[^"\n]*" +["\d]', re.MULTILINE)
_SPACED = "blanks part the fields of this file; write commas, as R does by write.table(…, sep = ',')"


def records(text: str, file: str, dialect: Dialect, strict: bool = False) -> Iterator[tuple[int, list[str]]]:
    """The fields of each record and the line on which it begins; raises Problems where they cannot be told apart."""
    csv.field_size_limit(LONGEST_FIELD)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=dialect.separator, strict=strict)
    begin = 1
    try:
        for fields in reader:
            yield begin, fields
            begin = reader.line_num + 1
    except csv.Error as error:
        if "field limit" in str(error):
            raise _too_long(Place(file, begin)) from None
        hint = _SPACED if _BLANK.search(text, 0, LONGEST_FIELD) else "a quote inside a quoted field is written twice"
        reason = str(error).replace("unexpected end of data", "a quoted field that begins in this row has no end")
        raise problem("bad-quotes", f"not CSV: {reason}", Place(file, begin), hint) from None


def check_fields(block: bytes, file: str, dialect: Dialect, before: int) -> None:
    """Raise Problems for a field that is too long in a block without quotes, with so many lines before it.

    A field that is longer than two steps holds all bytes of a step.
    """
    ends, step = (b"\n", b"\r", dialect.separator.encode()), LONGEST_FIELD // 2
    for start in range(0, len(block) - step + 1, step):
        if all(block.find(end, start, start + step) < 0 for end in ends):
            begin = max(block.rfind(end, 0, start) for end in ends) + 1
            beyond = begin + LONGEST_FIELD + 1
            if beyond <= len(block) and all(block.find(end, begin, beyond) < 0 for end in ends):
                raise _too_long(Place(file, before + block.count(b"\n", 0, begin) + 1))


def _too_long(place: Place) -> Problems:
    message = f"a field of over {LONGEST_FIELD:,} characters"
    return problem("too-large", message, place, "a quote without an end, another separator, or no table at all")
