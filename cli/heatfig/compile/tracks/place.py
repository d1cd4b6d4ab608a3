"""The place of a track, and the track that is made there."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Literal

from heatfig.compile.cells.panel_cells import PanelCells
from heatfig.compile.colors.named import color_at
from heatfig.compile.guides.colorbar import Standing
from heatfig.compile.guides.legend import Explained
from heatfig.compile.view import View
from heatfig.data.order.axis import Axis
from heatfig.diagnostics import Place
from heatfig.diagnostics.origin import Origin, Path
from heatfig.plan.color_scale import ColorScale
from heatfig.plan.guides.legend import LegendEntry
from heatfig.plan.key import Key
from heatfig.plan.panel import PanelPlan
from heatfig.plan.text import Text
from heatfig.plan.tracks import Track
from heatfig.plan.tracks.strip import Strip
from heatfig.runtime.arrays import RGB
from heatfig.runtime.deferred import dataclass
from heatfig.scales.sides import AXIS_ALONG, Side


@dataclass(frozen=True, eq=False)
class TrackPlace:
    """The side and the number at which a track stands, with the panel's cells and all else that it is made of."""

    views: Sequence[View]
    view: View
    cells: PanelCells
    plan: PanelPlan
    scale: ColorScale
    columns: int  # of panels on the page
    side: Side
    number: int
    kind: str
    palette: tuple[RGB, ...]  # for categories, first those that no score has
    before: tuple["MadeTrack", ...]  # the tracks before it

    @property
    def axis(self) -> Literal["x", "y"]:
        """The axis along which it lies."""
        return AXIS_ALONG[self.side]

    @property
    def path(self) -> Path:
        """Where it stands in the spec of its panel."""
        return ("beside", self.side, self.number, self.kind)

    def origin(self, *steps: str | int) -> Origin:
        """Where the spec says something of the track."""
        return self.view.origin(*self.path, *steps)

    def at(self, *steps: str | int) -> Place:
        """The place of what the spec says there."""
        return self.view.at(*self.path, *steps)

    @property
    def keys(self) -> tuple[Key, ...]:
        """The keys of the axis along which it lies, in order."""
        index = self.cells.cells.rows if self.axis == "y" else self.cells.cells.columns
        return index.keys

    @property
    def backwards(self) -> bool:
        """Whether the order of the axis runs up or to the left."""
        return self.axis in self.cells.backwards

    def color(self, text: str, *steps: str | int) -> RGB:
        """The colour that the spec says there; raises Problems for none."""
        return color_at(text, self.at(*steps))

    def free_colors(self, names: Sequence[Text]) -> list[RGB]:
        """A colour for each name: that of a track before with such a name, else one that none has while there are any.

        Of no more names than the palette has colours.
        """
        meanings = dict(pair for made in self.before for pair in made.meanings)
        free = iter([*(color for color in self.palette if color not in meanings.values()), *self.palette])
        return [meanings[name] if name in meanings else next(free) for name in names]

    @property
    def axis_cells(self) -> Axis:
        """The axis with the panel's cells as they are drawn."""
        return Axis(self.keys, [self.cells.cells], self.axis == "y")


@dataclass(frozen=True)
class Common:
    """The numbers of a track, and how it is made on a scale of all tracks that show the `same`."""

    same: object
    numbers: Sequence[float]
    over: Callable[[Sequence[float]], "MadeTrack"]


@dataclass(frozen=True)
class MadeTrack:
    """A track, and the key to its colours: entries of the legend, or a scale and its colorbar."""

    track: Track
    entries: tuple[Explained, ...] = ()
    scale: ColorScale | None = None
    bar: Standing | None = None
    common: Common | None = None

    @property
    def meanings(self) -> Iterator[tuple[Text, RGB]]:
        """Its texts with their colours, by the legend or by names on them."""
        for entry, _ in self.entries:
            if isinstance(entry, LegendEntry):
                yield entry.text, entry.color
        if isinstance(self.track, Strip):
            for name in self.track.names:
                color = self.track.colors[name.first][0]
                if color is not None:
                    yield replace(name.text, style=None), color
