"""A figure, what it must show, and its files read back."""

from functools import cached_property
from pathlib import Path

from decode import RGB, Raster, Shown, read_png
from expected import Wanted
from pdf_file import Pdf
from reading import wanted_panels
from samples import FILES, SAMPLES
from svg_file import Svg

from heatfig.build.figure import drawn, prepare
from heatfig.layout.role import Role
from heatfig.layout.scene import TextRun

PDF_SCALE = 4.1  # pixels a point: odd, so that few edges fall on a pixel's
_NEAR = 0.02


class Case:
    """One spec's figure in all formats."""

    def __init__(self, path: Path) -> None:
        self.figure = prepare(path)
        self.wanted: list[Wanted] = wanted_panels(path)
        for wanted, panel in zip(self.wanted, self.figure.plan.panels, strict=True):
            wanted.looks.update({style.label.content: style.color for style in panel.missing})
        self._matched: dict[str, list[tuple[TextRun, Shown]]] = {}

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

    def file(self, form: str) -> Svg | Pdf:
        """A file that holds texts as texts."""
        return self.svg if form == "svg" else self.pdf

    def matched(self, form: str) -> list[tuple[TextRun, Shown]]:
        """The scene's texts, each with the file's text that stands there; none is left over on either side."""
        if form not in self._matched:
            left = [text for text in self.file(form).texts if text.content.strip()]
            words = [item for item in self.figure.scene.words() if item.content.strip()]
            self._matched[form] = [(item, _taken(item, left)) for item in words]
            assert not left, "the file shows texts that the scene does not have"
        return self._matched[form]

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
