"""Where a band stands, and what measuring it needs to know."""

from heatfig.layout.scene.role import Role
from heatfig.layout.style import Style
from heatfig.layout.texts.block import Block
from heatfig.layout.texts.typeface import Typeface
from heatfig.plan.axis import AxisPlan
from heatfig.plan.figure import FigurePlan
from heatfig.plan.panel import PanelPlan
from heatfig.plan.sources import PlanPath
from heatfig.plan.tracks import Beside
from heatfig.plan.tracks.guide import GuideTrack
from heatfig.runtime.deferred import dataclass
from heatfig.scales.sides import Side


@dataclass(frozen=True)
class Slot:
    """The place of a band: a side of a panel, a section or else the page, and its number from the grid outward."""

    panel: int | None
    side: Side
    track: int | None
    section: int | None = None

    @property
    def upright(self) -> bool:
        """Whether it stands at the left or right."""
        return self.side in {"left", "right"}

    @property
    def axis(self) -> str:
        """The axis along which it lies."""
        return "y" if self.upright else "x"

    @property
    def axis_path(self) -> PlanPath:
        """The path of that axis in the plan."""
        return ("panels", self.panel or 0, self.axis)

    def across(self, text: Block) -> float:
        """How far a text reaches out from the grid."""
        return text.width if self.upright else text.height

    def along(self, text: Block) -> float:
        """How far a text reaches along the grid."""
        return text.height if self.upright else text.width

    def role(self, kind: str, index: int | None = None, part: int | None = None) -> Role:
        """The role of an item of a band in this place."""
        return Role(kind, self.panel, None, None, part, self.side, self.track, index, self.section)


@dataclass(frozen=True)
class Setting:
    """What measuring needs to know: the typeface, the house style, the figure, and the place of what is measured."""

    face: Typeface
    style: Style
    plan: FigurePlan
    slot: Slot

    @property
    def panel(self) -> PanelPlan:
        """The panel beside whose grid it is."""
        assert self.slot.panel is not None
        return self.plan.panels[self.slot.panel]

    @property
    def axis(self) -> AxisPlan:
        """The axis along which it lies; beside all panels that of the first."""
        panel = self.plan.panels[self.slot.panel or 0]
        return panel.y if self.slot.upright else panel.x

    @property
    def guide_gap(self) -> float:
        """Before a guide: 2 mm, or 4 mm where another one stands before it at its side."""
        before = list(self._beside.at(self.slot.side)[: self.slot.track])
        before += [track for beside in self._within for track in beside.at(self.slot.side)]
        return self.style.guide_gap * (2 if any(isinstance(track, GuideTrack) for track in before) else 1)

    @property
    def _beside(self) -> Beside:
        """All that stands where it does."""
        if self.slot.section is not None:
            return self.plan.sections[self.slot.section].beside
        return self.plan.beside if self.slot.panel is None else self.panel.beside

    @property
    def _within(self) -> list[Beside]:
        """What stands beside the panels, and sections of them, beside which it stands."""
        if self.slot.panel is not None:
            return []
        if self.slot.section is None:
            return self.plan.all_beside[1:]
        here = self.plan.sections[self.slot.section].panels
        inner = (section.beside for section in self.plan.sections[: self.slot.section] if {*section.panels} <= {*here})
        return [*inner, *(panel.beside for panel in self.plan.panels if panel.id in here)]
