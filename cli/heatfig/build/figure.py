"""One figure through all stages."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from heatfig.build.fingerprint import Fingerprint, content_hash, current_versions
from heatfig.build.freshness import font_digest
from heatfig.build.loading import Loader
from heatfig.compile.figure import compile_figure
from heatfig.diagnostics import Diagnostic, Problems, Report
from heatfig.draw import draw
from heatfig.language.parse import parse
from heatfig.language.read import FigureSpec, read_partly
from heatfig.layout.figure import Misfits, check_pixels, lay_out
from heatfig.layout.problems import Misfit
from heatfig.layout.scene import Scene
from heatfig.plan.figure import FigurePlan
from heatfig.runtime.files.read import read_bytes
from heatfig.runtime.fonts import BUNDLED
from heatfig.runtime.formats import IN_PIXELS
from heatfig.runtime.rc import own_settings
from heatfig.runtime.text import MOST_OF_A_SPEC


@dataclass(frozen=True, eq=False)
class Compiled:
    """A spec and its plan, with the hashes of the spec and of each score file by its name in the spec."""

    spec: FigureSpec
    plan: FigurePlan
    spec_hash: str
    hashes: dict[str, str]

    def made_from(self, form: str, dpi: int) -> str:
        """The line that the figure's file in one format carries."""
        fonts, drawn_at = font_digests(self.plan), dpi if form in IN_PIXELS else 0
        return Fingerprint(
            current_versions(), self.spec_hash, self.hashes, fonts, self.plan.formats, self.plan.dpi, drawn_at
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
    report = Report()
    spec = read_partly(parse(content, str(path)), report)
    loader = Loader(spec, path.parent, root)
    with own_settings():
        plan = compile_figure(spec, loader.tables(report), report)
    return Compiled(spec, plan, content_hash(content), loader.hashes)


def prepare(path: Path, root: Path | None = None) -> Figure:
    """Read, compile and lay out one spec; raises Problems."""
    made = compiled(path, root)
    return Figure(made.spec, made.plan, made.spec_hash, made.hashes, laid_out(made))


def laid_out(made: Compiled) -> Scene:
    """The scene of a compiled spec; raises Problems where something does not fit."""
    try:
        with own_settings():
            return lay_out(made.plan)
    except Misfits as misfits:
        raise misfit_problems(misfits.found, made.spec) from None


def misfit_problems(misfits: Sequence[Misfit], spec: FigureSpec) -> Problems:
    """What layout found wrong, each with its place in the spec."""
    return Problems(Diagnostic(m.code, m.message, spec.place(m.origin), m.hint) for m in misfits)


def font_digests(plan: FigurePlan) -> dict[str, str]:
    """The digests of the families of a plan that matplotlib does not bring along."""
    return {name: str(font_digest(name)) for name in plan.families if name not in BUNDLED}


def drawn(figure: Figure, form: str, dpi: int | None = None) -> bytes:
    """The bytes of a prepared figure in one format; raises Problems where they would be too many pixels."""
    pixels = dpi or figure.plan.dpi
    try:
        check_pixels(figure.scene, form, pixels)
    except Misfits as misfits:
        raise misfit_problems(misfits.found, figure.spec) from None
    with own_settings():
        return draw(figure.scene, form, pixels, figure.made_from(form, pixels))
