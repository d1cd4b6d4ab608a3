"""Scores to colours by matplotlib: norms, limits and colormaps."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from by_matplotlib import named_colormap, opaque
from decode import RGB
from matplotlib.colors import (
    Colormap,
    LinearSegmentedColormap,
    LogNorm,
    Normalize,
    PowerNorm,
    SymLogNorm,
    TwoSlopeNorm,
    to_rgb,
)
from oracle.spec import Spec, mapping, range_of

PAPER, INK = (255, 255, 255), (0, 0, 0)
LIGHT, WCAG = 0.30, 0.179
# Of Okabe and Ito, without black and yellow, and two more.
PALETTE = ["#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#8c6d31", "#7f7f7f"]
NEAR = 25  # in CIELAB


@dataclass(frozen=True, eq=False)
class Colors:
    """The colours of some scores, as `asked` by colormap, range and norm."""

    asked: Spec
    scores: list[float]
    default: Any = "viridis"

    @cached_property
    def limits(self) -> tuple[float, float, float | None]:
        """The norm's limits and its center."""
        said = range_of(self.asked)
        if self.stops:
            return min(self.stops), max(self.stops), None
        symmetric = said.get("symmetric") == "true"
        center = float(said["center"]) if "center" in said else 0.0 if symmetric else None
        shown = [score for score in self.scores if score > 0] if self.norm == "log" else self.scores
        ends = np.percentile(shown, [float(each) for each in said.get("percentiles", (0, 100))]).tolist()
        middle = [] if center is None else [center]
        low, high = float(said.get("min", min(ends + middle))), float(said.get("max", max(ends + middle)))
        if symmetric and center is not None:
            given = [abs(float(said[end]) - center) for end in ("min", "max") if end in said]
            reach = max(given or [high - center, center - low])
            return center - reach, center + reach, center
        return low, high, center

    @property
    def norm(self) -> Any:
        """The norm that is asked for."""
        return self.asked.get("norm", "linear")

    @property
    def stops(self) -> dict[float, str]:
        """The scores that have colours of their own."""
        said = self.asked.get("colormap")
        return {float(k): v for k, v in said["stops"].items()} if isinstance(said, dict) and "stops" in said else {}

    @cached_property
    def edges(self) -> list[float]:
        """Where the colours of classes change, the ends of the colorbar included; nothing without classes."""
        low, high, _ = self.limits
        match self.norm:
            case {"bins": count}:
                return [float(edge) for edge in np.linspace(low, high, int(count) + 1)]
            case {"thresholds": said}:
                edges = [float(edge) for edge in said]
                past = (edges[-1] - edges[0]) / max(1, len(edges) - 1) or 1.0
                return [
                    low if low < edges[0] else edges[0] - past,
                    *edges,
                    high if high > edges[-1] else edges[-1] + past,
                ]
        return []

    @cached_property
    def scale(self) -> Normalize:
        """How scores stand along the colorbar."""
        low, high, center = self.limits
        match self.norm:
            case "log":
                return LogNorm(low, high)
            case "two-slope":
                assert center is not None
                return TwoSlopeNorm(center, low, high)
            case "quantile":
                ranked = np.quantile(np.clip(self.scores, low, high), np.linspace(0, 1, 256))
                return Steps(ranked, np.linspace(0, 1, 256))
            case {"symlog": threshold}:
                return SymLogNorm(float(threshold), vmin=low, vmax=high)
            case {"power": exponent}:
                return PowerNorm(float(exponent), low, high)
        if self.edges:
            return Steps(np.array(self.edges), np.linspace(0, 1, len(self.edges)))
        return Normalize(low, high) if low < high else Normalize(low - 1, high + 1)

    @property
    def tolerance(self) -> int:
        """Exact, but for a part of a colormap, which matplotlib takes without blending between entries."""
        said = mapping(self.asked.get("colormap", self.default), "name")
        return 3 if said.keys() & {"from", "to"} else 0

    def like(self, one: RGB, other: RGB, blended: int = 0) -> bool:
        """Whether two colours are alike as far as they can be told, or where pixels are blended to that much."""
        return max(abs(a - b) for a, b in zip(one, other, strict=True)) <= max(self.tolerance, blended)

    @cached_property
    def colormap(self) -> Colormap:
        """The colours from low to high."""
        if self.stops:
            return LinearSegmentedColormap.from_list("stops", [self.stops[at] for at in sorted(self.stops)])
        return named_colormap(self.asked.get("colormap", self.default))

    def of(self, score: float) -> RGB:
        """colormap(norm(score)); outside the range what the spec says for there, or the limit's colour."""
        low, high, center = self.limits
        if self.edges:
            low, high = self.edges[0], self.edges[-1]
        said, end = mapping(self.asked.get("colormap", {}), "name"), "under" if score < low else "over"
        if not low <= score <= high and end in said:
            return opaque(to_rgb(said[end]))
        if self.edges:
            return self._of_class(score)
        score = min(max(score, low), high)
        if self.stops:
            at = sorted(self.stops)
            return opaque(self.colormap(float(np.interp(score, at, np.linspace(0, 1, len(at))))))
        norm = self.scale
        if center is not None and self.norm == "linear":
            reach = max(high - center, center - low)  # as seaborn does for its `center`
            norm = Normalize(center - reach, center + reach)
        return opaque(self.colormap(float(norm(score))))

    def _of_class(self, score: float) -> RGB:
        """The colour of a score's class: a list's own, or one of the colormap's at even steps."""
        inner = self.edges[1:-1]
        rounding = 1e-12 * (self.edges[-1] - self.edges[0])
        number = sum(score > edge or bool(np.isclose(score, edge, 0, rounding)) for edge in inner)
        classes = len(inner) + 1
        said = self.asked.get("colormap")
        colors = said.get("colors") if isinstance(said, dict) else said
        if isinstance(colors, list) and len(colors) == classes:
            return opaque(to_rgb(colors[number]))
        return opaque(self.colormap(number / max(1, classes - 1)))


