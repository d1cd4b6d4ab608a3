"""Ticks and tick labels along one side of a grid."""

from collections.abc import Iterator

from heatfig.layout.band import Along, Band, Tight
from heatfig.layout.edge import Edge
from heatfig.layout.scene.items import Item, Lines
from heatfig.layout.setting import Setting, Slot
from heatfig.layout.style import HAIRLINE, Style
from heatfig.layout.texts.anchor import alignment
from heatfig.layout.texts.block import Block, block
from heatfig.layout.texts.wrapping import in_lines
from heatfig.layout.tracks.pose import FAR, LONGEST, Pose, Spot, is_short
from heatfig.plan.axis import AxisPlan
from heatfig.plan.key import Key
from heatfig.runtime.arrays import RGB
from heatfig.runtime.deferred import dataclass

MOST_LINES = 3
TURNED, OF_GROUPS = (45.0, 90.0), (90.0,)  # labels of groups stand over their brackets
STEEP = 90.0
SMALL, SMALLS = 160.0, 400.0  # so do others on a small grid, and on several side by side


@dataclass(frozen=True)
class TickLabelsBand(Band):
    """The ticks of an axis, and the ways in which their labels may stand, best first."""

    at_grid = True

    plan: AxisPlan
    poses: tuple[Pose, ...]
    slot: Slot
    style: Style

    def turns(self) -> int:
        """One a way to stand."""
        return len(self.poses)

    def _pose(self, along: Along) -> Pose:
        """The first of those tried at which labels are clear of each other, else the last."""
        tried = self.poses[: along.turn + 1]
        return next((pose for pose in tried if pose.needed[0] <= along.cells.step + 1e-6), tried[-1])

    def needed_cell(self, turn: int) -> float:
        """The least step at which no label meets the next one."""
        return min(pose.needed[0] for pose in self.poses[: turn + 1])

    def tight(self, along: Along, size: float) -> Iterator[Tight]:
        """Labels that need larger cells."""
        needed, *pair = self._pose(along).needed
        if needed > size + 1e-6:
            first, second = (f"'{self._name(index)}'" for index in pair)
            message = f"the {self.slot.axis} tick labels {first} and {second} overlap"
            message += f": they need {needed:.1f} pt per cell and have {size:.1f}"
            yield Tight(message, self.slot.axis_path, instead=self._instead())

    def _instead(self) -> str:
        """What the axis could say to let its labels stand clear of each other."""
        if not self.slot.upright and self.plan.rotation is not None and abs(self.plan.rotation) < STEEP:
            return f"axes: {{{self.slot.axis}: {{rotation: auto}}}}"
        if len(self.plan.ticks) < len(self.plan.keys) and self.plan.spacing is None:
            return f"beside: {{{self.slot.side}: {{labels: […]}}}} in place of ticks, which stand apart with lines"
        return ""

    def _name(self, index: int) -> str:
        tick = self.plan.ticks[index]
        group = "" if self.plan.spacing else self.plan.keys[int(tick.at)].group
        return str(Key(group, tick.text.content))

    def depth(self, along: Along) -> float:
        """As far as the longest label reaches."""
        edge, sign = FAR[self.slot.side]
        boxes = [box for _, box in self._pose(along).pins]
        return max([0.0, *(sign * box[edge] - self.inward(along, index) for index, box in enumerate(boxes))])

    def inward(self, along: Along, index: int) -> float:  # noqa: ARG002  # all stand at the edge
        """How far inward of the grid's edge a label stands."""
        return 0.0

    def turned(self, along: Along) -> bool:
        """Whether labels are turned."""
        return self._pose(along).angle != 0

    def reach(self, along: Along, low: float, high: float) -> float:
        """As far as the longest of the labels reaches that stand over a stretch of the axis."""
        edge, sign = FAR[self.slot.side]
        first, last = (1, 3) if self.slot.upright else (0, 2)
        pose, found = self._pose(along), 0.0
        for index, (spot, (_, box)) in enumerate(zip(pose.spots, pose.pins, strict=True)):
            center = along.cells.at(spot.at)
            if center + box[first] < high and center + box[last] > low:
                found = max(found, sign * box[edge] - self.inward(along, index))
        return found

    def inset(self, along: Along) -> float:
        """The gap before the labels."""
        return self._pose(along).out

    def overhang(self, along: Along) -> tuple[float, float]:
        """How far labels stick out past the first and the last cell."""
        before = after = 0.0
        low, high = (1, 3) if self.slot.upright else (0, 2)
        pose = self._pose(along)
        for spot, (_, box) in zip(pose.spots, pose.pins, strict=True):
            center = along.cells.at(spot.at)
            before = max(before, -(center + box[low]))
            after = max(after, center + box[high] - along.cells.length)
        return before, after

    def lean(self, along: Along, far: float) -> tuple[float, float]:
        """As turned labels do, and clear of what they lean over."""
        before, after = self._pose(along).lean(along.cells, far)
        return before + self.style.clearance, after + self.style.clearance

    def draw(self, along: Along, edge: Edge, ink: RGB) -> Iterator[Item]:
        """A label for each tick, and for those of numbers a short stroke."""
        pose, stroked = self._pose(along), has_strokes(self.plan)
        places = [along.cells.at(spot.at) for spot in pose.spots]
        if places and stroked:
            strokes = tuple((edge.point(place, 0), edge.point(place, self.style.tick)) for place in places)
            yield Lines(self.slot.role("ticks"), strokes, ink, HAIRLINE)
        align = alignment(self.slot.side, pose.angle)
        for index, (place, spot, (pivot, _)) in enumerate(zip(places, pose.spots, pose.pins, strict=True)):
            role = self.slot.role("tick label", index if stroked else int(spot.at))
            at = edge.point(place, -self.inward(along, index))
            yield from spot.text.text_runs(role, at, pivot, pose.angle, align, ink)


