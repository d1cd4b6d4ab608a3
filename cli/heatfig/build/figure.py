"""One figure through all stages."""

from collections.abc import Sequence
from pathlib import Path

from heatfig.build.files import LARGE, Files
from heatfig.build.fingerprint import Fingerprint, content_hash, current_versions
from heatfig.build.fonts import check_fonts
from heatfig.build.freshness import font_digest
from heatfig.build.loading import Loader
from heatfig.build.specs import reader
from heatfig.compile.assembly import Decided
from heatfig.compile.figure import compile_figure
from heatfig.diagnostics import Diagnostic, Place, Problems, Report
from heatfig.draw import draw
from heatfig.language.parse import parse
from heatfig.language.read import FigureSpec, read_partly
from heatfig.layout.figure import Misfits, check_pixels, for_pixels, lay_out
from heatfig.layout.problems import Misfit
from heatfig.layout.scene.items import Scene
from heatfig.plan.figure import FigurePlan
from heatfig.plan.sources import Sources, origin_of
from heatfig.runtime.deferred import dataclass
from heatfig.runtime.files.find import size_of
from heatfig.runtime.files.read import read_bytes
from heatfig.runtime.fonts import BUNDLED
from heatfig.runtime.formats import IN_PIXELS
from heatfig.runtime.rc import own_settings
from heatfig.runtime.text import MOST_OF_A_SPEC

CellSources = list[list[list[list[Place]]]]  # the places of each cell, by row, column and part


@dataclass(frozen=True, eq=False)
class Compiled:
    """A spec and its plan, with the hashes of the spec and of each file that it names, by its path from the spec."""

    spec: FigureSpec
    plan: FigurePlan
    sources: Sources
    spec_hash: str
    hashes: dict[str, str]

    def made_from(self, form: str, dpi: int) -> str:
        """The line that the figure's file in one format carries."""
        fonts, drawn_at = font_digests(self.plan), dpi if form in IN_PIXELS else 0
        return Fingerprint(
            current_versions(), self.spec_hash, self.hashes, fonts, self.plan.page.formats, self.plan.page.dpi, drawn_at
        ).line()


@dataclass(frozen=True, eq=False)
class Figure(Compiled):
    """A compiled spec laid out."""

    scene: Scene


def compiled(path: Path, root: Path | None = None) -> Compiled:
    """Read and compile one spec; raises Problems. With `root`, no file outside it is read."""
    return compiled_from(read_bytes(path, most=MOST_OF_A_SPEC + 1, root=root), path, root)


def compiled_from(content: bytes, path: Path, root: Path | None = None) -> Compiled:
    """Compile a spec of this content that stands, or is to stand, at a path; raises Problems."""
    hashes: dict[str, str] = {}
    spec, made = _compiled(content, path, root, hashes, every_row=False)
    return Compiled(spec, made.plan, made.sources, content_hash(content), hashes)


def cell_sources(path: Path, root: Path | None = None) -> dict[str, list[CellSources]]:
    """The files and lines that each cell of a spec was made of, by panel and layer; raises Problems.

    It takes a pass of its own, which keeps what a plan can do without: every row of the score files.
    """
    _, made = _compiled(read_bytes(path, most=MOST_OF_A_SPEC + 1, root=root), path, root, {}, every_row=True)
    layers = zip(made.plan.panels, made.cells, made.over, strict=True)
    return {panel.id: [cells.all_sources for cells in (first, *over)] for panel, first, over in layers}


def decided(path: Path, root: Path | None = None) -> Decided:
    """The plan of one spec and the cells that it shows; raises Problems."""
    _, made = _compiled(read_bytes(path, most=MOST_OF_A_SPEC + 1, root=root), path, root, {}, every_row=False)
    return made


def _compiled(
    content: bytes, path: Path, root: Path | None, hashes: dict[str, str], every_row: bool
) -> tuple[FigureSpec, Decided]:
    try:
        return _by_columns(content, path, root, hashes, every_row, every_column=False)
    except Problems as problems:
        sizes = (size_of(path.parent / name) for name in hashes)
        if all(problem.code != "repeated-cell" for problem in problems.diagnostics) or sum(sizes) > LARGE:
            raise
    # All columns are read to tell in which of them the rows of a cell differ.
    return _by_columns(content, path, root, hashes, every_row=True, every_column=True)


def _by_columns(
    content: bytes, path: Path, root: Path | None, hashes: dict[str, str], every_row: bool, every_column: bool
) -> tuple[FigureSpec, Decided]:
    report = Report()
    spec = read_partly(parse(content, str(path)), report, reader(path.parent, root, hashes))
    loader = Loader(spec, Files(path.parent, root, hashes), every_row, every_column)
    with own_settings():
        tables = loader.tables(report)
        check_fonts(loader.spec, report)
        return loader.spec, compile_figure(loader.spec, tables, report)


def prepare(path: Path, root: Path | None = None) -> Figure:
    """Read, compile and lay out one spec; raises Problems."""
    made = compiled(path, root)
    return Figure(made.spec, made.plan, made.sources, made.spec_hash, made.hashes, laid_out(made))


def laid_out(made: Compiled) -> Scene:
    """The scene of a compiled spec; raises Problems where something does not fit."""
    try:
        with own_settings():
            return lay_out(made.plan)
    except Misfits as misfits:
        raise misfit_problems(misfits.misfits, made) from None


def misfit_problems(misfits: Sequence[Misfit], made: Compiled) -> Problems:
    """What layout found wrong, each with its place in the spec."""
    found = ((misfit, origin_of(misfit.about, made.sources)) for misfit in misfits)
    return Problems(Diagnostic(m.code, m.message, made.spec.place(origin), m.hint) for m, origin in found)


def font_digests(plan: FigurePlan) -> dict[str, str]:
    """The digests of the families of a plan that do not come along."""
    return {name: str(font_digest(name)) for name in plan.page.families if name not in BUNDLED}


def drawn(figure: Figure, form: str, dpi: int | None = None) -> bytes:
    """The bytes of a prepared figure in one format; raises Problems where they would be too many pixels."""
    pixels = dpi or figure.plan.page.dpi
    try:
        check_pixels(figure.scene, form, pixels)
        with own_settings():
            scene = for_pixels(figure.scene, figure.plan, pixels) if form in IN_PIXELS else figure.scene
    except Misfits as misfits:
        raise misfit_problems(misfits.misfits, figure) from None
    with own_settings():
        return draw(scene, form, pixels, figure.made_from(form, pixels))
