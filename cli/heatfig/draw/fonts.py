"""The glyphs that a scene uses, cut from their fonts; what was cut is remembered for the very same glyphs."""

import base64
import io
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from fontTools import subset
from matplotlib.font_manager import FontPath, get_font, ttfFontProperty
from matplotlib.textpath import text_to_path

from heatfig.layout.scene.items import Scene, TextRun
from heatfig.runtime.deferred import dataclass
from heatfig.runtime.fonts import covered_by, font_path, font_properties


def font_faces(scene: Scene) -> Iterator[str]:
    """A CSS rule for every font in use, in a fixed order."""
    used: dict[tuple[str, int], set[str]] = {}
    for words in scene.text_runs():
        for path, characters in _fonts_of(scene.families, words):
            used.setdefault((str(path), getattr(path, "face_index", 0)), set()).update(characters)
    for path, face in sorted(used):
        font = ttfFontProperty(get_font(FontPath(path, face)))
        data = _subset(path, face, "".join(sorted(used[path, face])))
        yield (
            f'@font-face {{ font-family: "{font.name}"; font-weight: {font.weight}; '
            f"font-style: {font.style}; src: url(data:font/woff;base64,{data}) format('woff') }}"
        )


def _fonts_of(families: tuple[str, ...], words: TextRun) -> Iterator[tuple[Any, set[str]]]:
    properties = font_properties(families, words.size, words.bold, words.italic)
    if words.math:
        *_, glyphs, _ = text_to_path.mathtext_parser.parse(words.content, 72, properties)
        for font, _, code, *_ in glyphs:
            yield font.fname, {chr(code)}
        return
    left = set(words.content)
    for family in families:
        path = font_path(family, words.bold, words.italic)
        covered = covered_by(path, left)
        if covered:
            yield path, covered
        left -= covered


def _nameless(path: str, options: Any) -> Any:
    """A font whose glyphs have numbers for names.

    No file of ours holds glyph names, and to make them up after characters takes a fifth of the time of a subset.
    """
    font = subset.load_font(path, options, dontLoadGlyphNames=True)
    font.recalcTimestamp = False
    font.setGlyphOrder([".notdef", *(f"glyph{number}" for number in range(1, font["maxp"].numGlyphs))])
    return font


@lru_cache(maxsize=100)
def _subset(path: str, face: int, characters: str) -> str:
    options = subset.Options(flavor="woff", hinting=False, desubroutinize=True, font_number=face)
    into = io.BytesIO()
    with _nameless(path, options) as font:
        cutter = subset.Subsetter(options)
        cutter.populate(text=characters + "\N{NO-BREAK SPACE}")
        cutter.subset(font)
        subset.save_font(font, into, options)
    return base64.b64encode(into.getvalue()).decode("ascii")


@dataclass(frozen=True)
class Outlines:
    """A font for a PDF, which places glyphs itself, and where the glyphs asked for are in it.

    The backend of matplotlib asks for `font`, to `save` it, and for `glyph_index_map`.
    """

    content: bytes
    glyph_index_map: dict[int, int]

    @property
    def font(self) -> "Outlines":
        """What can be saved."""
        return self

    def save(self, into: io.BytesIO, reorderTables: bool) -> None:  # noqa: ARG002, N803  # fontTools' names
        """Write the font file."""
        into.write(self.content)


@lru_cache(maxsize=100)
def outlines(path: str, face: int, glyphs: frozenset[int]) -> Outlines:
    """The outlines of some glyphs of a font file, without hints and rules of layout."""
    options = subset.Options(hinting=False, layout_features=[], notdef_outline=True, font_number=face)
    options.drop_tables += ["GDEF", "GPOS", "GSUB", "MATH", "kern", "FFTM", "PfEd", "gasp"]
    into = io.BytesIO()
    with _nameless(path, options) as font:
        cutter = subset.Subsetter(options)
        cutter.populate(gids=glyphs)
        cutter.subset(font)
        font.save(into, reorderTables=False)
        return Outlines(into.getvalue(), dict(cutter.glyph_index_map))
