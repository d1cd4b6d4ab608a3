"""Panels that stand together, with what stands beside them all."""

from collections.abc import Iterator
from dataclasses import replace

from heatfig.layout.around import SIDES, Bands, Placed, overhangs, placed
from heatfig.layout.band import Along
from heatfig.layout.edge import Edge
from heatfig.layout.grid.axis_scale import whole
from heatfig.layout.page.lattice import OUTWARD, Lattice, Rooms
from heatfig.layout.scene.items import Item, Point
from heatfig.layout.setting import Setting, Slot
from heatfig.layout.style import Style
from heatfig.layout.texts.typeface import Typeface
from heatfig.layout.tracks import track_band
from heatfig.plan.figure import FigurePlan
from heatfig.runtime.arrays import RGB
from heatfig.runtime.deferred import dataclass
from heatfig.scales.sides import Side


@dataclass(frozen=True)
class SectionBlocks:
    """The numbers of the panels, and the bands beside them with their texts measured."""

    panels: tuple[int, ...]
    bands: Bands

    def alongs(self, lattice: Lattice, usual: Along) -> dict[Side, Along]:
        """What the bands lie along: from the first grid's edge to the last one's; else as what is along any panel."""
        ends, widest = lattice.reach(self.panels), max(lattice.sizes[number][0] for number in self.panels)
        x, y = (
            replace(usual, cells=whole(length), room=length, width=widest)
            for length in (ends["right"] + ends["left"], ends["bottom"] + ends["top"])
        )
        return {"left": y, "right": y, "top": x, "bottom": x}

    def placed(self, lattice: Lattice, usual: Along) -> dict[Side, Placed]:
        """Where the bands stand beyond the rooms that the panels have, and the room that they need."""
        alongs = self.alongs(lattice, usual)
        grids, hull = lattice.reach(self.panels), lattice.reach(self.panels, lattice.rooms)
        over = overhangs(self.bands, alongs, free=True)
        return placed(self.bands, alongs, {side: max(0.0, over[side] - hull[side] + grids[side]) for side in SIDES})


@dataclass(frozen=True)
class PlacedSection:
    """A section with its bands placed beyond the `rooms` that its panels had before."""

    blocks: SectionBlocks
    stacks: dict[Side, Placed]
    rooms: tuple[Rooms, ...]

    def draw(self, corner: Point, lattice: Lattice, usual: Along, ink: RGB) -> Iterator[Item]:
        """Items of the bands, where the upper left corner of all panels is."""
        grids = lattice.reach(self.blocks.panels)
        hull = lattice.reach(self.blocks.panels, self.rooms)
        alongs = self.blocks.alongs(lattice, usual)
        for side, stack in self.stacks.items():
            level = side in {"top", "bottom"}
            start, at = corner if level else corner[::-1]
            edge = Edge(side, start - grids["left" if level else "top"], at + OUTWARD[side] * hull[side])
            for band, out in stack.starts:
                yield from band.draw(alongs[side], edge.out(out), ink)


def placed_sections(
    sections: tuple[SectionBlocks, ...], lattice: Lattice, usual: Along
) -> tuple[Lattice, list[PlacedSection]]:
    """The panels with more room around sections, one after the other, and these."""
    found = []
    for section in sections:
        stacks = section.placed(lattice, usual)
        found.append(PlacedSection(section, stacks, lattice.rooms))
        lattice = lattice.with_room(section.panels, {side: stack.room for side, stack in stacks.items()})
    return lattice, found


def section_blocks(face: Typeface, plan: FigurePlan, number: int, style: Style) -> SectionBlocks:
    """Measure what stands beside a section."""
    section, ids = plan.sections[number], [panel.id for panel in plan.panels]

    def setting(side: Side, track: int) -> Setting:
        return Setting(face, style, plan, Slot(None, side, track, number))

    bands = {
        side: tuple(track_band(setting(side, at), track) for at, track in enumerate(section.beside.at(side)))
        for side in SIDES
    }
    return SectionBlocks(tuple(ids.index(name) for name in section.panels), bands)
