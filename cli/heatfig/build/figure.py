"""One figure through all stages."""

import os
from dataclasses import dataclass
from pathlib import Path

from heatfig import scores
from heatfig.backdrop import own_settings
from heatfig.compile import compile_figure
from heatfig.diagnostics import Problems, Report, problem
from heatfig.draw import draw
from heatfig.files import check_inside, read_bytes
from heatfig.layout import Misfit, lay_out
from heatfig.origin import Origin
from heatfig.plan import FigurePlan
from heatfig.scene import Scene
from heatfig.scores.table import Dialect, Table
from heatfig.spec.model import ScoreFile
from heatfig.spec.read import FigureSpec, PanelSpec, read
from heatfig.spec.source import parse


@dataclass(frozen=True, eq=False)
class Figure:
    """A spec and what became of it, short of drawing."""

    spec: FigureSpec
    plan: FigurePlan
    scene: Scene


def prepare(path: Path, root: Path | None = None) -> Figure:
    """Read, compile and lay out one spec; raises Problems. With `root`, no file outside it is read."""
    check_inside(path, root)
    spec = read(parse(read_bytes(path), str(path)))
    with own_settings():
        plan = compile_figure(spec, _tables(spec, path.parent, root))
        try:
            scene = lay_out(plan)
        except Misfit as misfit:
            place = spec.place(misfit.origin)
            raise problem(misfit.code, misfit.message, place, misfit.hint) from None
    return Figure(spec, plan, scene)


def drawn(figure: Figure, form: str, dpi: int | None = None) -> bytes:
    """The bytes of a prepared figure in one format."""
    with own_settings():
        return draw(figure.scene, form, dpi or figure.plan.dpi)


def _tables(spec: FigureSpec, folder: Path, root: Path | None) -> dict[int, tuple[Table, ...]]:
    """The score files of every panel, each file read once."""
    known: dict[tuple[str, Dialect], Table] = {}
    report = Report()
    tables: dict[int, tuple[Table, ...]] = {}
    for panel in spec.panels:
        try:
            tables[panel.index] = tuple(
                _table(spec, panel, index, file, folder, root, known)
                for index, file in enumerate(panel.settings.scores)
            )
        except Problems as found:
            report.found += found.diagnostics
    report.check()
    return tables


def _table(
    spec: FigureSpec,
    panel: PanelSpec,
    index: int,
    file: ScoreFile,
    folder: Path,
    root: Path | None,
    known: dict[tuple[str, Dialect], Table],
) -> Table:
    dialect = Dialect(file.separator, file.decimal)
    path = Path(os.path.normpath(folder / file.file))
    key = (str(path), dialect)
    if key not in known:
        named_at = spec.place(Origin(panel.index, _file_path(panel, index)))
        check_inside(path, root, named_at)
        known[key] = scores.parse(read_bytes(path, named_at), str(path), dialect, named_at)
    return known[key]


def _file_path(panel: PanelSpec, index: int) -> tuple[str | int, ...]:
    """Where a spec names a score file, which it may do in four ways."""
    written = panel.node["scores"]  # type: ignore[index]  # a Scalar equals the str it holds
    inside = written[index] if isinstance(written, list) else written
    path: tuple[str | int, ...] = ("scores", index) if isinstance(written, list) else ("scores",)
    return (*path, "file") if isinstance(inside, dict) else path
