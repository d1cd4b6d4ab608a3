"""Where something stands in the text of a spec."""

from heatfig.runtime.deferred import dataclass


@dataclass(frozen=True)
class Span:
    """Where a value stands in a file, counted from 0 as the parser does; the end is exclusive."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int
