"""The score files that a spec names, each read once, with the hash of what was read."""

import hashlib
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from heatfig import scores
from heatfig.diagnostics import Place, Report, problem
from heatfig.files import check_inside, read_blocks, read_bytes, size_of
from heatfig.fingerprint import content_hash
from heatfig.origin import Origin
from heatfig.scores.condense import COMBINED, Recipe, UnevenLines, condense
from heatfig.scores.table import Dialect, Table
from heatfig.spec.model import ScoreFile
from heatfig.spec.read import FigureSpec, PanelSpec

# Files above this are condensed block by block where the spec aggregates their scores.
CONDENSED_FROM = 128 * 1024 * 1024
# What a byte of a score file takes in memory: 8 while it is read whole, every field being a text of its own
# (measured on 34 MB of four columns), and about half as much again while scores are placed.
IN_MEMORY = 12


@dataclass
class Loader:
    """Reads score files relative to `folder`; none outside `root`, where one is given."""

    spec: FigureSpec
    folder: Path
    root: Path | None
    hashes: dict[str, str] = field(default_factory=dict)
    _contents: dict[str, bytes] = field(default_factory=dict)
    _known: dict[tuple[str, Dialect], Table] = field(default_factory=dict)

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

    def _recipe(self, file: ScoreFile) -> Recipe | None:
        """How the panels that show a large file need it, if they agree and it need not be held whole."""
        using = [panel for panel in self.spec.panels if file in panel.settings.scores]
        wanted = {(p.settings.value, p.settings.aggregate, tuple(p.settings.missing.tokens)) for p in using}
        value, aggregate, tokens = next(iter(wanted))
        if len(wanted) > 1 or file.form == "wide" or value is None or aggregate not in COMBINED:
            return None
        facet = self.spec.document.facet
        labels = dict.fromkeys(c for p in using for c in _label_columns(p, facet.column if facet else None))
        return Recipe(tuple(name for name in labels if name != value), value, tokens, str(aggregate))

    def _condensed(self, path: Path, file: ScoreFile, dialect: Dialect, recipe: Recipe, named_at: Place) -> Table:
        digest = hashlib.sha256()

        def hashed() -> Iterator[bytes]:
            for block in read_blocks(path, named_at):
                digest.update(block)
                yield block

        table = condense(hashed(), str(path), dialect, recipe)
        self.hashes[file.file] = digest.hexdigest()
        return table

    def _table(self, panel: PanelSpec, index: int, file: ScoreFile) -> Table:
        key = (file.file, Dialect(file.separator, file.decimal))
        if key not in self._known:
            path = Path(os.path.normpath(self.folder / file.file))
            named_at = self.spec.place(Origin(panel.index, _file_path(panel, index)))
            check_inside(path, self.root, named_at)
            recipe = self._recipe(file) if size_of(path) > CONDENSED_FROM else None
            if recipe is not None:
                with suppress(UnevenLines):
                    self._known[key] = self._condensed(path, file, key[1], recipe, named_at)
                    return self._known[key]
            _check_memory(path, named_at)
            if file.file not in self._contents:
                self._contents[file.file] = read_bytes(path, named_at)
                self.hashes[file.file] = content_hash(self._contents[file.file])
            self._known[key] = scores.parse(self._contents[file.file], str(path), key[1], named_at)
        return self._known[key]


def _check_memory(path: Path, named_at: Place) -> None:
    """Refuse a file that cannot be held whole, naming what it needs."""
    needed = size_of(path) * IN_MEMORY
    if needed > CONDENSED_FROM * IN_MEMORY and needed > (free := available_memory()):
        message = f"{path} needs about {needed / 1e9:.1f} GB of memory, and {free / 1e9:.1f} GB are free"
        hint = "long files are read in blocks with aggregate: mean, min, max, sum or count, but not with median or none"
        raise problem("too-large", message, named_at, hint)


def available_memory() -> int:
    """Bytes that the system could hand out now; without limit where it does not say."""
    try:
        return os.sysconf("SC_AVPHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (ValueError, OSError):
        return 2**63


def _label_columns(panel: PanelSpec, facet: str | None) -> Iterator[str]:
    """Every column that a panel names but that of its scores."""
    settings = panel.settings
    for axis in (settings.axes.y, settings.axes.x):
        yield from filter(None, (axis.column, axis.group))
    yield from settings.where
    yield from (strip.column for strip in settings.strip)
    bold = settings.annotations.bold if settings.annotations != "none" else None
    split = settings.split.column if settings.split else None
    yield from filter(None, (bold, split, facet))


def _file_path(panel: PanelSpec, index: int) -> tuple[str | int, ...]:
    """Where a spec names a score file, which it may do in four ways."""
    written = panel.node["scores"]
    inside = written[index] if isinstance(written, list) else written
    path: tuple[str | int, ...] = ("scores", index) if isinstance(written, list) else ("scores",)
    return (*path, "file") if isinstance(inside, dict) else path
