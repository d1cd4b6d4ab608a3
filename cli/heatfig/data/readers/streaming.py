"""Rows that go through verbs block by block, as they are read, so that no file need be held as a whole."""

from collections.abc import Iterable
from dataclasses import field, replace

from heatfig.data.columns.column import of
from heatfig.data.preaggregation import preaggregated
from heatfig.data.table import Table, stacked
from heatfig.data.transforms.filter import Filter
from heatfig.data.wanted import Source, Wanted, lacking, with_captured
from heatfig.runtime.deferred import dataclass

MOST_APART = 2_000_000  # rows that are held before they are put together
BYTES_A_FIELD = 20  # of rows that a filter leaves, twice the size of a code or a score, as blocks are joined


def streamed(blocks: Iterable[Table], source: Source, wanted: Wanted) -> Table:
    """The rows of all blocks after the verbs, preaggregated on the way if they are to be."""
    held: list[Table] = []
    count = 0
    seen: dict[int, _Seen] = {}
    for block in blocks:
        read = with_captured(block, source, wanted)
        if wanted.verbs and lacking(read, wanted):
            return read
        table = _kept(_transformed(read, wanted, seen), wanted)
        held.append(table)
        count += len(table)
        if wanted.preaggregation is None:
            source.afford(count * BYTES_A_FIELD * len(table.columns))
        elif count > MOST_APART + len(held[0]):
            held = [_kept(stacked(held), wanted)]
            count = len(held[0])
    table = _kept(stacked(held), wanted)
    for number, (verb, at) in enumerate(wanted.verbs):
        if isinstance(verb, Filter):
            verb.check(seen[number].texts, seen[number].kept, at)
    return table


def _kept(table: Table, wanted: Wanted) -> Table:
    """What is kept of rows, which hold on to nothing else."""
    if wanted.preaggregation is not None:
        return preaggregated(table, wanted.preaggregation)
    columns = {
        name: replace(of(column.content, column.reading), rows=column.rows) for name, column in table.columns.items()
    }
    return replace(table, columns=columns)


@dataclass
class _Seen:
    """What a filter has seen so far: the texts of the columns that it compares, and how many rows it kept."""

    texts: dict[str, dict[str, None]] = field(default_factory=dict)
    kept: int = 0


def _transformed(table: Table, wanted: Wanted, seen: dict[int, _Seen]) -> Table:
    """A block after the verbs; what a filter compares with is remembered, to be checked at the end."""
    for number, (verb, at) in enumerate(wanted.verbs):
        if isinstance(verb, Filter):
            known = seen.setdefault(number, _Seen())
            for name in verb.compared():
                known.texts.setdefault(name, {}).update(dict.fromkeys(table.column(name, at(name)).labels.names))
            table = verb.of_block(table, at)
            known.kept += len(table)
        else:
            table = verb.apply(table, at)
    return table
