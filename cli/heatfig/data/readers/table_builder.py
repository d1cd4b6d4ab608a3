"""Tables of a file's blocks, put together as they come; a matrix that would take much memory grows in a file."""

from dataclasses import field, replace

from heatfig.data.readers.chunk import Chunk, Projection, Values, joined
from heatfig.data.readers.spill import Spool
from heatfig.runtime.deferred import dataclass

# Scores that stay in blocks before they are put together. Arrays of more than 32 MB go back to the system when they are
# given up, those of blocks do not: without this a long file takes twice its scores.
MOST_APART = 6_000_000


@dataclass
class Pile:
    """What has been read: tables put together, those still apart, and where the scores of a large matrix are."""

    recipe: Projection
    held: list[Chunk] = field(default_factory=list)
    parts: list[Chunk] = field(default_factory=list)
    spools: dict[Values, Spool] = field(default_factory=dict)

    def add(self, table: Chunk) -> None:
        """Put the table of the next block on top, which may lose its scores to it."""
        self.parts.append(table)
        if sum(part.size for part in self.parts) > MOST_APART or self.spools:
            self._settle()

    def table(self) -> Chunk:
        """All of it."""
        if self.spools:
            self._settle()
            scores = {asked: spool.scored() for asked, spool in self.spools.items()}
            return replace(joined(self.held), scores=scores)
        return joined([*self.held, *self.parts])

    def _settle(self) -> None:
        if all(asked.column is None for asked in self.recipe.values):
            self.held += [self._spooled(part) for part in self.parts]
        else:
            self.held.append(joined(self.parts))
        self.parts = []

    def _spooled(self, table: Chunk) -> Chunk:
        for asked, scored in table.scores.items():
            if asked not in self.spools:
                self.spools[asked] = Spool(table.file)
            self.spools[asked].add(scored)
        return replace(table, scores={})
