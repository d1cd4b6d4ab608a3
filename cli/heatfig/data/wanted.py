"""What is wanted of a score file, and the file as a reader gets it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field

from heatfig.data.preaggregation import Preaggregation
from heatfig.data.readers.chunk import Afford, Dialect
from heatfig.data.table import At, Table, constant
from heatfig.data.transforms import Verb
from heatfig.data.transforms.filter import Filter
from heatfig.data.wide import Wide
from heatfig.diagnostics import Place, problem
from heatfig.runtime.deferred import dataclass
from heatfig.runtime.text import UNWRITABLE
from heatfig.scales.words import Header


@dataclass(frozen=True)
class Source:
    """A file in blocks of whole lines, how its fields are written, and where the spec names it."""

    blocks: Iterable[bytes]
    file: str
    dialect: Dialect
    afford: Afford
    at: At
    header: Header = "unique"
    form: str = "long"

    @property
    def named_at(self) -> Place:
        """Where the spec names the file."""
        return self.at("file")


@dataclass(frozen=True)
class Wanted:
    """The columns that are read as labels, be it `every` one, and as numbers, and what their texts mean.

    What is `captured` of the file's name becomes a column each. What the first `verbs` do is done block by block, if
    there is a filter among them, or if with a `preaggregation` only what the grid needs of the rows is kept.
    """

    labels: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    tokens: tuple[str, ...] = ()
    dates: Mapping[str, str] = field(default_factory=dict)
    wide: Wide | None = None
    captured: Mapping[str, str] = field(default_factory=dict)
    verbs: Sequence[tuple[Verb, At]] = ()
    preaggregation: Preaggregation | None = None
    every: bool = False

    @property
    def by_block(self) -> bool:
        """Whether less is to be kept than the file holds: of each block what verbs leave, be it preaggregated."""
        return self.preaggregation is not None or any(isinstance(verb, Filter) for verb, _ in self.verbs)


def with_captured(table: Table, source: Source, wanted: Wanted) -> Table:
    """The table with what was captured of the file's name; raises Problems where the file has such columns itself."""
    for name in wanted.captured:
        if name in table.columns or name in table.others:
            message = f"{source.file} has a column '{name}', as its name captures one"
            raise problem("name-taken", message, source.named_at, "capture it by another name")
        if found := UNWRITABLE.search(wanted.captured[name]):
            message = f"the name of {source.file} holds the control character U+{ord(found[0]):04X}"
            raise problem("control-character", message, source.named_at, "rename the file")
    return constant(table, wanted.captured, wanted.dates)


def lacking(table: Table, wanted: Wanted) -> bool:
    """Whether a column that is wanted is not there: the table then stays as it was read, for what is to be said."""
    return any(name not in table.columns and name not in table.others for name in (*wanted.labels, *wanted.numbers))
