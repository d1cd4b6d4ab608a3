"""Where a track stands, and what becomes of it."""

from dataclasses import dataclass
from typing import Literal

from heatfig.compile.cells import PanelCells
from heatfig.compile.facets import View
from heatfig.compile.legend import Explained
from heatfig.data.index import Key
from heatfig.data.order.line import Axis
from heatfig.diagnostics import Place, problem
from heatfig.diagnostics.origin import Origin, Path
from heatfig.language.read import FigureSpec
from heatfig.plan.text import Side
from heatfig.plan.tracks import Track
from heatfig.runtime.arrays import RGB
from heatfig.scales.colors import ColorError, parse_color


@dataclass(frozen=True, eq=False)
class TrackPlace:
    """The side of a panel's grid at which a track stands, and where the spec says it."""

    spec: FigureSpec
    view: View
    cells: PanelCells
    side: Side
    axis: Literal["x", "y"]
    path: Path

    def origin(self, *steps: str | int) -> Origin:
        """Where the spec says something of the track."""
        return Origin(self.view.spec.index, (*self.path, *steps))

    def at(self, *steps: str | int) -> Place:
        """The place of it."""
        return self.spec.place(self.origin(*steps))

    @property
    def keys(self) -> tuple[Key, ...]:
        """The keys of the axis along which it lies, in order."""
        index = self.cells.cells.rows if self.axis == "y" else self.cells.cells.columns
        return index.keys

    @property
    def backwards(self) -> bool:
        """Whether the order of the axis runs up or to the left."""
        axes = self.view.settings.axes
        return (axes.y if self.axis == "y" else axes.x).direction in {"up", "left"}

    def color(self, text: str, *steps: str | int) -> RGB:
        """The colour that the spec says there; raises Problems for none."""
        try:
            return parse_color(text)
        except ColorError as error:
            raise problem("bad-color", str(error), self.at(*steps), error.hint) from None

    @property
    def lines(self) -> Axis:
        """The axis with the panel's cells as they are drawn."""
        return Axis(self.keys, [self.cells.cells], self.axis == "y")


@dataclass(frozen=True)
class Made:
    """A track, and what the legend says of its colours."""

    track: Track
    entries: tuple[Explained, ...] = ()
