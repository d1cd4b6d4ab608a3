"""Parts of a plan that many tests look at."""

from heatfig.plan.figure import FigurePlan
from heatfig.plan.guides.colorbar import Colorbar
from heatfig.plan.guides.legend import Legend, LegendEntry
from heatfig.plan.panel import PanelPlan
from heatfig.plan.tracks import Beside
from heatfig.plan.tracks.guide import GuideTrack
from heatfig.plan.tracks.strip import Strip
from heatfig.scales.sides import Side


def colorbars(plan: FigurePlan, beside: Beside) -> list[Colorbar]:
    """The colorbars that stand beside a panel, or beside all of them."""
    return [guide for guide in plan.guides_in(beside) if isinstance(guide, Colorbar)]


def colorbar(plan: FigurePlan, panel: int = 0) -> Colorbar:
    """The colorbar of a panel."""
    (found,) = colorbars(plan, plan.panels[panel].beside)
    return found


def side_of(beside: Beside, guide: str) -> Side:
    """The side at which a guide stands."""
    return next(side for side, track in beside if isinstance(track, GuideTrack) and track.guide == guide)


def legend(plan: FigurePlan) -> tuple[LegendEntry, ...]:
    """The swatches of the legend."""
    entries = (entry for guide in plan.guides if isinstance(guide, Legend) for entry in guide.entries)
    return tuple(entry for entry in entries if isinstance(entry, LegendEntry))


def strips(panel: PanelPlan) -> list[Strip]:
    """The strips beside a panel."""
    return [track for _, track in panel.beside if isinstance(track, Strip)]
