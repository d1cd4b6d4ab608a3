"""Font families → matplotlib's fonts; measuring and drawing ask here for the same ones."""

from contextlib import suppress
from functools import cache, lru_cache
from typing import Any

from heatfig.diagnostics import nearest
from heatfig.diagnostics.codes import Code

DEFAULT = "Source Sans Pro"  # tabular digits, told apart from letters, in four fifths of the width of DejaVu Sans
_DEFAULT_FACES = ("Regular", "Bold", "It", "BoldIt")
# Families that come with matplotlib or as a package, and change with their versions alone.
BUNDLED = frozenset(
    [
        DEFAULT, "DejaVu Sans", "DejaVu Sans Mono", "DejaVu Serif", "DejaVu Sans Display", "DejaVu Serif Display",
        "STIXGeneral",
    ]
)  # fmt: skip
# What stands in for families that papers are set in and few have installed, by how their names begin.
_MATCHING = {
    "times": "STIXGeneral, which comes with heatfig, matches it",
    "nimbus roman": "STIXGeneral, which comes with heatfig, matches it",
    "arial": "Liberation Sans has its widths once it is installed (on Debian: fonts-liberation)",
    "helvetica": "Liberation Sans has its widths once it is installed (on Debian: fonts-liberation)",
    "computer modern": "CMU Serif matches it once it is installed (on Debian: fonts-cmu)",
    "latin modern": "CMU Serif matches it once it is installed (on Debian: fonts-cmu)",
}
# The mathtext that goes with a family, by how its name begins.
_MATH = {
    "DejaVu Serif": "dejavuserif", "DejaVu": "dejavusans", "STIX": "stix", "Times": "stix", "CMU": "cm"
}  # fmt: skip


class FontError(ValueError):
    """A family that is not installed or cannot be embedded; `code` and `hint` go into the diagnostic."""

    def __init__(self, code: Code, message: str, hint: str) -> None:
        super().__init__(message)
        self.code = code
        self.hint = hint


@lru_cache(maxsize=1000)
def font_properties(families: tuple[str, ...], size: float, bold: bool, italic: bool = False) -> Any:
    """Matplotlib's FontProperties for a text, its families falling back in order; math goes with the first."""
    from matplotlib.font_manager import FontProperties

    _bring_default()
    math = next((name for start, name in _MATH.items() if families[0].startswith(start)), "custom")
    return FontProperties(
        family=list(families),
        size=size,
        weight="bold" if bold else "normal",
        style="italic" if italic else "normal",
        math_fontfamily=math,
    )


@cache
def _bring_default() -> None:
    """Make the default family known to matplotlib, before any of that name that a machine may have."""
    from importlib.util import find_spec
    from pathlib import Path

    from matplotlib.font_manager import fontManager

    package = find_spec("font_source_sans_pro")
    assert package is not None
    assert package.origin is not None
    known = len(fontManager.ttflist)
    for face in _DEFAULT_FACES:
        fontManager.addfont(Path(package.origin).parent / "files" / f"{DEFAULT.replace(' ', '')}-{face}.ttf")
    fontManager.ttflist[:] = fontManager.ttflist[known:] + fontManager.ttflist[:known]


@lru_cache(maxsize=100)
def font_path(family: str, bold: bool = False, italic: bool = False) -> Any:
    """The file of a family's face; raises FontError for an unknown family or one with PostScript outlines."""
    from matplotlib.font_manager import findfont

    try:
        path = findfont(font_properties((family,), 10, bold, italic), fallback_to_default=False)
    except ValueError:
        if _found_new_fonts():
            return font_path(family, bold, italic)
        raise FontError("unknown-font", f"no font family is named '{family}'", _in_its_place(family)) from None
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


def capital_height(path: Any) -> float:
    """The height of a font's capital H, in em."""
    from matplotlib.font_manager import get_font
    from matplotlib.ft2font import LoadFlags

    font = get_font(path)
    glyph = font.load_char(ord("H"), flags=LoadFlags.NO_SCALE)
    return float(glyph.bbox[3] / font.units_per_EM)


def family_with(character: str) -> str | None:
    """An installed family that can be used and has a glyph for a character, the bundled ones first."""
    from matplotlib import get_data_path
    from matplotlib.font_manager import fontManager

    for family in sorted(fontManager.get_font_names(), key=lambda name: (name not in BUNDLED, name)):
        with suppress(FontError, OSError, RuntimeError):  # a file that cannot be read is no help
            path = font_path(family)
            # What else matplotlib brings along is for math, or has a box for every character.
            own = family in BUNDLED or not str(path).startswith(get_data_path())
            if own and covered_by(path, {character}):
                return str(family)
    return None


def _in_its_place(family: str) -> str:
    """What a family that is not installed may have been meant to be, or can be replaced by."""
    from matplotlib.font_manager import fontManager

    matching = (hint for start, hint in _MATCHING.items() if family.casefold().startswith(start))
    near = nearest(family, sorted(fontManager.get_font_names()), "")
    return next(matching, near) or f"an installed family, such as {DEFAULT}"


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
