"""Colours: named colours, and colormaps as plain tables.

The only place that asks matplotlib and the `cmap` package for colours; what leaves it is numbers.
"""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from heatfig.diagnostics import nearest
from heatfig.runtime.arrays import RGB, Bytes, Comparable
from heatfig.runtime.deferred import dataclass

BLACK: RGB = (0, 0, 0)
WHITE: RGB = (255, 255, 255)


class ColorError(ValueError):
    """A name that is no colour or no colormap; `hint` says what might be meant."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


@dataclass(frozen=True, eq=False)
class Colormap(Comparable):
    """A table of colours from low to high, of shape (n, 3); None outside means the colour of the limit."""

    name: str
    table: Bytes
    under: RGB | None
    over: RGB | None

    @property
    def all_colors(self) -> Bytes:
        """All colours that a score may have, of shape (n, 3)."""
        outside = [color for color in (self.under, self.over) if color is not None]
        return np.concatenate([self.table, np.array(outside, np.uint8).reshape(-1, 3)])

    def colors(self, fractions: NDArray[np.float64]) -> Bytes:
        """Colours of shape (…, 3) for coordinates of shape (…), clipped to 0 … 1; NaN takes the first colour.

        A coordinate x in 0 … 1 takes entry floor(x n), as matplotlib's colormaps do.
        """
        count = len(self.table)
        inside = np.minimum(np.fmax(fractions, 0), 1)  # of NaN and 0 the greater is 0
        return self.table.take(np.minimum((inside * count).astype(np.int64), count - 1), axis=0)


@cache
def parse_color(text: str) -> RGB:
    """A named, hex or grey-level colour as three bytes; raises ColorError."""
    from matplotlib.colors import CSS4_COLORS, to_rgba

    try:
        red, green, blue, alpha = to_rgba(text)
    except ValueError:
        names = nearest(text, CSS4_COLORS, "colours")
        raise ColorError(f"'{text}' is not a colour", names or "a name, or hex such as #1f77b4") from None
    if alpha != 1:
        raise ColorError(f"'{text}' is not opaque", "give a colour without transparency")
    return (round(red * 255), round(green * 255), round(blue * 255))


@cache
def named_table(name: str) -> Bytes:
    """The table of a colormap that matplotlib or the `cmap` package knows; raises ColorError."""
    import matplotlib

    if name in matplotlib.colormaps:
        found = matplotlib.colormaps[name]
        return _bytes(found(np.arange(found.N))[:, :3])
    from cmap import Catalog
    from cmap import Colormap as Foreign

    # The package itself takes names in any case, and one of several of the same name, with a word on standard error.
    bare, known = name.removesuffix("_r"), list(Catalog())
    if bare not in known:
        short = {*matplotlib.colormaps, *(key.split(":")[-1] for key in known)}
        hint = nearest(name, sorted(short), "") or "a matplotlib name, or one of the cmap package"
        raise ColorError(f"no colormap is named '{name}'", hint)
    namesakes = [key for key in known if key.endswith(f":{bare}")]
    if len(namesakes) > 1 and bare not in Catalog().unique_keys(prefer_short_names=True):
        raise ColorError(f"several colormaps are named '{name}'", f"say which: {' or '.join(namesakes)}")
    return _bytes(Foreign(name).lut(256)[:, :3])


KINDS = ("sequential", "diverging", "cyclic", "qualitative", "miscellaneous")


def catalog(kind: str) -> list[str]:
    """The names of all colormaps of one of the KINDS, each of which may be reversed by `_r`."""
    from cmap import Catalog

    names = Catalog().unique_keys(prefer_short_names=True, categories=(kind,))
    return sorted((name for name in names if not name.endswith("_r")), key=str.casefold)


def blended_table(colors: list[RGB]) -> Bytes:
    """A table of 256 colours that runs through `colors` at equal steps."""
    stops = np.linspace(0, 1, len(colors))
    at = np.linspace(0, 1, 256)
    channels = [np.interp(at, stops, [color[c] / 255 for color in colors]) for c in range(3)]
    return _bytes(np.stack(channels, axis=1))


def part_of(table: Bytes, first: float, last: float) -> Bytes:
    """The part of a table between two coordinates, again with 256 entries."""
    if (first, last) == (0.0, 1.0):
        return table
    at = np.linspace(first, last, 256) * (len(table) - 1)
    low = np.floor(at).astype(np.int64)
    high = np.minimum(low + 1, len(table) - 1)
    share = (at - low)[:, None]
    return np.round(table[low] * (1 - share) + table[high] * share).astype(np.uint8)


def mixed(color: RGB, other: RGB, share: float) -> RGB:
    """A colour with a share of another one in it."""
    red, green, blue = (round(one + share * (two - one)) for one, two in zip(color, other, strict=True))
    return red, green, blue


def hex_color(color: RGB | Bytes) -> str:
    """The colour as #rrggbb."""
    red, green, blue = (int(channel) for channel in color)
    return f"#{red:02x}{green:02x}{blue:02x}"


def _bytes(channels: NDArray[np.floating]) -> Bytes:
    return np.round(np.asarray(channels) * 255).astype(np.uint8)
