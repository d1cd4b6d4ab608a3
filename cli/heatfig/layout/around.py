"""What stands around a grid, or around all of them: its bands at each side, and how far out each begins."""

from collections.abc import Callable, Iterator, Mapping

from heatfig.layout.band import Along, Band, Corner
from heatfig.runtime.deferred import dataclass
from heatfig.scales.sides import Side

Bands = Mapping[Side, tuple[Band, ...]]
Least = Callable[[Band], float]  # how far out it begins at least
LEVEL: tuple[Side, Side] = ("top", "bottom")
SIDES: tuple[Side, ...] = ("top", "bottom", "left", "right")
# The sides past which a band sticks out at its beginning and at its end.
_ENDS: dict[Side, tuple[Side, Side]] = {
    "left": ("top", "bottom"),
    "right": ("top", "bottom"),
    "top": ("left", "right"),
    "bottom": ("left", "right"),
}


@dataclass(frozen=True)
class Placed:
    """Bands at one side with how far out each begins, and how much room they and what sticks out need there."""

    starts: tuple[tuple[Band, float], ...]
    room: float


def placed(bands: Bands, alongs: Mapping[Side, Along], over: Mapping[Side, float]) -> dict[Side, Placed]:
    """All bands; those that are free and longer than their grid stand clear of what sticks out `over` the corners.

    Above and below so do others of which an end sticks out at a corner over which bands at the side do; but for those
    that stay at the grid, from which bands at the side stand clear.
    """
    found: dict[Side, Placed] = {}
    for side in SIDES:
        least = _level(bands, alongs, side) if side in LEVEL else _beside(found, alongs, side)
        found[side] = _stacked(bands[side], alongs[side], over[side], least)
    return found


def _stacked(bands: tuple[Band, ...], along: Along, over: float, least: Least) -> Placed:
    starts, out, leaning = [], 0.0, 0.0
    for band in bands:
        if band.free and any(band.overhang(along)):
            out = max(out, over)
        if not band.at_grid:
            out = max(out, least(band))
        beyond = band.beyond(along)
        if not beyond and any(band.overhang(along)):
            out = max(out, leaning)
        starts.append((band, out))
        out += band.depth(along)
        leaning = max(leaning, out + beyond)
    return Placed(tuple(starts), max(out, over, leaning))


def _level(bands: Bands, alongs: Mapping[Side, Along], side: Side) -> Least:
    """Past what sticks out over a corner, for a band above or below that does so, too."""
    corners = _corner(bands["left"], alongs["left"], side), _corner(bands["right"], alongs["right"], side)

    def least(band: Band) -> float:
        ends = zip(corners, band.overhang(alongs[side]), strict=True)
        return max((past for (past, near), end in ends if end > near), default=0.0)

    return least


def _beside(level: Mapping[Side, Placed], alongs: Mapping[Side, Along], side: Side) -> Least:
    """Past what leans over the side, as far from the grid as the ends of a band at that side reach."""
    end = int(side == "right")

    def least(band: Band) -> float:
        return max(
            (
                other.lean(alongs[at], past - start)[end] - near
                for upper, at in enumerate(LEVEL)
                for near, past in band.corners(alongs[side], upper)
                for other, start in level[at].starts
                if other.at_grid
            ),
            default=0.0,
        )

    return least


def _corner(bands: tuple[Band, ...], along: Along, side: Side) -> Corner:
    past = max((band.overhang(along)[side == "bottom"] for band in bands), default=0.0)
    return past, bands[0].inset(along) if bands else 0.0


def overhangs(bands: Bands, alongs: Mapping[Side, Along], free: bool) -> dict[Side, float]:
    """How far bands stick out past the corners of each side; those above and below that are free only if asked."""
    over: dict[Side, float] = dict.fromkeys(SIDES, 0.0)
    for side, band in each(bands):
        if band.free and not free and side in {"top", "bottom"}:
            continue
        for end, past in zip(_ENDS[side], band.overhang(alongs[side]), strict=True):
            over[end] = max(over[end], past)
    return over


def each(bands: Bands) -> Iterator[tuple[Side, Band]]:
    """Every band with its side."""
    for side in SIDES:
        for band in bands[side]:
            yield side, band
