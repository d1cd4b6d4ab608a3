"""Groups of an axis: a bracket over the labels of each, and its name."""

from collections.abc import Iterator

from heatfig.layout.band import Along, Band, Setting, Slot, Tight
from heatfig.layout.band_scale import BandScale
from heatfig.layout.block import Block, block
from heatfig.layout.edge import Edge
from heatfig.layout.scene import Item, Lines
from heatfig.layout.style import HAIRLINE, Style
from heatfig.plan.axis import Group
from heatfig.runtime.arrays import RGB
from heatfig.runtime.deferred import dataclass


@dataclass(frozen=True)
class GroupLabelsBand(Band):
    """The groups of an axis with their names measured; `gap` lies between cells."""

    named: tuple[tuple[Group, Block], ...]
    gap: float
    slot: Slot
    style: Style

    def needed_cell(self, turn: int) -> float:  # noqa: ARG002  # does not turn with tick labels
        """The least step at which every name fits over its cells."""
        steps = (self._needed(name) / (group.end - group.first) for group, name in self.named if group.text)
        return max(steps, default=0.0)

    def _needed(self, name: Block) -> float:
        return (name.height if self.slot.upright else name.width) + 2 * self.style.clearance + self.gap

    def _angle(self, cells: BandScale) -> float:
        """Names at the left or right read upward where they fit their span, else level."""
        if not self.slot.upright:
            return 0.0
        return 90.0 if all(name.width <= _span(group, cells) for group, name in self.named) else 0.0

    def tight(self, along: Along, size: float) -> Iterator[Tight]:  # noqa: ARG002  # looks at spans
        """The name that is longest beyond its span."""
        level = self._level(self._angle(along.cells))
        found = []
        for index, (group, name) in enumerate(self.named):
            needed = (name.height if level else name.width) if group.text else 0.0
            found.append((needed - _span(group, along.cells), needed, index, group.text.content))
        lacking, needed, index, content = max(found, key=lambda one: one[0], default=(0.0, 0.0, 0, ""))
        if lacking > 1e-6:
            message = f"the group label '{content}' needs {needed:.1f} pt along its cells"
            yield Tight(message, (*self.slot.axis_path, "groups", index))

    def depth(self, along: Along) -> float:
        """How far brackets and names reach out."""
        angle = self._angle(along.cells)
        return self._name_out + max((self._name_depth(name, angle) for _, name in self.named), default=0.0)

    @property
    def _name_out(self) -> float:
        return self.style.tick_pad + self.style.tick + self.style.tick_pad

    def _name_depth(self, name: Block, angle: float) -> float:
        return name.width if self._level(angle) else name.height

    def _level(self, angle: float) -> bool:
        """Whether names at the side do not run along it."""
        return self.slot.upright and angle == 0

    def draw(self, along: Along, edge: Edge, ink: RGB) -> Iterator[Item]:
        """A bracket and a name for each group."""
        angle = self._angle(along.cells)
        near, far = self.style.tick_pad, self.style.tick_pad + self.style.tick
        for index, (group, name) in enumerate(self.named):
            low, high = along.cells.starts[group.first] + 1, along.cells.ends[group.end - 1] - 1
            bracket = (edge.point(low, near), edge.point(low, far), edge.point(high, far), edge.point(high, near))
            yield Lines(self.slot.role("group bracket", index), (bracket,), ink, HAIRLINE)
            pivot = (name.width / 2, name.middle if self._level(angle) else (name.top + name.bottom) / 2)
            at = edge.point((low + high) / 2, self._name_out + self._name_depth(name, angle) / 2)
            yield from name.words(self.slot.role("group label", index), at, pivot, angle, 0.5, ink)


def _span(group: Group, cells: BandScale) -> float:
    return cells.ends[group.end - 1] - cells.starts[group.first]


def group_labels_band(setting: Setting) -> GroupLabelsBand:
    """Measure the names of the groups of the axis along which they lie."""
    groups = setting.axis.groups
    named = tuple((group, block(setting.face, group.text, setting.style.base)) for group in groups)
    return GroupLabelsBand(named, setting.panel.gap, setting.slot, setting.style)
