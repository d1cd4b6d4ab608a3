"""Strokes of the plan: between cells, around them, and those of marks."""

from heatfig.compile.colors.named import color_at, paper
from heatfig.compile.view import View
from heatfig.diagnostics import Report
from heatfig.diagnostics.origin import Path
from heatfig.language.model.stroke import Stroke as Spec
from heatfig.plan.frame import Frame
from heatfig.plan.text import Stroke
from heatfig.runtime.arrays import RGB
from heatfig.scales.colors import mixed
from heatfig.scales.contrast import black_or_white_on

SPLIT_GAP = 1.5
GUIDE, FAINT = 0.5, 0.1  # the lines that lead the eye from shape to shape, and the share of ink in their colour
FRAME = 0.5


def stroke_of(view: View, spec: Spec, path: Path, report: Report, width: float = Stroke.width) -> Stroke:
    """The stroke that stands at a path, of that width where the spec says none; notes a colour that is none."""
    color = None
    with report.collecting():
        color = None if spec.color is None else color_at(spec.color, view.at(*path, "color"))
    return Stroke(width if spec.width is None else spec.width, color, spec.dash)


def gap_of(view: View, report: Report) -> Stroke:
    """The space between cells; without a colour the page shows there, but between shapes faint lines."""
    spec = view.settings.gap
    if spec is None and view.settings.cells.shaped:
        return Stroke(GUIDE, _faint(view))
    if spec is None:
        return Stroke(SPLIT_GAP if view.settings.split else 0.0)
    return stroke_of(view, spec, ("gap",), report)


def _faint(view: View) -> RGB:
    """A colour close to that of the page."""
    page = paper(view.figure)
    return mixed(page, black_or_white_on(page), FAINT)


def frame_of(view: View, gap: Stroke, report: Report) -> Frame | None:
    """The line around cells; unless the spec says otherwise there is one where cells have no gaps."""
    spec = view.settings.frame
    apart = gap.width and not (view.settings.gap is None and view.settings.cells.shaped)
    if spec is None or (apart and not view.spec.gives("frame")):
        return None
    return Frame(spec.around, stroke_of(view, spec, ("frame",), report, FRAME))
