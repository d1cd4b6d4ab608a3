"""The names along one side of a grid."""

from functools import cached_property
from typing import NamedTuple

from heatfig.data.columns import Codes
from heatfig.runtime.deferred import dataclass


class Key(NamedTuple):
    """The full name of a row, a column or a part: the group is empty where there is none."""

    group: str
    label: str

    def __str__(self) -> str:
        return " / ".join(filter(None, self))


@dataclass(frozen=True)
class Index:
    """The keys along one side, in order."""

    keys: tuple[Key, ...]

    @cached_property
    def place(self) -> dict[Key, int]:
        """Where each key stands."""
        return {key: at for at, key in enumerate(self.keys)}

    def taken(self, places: Codes) -> "Index":
        """Some of the keys."""
        return Index(tuple(self.keys[at] for at in places.tolist()))
