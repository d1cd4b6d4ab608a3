"""Names that a disk takes for one."""

import os
import sys
from pathlib import Path

# Disks of macOS, as they come, take names for one that differ in case alone, or in how an accent is written.
FOLDS = sys.platform == "darwin"


def folded(path: Path) -> str:
    """A text that is the same for all names of one file."""
    name = os.fspath(path)
    if not FOLDS:
        return name
    from unicodedata import normalize

    return normalize("NFC", name).casefold()
