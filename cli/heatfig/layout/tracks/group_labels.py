"""Groups of an axis: a bracket over the labels of each, and its name."""

from collections.abc import Iterator
from dataclasses import replace

from heatfig.layout.band import Along, Band, Tight
from heatfig.layout.edge import Edge
from heatfig.layout.scene.items import Item, Lines
from heatfig.layout.setting import Setting, Slot
from heatfig.layout.style import HAIRLINE, Style
from heatfig.layout.texts.block import Block, block
from heatfig.layout.texts.wrapping import in_lines
from heatfig.layout.tracks.group_names import Names
from heatfig.layout.tracks.pose import LONGEST
from heatfig.layout.tracks.tick_labels import TickLabelsBand, tick_labels_band
from heatfig.plan.axis import Group
from heatfig.plan.tracks.axis_texts import GroupLabels, TickLabels
from heatfig.runtime.arrays import RGB
from heatfig.runtime.deferred import dataclass

MOST_LINES = 3
STEEPEST = 1.2  # of a line to a name that was moved: how far it reaches out for each point along the axis


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
    bracket: float  # how far it reaches out, 0 for none
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
        return next((names for names in tried if names.lacking(along.cells, self.clear)[0] <= 1e-6), tried[-1])

    def needed_cell(self, turn: int) -> float:
        """The least step at which every name fits."""
        room = 2 * self.style.clearance + self.gap
        return min(names.needed_cell(room) for names in self._tried(turn))

    def tight(self, along: Along, size: float) -> Iterator[Tight]:  # noqa: ARG002  # looks at spans
        """The name that is longest beyond its span, or of those that have no room together."""
        names = self._pose(along)
        lacking, index = names.lacking(along.cells, self.clear)
        if lacking > 1e-6:
            content = self.groups[index].text.content
            message = f"the group label '{content}' needs {names.along(index):.1f} pt along its cells"
            yield Tight(message, (*self.slot.axis_path, "groups", index))

    def depth(self, along: Along) -> float:
        """How far brackets and names reach out."""
        names = self._pose(along)
        reach = [
            names.across(index) - self._back(along, group) * (not names.moved)
            for index, group in enumerate(self.groups)
            if group.text
        ]
        return self._out(along, names) + max(reach) if reach else 0.0

    def _back(self, along: Along, group: Group) -> float:
        """How much nearer to the grid than the longest of all turned labels those end that stand over a group."""
        if self.labels is None or not self.labels.turned(along):
            return 0.0
        low, high = along.cells.starts[group.first], along.cells.ends[group.end - 1]
        return self.labels.depth(along) - self.labels.reach(along, low, high)

    def _out(self, along: Along, names: Names) -> float:
        """From where the band begins to names."""
        return self.style.tick_pad + self.bracket + self.style.tick_pad + self._leader(along, names)

    def _leader(self, along: Along, names: Names) -> float:
        """How long lines to names are that were moved: so that the one that leans most can still be followed."""
        if not names.moved:
            return 0.0
        leaning = max(map(abs, names.moves(along.cells)), default=0.0)
        return min(self.style.leader, 2 * self.style.tick + STEEPEST * leaning)

    def draw(self, along: Along, edge: Edge, ink: RGB) -> Iterator[Item]:
        """A bracket and a name for each group that has one, and to a name that was moved a line."""
        names = self._pose(along)
        places = names.places(along.cells)
        for index, (group, place) in enumerate(zip(self.groups, places, strict=True)):
            if group.text:
                yield from self._group(along, edge, ink, names, index, place)

    def _group(self, along: Along, edge: Edge, ink: RGB, names: Names, index: int, place: float) -> Iterator[Item]:
        group, name = self.groups[index], names.blocks[index]
        back = self._back(along, group)
        near, far = self.style.tick_pad - back, self.style.tick_pad + self.bracket - back
        low, high = along.cells.starts[group.first], along.cells.ends[group.end - 1]
        inset = min(1.0, (high - low) / 4)
        middle, low, high = (low + high) / 2, low + inset, high - inset
        bracket = (edge.point(low, near), edge.point(low, far), edge.point(high, far), edge.point(high, near))
        if self.bracket:
            yield Lines(self.slot.role("group bracket", index), (bracket,), ink, HAIRLINE)
        out = self._out(along, names)
        if names.moved:
            back, end = 0.0, out - self.style.tick_pad
            straight = abs(place - middle) < 2 * self.style.tick
            bends = () if straight else ((middle, far + self.style.tick), (place, end - self.style.tick))
            corners = ((middle, far), *bends, (place, end))
            line = tuple(edge.point(*corner) for corner in corners)
            yield Lines(self.slot.role("leader line", index), (line,), ink, HAIRLINE)
        level = names.upright and names.angle == 0
        pivot = (name.width / 2, name.middle if level else (name.top + name.bottom) / 2)
        at = edge.point(place, out - back + names.across(index) / 2)
        yield from name.text_runs(self.slot.role("group label", index), at, pivot, names.angle, 0.5, ink)


def group_labels_band(setting: Setting, plan: GroupLabels) -> GroupLabelsBand:
    """Measure the names of the groups of the axis along which they lie."""
    axis, style = setting.axis, setting.style
    gap = style.group_gap if axis.group_gap is None else axis.group_gap
    clear = max(0.0, style.group_gap - gap)
    poses = tuple(_poses(setting))
    bracket, panel, slot = style.tick * plan.bracket, setting.panel, setting.slot
    return GroupLabelsBand(axis.groups, poses, _labels(setting), panel.gap, clear, bracket, slot, style)


def _labels(setting: Setting) -> TickLabelsBand | None:
    """The labels that stand between the grid and the groups."""
    slot = setting.slot
    if slot.track and isinstance(setting.panel.beside.at(slot.side)[slot.track - 1], TickLabels):
        return tick_labels_band(replace(setting, slot=replace(slot, track=slot.track - 1)))
    return None


def _poses(setting: Setting) -> Iterator[Names]:
    """At the angle asked for; else upward or level at the side; else level in ever more lines, or upward.

    Moved apart where cells cannot be as large as names over them ask for.
    """
    axis, upright = setting.axis, setting.slot.upright
    texts = [group.text for group in axis.groups]
    flat = tuple(block(setting.face, text, setting.style.base) for text in texts)
    found = list(_over(setting, flat))
    yield from found
    if not any(_may_grow(setting, names) for names in found):
        angle = axis.group_rotation
        yield Names(axis.groups, flat, (0.0 if upright else 90.0) if angle is None else angle, upright, moved=True)


def _over(setting: Setting, flat: tuple[Block, ...]) -> Iterator[Names]:
    """Over their cells, best first."""
    axis, upright, base = setting.axis, setting.slot.upright, setting.style.base
    texts = [group.text for group in axis.groups]
    if axis.group_rotation is not None:
        yield Names(axis.groups, flat, axis.group_rotation, upright)
        return
    if upright:
        yield from (Names(axis.groups, flat, angle, upright) for angle in (90.0, 0.0))
        return
    level = Names(axis.groups, flat, 0.0, upright)
    yield level
    if _may_grow(setting, level):
        return
    for most in range(2, MOST_LINES + 1):
        yield Names(axis.groups, tuple(in_lines(setting.face, texts, base, most)), 0.0, upright)
    yield Names(axis.groups, flat, 90.0, upright)


def _may_grow(setting: Setting, names: Names) -> bool:
    """Whether cells may be as wide as names ask, which makes the axis no longer than is comely."""
    size = setting.plan.page.size
    return size.width is None and size.cell is None and names.needed_cell(0.0) * len(setting.axis.keys) <= LONGEST
