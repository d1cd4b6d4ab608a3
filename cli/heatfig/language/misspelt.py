"""Keys that the language does not have, and what they were meant for."""

from collections.abc import Callable
from functools import partial
from typing import Any

from heatfig.diagnostics import Place
from heatfig.diagnostics.origin import Path
from heatfig.language.forms import Form
from heatfig.language.keys import THE_FIGURE, form_at, homes, known
from heatfig.language.location import Location
from heatfig.language.nodes import Mapping, mapping_at, scalar_at
from heatfig.language.notes import Notes
from heatfig.language.source import Source
from heatfig.language.suggestions import unknown_key
from heatfig.language.synonyms import likeliest, synonym

Reads = Callable[[Any, Form, Location], bool]  # whether a node has a form


def known_keys(
    node: Mapping, form: Form, at: Location, source: Source, notes: Notes, reads: Reads
) -> tuple[Mapping, set[Path]]:
    """A mapping with known keys alone, and the paths of what others were meant for; each of these is noted.

    The value of another tool's key goes on under the name that it means, if it can stand there. That of a misspelt key
    stands for nothing, as what it means is a guess, and nothing is said of what lacks it.
    """
    keys, entries, invalid = known(form), dict[str, Any](), set[Path]()
    for key, value in node.items():
        if key in keys:
            entries[key] = value
            continue
        notes.add("unknown-key", partial(_explained, key, node, form, source))
        free = [name for name in keys if name not in node and name not in entries]
        meant = None if notes.many("unknown-key") else likeliest(form, key, free)
        if meant is None:
            invalid |= _possible(key, at.path, node)
        elif synonym(form, key) and reads(value, form_at(form, meant), at.under(meant)):
            entries[scalar_at(meant, value.span)] = value
        else:
            invalid.add((*at.path, meant))
    return mapping_at(entries, node.span), invalid


def _explained(key: str, node: Mapping, form: Form, source: Source) -> tuple[str, Place, str]:
    return f"unknown key '{key}'", source.key_place(node, key), unknown_key(key, node, form)


def _possible(key: str, path: Path, around: Mapping) -> set[Path]:
    """The paths that an unknown key may have been meant for."""
    panel = path[:2] if path[:1] == ("panels",) else ()
    paths: set[Path] = {(*panel, key) if home == THE_FIGURE else (*panel, *home.split("."), key) for home in homes(key)}
    if len(path) > len(panel):
        return paths | {path}
    return paths | {(*panel, required) for required in ("scores", "value", "axes") if required not in around}
