"""Missing cells: a look for each kind of missing, which differs from all others and from the colours of scores."""

from collections.abc import Iterator, Sequence
from typing import get_args

import numpy as np

from heatfig.compile.colors import color_at
from heatfig.compile.facets import View
from heatfig.compile.texts import spec_text
from heatfig.diagnostics import Place, Report
from heatfig.plan.grid import Grid, holds
from heatfig.plan.missing import Hatch, MissingStyle
from heatfig.runtime.arrays import RGB, Bytes
from heatfig.runtime.deferred import dataclass
from heatfig.scales.distance import nearest_distance

Look = tuple[RGB, Hatch]

_GREYS: tuple[RGB, ...] = tuple((level, level, level) for level in (191, 179, 166, 153, 128, 204, 102))
# For images, which have no room for hatches, where the colormap or other kinds have all greys.
_TINTS: tuple[RGB, ...] = ((200, 182, 226), (158, 217, 210), (255, 204, 153), (240, 160, 190), (190, 220, 140))
_UNDER_HATCH: RGB = (242, 242, 242)
_HATCHES: tuple[Hatch, ...] = ("rising", "falling", "crossed", "level", "upright")
_APART = 15.0  # colours that are no nearer are told apart at a glance, also where they are not side by side
assert {*_HATCHES, "none"} == set(get_args(Hatch))


@dataclass(frozen=True)
class _Kind:
    """A kind of missing as the spec describes it; what stands for the same in two panels is equal."""

    label: str
    color: RGB | None
    hatch: Hatch | None


@dataclass(frozen=True)
class MissingPanel:
    """What the missing cells of a panel are known by: the panel, its scores, and whether they are drawn as an image.

    `reasons` are those that verbs give for what they could not compute, as kinds behind the tokens.
    """

    view: View
    grid: Grid
    image: bool
    reasons: tuple[str, ...] = ()


def check_missing(view: View) -> None:
    """Raise Problems for colours that are none."""
    report = Report()
    list(_asked(view, report))
    report.check()


def missing_styles(panels: Sequence[MissingPanel], colors: Bytes) -> list[tuple[MissingStyle, ...]]:
    """The styles of each panel in the order of its grid's kinds: no row or empty field first, then each token.

    `colors` are those that scores may have.
    """
    report = Report()
    asked = [[*_asked(panel.view, report), *_reasoned(panel)] for panel in panels]
    for panel in panels:
        _refuse_hatches(panel, report)
    report.check()
    flat = {kind for panel, kinds in zip(panels, asked, strict=True) if panel.image for kind, _ in kinds}
    drawn: dict[_Kind, Place] = {}
    others: dict[_Kind, Place] = {}
    for panel, kinds in zip(panels, asked, strict=True):
        for number, (kind, place) in enumerate(kinds):
            (drawn if holds(panel.grid.kinds, number) else others).setdefault(kind, place)
    looks = _Looks(colors, flat, report).of({**drawn, **others})
    report.check()
    return [tuple(MissingStyle(spec_text(kind.label), *looks[kind]) for kind, _ in kinds) for kinds in asked]


def _asked(view: View, report: Report) -> Iterator[tuple[_Kind, Place]]:
    """The kinds of a panel, and where each is said; those without a colour have that of the first."""
    asked = view.settings.missing

    def color(text: str | None, *path: str) -> RGB | None:
        with report.collecting():
            return None if text is None else color_at(text, view.at("missing", *path))
        return None

    base = color(asked.color, "color")
    yield _Kind(asked.label, base, asked.hatch), view.at("missing")
    for token, kind in asked.tokens.items():
        fill = color(kind.color, "tokens", token, "color")
        yield _Kind(kind.label, fill or base, kind.hatch), view.at("missing", "tokens", token)


def _reasoned(panel: MissingPanel) -> Iterator[tuple[_Kind, Place]]:
    """The kinds that verbs give reasons for."""
    return ((_Kind(reason, None, None), panel.view.at("transform")) for reason in panel.reasons)


def _refuse_hatches(panel: MissingPanel, report: Report) -> None:
    """Note hatches that an image cannot have."""
    asked = panel.view.settings.missing
    hatches = {("hatch",): asked.hatch} | {("tokens", token): kind.hatch for token, kind in asked.tokens.items()}
    for path, hatch in hatches.items():
        if panel.image and hatch not in {None, "none"}:
            place = panel.view.at("missing", *path)
            message, hint = "cells drawn as an image cannot be hatched", "color: …, or cells: vector"
            report.add("contradiction", message, place, hint)


@dataclass(frozen=True)
class _Looks:
    """Gives each kind a look; those in `flat` have no hatch."""

    colors: Bytes
    flat: set[_Kind]
    report: Report

    def of(self, kinds: dict[_Kind, Place]) -> dict[_Kind, Look]:
        """The looks: first of those that the spec describes in full, then in turn."""
        found: dict[_Kind, Look] = {}
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

    def _choices(self, kind: _Kind, found: dict[_Kind, Look]) -> Iterator[Look]:
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

    def _refuse_same(self, kind: _Kind, look: Look, found: dict[_Kind, Look], place: Place) -> None:
        """Note a kind that the spec draws as another one with another meaning."""
        other = next((k for k, before in found.items() if before == look and k.label != kind.label), None)
        if other is not None and other.label and kind.label:
            message = f"'{kind.label}' would look the same as '{other.label}'"
            self.report.add("contradiction", message, place, "give one of them another color or hatch")
