"""What stands around a grid, or around all of them: its bands at each side, and how far out each begins."""

from collections.abc import Iterator, Mapping

from heatfig.layout.band import Along, Band
from heatfig.runtime.deferred import dataclass
from heatfig.scales.sides import Side

Bands = Mapping[Side, tuple[Band, ...]]
Corner = tuple[float, float]
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

    Above and below so do others of which an end sticks out at a corner over which bands at the side do.
    """
    return {side: _stacked(bands[side], alongs[side], over[side], _corners(bands, alongs, side)) for side in SIDES}


def _stacked(bands: tuple[Band, ...], along: Along, over: float, corners: tuple[Corner, Corner]) -> Placed:
    starts, out = [], 0.0
    for band in bands:
        past = band.overhang(along)
        if band.free and any(past):
            out = max(out, over)
        out = max(out, *(corner for (corner, near), end in zip(corners, past, strict=True) if end > near), 0.0)
        starts.append((band, out))
        out += band.depth(along)
    return Placed(tuple(starts), max(out, over))


def _corners(bands: Bands, alongs: Mapping[Side, Along], side: Side) -> tuple[Corner, Corner]:
    """How far bands at the left, and at the right, stick out past that upper or lower side, and how near the grid."""
    if side in {"left", "right"}:
        return (0.0, 0.0), (0.0, 0.0)
    return _corner(bands["left"], alongs["left"], side), _corner(bands["right"], alongs["right"], side)


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
