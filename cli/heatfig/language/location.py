"""Where a node stands in the language, rather than in a file."""

from heatfig.diagnostics.origin import Path
from heatfig.language.forms import Key
from heatfig.runtime.deferred import dataclass


@dataclass(frozen=True)
class Location:
    """The path of a node, and the innermost key of the language around it."""

    path: Path = ()
    key: Key | None = None

    def under(self, step: str | int, key: Key | None = None) -> "Location":
        """One step within."""
        return Location((*self.path, step), key or self.key)
