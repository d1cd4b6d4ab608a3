"""The score files of a panel as they lie on the disk, those of patterns one by one."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from heatfig.diagnostics import Place, problem
from heatfig.language.model.scores import ScoreFile
from heatfig.language.scalars import FilePattern, FileRef
from heatfig.runtime.captures import is_pattern, plain_text
from heatfig.runtime.deferred import dataclass
from heatfig.runtime.files.patterns import Match, matches


@dataclass(frozen=True, eq=False)
class MatchedFile:
    """A file of the entry of `scores` with this number, and what is captured of its name."""

    entry: int
    file: ScoreFile
    captured: tuple[tuple[str, str], ...] = ()


def found_files(entry: int, file: ScoreFile, folder: Path, root: Path | None, named_at: Place) -> list[MatchedFile]:
    """The files of an entry of `scores`; raises Problems for a pattern that no file has."""
    if not is_pattern(file.file):
        return [MatchedFile(entry, replace(file, file=FilePattern(plain_text(file.file))))]
    found = matches(folder, file.file, root, named_at)
    if not found:
        hint = (
            "`*` and `?` stand for any characters within a name, {model} for what becomes a column, and `**` for any "
            "number of folders"
        )
        raise problem("unreadable-file", f"no file matches '{file.file}'", named_at, hint)
    for one, other in pairwise(found):
        if one.name == other.name:
            ways = " and ".join(", ".join(f"{key} '{text}'" for key, text in way.captured) for way in (one, other))
            message = f"'{one.name}' fits '{file.file}' in several ways: with {ways}"
            raise problem("contradiction", message, named_at, "say more of its folders: one `**` leaves no doubt")
    return [MatchedFile(entry, replace(file, file=FilePattern(one.name)), one.captured) for one in found]


def listed(name: FileRef, folder: Path, root: Path | None) -> list[Match]:
    """The files that a name or a pattern stands for; none where a pattern finds none."""
    if not isinstance(name, FilePattern):
        return [Match(name)]
    return matches(folder, name, root) if is_pattern(name) else [Match(plain_text(name))]
