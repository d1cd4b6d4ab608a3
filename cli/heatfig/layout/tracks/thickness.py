"""Tracks that are too thin for what stands in them."""

from collections.abc import Iterator
from math import ceil

from heatfig.layout.band import Tight
from heatfig.layout.setting import Slot
from heatfig.plan.sources import PlanPath

_MM = 25.4 / 72


def path_of(slot: Slot) -> PlanPath:
    """Where the plan has a track."""
    return ("panels", slot.panel or 0, "beside", slot.side, slot.track or 0)


def too_thin(said: float | None, needed: float, what: str, path: PlanPath) -> Iterator[Tight]:
    """That a thickness that is said is less than something needs."""
    if said is not None and said < needed - 1e-6:
        enough = f"thickness: {ceil(needed * _MM * 10) / 10:.1f}mm"
        yield Tight(f"a thickness of {said * _MM:.1f} mm has no room for {what}", (*path, "thickness"), enough)
