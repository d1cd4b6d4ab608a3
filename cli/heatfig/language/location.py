"""Where a node stands in the language, rather than in a file."""

from heatfig.diagnostics.origin import Path
from heatfig.language.forms import Key
from heatfig.language.nodes import Mapping, Sequence
from heatfig.runtime.deferred import dataclass


@dataclass(frozen=True)
class Location:
    """The path of a node, and the innermost key of the language around it, whose value it is if `direct`."""

    path: Path = ()
    key: Key | None = None
    direct: bool = False

    def under(self, step: str | int, key: Key | None = None) -> "Location":
        """One step within."""
        return Location((*self.path, step), key or self.key, key is not None)

    def takes_empty(self, node: Sequence | Mapping) -> bool:
        """Whether a list or a mapping may say nothing here: where its key's own default is such a one."""
        nothing: object = {} if isinstance(node, Mapping) else ()
        return bool(node) or self.key is None or (self.direct and self.key.default == nothing)
