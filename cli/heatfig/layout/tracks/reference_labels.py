"""The labels of lines across a grid, at the side where its axis has no tick labels."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from heatfig.layout.band import Along, Band
from heatfig.layout.edge import Edge
from heatfig.layout.scene.items import Item
from heatfig.layout.setting import Setting, Slot
from heatfig.layout.style import Style
from heatfig.layout.texts.anchor import alignment, pinned
from heatfig.layout.texts.block import Block, block
from heatfig.plan.panel import PanelPlan
from heatfig.plan.text import PLAIN, Text
from heatfig.plan.tracks import Track
from heatfig.plan.tracks.axis_texts import AxisLabel, GroupLabels, TickLabels
from heatfig.plan.tracks.chosen_labels import ChosenLabels
from heatfig.plan.tracks.guide import GuideTrack, Title
from heatfig.runtime.arrays import RGB
from heatfig.runtime.deferred import dataclass
from heatfig.scales.sides import Side


@dataclass(frozen=True)
class ReferenceLabelsBand(Band):
    """Texts at the ends of lines, by where in cells these stand."""

    labels: tuple[tuple[int, float, Block], ...]
    slot: Slot
    style: Style

    def needed_cell(self, turn: int) -> float:  # noqa: ARG002  # does not turn
        """The step at which no label meets the next one."""
        steps = [
            ((self.slot.along(one) + self.slot.along(other)) / 2 + self.style.clearance) / max(q - p, 1e-3)
            for (_, p, one), (_, q, other) in pairwise(sorted(self.labels, key=lambda label: label[1]))
        ]
        return max(steps, default=0.0)

    def depth(self, along: Along) -> float:  # noqa: ARG002  # the same along any cells
        """A gap and the text that reaches out farthest."""
        return self.style.track_gap + max(self.slot.across(text) for _, _, text in self.labels)

    def overhang(self, along: Along) -> tuple[float, float]:
        """What sticks out past the first and the last cell."""
        spans = [(along.cells.at(at), self.slot.along(text) / 2) for _, at, text in self.labels]
        before = max(half - center for center, half in spans)
        after = max(center + half for center, half in spans) - along.cells.length
        return max(0.0, before), max(0.0, after)

    def draw(self, along: Along, edge: Edge, ink: RGB) -> Iterator[Item]:
        """The texts."""
        align = alignment(self.slot.side, 0.0)
        for index, at, text in self.labels:
            pivot, _ = pinned(text, self.slot.side, 0.0, self.style.track_gap)
            where = edge.point(along.cells.at(at), 0)
            yield from text.text_runs(self.slot.role("line label", index), where, pivot, 0.0, align, ink)


def line_labels_side(panel: PanelPlan, axis: str) -> Side:
    """The right side or, for upright lines, the top, unless the axis has its tick labels there."""
    usual: Side = "right" if axis == "y" else "top"
    other: Side = "left" if axis == "y" else "bottom"
    return other if any(isinstance(track, TickLabels | ChosenLabels) for track in panel.beside.at(usual)) else usual


def lies_on_cells(track: Track) -> bool:
    """Whether a track belongs so closely to the cells that nothing stands between: a strip, bars, a tree."""
    return not isinstance(track, TickLabels | ChosenLabels | GroupLabels | AxisLabel | GuideTrack | Title)


def line_labels(setting: Setting) -> Iterator[ReferenceLabelsBand]:
    """The band of an axis' lines, if any of them has a text and this is the side for it."""
    lines = [(index, line) for index, line in enumerate(setting.axis.lines) if line.text]
    if lines and setting.slot.side == line_labels_side(setting.panel, setting.slot.axis):
        beside = any(isinstance(track, TickLabels) for track in setting.panel.beside.at(setting.slot.side))
        texts = [_apart(line.text) if beside else line.text for _, line in lines]
        measured = tuple(
            (index, line.at, block(setting.face, text, setting.style.base))
            for (index, line), text in zip(lines, texts, strict=True)
        )
        yield ReferenceLabelsBand(measured, setting.slot, setting.style)


def _apart(text: Text) -> Text:
    """A text in italics, which beside tick labels does not read as one of them."""
    return replace(text, style=replace(text.style or PLAIN, italic=True))
