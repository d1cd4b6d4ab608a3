"""Measuring text without a canvas, and making sure that every character can be drawn."""

import re
from functools import cached_property, lru_cache
from itertools import accumulate

from heatfig.layout.problems import Misfit, Misfits
from heatfig.plan.sources import PlanPath
from heatfig.plan.text import Text
from heatfig.runtime.deferred import dataclass
from heatfig.runtime.fonts import capital_height, covered_by, family_with, font_path, font_properties

_DUMMY = "\N{CURRENCY SIGN}"  # what mathtext draws in place of a glyph that it lacks
_MATH = r"math is in matplotlib's mathtext; a plain dollar is written \$; in double quotes a backslash is written twice"


_NESTING = re.compile(r"\\(?:left|right)\b|\\.|[{}]")
MOST_NESTED = 10
LONGEST_MATH = 2_000  # characters, a thousandth of a second each
LONGEST = 10_000  # of any other text
MARK = "\ufeff"  # what begins a file, and has a glyph in some fonts


@dataclass(frozen=True)
class Extent:
    """A line's size in points: along the baseline, above and below it."""

    width: float
    ascent: float
    descent: float


class Typeface:
    """The families of a figure, falling back in order."""

    def __init__(self, families: tuple[str, ...]) -> None:
        self.families = families
        self._paths = [font_path(family) for family in families]
        self.measure = lru_cache(maxsize=100_000)(self._measure)
        self._sound: set[tuple[str, bool]] = set()  # panels mostly repeat each other's texts

    @cached_property
    def half(self) -> float:
        """Half the height of capitals and digits in em, by which a line looks centered."""
        return capital_height(self._paths[0]) / 2

    def check(self, text: Text, path: PlanPath) -> None:
        """Raise Misfits where math does not parse or a character has no glyph, or none that every format draws."""
        if (text.content, text.math) in self._sound:
            return
        if MARK in text.content:
            message = f"the byte order mark U+FEFF stands inside '{text.content}'"
            hint = "take it out: it is no character there, and some formats cannot draw it"
            raise Misfits([Misfit("no-glyph", message, path, hint)])
        longest = LONGEST_MATH if text.math else LONGEST
        if len(text.content) > longest:
            message = f"a text{' with math' * text.math} is over {longest:,} characters long"
            raise Misfits([Misfit("too-large", message, path, "no page has room for it: shorten it")])
        if text.math:
            self._check_math(text, path)
        else:
            self._check_glyphs(text, path)
        self._sound.add((text.content, text.math))

    def _check_glyphs(self, text: Text, path: PlanPath) -> None:
        lacking = set(text.content) - {"\n"}
        for font in self._paths:
            lacking -= covered_by(font, lacking)
        if lacking:
            raise Misfits([self._no_glyph(text, path, min(lacking, key=text.content.index))])

    def _measure(self, content: str, math: bool, size: float, bold: bool, italic: bool = False) -> Extent:
        from matplotlib.textpath import text_to_path

        width, height, descent = text_to_path.get_text_width_height_descent(
            content, font_properties(self.families, size, bold, italic), math
        )
        return Extent(width, max(height - descent, 0.76 * size), max(descent, 0.24 * size))

    def ink(self, content: str, bold: bool, italic: bool = False) -> tuple[float, float]:
        """How far the glyphs of a line reach above its baseline and below it, in em."""
        from matplotlib.textpath import text_to_path

        face = font_properties(self.families, 1.0, bold, italic)
        _, height, descent = text_to_path.get_text_width_height_descent(content, face, False)
        return height - descent, descent

    def _check_math(self, text: Text, path: PlanPath) -> None:
        from matplotlib.textpath import text_to_path

        if "\t" in text.content:  # mathtext leaves it out, and draws what follows in "\theta" as letters
            raise Misfits([Misfit("bad-math", "a tab stands in a text with math", path, _MATH)])
        if _depth(text.content) > MOST_NESTED:  # far from where Python's stack would end, here or while it is drawn
            message = f"math is nested over {MOST_NESTED} deep"
            raise Misfits([Misfit("bad-math", message, path, "write it flatter: no reader could follow it")])
        for line in text.content.split("\n"):
            try:
                *_, glyphs, _ = text_to_path.mathtext_parser.parse(line, 72, font_properties(self.families, 10, False))
            except ValueError as error:
                reason = str(error).strip().splitlines()[-1].split("Exception: ", 1)[-1]
                message = f"the math in '{text.content}' does not parse: {reason}"
                raise Misfits([Misfit("bad-math", message, path, _MATH)]) from None
            if _DUMMY not in line and any(chr(glyph[2]) == _DUMMY for glyph in glyphs):
                message = f"no font has a glyph for one of the characters in '{text.content}'"
                hint = "keep other scripts out of math"
                raise Misfits([Misfit("no-glyph", message, path, hint)])

    def _no_glyph(self, text: Text, path: PlanPath, character: str) -> Misfit:
        shown = character if character.isprintable() else ""
        message = (
            f"no font has a glyph for {f'‘{shown}’ ' if shown else ''}(U+{ord(character):04X}) in '{text.content}'"
        )
        having = family_with(character)
        hint = f"font: {{family: [{', '.join(self.families)}, {having or '…'}]}}"
        hint += "" if having else " with a family that has it; none that is installed does"
        return Misfit("no-glyph", message, path, hint)


def _depth(math: str) -> int:
    """How deeply groups of mathtext are nested."""
    steps = {"{": 1, "}": -1, r"\left": 1, r"\right": -1}
    return max(accumulate(steps.get(found, 0) for found in _NESTING.findall(math)), default=0)
