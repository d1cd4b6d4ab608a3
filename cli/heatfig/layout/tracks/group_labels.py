"""Groups of an axis: a bracket over the labels of each, and its name."""

from collections.abc import Iterator
from dataclasses import replace

from heatfig.layout.band import Along, Band, Setting, Slot, Tight
from heatfig.layout.band_scale import BandScale
from heatfig.layout.block import Block, block
from heatfig.layout.edge import Edge
from heatfig.layout.scene import Item, Lines
from heatfig.layout.style import HAIRLINE, Style
from heatfig.layout.tracks.pose import LONGEST
from heatfig.layout.tracks.tick_labels import TickLabelsBand, tick_labels_band
from heatfig.layout.wrapping import in_lines
from heatfig.plan.axis import Group
from heatfig.plan.tracks.axis_texts import TickLabels
from heatfig.runtime.arrays import RGB
from heatfig.runtime.deferred import dataclass

MOST_LINES = 3


@dataclass(frozen=True)
class Names:
    """The names of all groups at an angle; at an `upright` side what is along the axis is their height."""

    blocks: tuple[Block, ...]
    angle: float
    upright: bool

    def along(self, index: int) -> float:
        """How far a name reaches along its cells."""
        return self._size(index)[1 if self.upright else 0]

    def across(self, index: int) -> float:
        """How far it reaches out."""
        return self._size(index)[0 if self.upright else 1]

    def _size(self, index: int) -> tuple[float, float]:
        left, top, right, bottom = self.blocks[index].box((0.0, 0.0), self.angle)
        return right - left, bottom - top


@dataclass(frozen=True)
class GroupLabelsBand(Band):
    """The groups of an axis, and the ways in which their names may stand, best first; `gap` lies between cells.

    Brackets stand at the ends of the labels that they group, where these follow the grid.
    """

    groups: tuple[Group, ...]
    poses: tuple[Names, ...]
    labels: TickLabelsBand | None
    gap: float
    clear: float  # at least, between names
    slot: Slot
    style: Style

    def turns(self) -> int:
        """One a way to stand; at the left or right all are as good."""
        return 1 if self.slot.upright else len(self.poses)

    def _tried(self, turn: int) -> tuple[Names, ...]:
        return self.poses if self.slot.upright else self.poses[: turn + 1]

    def _pose(self, along: Along) -> Names:
        """The first of those tried in which every name fits over its cells, else the last."""
        tried = self._tried(along.turn)
        return next((names for names in tried if self._lacking(names, along.cells)[0] <= 1e-6), tried[-1])

    def _lacking(self, names: Names, cells: BandScale) -> tuple[float, int]:
        """How much the longest name beyond its span is longer than that, and which one that is."""
        over = (
            (names.along(index) + self.clear - _span(group, cells), index)
            for index, group in enumerate(self.groups)
            if group.text
        )
        return max(over, default=(0.0, 0))

    def needed_cell(self, turn: int) -> float:
        """The least step at which every name fits over its cells."""
        return min(max(self._steps(names), default=0.0) for names in self._tried(turn))

    def _steps(self, names: Names) -> Iterator[float]:
        room = 2 * self.style.clearance + self.gap
        for index, group in enumerate(self.groups):
            if group.text:
                yield (names.along(index) + room) / (group.end - group.first)

    def tight(self, along: Along, size: float) -> Iterator[Tight]:  # noqa: ARG002  # looks at spans
        """The name that is longest beyond its span."""
        names = self._pose(along)
        lacking, index = self._lacking(names, along.cells)
        if lacking > 1e-6:
            needed, content = names.along(index), self.groups[index].text.content
            message = f"the group label '{content}' needs {needed:.1f} pt along its cells"
            yield Tight(message, (*self.slot.axis_path, "groups", index))

    def depth(self, along: Along) -> float:
        """How far brackets and names reach out."""
        names = self._pose(along)
        reach = (names.across(index) - self._back(along, group) for index, group in enumerate(self.groups))
        return self._name_out + max(reach, default=0.0)

    def _back(self, along: Along, group: Group) -> float:
        """How much nearer to the grid than the longest of all turned labels those end that stand over a group."""
        if self.labels is None or not self.labels.turned(along):
            return 0.0
        low, high = along.cells.starts[group.first], along.cells.ends[group.end - 1]
        return self.labels.depth(along) - self.labels.reach(along, low, high)

    @property
    def _name_out(self) -> float:
        return self.style.tick_pad + self.style.tick + self.style.tick_pad

    def draw(self, along: Along, edge: Edge, ink: RGB) -> Iterator[Item]:
        """A bracket and a name for each group."""
        names = self._pose(along)
        level = names.upright and names.angle == 0
        for index, (group, name) in enumerate(zip(self.groups, names.blocks, strict=True)):
            back = self._back(along, group)
            near, far = self.style.tick_pad - back, self.style.tick_pad + self.style.tick - back
            low, high = along.cells.starts[group.first] + 1, along.cells.ends[group.end - 1] - 1
            bracket = (edge.point(low, near), edge.point(low, far), edge.point(high, far), edge.point(high, near))
            yield Lines(self.slot.role("group bracket", index), (bracket,), ink, HAIRLINE)
            pivot = (name.width / 2, name.middle if level else (name.top + name.bottom) / 2)
            at = edge.point((low + high) / 2, self._name_out - back + names.across(index) / 2)
            yield from name.words(self.slot.role("group label", index), at, pivot, names.angle, 0.5, ink)


def _span(group: Group, cells: BandScale) -> float:
    return cells.ends[group.end - 1] - cells.starts[group.first]


def group_labels_band(setting: Setting) -> GroupLabelsBand:
    """Measure the names of the groups of the axis along which they lie."""
    axis, style = setting.axis, setting.style
    gap = style.group_gap if axis.group_gap is None else axis.group_gap
    clear = max(0.0, style.group_gap - gap)
    poses = tuple(_poses(setting))
    return GroupLabelsBand(axis.groups, poses, _labels(setting), setting.panel.gap, clear, setting.slot, style)


def _labels(setting: Setting) -> TickLabelsBand | None:
    """The labels that stand between the grid and the groups."""
    slot = setting.slot
    if slot.track and isinstance(setting.panel.beside.at(slot.side)[slot.track - 1], TickLabels):
        return tick_labels_band(replace(setting, slot=replace(slot, track=slot.track - 1)))
    return None


def _poses(setting: Setting) -> Iterator[Names]:
    """At the angle asked for; else upward or level at the side; else level in ever more lines, or upward."""
    axis, upright, base = setting.axis, setting.slot.upright, setting.style.base
    texts = [group.text for group in axis.groups]
    flat = tuple(block(setting.face, text, base) for text in texts)
    if axis.group_rotation is not None:
        yield Names(flat, axis.group_rotation, upright)
        return
    if upright:
        yield from (Names(flat, angle, upright) for angle in (90.0, 0.0))
        return
    yield Names(flat, 0.0, upright)
    if _may_grow(setting, flat):
        return
    for most in range(2, MOST_LINES + 1):
        yield Names(tuple(in_lines(setting.face, texts, base, most)), 0.0, upright)
    yield Names(flat, 90.0, upright)


def _may_grow(setting: Setting, flat: tuple[Block, ...]) -> bool:
    """Whether cells may be as wide as names ask in one line, which makes the axis no longer than is comely."""
    size, groups = setting.plan.page.size, setting.axis.groups
    needed = max((name.width / (group.end - group.first) for group, name in zip(groups, flat, strict=True)), default=0)
    return size.width is None and size.cell is None and needed * len(setting.axis.keys) <= LONGEST
