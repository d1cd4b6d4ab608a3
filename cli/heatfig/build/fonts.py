"""Whether the fonts of a spec are there: wrong whatever the data holds."""

from heatfig.diagnostics import Report
from heatfig.diagnostics.origin import Origin
from heatfig.language.read import FigureSpec
from heatfig.runtime.fonts import FontError, font_path


def check_fonts(spec: FigureSpec, report: Report) -> None:
    """Note every family of the spec that is not installed, or cannot be embedded."""
    for index, family in enumerate(spec.document.font.family):
        try:
            font_path(family)
        except FontError as error:
            report.add(error.code, str(error), spec.place(Origin(None, ("font", "family", index))), error.hint)
