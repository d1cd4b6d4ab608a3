"""file: as labels appear in the score files."""

from dataclasses import dataclass


@dataclass(frozen=True)
class File:
    """The order of the files."""
