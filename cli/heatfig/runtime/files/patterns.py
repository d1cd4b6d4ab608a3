"""Files by a pattern of their names.

`*` and `?` stand for characters within a name, `{model}` for what is captured of it, and `**` for folders in folders.
"""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from posixpath import join, normpath

from heatfig.diagnostics import Place
from heatfig.runtime.captures import captured, is_pattern, plain_text
from heatfig.runtime.deferred import dataclass
from heatfig.runtime.files.find import is_file
from heatfig.runtime.files.inside import check_inside, folders_in, leads_inside, names_in

_DIGITS = re.compile(r"(\d+)")
_ANY_DEPTH = "**"

Captured = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Match:
    """A file that a pattern found, by its path from the folder where the pattern stands, and what was captured."""

    name: str
    captured: Captured = ()


def matches(folder: Path, pattern: str, root: Path | None = None, named_at: Place | None = None) -> list[Match]:
    """The files of a pattern in the order of their names, numbers in these by size; raises Problems outside `root`.

    One that fits in several ways stands there as often.
    """
    found = dict.fromkeys(_Reading(folder, root, named_at).below("", pattern.split("/"), ()))
    files = (match for match in found if _is_wanted(folder / match.name, root))
    return sorted(files, key=lambda match: (_natural(match.name), match.captured))


def _is_wanted(path: Path, root: Path | None) -> bool:
    """Whether there is a file; what leads outside `root` is not asked for, and refused when it is read."""
    return not leads_inside(str(path), root) or is_file(path)


def folders(folder: Path, pattern: str, root: Path | None = None) -> set[str]:
    """The folders in which names are looked at."""
    steps, reading = pattern.split("/"), _Reading(folder, root)
    first = next(at for at, step in enumerate(steps) if is_pattern(step))
    ends = range(first, len(steps))
    return {normpath(join(str(folder), one.name)) for at in ends for one in reading.below("", steps[:at], ())}


def names_hash(found: list[Match]) -> str:
    """What tells one set of names from another."""
    return hashlib.sha256("\0".join(match.name for match in found).encode(errors="surrogateescape")).hexdigest()


@dataclass(frozen=True)
class _Reading:
    """Reads names in and below a folder, none outside `root`; a problem points at `named_at`."""

    folder: Path
    root: Path | None
    named_at: Place | None = None

    def below(self, name: str, steps: list[str], known: Captured) -> Iterator[Match]:
        """What the steps of a pattern lead to from a path."""
        if not steps:
            yield Match(normpath(name), known)
            return
        step, *rest = steps
        if not is_pattern(step):
            yield from self.below(join(name, plain_text(step) or "/"), rest, known)
            return
        check_inside(self.folder / name, self.root, self.named_at)
        if step == _ANY_DEPTH:
            yield from self.below(name, rest, known)
            for one in folders_in(str(self.folder / name), self.root):
                yield from self.below(join(name, one), steps, known)
            return
        for one in names_in(str(self.folder / name), self.root):
            both = _with_captured(step, one, dict(known))
            if both is not None:
                yield from self.below(join(name, one), rest, tuple(both.items()))


def _with_captured(step: str, name: str, known: dict[str, str]) -> dict[str, str] | None:
    """What is known after one step; None where the name does not fit, or a name in it stands for two texts."""
    found = None if name[0] == "." and step[0] != "." else captured(step, name)
    if found is None:
        return None
    both = dict(known)
    return both if all(both.setdefault(key, text) == text for key, text in found) else None


def _natural(name: str) -> list[tuple[int, int, str]]:
    """A name by which files are sorted: step 2 before step 10."""
    return [(1, int(part), "") if part.isdecimal() else (0, 0, part) for part in _DIGITS.split(name)] + [(-1, 0, name)]
