"""An axis as orders see it: its keys, and the cells of all panels that share it."""

from collections.abc import Mapping, Sequence
from dataclasses import field
from functools import cached_property

import numpy as np

from heatfig.data.cells import Cells
from heatfig.data.columns.arrays import Codes, Floats
from heatfig.plan.grid import Grid
from heatfig.plan.key import Key
from heatfig.runtime.deferred import dataclass
from heatfig.scales.words import VALUE


@dataclass(frozen=True, eq=False)
class Axis:
    """Keys along the rows, or else the columns, of some panels; of groups with which of them each line is in.

    Labels or groups that have an order of their own, as months or bins, have `positions` in it.
    """

    keys: tuple[Key, ...]
    panels: Sequence[Cells]
    rows: bool
    members: Codes | None = None
    positions: Mapping[str, float] = field(default_factory=dict)
    group_positions: Mapping[str, float] = field(default_factory=dict)

    @property
    def names(self) -> tuple[str, ...]:
        """The labels within the groups."""
        return tuple(key.label for key in self.keys)

    @cached_property
    def groups(self) -> tuple[str, ...]:
        """The groups in first appearance."""
        return tuple(dict.fromkeys(key.group for key in self.keys))

    @property
    def group_codes(self) -> Codes:
        """Which of the groups each key is in."""
        place = {name: at for at, name in enumerate(self.groups)}
        return np.array([place[key.group] for key in self.keys], np.int64)

    def of_groups(self) -> "Axis":
        """An axis of the groups alone."""
        return Axis(
            tuple(Key("", name) for name in self.groups), self.panels, self.rows, self.group_codes, self.group_positions
        )

    @cached_property
    def key_of_line(self) -> Codes:
        """The key of each line of the panels."""
        return np.arange(len(self.keys)) if self.members is None else self.members

    def take(self, places: Codes) -> "Axis":
        """Some of its keys."""
        keys = tuple(self.keys[at] for at in places.tolist())
        chosen = [panel.take(*self._sides(panel, places)) for panel in self.panels]
        return Axis(keys, chosen, self.rows)

    def lines(self) -> list[Floats]:
        """The values of each panel, of shape (keys, what stands in each line)."""
        found = []
        for panel in self.panels:
            made = panel.fields[VALUE].content
            assert isinstance(made, Grid)
            scores = made.scores if self.rows else made.scores.swapaxes(0, 1)
            found.append(scores.reshape(len(self.keys), -1))
        return found

    def _sides(self, panel: Cells, places: Codes) -> tuple[Codes, Codes]:
        rows, columns = np.arange(panel.shape[0]), np.arange(panel.shape[1])
        return (places, columns) if self.rows else (rows, places)
