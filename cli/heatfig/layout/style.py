"""The house style: lengths that grow with the figure's font, and those that do not."""

from heatfig.runtime.deferred import dataclass

HAIRLINE = 0.5
BLEED = 1.0  # where half a point still shows a hairline at 96 pixels an inch, this does not
HATCH_STEP = 3.5
HATCH_WIDTH = 0.5  # as thin as any venue lets a line be
SMALLEST_TEXT = 5.0


@dataclass(frozen=True)
class Style:
    """Text sizes and lengths in points; the numbers below are for a font of 8 points."""

    base: float
    pixel: float
    smallest: float = SMALLEST_TEXT  # of texts that shrink to fit

    def _em(self, at_eight_points: float) -> float:
        return at_eight_points * self.base / 8

    @property
    def axis_label(self) -> float:
        """Text size of axis and colorbar labels."""
        return self.base * 1.1

    @property
    def title(self) -> float:
        """Text size of titles."""
        return self.base * 1.15

    @property
    def page_pad(self) -> float:
        """From the page's edge to the first text."""
        return self._em(4)

    @property
    def tick(self) -> float:
        """Length of a tick."""
        return min(self._em(2.3), 2.3)

    @property
    def tick_pad(self) -> float:
        """From a tick to its label."""
        return self._em(2)

    @property
    def label_gap(self) -> float:
        """From the grid to labels that have no tick: 1 mm."""
        return self._em(2.83)

    @property
    def label_pad(self) -> float:
        """From tick labels to the axis or colorbar label."""
        return self._em(4)

    @property
    def title_pad(self) -> float:
        """Under a title."""
        return self._em(6)

    @property
    def tag_gap(self) -> float:
        """Between a panel's tag and its title."""
        return self._em(4)

    @property
    def panel_gap(self) -> float:
        """Between panels with all that stands around them."""
        return self._em(14)

    @property
    def group_gap(self) -> float:
        """Between groups of cells on a two-level axis."""
        return self._em(4)

    @property
    def strip(self) -> float:
        """Thickness of a strip."""
        return self._em(5)

    @property
    def strip_gap(self) -> float:
        """Before a strip."""
        return self._em(2)

    @property
    def track_gap(self) -> float:
        """Before bars, texts and trees beside a grid: 1 mm."""
        return self._em(2.83)

    @property
    def bars(self) -> float:
        """From the lower to the upper end of a scale of bars."""
        return self._em(36)

    @property
    def whisker(self) -> float:
        """Thickness of the stroke that tells a bar's spread."""
        return self._em(0.8)

    @property
    def leader(self) -> float:
        """From a cell to its chosen label."""
        return self._em(14)

    @property
    def point(self) -> float:
        """Radius of a point beside the grid."""
        return self._em(2.2)

    @property
    def curve(self) -> float:
        """Thickness of a line beside the grid."""
        return self._em(1.2)

    @property
    def tree(self) -> float:
        """From the leaves of a tree to its root."""
        return self._em(24)

    @property
    def bar(self) -> float:
        """Least thickness of a colorbar, and length of its pointed ends."""
        return max(self._em(6), 6.0)

    @property
    def guide_gap(self) -> float:
        """Before a colorbar or legend: 2 mm."""
        return self._em(5.67)

    @property
    def swatch_gap(self) -> float:
        """From a swatch to its text."""
        return self._em(4)

    @property
    def entry_gap(self) -> float:
        """Between entries of the legend."""
        return self._em(14)

    @property
    def cell_pad(self) -> float:
        """Least room between an annotation and its cell's edge."""
        return self._em(2)

    @property
    def cell_room(self) -> float:
        """Room between an annotation and its cell's edge where the cell may be as large as it likes."""
        return self._em(4.5)

    @property
    def clearance(self) -> float:
        """Half the room between tick labels side by side."""
        return self._em(2.2)
