"""Missing cells: a style for each kind of missing."""

from collections.abc import Sequence
from typing import get_args

from heatfig.compile.facets import View
from heatfig.compile.texts import spec_text
from heatfig.diagnostics import Report
from heatfig.language.model.cells import MissingKind
from heatfig.language.read import FigureSpec
from heatfig.plan.missing import Hatch, MissingStyle
from heatfig.runtime.arrays import RGB
from heatfig.scales.colors import ColorError, parse_color

# Kinds that choose no hatch take these in turn, so that no two look alike.
_IN_TURN: tuple[Hatch, ...] = ("falling", "crossed", "level", "upright", "rising", "none")
_GREYS: tuple[RGB, ...] = ((192, 192, 192), (144, 144, 144), (96, 96, 96), (48, 48, 48))
assert set(_IN_TURN) <= set(get_args(Hatch))


def missing_styles(spec: FigureSpec, view: View, image: bool, reasons: Sequence[str] = ()) -> tuple[MissingStyle, ...]:
    """Styles in the order of the grid's kinds: no row or empty field first, then each token, then reasons of verbs.

    An image has no room for hatches, so there each kind that chooses no colour takes a grey of its own.
    """
    asked = view.settings.missing
    report = Report()
    if image and asked.hatch != "none" and view.spec.gives("missing", "hatch"):
        place = spec.place(view.origin("missing", "hatch"))
        report.add("contradiction", "cells drawn as an image cannot be hatched", place, "color: …, or cells: vector")

    def color(text: str, *path: str) -> RGB:
        try:
            return parse_color(text)
        except ColorError as error:
            report.add("bad-color", str(error), spec.place(view.origin("missing", *path)), error.hint)
            return (0, 0, 0)

    base = color(asked.color, "color")
    styles = [MissingStyle(spec_text(asked.label), base, "none" if image else asked.hatch)]
    fills = {token: color(kind.color, "tokens", token, "color") for token, kind in asked.tokens.items() if kind.color}
    taken = {(style.color, style.hatch) for style in styles}
    taken |= {(fills.get(t, base), kind.hatch) for t, kind in asked.tokens.items() if kind.hatch is not None}
    looks: dict[str, tuple[RGB, Hatch]] = {}
    kinds = [*asked.tokens.items(), *((reason, MissingKind(label=reason)) for reason in reasons)]
    for token, kind in kinds:
        place = spec.place(view.origin("missing", "tokens", token))
        if image and kind.hatch not in {None, "none"}:
            report.add(
                "contradiction", "cells drawn as an image cannot be hatched", place, "color: …, or cells: vector"
            )
        fill = fills.get(token, base)
        if kind.hatch is not None or (image and token in fills):
            look = (fill, "none" if image else kind.hatch or "none")
        elif kind.label in looks and token not in fills:
            look = looks[kind.label]
        else:
            hatches = {hatch for _, hatch in taken}
            free = [look for look in _looks(fill, image) if look[1] not in hatches or (image and look not in taken)]
            free = free or [look for look in _looks(fill, image) if look not in taken]
            if not free:
                report.add("contradiction", "there are more kinds of missing than looks", place, "give it a color")
                free = [(fill, "none")]
            look = free[0]
        if token not in fills:
            looks.setdefault(kind.label, look)
        taken.add(look)
        styles.append(MissingStyle(spec_text(kind.label), *look))
    report.check()
    return tuple(styles)


def _looks(base: RGB, image: bool) -> list[tuple[RGB, Hatch]]:
    """The looks that kinds take in turn which choose none."""
    return [(grey, "none") for grey in _GREYS] if image else [(base, hatch) for hatch in _IN_TURN]
