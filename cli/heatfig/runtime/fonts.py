"""Font families → matplotlib's fonts; measuring and drawing ask here for the same ones."""

from contextlib import suppress
from functools import lru_cache
from typing import Any

from heatfig.diagnostics import nearest
from heatfig.diagnostics.codes import Code

# Families that come with matplotlib, and change with its version alone.
BUNDLED = frozenset(
    ["DejaVu Sans", "DejaVu Sans Mono", "DejaVu Serif", "DejaVu Sans Display", "DejaVu Serif Display", "STIXGeneral"]
)


class FontError(ValueError):
    """A family that is not installed or cannot be embedded; `code` and `hint` go into the diagnostic."""

    def __init__(self, code: Code, message: str, hint: str) -> None:
        super().__init__(message)
        self.code = code
        self.hint = hint


@lru_cache(maxsize=1000)
def font_properties(families: tuple[str, ...], size: float, bold: bool) -> Any:
    """Matplotlib's FontProperties for a text, its families falling back in order."""
    from matplotlib.font_manager import FontProperties

    return FontProperties(family=list(families), size=size, weight="bold" if bold else "normal")


@lru_cache(maxsize=100)
def font_path(family: str, bold: bool = False) -> Any:
    """The file of a family's face; raises FontError for an unknown family or one with PostScript outlines."""
    from matplotlib.font_manager import findfont, fontManager

    try:
        path = findfont(font_properties((family,), 10, bold), fallback_to_default=False)
    except ValueError:
        if _found_new_fonts():
            return font_path(family, bold)
        hint = nearest(family, sorted(fontManager.get_font_names()), "") or "an installed family, such as DejaVu Sans"
        raise FontError("unknown-font", f"no font family is named '{family}'", hint) from None
    # fontTools takes 40 ms to look, of which the bundled families have no need.
    if family not in BUNDLED and not _has_truetype_outlines(path):
        message = f"the font '{family}' has PostScript outlines, which some PDF viewers show blank"
        raise FontError("unusable-font", message, "choose a family with TrueType outlines")
    return path


def covered_by(path: Any, characters: set[str]) -> set[str]:
    """The characters that a font file has a glyph for."""
    from matplotlib.font_manager import get_font

    font = get_font(path)
    return {character for character in characters if font.get_char_index(ord(character))}


def _found_new_fonts() -> bool:
    """Look once for fonts installed since matplotlib made its list; whether there are any."""
    from matplotlib.font_manager import findSystemFonts, fontManager

    known = {entry.fname for entry in fontManager.ttflist}
    new = [path for path in findSystemFonts() if path not in known]
    for path in new:
        with suppress(Exception):  # a file that is no font is none of ours
            fontManager.addfont(path)
    return any(entry.fname not in known for entry in fontManager.ttflist)


def _has_truetype_outlines(path: Any) -> bool:
    from fontTools.ttLib import TTFont

    with TTFont(str(path), fontNumber=getattr(path, "face_index", 0), lazy=True) as font:
        return "glyf" in font
