"""Looks of missing cells: one for each kind, which differs from all others and from the colours of scores."""

from collections.abc import Iterator
from typing import get_args

import numpy as np

from heatfig.diagnostics import Place, Report
from heatfig.runtime.arrays import RGB, Bytes
from heatfig.runtime.deferred import dataclass
from heatfig.scales.distance import nearest_distance
from heatfig.scales.words import Hatch

Look = tuple[RGB, Hatch]

_GREYS: tuple[RGB, ...] = tuple((level, level, level) for level in (191, 179, 166, 153, 128, 204, 102))
# For images, which have no room for hatches, where the colormap or other kinds have all greys.
_TINTS: tuple[RGB, ...] = ((200, 182, 226), (158, 217, 210), (255, 204, 153), (240, 160, 190), (190, 220, 140))
_UNDER_HATCH: RGB = (242, 242, 242)
_HATCHES: tuple[Hatch, ...] = tuple(hatch for hatch in get_args(Hatch) if hatch != "none")
_APART = 15.0  # colours that are no nearer are told apart at a glance, also where they are not side by side


@dataclass(frozen=True)
class MissingKind:
    """A kind of missing as the spec describes it; what stands for the same in two panels is equal."""

    label: str
    color: RGB | None
    hatch: Hatch | None


@dataclass(frozen=True)
class Looks:
    """Gives each kind a look; those in `flat` have no hatch."""

    colors: Bytes
    flat: set[MissingKind]
    report: Report

    def of(self, kinds: dict[MissingKind, Place]) -> dict[MissingKind, Look]:
        """The looks: first of those that the spec describes in full, then in turn."""
        found: dict[MissingKind, Look] = {}
        for kind, place in kinds.items():
            if kind.color is not None and (kind.hatch is not None or kind in self.flat):
                look = kind.color, kind.hatch or "none"
                self._refuse_same(kind, look, found, place)
                found[kind] = look
        for kind, place in kinds.items():
            if kind not in found:
                free = (look for look in self._choices(kind, found) if look not in found.values())
                found[kind] = next(free, (_UNDER_HATCH, "none"))
                if found[kind] == (_UNDER_HATCH, "none"):
                    message = "there are more kinds of missing than looks"
                    self.report.add("contradiction", message, place, "give it a color")
        return found

    def _choices(self, kind: MissingKind, found: dict[MissingKind, Look]) -> Iterator[Look]:
        """The looks that a kind may have, best first: without a hatch where its fill cannot be mistaken."""
        plain: list[Look] = []
        if kind.hatch in {None, "none"}:
            fills = [kind.color] if kind.color is not None else [*_GREYS, *(_TINTS if kind in self.flat else ())]
            taken = [fill for fill, hatch in found.values() if hatch == "none"]
            others = np.concatenate([self.colors, np.array(taken, np.uint8).reshape(-1, 3)])
            plain = [(fill, "none") for fill in fills if nearest_distance(np.array(fill, np.uint8), others) >= _APART]
        one_grey = all(look[0] not in _GREYS for look in found.values())
        yield from plain[:1] if one_grey or kind.color is not None else ()
        if kind not in self.flat and kind.hatch != "none":
            fills = [kind.color] if kind.color is not None else [_UNDER_HATCH, *_GREYS]
            hatches = _HATCHES if kind.hatch is None else (kind.hatch,)
            yield from ((fill, hatch) for fill in fills for hatch in hatches)
        yield from plain

    def _refuse_same(self, kind: MissingKind, look: Look, found: dict[MissingKind, Look], place: Place) -> None:
        """Note a kind that the spec draws as another one with another meaning."""
        other = next((k for k, before in found.items() if before == look and k.label != kind.label), None)
        if other is not None and other.label and kind.label:
            message = f"'{kind.label}' would look the same as '{other.label}'"
            self.report.add("contradiction", message, place, "give one of them another color or hatch")
