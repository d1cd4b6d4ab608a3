"""Specs on the disk, and those that they extend."""

import os
from pathlib import Path

from heatfig.build.fingerprint import content_hash
from heatfig.build.matching import listed
from heatfig.diagnostics import Place
from heatfig.language.columns import files_of as named_files
from heatfig.language.extend import ReadSpec
from heatfig.language.parse import parse
from heatfig.language.read import FigureSpec, read
from heatfig.language.scalars import FilePattern
from heatfig.language.source import Source
from heatfig.runtime.captures import is_pattern
from heatfig.runtime.files.read import read_bytes
from heatfig.runtime.text import MOST_OF_A_SPEC


def spec_at(path: Path, root: Path | None = None, hashes: dict[str, str] | None = None) -> FigureSpec:
    """The spec at a path; raises Problems. With `root`, none outside it is read; see `reader` on `hashes`."""
    content = read_bytes(path, most=MOST_OF_A_SPEC + 1, root=root)
    return read(parse(content, str(path)), reader(path.parent, root, {} if hashes is None else hashes))


def files_of(spec: FigureSpec, folder: Path, root: Path | None = None) -> list[Path]:
    """The specs that a spec extends, and the files that they name."""
    named = dict.fromkeys(name for panel in spec.panels for name in named_files(panel.settings))
    found = (match.name for name in named for match in listed(name, folder, root))
    return [Path(os.path.normpath(folder / name)) for name in dict.fromkeys([*spec.files, *found])]


def patterns_of(spec: FigureSpec) -> list[str]:
    """The patterns of names by which a spec finds score files."""
    named = (name for panel in spec.panels for name in named_files(panel.settings))
    return [name for name in dict.fromkeys(named) if isinstance(name, FilePattern) and is_pattern(name)]


def reader(folder: Path, root: Path | None, hashes: dict[str, str]) -> ReadSpec:
    """Reads a spec that another extends, by its path from `folder`, and notes the hash of its content.

    One that cannot be read is noted, too, with an empty hash.
    """

    def read_spec(file: str, named_at: Place) -> Source:
        path = Path(os.path.normpath(folder / file))
        hashes[file] = ""
        content = read_bytes(path, named_at, MOST_OF_A_SPEC + 1, root)
        hashes[file] = content_hash(content)
        return parse(content, str(path))

    return read_spec
