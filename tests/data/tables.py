"""Tables for tests, from the text of a score file."""

from collections.abc import Sequence

from heatfig.data.readers.chunk import Dialect
from heatfig.data.readers.opening import read_table
from heatfig.data.table import Table
from heatfig.data.wanted import Source, Wanted
from heatfig.diagnostics import Place
from heatfig.scales.words import Header


def at(*path: str | int) -> Place:
    """A place in a spec whose excerpt is the path."""
    return Place("/".join(map(str, path)) or "spec")


def source(text: str, name: str = "scores.csv", header: Header = "unique") -> Source:
    return Source([text.encode()], name, Dialect(), lambda _: None, at, header)


def table(text: str, numbers: Sequence[str] = (), tokens: tuple[str, ...] = (), name: str = "scores.csv") -> Table:
    columns = text.split("\n", 1)[0].split(",")
    labels = tuple(column for column in columns if column not in numbers)
    return read_table(source(text, name), Wanted(labels, tuple(numbers), tokens))
