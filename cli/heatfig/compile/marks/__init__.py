"""Marks: the language's kinds, as those of the plan, and what the legend says of them."""

from functools import partial
from typing import assert_never

from heatfig.compile.cells.annotations import annotations
from heatfig.compile.cells.grounds import Grounds
from heatfig.compile.cells.panel_cells import PanelCells
from heatfig.compile.marks.few_repeats import few_repeats
from heatfig.compile.marks.hatch import hatched
from heatfig.compile.marks.outline import outline
from heatfig.compile.marks.place import MadeMark, MarkPlace
from heatfig.compile.marks.stars import stars
from heatfig.compile.marks.symbol import symbol
from heatfig.compile.view import View
from heatfig.diagnostics import Report
from heatfig.language.hints import kind_of
from heatfig.language.marks import Hatched, Mark, Outline, Stars, Symbol
from heatfig.plan.marks.hatch import Hatched as Lined


def panel_marks(view: View, panel: PanelCells, grounds: Grounds) -> list[MadeMark]:
    """The marks on the cells of a panel, hatches first; raises Problems for all that the data lack."""

    def place(*path: str | int) -> MarkPlace:
        return MarkPlace(view, panel, grounds, path, partial(view.at, *path))

    found: list[MadeMark] = []
    report = Report()
    for layer in grounds.layers:
        with report.collecting():
            found += annotations(layer.view, layer.cells, grounds)
    for number, spec in enumerate(view.settings.marks):
        with report.collecting():
            found.append(_compiled(place("marks", number, kind_of(spec)), spec))
    found += few_repeats(place("aggregate", "repeats"))
    report.check()
    return sorted(found, key=lambda made: not isinstance(made.mark, Lined))


def _compiled(place: MarkPlace, spec: Mark) -> MadeMark:
    match spec:
        case Stars():
            return stars(place, spec)
        case Symbol():
            return symbol(place, spec)
        case Outline():
            return outline(place, spec)
        case Hatched():
            return hatched(place, spec)
        case _:
            assert_never(spec)
