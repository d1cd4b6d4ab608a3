"""A spec over the one that it extends, and that over the next: all read, desugared and merged."""

import posixpath
from collections.abc import Callable
from functools import reduce
from typing import Any

from heatfig.diagnostics import Place, problem
from heatfig.diagnostics.origin import Path
from heatfig.language.desugar import Desugarer
from heatfig.language.keys import DOCUMENT
from heatfig.language.location import Location
from heatfig.language.merge import merged
from heatfig.language.nodes import Mapping, mapping_at
from heatfig.language.notes import Notes
from heatfig.language.source import Source
from heatfig.runtime.deferred import dataclass

ReadSpec = Callable[[str, Place], Source]
EXTENDS = "extends"


@dataclass(frozen=True)
class Extended:
    """A source in full form over all that it extends, the paths of what was left out, and the files read."""

    source: Source
    invalid: set[Path]
    files: tuple[str, ...]
    clashes: list[Any]


def extended(source: Source, read_spec: ReadSpec, notes: Notes) -> Extended:
    """The source over all that it extends.

    `read_spec` parses a file by its path from the spec's folder; it is told where the file is named.
    Raises Problems where one cannot be read, or extends itself.
    """
    files = [posixpath.basename(source.file)]
    layers, lines, faults = [_full(source, "", notes)], dict(source.lines), source.faults
    here = source
    while EXTENDS in layers[-1][0]:
        named = layers[-1][0][EXTENDS]
        place = here.at(named.span)
        if named in files:
            raise problem("contradiction", f"{named} extends itself", place, "take out one `extends` of the circle")
        files.append(str(named))
        here = read_spec(str(named), place)
        layers.append(_full(here, posixpath.dirname(named), notes))
        lines, faults = lines | here.lines, (*faults, *here.faults)
    clashes: list[Any] = []
    root = reduce(lambda under, over: merged(under, over, clashes), (root for root, _ in reversed(layers)))
    invalid = {path for _, paths in layers for path in paths}
    return Extended(Source(lines, root, faults), invalid, tuple(files[1:]), clashes)


def _full(source: Source, folder: str, notes: Notes) -> tuple[Mapping, set[Path]]:
    root = mapping_at({k: v for k, v in source.root.items() if not k.startswith("x-")}, source.root.span)
    desugarer = Desugarer(source, notes, folder)
    full = desugarer.full(root, DOCUMENT, Location())
    return full, desugarer.invalid
