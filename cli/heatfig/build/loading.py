"""The score files that a spec names, each read once, with the hash of what was read."""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, partial
from itertools import chain
from pathlib import Path

from heatfig.data import readers
from heatfig.data.readers.chunk import Chunk, Dialect, Projection, Values
from heatfig.data.readers.preaggregate import condenses
from heatfig.diagnostics import Place, Report, problem
from heatfig.diagnostics.origin import Origin
from heatfig.language.columns import columns_of
from heatfig.language.model.scores import ScoreFile
from heatfig.language.read import FigureSpec, PanelSpec
from heatfig.runtime.files.find import size_of
from heatfig.runtime.files.inside import check_inside
from heatfig.runtime.files.memory import available_memory
from heatfig.runtime.files.read import read_blocks

# Less than this is always affordable.
SMALL = 1024 * 1024 * 1024
# What a byte of a long file takes in memory where its scores are not put together as they are read: some 45 bytes for
# the codes, the score and the line of a row that takes 28 in the file, and as much again while blocks are joined.
IN_COLUMNS = 4


_Key = tuple[str, str, Dialect]


@dataclass
class Loader:
    """Reads score files relative to `folder`, none outside `root` where one is given, and notes their `hashes`."""

    spec: FigureSpec
    folder: Path
    root: Path | None
    hashes: dict[str, str]
    _known: dict[_Key, Chunk] = field(default_factory=dict)

    def tables(self, report: Report) -> dict[int, tuple[Chunk, ...]]:
        """The tables of every panel whose files could be read; notes all that is wrong in the others."""
        tables: dict[int, tuple[Chunk, ...]] = {}
        for panel in self.spec.panels:
            read = []
            for index, file in enumerate(panel.settings.scores):
                with report.collecting():
                    read.append(self._table(panel, index, file))
            if read and len(read) == len(panel.settings.scores) and not panel.lost("scores"):
                tables[panel.index] = tuple(read)
        return tables

    @cached_property
    def _using(self) -> dict[_Key, list[PanelSpec]]:
        """The panels that show each file."""
        using: dict[_Key, list[PanelSpec]] = {}
        for panel in self.spec.panels:
            for file in panel.settings.scores:
                using.setdefault(_key(file), []).append(panel)
        return using

    def _recipe(self, file: ScoreFile) -> Projection:
        """What the panels that show a file need of it; its scores are put together where all agree how."""
        using = self._using[_key(file)]
        wide = file.form == "wide"
        values = dict.fromkeys(
            Values(None if wide else p.settings.value or "", tuple(p.settings.missing.tokens)) for p in using
        )
        facet = self.spec.document.facet
        uses = (use for holder in (*(p.settings for p in using), facet) for use in columns_of(holder))
        labels = dict.fromkeys(use.column for use in uses if use.column.holds != "numbers")
        aggregates = {panel.settings.using for panel in using}
        return Projection(
            () if wide else tuple(labels), tuple(values), aggregates.pop() if len(aggregates) == 1 else None
        )

    def _table(self, panel: PanelSpec, index: int, file: ScoreFile) -> Chunk:
        key = _key(file)
        if key not in self._known:
            path = Path(os.path.normpath(self.folder / file.file))
            named_at = self.spec.place(Origin(panel.index, ("scores", index, "file")))
            check_inside(path, self.root, named_at)  # before its size is asked for
            recipe = self._recipe(file)
            afford = partial(_afford, path, named_at)
            if file.form == "long" and not condenses(recipe):
                afford(size_of(path) * IN_COLUMNS)
            digest = hashlib.sha256()
            blocks = _hashed(read_blocks(path, named_at, root=self.root), digest)
            self._known[key] = readers.read(blocks, str(path), key[2], recipe, afford, named_at)
            self.hashes[file.file] = digest.hexdigest()
        return self._known[key]


def _key(file: ScoreFile) -> _Key:
    return file.file, file.form, Dialect(file.separator, file.decimal)


def _hashed(blocks: Iterator[bytes], digest: "hashlib._Hash") -> Iterator[bytes]:
    """The blocks; each is hashed while it is read, on the core that reading leaves free."""
    first, second = next(blocks, b""), next(blocks, None)
    digest.update(first)
    yield first
    if second is None:
        return
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(1) as pool:
        for block in chain([second], blocks):
            done = pool.submit(digest.update, block)
            yield block
            done.result()


def _afford(path: Path, named_at: Place, needed: int) -> None:
    """Refuse to hold what there is no memory for, naming what it needs."""
    if needed > SMALL and needed > (free := available_memory()):
        message = f"{path} needs about {needed / 1e9:.1f} GB of memory, and {free / 1e9:.1f} GB are free"
        hint = "long files are read in blocks with aggregate: mean, min, max, sum or count, but not with median or none"
        raise problem("too-large", message, named_at, hint)
