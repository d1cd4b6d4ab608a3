"""Missing cells: a style for each kind of missing."""

from typing import get_args

from heatfig.colors import RGB, ColorError, parse_color
from heatfig.compile.texts import spec_text
from heatfig.compile.views import View
from heatfig.diagnostics import Report
from heatfig.plan import Hatch, MissingStyle
from heatfig.spec.read import FigureSpec

# Kinds that choose no hatch take these in turn, so that no two look alike.
_IN_TURN: tuple[Hatch, ...] = ("falling", "crossed", "level", "upright")
_GREYS: tuple[RGB, ...] = ((192, 192, 192), (144, 144, 144), (96, 96, 96), (48, 48, 48))
assert set(_IN_TURN) < set(get_args(Hatch))


def missing_styles(spec: FigureSpec, view: View, image: bool) -> tuple[MissingStyle, ...]:
    """Styles in the order of the grid's kinds: no row or empty field first, then each token.

    An image has no room for hatches, so there each kind that chooses no colour takes a grey of its own.
    """
    asked = view.settings.missing
    report = Report()
    if image and asked.hatch != "none" and "hatch" in asked.model_fields_set:
        place = spec.place(view.origin("missing", "hatch"))
        report.add("contradiction", "cells drawn as an image cannot be hatched", place, "color: …, or cells: vector")

    def color(text: str, *path: str) -> RGB:
        try:
            return parse_color(text)
        except ColorError as error:
            report.add("bad-color", str(error), spec.place(view.origin("missing", *path)), error.hint)
            return (0, 0, 0)

    base = color(asked.color, "color")
    styles = [
        MissingStyle(spec_text(asked.label, view.origin("missing", "label")), base, "none" if image else asked.hatch)
    ]
    meanings: dict[str, Hatch] = {}
    for token, kind in asked.tokens.items():
        hatch = meanings.setdefault(kind.label, _IN_TURN[len(meanings) % len(_IN_TURN)])
        grey = _GREYS[list(meanings).index(kind.label) % len(_GREYS)]
        fill = color(kind.color, "tokens", token, "color") if kind.color else grey if image else base
        label = spec_text(kind.label, view.origin("missing", "tokens", token))
        styles.append(MissingStyle(label, fill, "none" if image else kind.hatch or hatch))
    report.check()
    return tuple(styles)