def has_strokes(axis: AxisPlan) -> bool:
    """Whether ticks have strokes: those of numbers and dates, which stand anywhere; a category is its cell."""
    return axis.spacing is not None


def tick_labels_band(setting: Setting) -> TickLabelsBand:
    """Measure the tick labels of the axis along which they lie."""
    return TickLabelsBand(setting.axis, tuple(poses(setting)), setting.slot, setting.style)


def poses(setting: Setting) -> Iterator[Pose]:
    """At the angle asked for; else level and, along x, where they do not fit in more lines, else turned."""
    axis, flat = setting.axis, _measured(setting)
    if axis.rotation is not None:
        yield _pose(setting, flat, axis.rotation)
        return
    untilted = [_pose(setting, flat, 0.0)]
    yield untilted[0]
    if setting.slot.upright or (all(map(is_short, flat)) and _may_grow(setting, untilted, LONGEST)):
        return
    untilted += _broken(setting)
    yield from untilted[1:]
    if not _may_grow(setting, untilted, min(SMALL, SMALLS / setting.plan.columns)):
        yield from (_pose(setting, flat, angle) for angle in (OF_GROUPS if axis.groups else TURNED))


def _broken(setting: Setting) -> Iterator[Pose]:
    """Level in more and more lines."""
    lines = 1
    for most in range(2, MOST_LINES + 1):
        broken = in_lines(setting.face, [tick.text for tick in setting.axis.ticks], setting.style.base, most)
        if (found := max((len(text.lines) for text in broken), default=0)) > lines:
            lines = found
            yield _pose(setting, broken, 0.0)


def _measured(setting: Setting) -> list[Block]:
    return [block(setting.face, tick.text, setting.style.base) for tick in setting.axis.ticks]


def _pose(setting: Setting, texts: list[Block], angle: float) -> Pose:
    axis, style = setting.axis, setting.style
    spots = (Spot(tick.at, axis.middling(tick.at), text) for tick, text in zip(axis.ticks, texts, strict=True))
    out = style.tick + style.tick_pad if has_strokes(axis) else style.label_gap
    return Pose(tuple(spots), angle, setting.slot.side, out, style.clearance)


def _may_grow(setting: Setting, poses: list[Pose], longest: float) -> bool:
    """Whether cells may be as wide as labels ask in one of these poses, which makes the axis no longer than that."""
    size, needed = setting.plan.page.size, min(pose.needed[0] for pose in poses)
    return size.width is None and size.cell is None and needed * len(setting.axis.keys) <= longest
