"""file: as labels appear in the score files."""

from heatfig.runtime.deferred import dataclass


@dataclass(frozen=True)
class File:
    """The order of the files."""
