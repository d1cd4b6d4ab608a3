"""Where cells stand along one axis of a grid."""

from bisect import bisect_right
from dataclasses import dataclass

from heatfig.layout.style import Style
from heatfig.plan.figure import AxisPlan, PanelPlan


@dataclass(frozen=True)
class BandScale:
    """`count` cells, one every `size` points with `gap` of it between them; a wider gap before each of `breaks`."""

    count: int
    size: float
    gap: float
    breaks: tuple[int, ...]
    group_gap: float

    @property
    def cell(self) -> float:
        """The extent of a cell itself."""
        return self.size - self.gap

    def start(self, index: int) -> float:
        """The lower edge of a cell."""
        return index * self.size + self.group_gap * self._breaks_before(index)

    def _breaks_before(self, index: int) -> int:
        return bisect_right(self.breaks, index)

    def end(self, index: int) -> float:
        """The upper edge of a cell."""
        return self.start(index) + self.cell

    def center(self, index: int) -> float:
        """The middle of a cell."""
        return self.start(index) + self.cell / 2

    @property
    def length(self) -> float:
        """From the first cell's lower edge to the last one's upper edge."""
        return self.count * self.size - self.gap + self.group_gap * len(self.breaks)

    def last_of_run(self, index: int) -> bool:
        """Whether a gap or the grid's edge follows a cell."""
        return self.gap > 0 or index + 1 == self.count or self._breaks_before(index) < self._breaks_before(index + 1)


def track(panel: PanelPlan, axis: AxisPlan, size: float, style: Style) -> BandScale:
    """The track of a panel's axis; an image has no gaps between groups."""
    breaks = () if panel.image else tuple(group.first for group in axis.groups[1:])
    return BandScale(len(axis.labels), size, panel.gap, breaks, style.group_gap)
