"""Score files on the disk: found by name or pattern, read within a root and a memory, their hashes noted."""

import hashlib
import os
from collections.abc import Iterator
from functools import partial
from itertools import chain
from pathlib import Path

from heatfig.build.forms import Reading
from heatfig.build.matching import MatchedFile, found_files
from heatfig.build.names import names_of
from heatfig.build.preaggregation import why_whole
from heatfig.compile.transforms import Verbs
from heatfig.data.readers.opening import read_table
from heatfig.data.table import At, Table
from heatfig.data.wanted import Source, Wanted
from heatfig.diagnostics import Place, problem
from heatfig.language.model.scores import ScoreFile
from heatfig.runtime.captures import is_pattern
from heatfig.runtime.deferred import dataclass
from heatfig.runtime.files.find import size_of
from heatfig.runtime.files.inside import check_inside, leads_inside
from heatfig.runtime.files.memory import available_memory
from heatfig.runtime.files.read import read_blocks

# Less than this is always affordable.
SMALL = 1024 * 1024 * 1024
LARGE = 64 * 1024 * 1024  # a file is read through a filter, once for each panel that filters it otherwise, from here on
# What a byte of a long file takes in memory where its scores are not put together as they are read: some 45 bytes for
# the codes, the score and the line of a row that takes 28 in the file, and as much again while blocks are joined.
IN_COLUMNS = 4


@dataclass(frozen=True)
class Files:
    """Files relative to a folder, none outside `root` where one is given, and the `hashes` of those that are read."""

    folder: Path
    root: Path | None
    hashes: dict[str, str]

    def find(self, entry: int, file: ScoreFile, named_at: Place) -> list[MatchedFile]:
        """The files that an entry of a spec's `scores` names; raises Problems where a pattern finds none."""
        if is_pattern(file.file):
            self.hashes[file.file] = names_of(file.file, self.folder, self.root)
        return found_files(entry, file, self.folder, self.root, named_at)

    def size(self, file: str) -> int:
        """The size of a file that is inside the root; 0 where there is none."""
        path = Path(os.path.normpath(self.folder / file))
        return size_of(path) if leads_inside(str(path), self.root) else 0

    def read(self, file: str, reading: Reading, wanted: Wanted, at: At, verbs: Verbs = ()) -> Table:
        """What is wanted of a file; raises Problems. `verbs` say what its rows are held for."""
        path = Path(os.path.normpath(self.folder / file))
        check_inside(path, self.root, at("file"))  # before its size is asked for
        afford = partial(_afford, path, at("file"), verbs)
        if not wanted.by_block and not (wanted.wide and wanted.wide.plain):
            afford(size_of(path) * IN_COLUMNS)
        digest = hashlib.sha256()
        blocks = _hashed(read_blocks(path, at("file"), root=self.root), digest)
        source = Source(blocks, str(path), reading.dialect, afford, at, reading.header, reading.form)
        table = read_table(source, wanted)
        self.hashes[file] = digest.hexdigest()
        return table


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


def _afford(path: Path, named_at: Place, verbs: Verbs, needed: int) -> None:
    """Refuse to hold what there is no memory for, naming what it needs."""
    if needed > SMALL and needed > (free := available_memory()):
        message = f"{path} needs about {needed / 1e9:.1f} GB of memory, and {free / 1e9:.1f} GB are free"
        raise problem("too-large", message, named_at, why_whole(verbs))
