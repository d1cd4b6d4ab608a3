"""What a figure depends on, in the forms that build tools read."""

import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from heatfig.diagnostics import Place, Report

_SPECIAL = re.compile(r"(\\*)([ #:])")

Rules = Sequence[tuple[Sequence[Path], Sequence[Path]]]  # targets and what they depend on


def as_make(rules: Rules) -> str:
    """Rules for make and ninja; a rule without a recipe for each input, so that one that is gone is no error.

    Raises Problems with every name that no escape makes readable for make.
    """
    _check_names(rules)
    lines = [f"{_spaced(targets)}: {_spaced(needed)}" for targets, needed in rules]
    phony = dict.fromkeys(path for _, needed in rules for path in needed)
    return "\n".join([*lines, *(f"{_escaped(path)}:" for path in phony)]) + "\n"


def as_json(rules: Rules) -> str:
    """A list of objects with `targets` and `inputs`."""
    data = [{"targets": list(map(str, targets)), "inputs": list(map(str, needed))} for targets, needed in rules]
    return json.dumps(data, indent=1, ensure_ascii=False) + "\n"


def as_zero(rules: Rules) -> str:
    """The inputs alone, each ended by a NUL."""
    return "".join(f"{path}\0" for path in dict.fromkeys(path for _, needed in rules for path in needed))


WRITERS: dict[str, Callable[[Rules], str]] = {"make": as_make, "json": as_json, "zero": as_zero}


def _check_names(rules: Rules) -> None:
    report = Report()
    for targets, needed in rules:
        leading = [*targets, *needed[:1]]  # where `=` would begin a variable, and `%` a pattern
        for path in dict.fromkeys([*leading, *needed]):
            bad = next((c for c in str(path) if c in "\n\t;|" or (c in "=%" and path in leading)), None)
            if bad is not None:
                message = f"make cannot read the name {path}: {bad!r} has a meaning of its own there"
                report.add("not-for-make", message, Place(str(path)), "rename it, or ask `heatfig deps` for JSON")
    report.check()


def _spaced(paths: Sequence[Path]) -> str:
    return " ".join(map(_escaped, paths))


def _escaped(path: Path) -> str:
    """A path as make reads it: blanks, hashes, colons, backslashes before them, and dollars are special."""
    return _SPECIAL.sub(lambda found: f"{2 * found[1]}\\{found[2]}", str(path)).replace("$", "$$")
