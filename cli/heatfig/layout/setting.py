"""Where a band stands, and what measuring it needs to know."""

from heatfig.layout.scene.role import Role
from heatfig.layout.style import Style
from heatfig.layout.texts.typeface import Typeface
from heatfig.plan.axis import AxisPlan
from heatfig.plan.figure import FigurePlan
from heatfig.plan.panel import PanelPlan
from heatfig.plan.sources import PlanPath
from heatfig.plan.tracks.guide import GuideTrack
from heatfig.runtime.deferred import dataclass
from heatfig.scales.sides import Side


@dataclass(frozen=True)
class Slot:
    """The place of a band: a panel's side, or with `panel` None the page's, and its number from the grid outward."""

    panel: int | None
    side: Side
    track: int | None

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

    def role(self, kind: str, index: int | None = None, part: int | None = None) -> Role:
        """The role of an item of a band in this place."""
        return Role(kind, panel=self.panel, side=self.side, track=self.track, index=index, part=part)


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
        side, panel = self.slot.side, self.slot.panel
        own = self.plan.beside if panel is None else self.plan.panels[panel].beside
        before = list(own.at(side)[: self.slot.track])
        if panel is None:
            before += [track for each in self.plan.panels for track in each.beside.at(side)]
        return self.style.guide_gap * (2 if any(isinstance(track, GuideTrack) for track in before) else 1)
