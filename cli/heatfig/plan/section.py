"""What stands beside some of the panels together."""

from heatfig.plan.tracks import Beside
from heatfig.runtime.deferred import dataclass


@dataclass(frozen=True)
class Section:
    """Panels, by their ids, that stand together on the page, and what stands beside them all."""

    panels: tuple[str, ...]
    beside: Beside
