"""What a fingerprint holds of a pattern: not the content of a file, but the names of those that it finds."""

from pathlib import Path

from heatfig.runtime.files.patterns import matches, names_hash

NAMES = "names:"  # in place of the hash of a content stands, behind this, that of the names


def names_of(pattern: str, folder: Path, root: Path | None) -> str:
    """What stands for the names that a pattern finds."""
    return NAMES + names_hash(matches(folder, pattern, root))