class Steps(Normalize):
    """Straight between given scores."""

    def __init__(self, scores: Any, shares: Any) -> None:
        super().__init__(float(scores[0]), float(scores[-1]))
        # Of many scores at one place the middle of their shares, but at the ends the ends.
        distinct = np.unique(scores)
        middles = [float(np.mean(np.asarray(shares)[scores == each])) for each in distinct]
        middles[0], middles[-1] = 0.0, 1.0
        self.known = distinct, middles

    def __call__(self, value: Any, clip: bool | None = None) -> Any:  # noqa: ARG002  # matplotlib's signature
        return np.interp(value, *self.known)

    def inverse(self, value: Any) -> Any:
        return np.interp(value, *self.known[::-1])


def ink_on(fill: RGB, contrast: str = "looks") -> RGB:
    """Black or white on a colour."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (each / 255 for each in fill)]
    luminance = float(np.dot(linear, [0.2126, 0.7152, 0.0722]))
    return INK if luminance >= (LIGHT if contrast == "looks" else WCAG) else PAPER


def named(color: str) -> RGB:
    """A colour by its name."""
    return opaque(to_rgb(color))


def palette(asked: Any, count: int) -> list[RGB]:
    """The colours of a palette, or of a continuous map as many as are needed."""
    found = named_colormap(asked)
    if found.N > 64:
        return [opaque(found(int((each + 0.5) / count * found.N))) for each in range(count)]
    return [opaque(found(each)) for each in range(found.N)]


def apart_first(others: list[RGB]) -> list[str]:
    """The palette's colours: those that are far from others before those that are near to one."""
    near = [float(np.linalg.norm(lab(others) - lab([named(color)]), axis=1).min()) < NEAR for color in PALETTE]
    return [c for c, is_near in zip(PALETTE, near, strict=True) if not is_near] + [
        c for c, is_near in zip(PALETTE, near, strict=True) if is_near
    ]


def lab(colors: list[RGB]) -> Any:
    """Colours in CIELAB, of shape (n, 3), by a white of D65."""
    channels = np.array(colors) / 255
    light = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    xyz = light @ np.array([[0.4124, 0.2126, 0.0193], [0.3576, 0.7152, 0.1192], [0.1805, 0.0722, 0.9505]])
    share = xyz / [0.9505, 1.0, 1.089]
    x, y, z = np.where(share > 0.008856, np.cbrt(share), 7.787 * share + 16 / 116).T
    return np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], axis=1)
