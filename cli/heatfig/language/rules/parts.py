"""Rules of split cells, and of the strips beside the grid, of which one may run along the parts."""

from typing import assert_never

from heatfig.language.model.settings import Settings
from heatfig.language.rules import Rules
from heatfig.language.tracks import SIDES
from heatfig.language.tracks.strip import Strip


def check_parts(settings: Settings, rules: Rules) -> None:
    """The rules of a split and of what stands beside the grid."""
    if settings.split is not None:
        rules.once(settings.split.order, "split", "order")
        if settings.split.keep_empty and settings.split.order is None:
            message = "`keep_empty` needs an `order` that is a list"
            rules.refuse("contradiction", message, "split", "keep_empty", hint="order: [PART, …]")
    for side in SIDES:
        for index, track in enumerate(getattr(settings.beside, side)):
            match track:
                case Strip():
                    _check_strip(track, side, index, settings, rules)
                case _:
                    assert_never(track)


def _check_strip(strip: Strip, side: str, index: int, settings: Settings, rules: Rules) -> None:
    path = ("beside", side, index, "strip")
    if side in {"left", "right"} and settings.split is not None and strip.field == settings.split.column:
        message = "the parts of a cell stand side by side, so their strip runs along x"
        rules.refuse("contradiction", message, *path, "field", hint="beside: {top: […]}")
    if not strip.colormap.categories:
        message, hint = "a strip needs the colours of its categories", "categories: {CATEGORY: COLOUR, …}"
        rules.refuse("empty-list", message, *path, "colormap", "categories", hint=hint)
