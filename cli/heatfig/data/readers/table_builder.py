"""Tables of a file's blocks, put together as they come; a matrix that would take much memory grows in a file."""

from dataclasses import field, replace

from heatfig.data.readers.chunk import Chunk, Projection, Values, joined
from heatfig.data.readers.spill import Spill
from heatfig.runtime.deferred import dataclass

# Scores that stay in blocks before they are put together. Arrays of more than 32 MB go back to the system when they are
# given up, those of blocks do not: without this a long file takes twice its scores.
MOST_APART = 6_000_000


@dataclass
class TableBuilder:
    """What has been read: tables put together, those still apart, and where the scores of a large matrix are."""

    projection: Projection
    held: list[Chunk] = field(default_factory=list)
    parts: list[Chunk] = field(default_factory=list)
    spilled: dict[Values, Spill] = field(default_factory=dict)

    def add(self, table: Chunk) -> None:
        """Put the table of the next block on top, which may lose its scores to it."""
        self.parts.append(table)
        if sum(part.size for part in self.parts) > MOST_APART or self.spilled:
            self._settle()

    def table(self) -> Chunk:
        """All of it."""
        if self.spilled:
            self._settle()
            scores = {values: spill.numbers() for values, spill in self.spilled.items()}
            return replace(joined(self.held), scores=scores)
        return joined([*self.held, *self.parts])

    def _settle(self) -> None:
        if all(values.column is None for values in self.projection.values):
            self.held += [self._spill(part) for part in self.parts]
        else:
            self.held.append(joined(self.parts))
        self.parts = []

    def _spill(self, table: Chunk) -> Chunk:
        for values, numbers in table.scores.items():
            if values not in self.spilled:
                self.spilled[values] = Spill(table.file)
            self.spilled[values].add(numbers)
        return replace(table, scores={})
