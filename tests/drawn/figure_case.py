"""A figure, what it must show, and its files read back."""

import math
from functools import cached_property
from pathlib import Path

from decode import RGB, Raster, Shown, read_png
from oracle.colors import INK, PAPER, ink_on, named
from oracle.panel import Wanted
from oracle.reading import wanted_panels
from pdf_file import Pdf
from samples import FILES, SAMPLES
from svg_file import Svg

from heatfig.build.figure import drawn, prepare
from heatfig.layout.scene.items import TextRun
from heatfig.layout.scene.role import Role
from heatfig.layout.texts.typeface import Typeface

PDF_SCALE = 4.1  # pixels a point: odd, so that few edges fall on a pixel's
NEAR_BLACK = (26, 26, 26)
_NEAR = 0.02


class Case:
    """One spec's figure in all formats, and what that spec, or another one in its place, asks for."""

    def __init__(self, path: Path, asked: str | None = None) -> None:
        self.figure = prepare(path)
        self.wanted: list[Wanted] = wanted_panels(path.read_text("utf-8") if asked is None else asked, path.parent)
        for wanted, panel in zip(self.wanted, self.figure.plan.panels, strict=True):
            wanted.looks.update({style.label.content: style.color for style in panel.missing})
        self._matched: dict[str, list[tuple[TextRun, Shown]]] = {}

    @cached_property
    def face(self) -> Typeface:
        """The typeface of the figure's texts, to measure parts of them."""
        return Typeface(self.figure.plan.page.families)

    @cached_property
    def png(self) -> Raster:
        """The PNG's pixels."""
        return read_png(drawn(self.figure, "png"), self.figure.plan.page.dpi)

    @cached_property
    def svg(self) -> Svg:
        """The SVG."""
        return Svg(drawn(self.figure, "svg"))

    @cached_property
    def pdf(self) -> Pdf:
        """The PDF."""
        return Pdf(drawn(self.figure, "pdf"))

    @cached_property
    def pdf_pixels(self) -> Raster:
        """The PDF as PDFium shows it."""
        return self.pdf.raster(PDF_SCALE)

    def color(self, form: str, x: float, y: float) -> RGB:
        """What a file shows at a point."""
        shown: dict[str, Raster | Svg] = {"png": self.png, "svg": self.svg, "pdf": self.pdf_pixels}
        return shown[form].color(x, y)

    def written(self, form: str) -> str:
        """The format in which the texts are read of what is seen in another one, or whose texts are but shapes."""
        return "svg" if form == "svg" or self.figure.scene.outlined else "pdf"

    def file(self, form: str) -> Svg | Pdf:
        """A file that holds texts as texts."""
        return self.svg if form == "svg" else self.pdf

    def matched(self, form: str) -> list[tuple[TextRun, Shown]]:
        """The scene's texts, each with the file's text that stands there; none is left over on either side."""
        if form not in self._matched:
            left = [text for text in self.file(form).texts if text.content.strip()]
            words = [item for item in self.figure.scene.text_runs() if item.content.strip()]
            self._matched[form] = [(item, _taken(item, left)) for item in words]
            assert not left, "the file shows texts that the scene does not have"
        return self._matched[form]

    def underlined(self, form: str, words: TextRun, text: Shown) -> bool:
        """Whether a line as long as a text runs just below it, in its colour."""
        turn = math.radians(text.angle)
        along, down = (math.cos(turn), -math.sin(turn)), (math.sin(turn), math.cos(turn))
        for stroke in self.file(form).strokes:
            starts, ends = (
                [(x - text.x) * axis[0] + (y - text.y) * axis[1] for axis in (along, down)]
                for x, y in (stroke.start, stroke.end)
            )
            level = abs(starts[1] - ends[1]) < _NEAR and 0 < starts[1] < 0.25 * text.size
            if level and abs(starts[0]) < _NEAR and abs(ends[0] - words.width) < _NEAR and stroke.color == text.color:
                return True
        return False

    @property
    def ink(self) -> RGB:
        """The colour of texts where nobody says one: near black, or white on a dark page."""
        page = self.wanted[0].settings.get("background", "white")
        return NEAR_BLACK if page == "none" or ink_on(named(page)) == INK else PAPER

    def texts(self, form: str, kind: str, **named: object) -> list[tuple[TextRun, Shown]]:
        """The file's texts where the scene has texts of a kind, of a panel, side or axis."""
        return [(words, text) for words, text in self.matched(form) if is_role(words.role, kind, **named)]


def is_role(role: Role, kind: str, **named: object) -> bool:
    """Whether a role is of a kind and names these."""
    return role.kind == kind and all(getattr(role, name) == value for name, value in named.items())


def _taken(words: TextRun, left: list[Shown]) -> Shown:
    there = [text for text in left if _same_place(words, text)]
    assert len(there) == 1, f"{words.role} '{words.content}': {there}"
    left.remove(there[0])
    return there[0]


def _same_place(words: TextRun, text: Shown) -> bool:
    return abs(words.x - text.x) < _NEAR and abs(words.y - text.y) < _NEAR and abs(words.angle - text.angle) < _NEAR


def write_sample(folder: Path, name: str) -> Path:
    """A sample's spec and scores as files."""
    for file, text in FILES.items():
        (folder / file).write_text(text, encoding="utf-8")
    path = folder / f"{name}.yaml"
    path.write_text(SAMPLES[name], encoding="utf-8")
    return path
