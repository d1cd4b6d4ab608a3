"""The score files that a spec names, each read once, with the hash of what was read."""

import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from heatfig.build.forms import Reading, reading_of
from heatfig.data.condensing import COMBINED, Condense
from heatfig.data.readers.opening import read_table
from heatfig.data.table import Table
from heatfig.data.wanted import Source, Wanted
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


class _Key(NamedTuple):
    """A file and how it is read, with texts that mean missing."""

    file: str
    reading: Reading
    tokens: tuple[str, ...]


@dataclass
class Loader:
    """Reads score files relative to `folder`, none outside `root` where one is given, and notes their `hashes`."""

    spec: FigureSpec
    folder: Path
    root: Path | None
    hashes: dict[str, str]
    every_row: bool = False  # keeps each row, even where fewer do for the figure
    _known: dict[_Key, Table] = field(default_factory=dict)

    def tables(self, report: Report) -> dict[int, tuple[Table, ...]]:
        """The tables of every panel whose files could be read; notes all that is wrong in the others."""
        tables: dict[int, tuple[Table, ...]] = {}
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
        """The panels that show each file, and mean the same by the texts in it."""
        using: dict[_Key, list[PanelSpec]] = {}
        for panel in self.spec.panels:
            for file in panel.settings.scores:
                using.setdefault(_key(panel, file), []).append(panel)
        return using

    def _wanted(self, key: _Key) -> Wanted:
        """What the panels that show a file need of it; its scores are put together where all agree how."""
        using = self._using[key]
        dates = dict(key.reading.dates)
        if key.reading.wide is not None:
            return Wanted(tokens=key.tokens, dates=dates, wide=key.reading.wide)
        facet = self.spec.document.facet
        uses = [use for holder in (*(p.settings for p in using), facet) for use in columns_of(holder)]
        labels = tuple(dict.fromkeys(str(use.column) for use in uses if use.column.holds != "numbers"))
        numbers = tuple(dict.fromkeys(str(use.column) for use in uses if use.column.holds == "numbers"))
        condense = None if self.every_row else _condense(using, labels, numbers)
        return Wanted(labels, numbers, key.tokens, dates, condense=condense)

    def _table(self, panel: PanelSpec, index: int, file: ScoreFile) -> Table:
        key = _key(panel, file)
        if key not in self._known:
            path = Path(os.path.normpath(self.folder / file.file))

            def at(*inside: str | int) -> Place:
                return self.spec.place(Origin(panel.index, ("scores", index, *inside)))

            check_inside(path, self.root, at("file"))  # before its size is asked for
            wanted, afford = self._wanted(key), partial(_afford, path, at("file"))
            if wanted.condense is None and not (wanted.wide and wanted.wide.plain):
                afford(size_of(path) * IN_COLUMNS)
            digest = hashlib.sha256()
            blocks = _hashed(read_blocks(path, at("file"), root=self.root), digest)
            source = Source(blocks, str(path), key.reading.dialect, afford, at, key.reading.header)
            self._known[key] = read_table(source, wanted)
            self.hashes[file.file] = digest.hexdigest()
        return self._known[key]


def _key(panel: PanelSpec, file: ScoreFile) -> _Key:
    return _Key(file.file, reading_of(file), tuple(panel.settings.missing.tokens))


def _condense(using: Sequence[PanelSpec], labels: tuple[str, ...], numbers: tuple[str, ...]) -> Condense | None:
    """How the scores of a file are put together while it is read: where one number a cell is all that is asked."""
    aggregate, *others = (panel.settings.aggregate for panel in using)
    if any(other != aggregate for other in others) or aggregate is None or aggregate.using not in COMBINED:
        return None
    if len(numbers) != 1:
        return None
    # Which need each score.
    apart = aggregate.spread is not None or aggregate.repeats is not None or aggregate.columns
    return None if apart or numbers[0] in labels else Condense(labels, numbers[0], aggregate.using)


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
