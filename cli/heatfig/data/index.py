"""The names along one side of a grid."""

from functools import cached_property

from heatfig.data.columns.arrays import Codes
from heatfig.plan.key import Key
from heatfig.runtime.deferred import dataclass


@dataclass(frozen=True)
class Index:
    """The keys along one side, in order."""

    keys: tuple[Key, ...]

    @cached_property
    def place(self) -> dict[Key, int]:
        """Where each key stands."""
        return {key: at for at, key in enumerate(self.keys)}

    def take(self, places: Codes) -> "Index":
        """Some of the keys."""
        return Index(tuple(self.keys[at] for at in places.tolist()))
