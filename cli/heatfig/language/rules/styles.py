"""Rules of styles, wherever they stand."""

from collections.abc import Iterator
from typing import Any

from heatfig.diagnostics.origin import Path
from heatfig.language.model.cells import Annotation
from heatfig.language.model.colors import Colorbar
from heatfig.language.model.stroke import Frame, Gap, Stroke
from heatfig.language.model.style import AxisTitle, CellStyle, Style
from heatfig.language.rules import Rules
from heatfig.language.walk import held_in

MOST_POINTS = 200


def check_styles(record: Any, rules: Rules) -> None:
    """The rules of every style in a record."""
    for path, style in styles_in(record):
        if style.size is not None and not 1 <= style.size <= MOST_POINTS:
            rules.refuse("out-of-bounds", "the size is out of bounds", *path, "size", hint="from 1 to 200 points")
        if isinstance(style, AxisTitle):
            check_wrap(style.wrap, rules, (*path, "wrap"))


def check_strokes(record: Any, rules: Rules) -> None:
    """The rules of every stroke and colorbar in a record; a gap of nothing is none."""
    for held in held_in(record):
        if isinstance(held.value, Stroke) and not isinstance(held.value, Gap) and held.value.width == 0:
            hint = "such as 1pt, or none" if isinstance(held.value, Frame) else "such as 1pt"
            rules.refuse("bad-length", "a stroke is more than nothing", *held.path, "width", hint=hint)
        if isinstance(held.value, Colorbar) and held.value.thickness == 0:
            hint = "such as 2mm, or colorbar: none"
            rules.refuse("bad-length", "a colorbar is more than nothing", *held.path, "thickness", hint=hint)


def check_wrap(wrap: int | None, rules: Rules, path: Path) -> None:
    """Lines hold something."""
    if wrap is not None and wrap < 1:
        rules.refuse("out-of-bounds", f"no line has {wrap} characters", *path, hint="1 or more, such as 20")


Set = Style | CellStyle | Annotation  # what says how a text is set


def styles_in(value: Any) -> Iterator[tuple[Path, Set]]:
    """Every style in a record of the language, and where it stands."""
    return ((held.path, held.value) for held in held_in(value) if isinstance(held.value, Set))
