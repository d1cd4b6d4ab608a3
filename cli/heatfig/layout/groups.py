"""Groups of an axis: a bracket over the labels of each, and its name."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from heatfig.layout.band_scale import BandScale
from heatfig.layout.block import Block
from heatfig.layout.scene import Item, Lines, Point
from heatfig.layout.style import HAIRLINE, Style
from heatfig.plan.figure import Group
from heatfig.runtime.arrays import RGB

OnPage = Callable[[float, float], Point]  # along the axis and outward from its grid → on the page


@dataclass(frozen=True)
class GroupBlocks:
    """The groups of an axis with their names measured."""

    plan: tuple[Group, ...]
    names: tuple[Block, ...]
    horizontal: bool
    style: Style

    def needed_cell(self, gap: float) -> float:
        """The least cell size at which every name fits over its cells."""
        return max(
            (
                ((name.width if self.horizontal else name.height) + 2 * self.style.clearance + gap)
                / (group.end - group.first)
                for group, name in zip(self.plan, self.names, strict=True)
            ),
            default=0.0,
        )

    def _angle(self, track: BandScale) -> float:
        """Names at the left or right read upward where they fit their span, else level."""
        if self.horizontal:
            return 0.0
        fits = all(name.width <= _span(group, track) for group, name in zip(self.plan, self.names, strict=True))
        return 90.0 if fits else 0.0

    def overflow(self, track: BandScale) -> tuple[str, float] | None:
        """The name that is longest beyond its span, and the span that it needs."""
        upward = self.horizontal or self._angle(track) == 90
        worst: tuple[float, str, float] | None = None
        for group, name in zip(self.plan, self.names, strict=True):
            needed = name.width if upward else name.height
            lacking = needed - _span(group, track)
            if lacking > 1e-6 and (worst is None or lacking > worst[0]):
                worst = (lacking, group.text.content, needed)
        return worst and worst[1:]

    def depth(self, track: BandScale) -> float:
        """How far brackets and names reach out."""
        if not self.names:
            return 0.0
        return self._name_out + max(self._name_depth(name, self._angle(track)) for name in self.names)

    @property
    def _name_out(self) -> float:
        return self.style.tick_pad + self.style.tick + self.style.tick_pad

    def _name_depth(self, name: Block, angle: float) -> float:
        return name.width if self._level(angle) else name.height

    def _level(self, angle: float) -> bool:
        """Whether names at the side do not run along it."""
        return not self.horizontal and angle == 0

    def draw(self, role: str, panel: str, track: BandScale, point: OnPage, out: float, color: RGB) -> Iterator[Item]:
        """Items of an axis by that role, `out` from the grid."""
        angle = self._angle(track)
        for index, (group, name) in enumerate(zip(self.plan, self.names, strict=True)):
            low, high = track.start(group.first) + 1, track.end(group.end - 1) - 1
            near, far = out + self.style.tick_pad, out + self.style.tick_pad + self.style.tick
            bracket = (point(low, near), point(low, far), point(high, far), point(high, near))
            yield Lines(f"{role} group bracket {panel}, {index}", (bracket,), color, HAIRLINE)
            pivot = (name.width / 2, name.middle if self._level(angle) else (name.top + name.bottom) / 2)
            where = point((low + high) / 2, far + self.style.tick_pad + self._name_depth(name, angle) / 2)
            yield from name.words(f"{role} group label {panel}, {index}", where, pivot, angle, 0.5, color)


def _span(group: Group, track: BandScale) -> float:
    return track.end(group.end - 1) - track.start(group.first)
