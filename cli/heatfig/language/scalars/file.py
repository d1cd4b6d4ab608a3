"""Paths of files."""

from typing import Annotated

from heatfig.language.forms import Atom
from heatfig.language.nodes import Scalar
from heatfig.language.scalars.refusal import Refusal
from heatfig.language.scalars.text import TEXT_SCHEMA, read_label


class FileRef(str):
    """The path of a file, relative to the folder of the spec."""


class FilePattern(FileRef):
    """The path of a file, or a pattern of such paths."""


class PaletteFile(FileRef):
    """The path of a file of categories and their colours."""


def _file(node: Scalar) -> FileRef:
    return FileRef(read_label(node))


def _files(node: Scalar) -> FilePattern:
    return FilePattern(read_label(node))


def _palette_file(node: Scalar) -> PaletteFile:
    path = read_label(node)
    if not path.lower().endswith(".csv"):
        raise Refusal("wrong-type", f"expected a .csv file, got '{path}'")
    return PaletteFile(path)


File = Annotated[FileRef, Atom("path", "paths", _file, TEXT_SCHEMA, free=True, path=True)]
Files = Annotated[FilePattern, Atom("path", "paths", _files, TEXT_SCHEMA, free=True, path=True)]
Palette = Annotated[PaletteFile, Atom("path", "paths", _palette_file, TEXT_SCHEMA, path=True)]
