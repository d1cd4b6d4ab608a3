"""What the system says of a file that it does not let us read or write, and how to mend it."""

from contextlib import suppress
from pathlib import Path

from heatfig.diagnostics import MOST_LISTED, Place, Problems, closest, problem
from heatfig.runtime.files.find import SPEC_SUFFIXES, is_folder, is_there
from heatfig.runtime.files.inside import names_in
from heatfig.runtime.reason import reason


def unreadable(path: Path, error: OSError, named_at: Place | None, root: Path | None = None) -> Problems:
    """A file that cannot be read, told where it is named, if it is named anywhere; nothing outside `root` is."""
    message = f"cannot read {path}: {reason(error)}" if named_at else f"cannot be read: {reason(error)}"
    return problem("unreadable-file", message, named_at or Place(str(path)), _similar(path, root))


def unwritable(path: Path, error: OSError) -> Problems:
    """A file that cannot be written."""
    hint = "name another folder with -o, or make room or permission there"
    return problem("unwritable-file", f"cannot be written: {reason(error)}", Place(str(path)), hint)


def _similar(path: Path, root: Path | None) -> str:
    with suppress(OSError):
        if is_there(path):
            return "name a file in it" if is_folder(path) else ""
    if not is_there(path.parent):
        return f"there is no folder {path.parent}"
    if not is_folder(path.parent):
        return f"{path.parent} is a file"
    alike = (path.suffix, *(SPEC_SUFFIXES if path.suffix in {"", *SPEC_SUFFIXES} else ()))
    names = names_in(str(path.parent), root)
    return _near(path, sorted(name for name in names if Path(name).suffix in alike and name[0] != "."))


def _near(path: Path, names: list[str]) -> str:
    """The file of a list whose name, suffixes apart, is most like that of a path, and the first of the list."""
    stems = {Path(name).stem: name for name in reversed(names)}
    near = closest(path.stem, stems)
    guess = f"did you mean '{stems[near]}'? " if near is not None else ""
    more = f" and {len(names) - MOST_LISTED:,} more" if len(names) > MOST_LISTED else ""
    there = f"{path.suffix} files there" if path.suffix else "there"
    return f"{guess}{there}: {', '.join(names[:MOST_LISTED])}{more}" if names else ""
