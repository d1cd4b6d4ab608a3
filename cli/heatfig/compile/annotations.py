"""Annotations: texts in the cells, their weight, and black or white for contrast."""

import numpy as np
from numpy.typing import NDArray

from heatfig.compile.cells import PanelCells
from heatfig.compile.facets import View
from heatfig.compile.fields import shown
from heatfig.data.cells import Cells
from heatfig.data.columns import Codes
from heatfig.data.views import viewed
from heatfig.diagnostics import Place, Report
from heatfig.language.conditions import Condition
from heatfig.language.templates import Template
from heatfig.plan.color_scale import ColorScale
from heatfig.plan.marks.texts import CellTexts
from heatfig.plan.panel import PanelPlan
from heatfig.runtime.arrays import Flags
from heatfig.scales.colors import black_reads_better

_TRUTH = {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False, "": False}


def annotations(view: View, panel: PanelCells, plan: PanelPlan, scale: ColorScale) -> list[CellTexts]:
    """The texts in the cells of a panel, if it has any."""
    asked = view.settings.annotations
    if asked is None:
        return []
    texts = _texts(view, panel, asked.text)
    colors = np.where(black_reads_better(plan.cell_colors(scale))[..., None], np.uint8(0), np.uint8(255))
    return [CellTexts(texts, _bold(view, panel.cells, asked.bold), np.repeat(colors, 3, axis=-1))]


def _texts(view: View, panel: PanelCells, template: Template) -> NDArray[np.object_]:
    """A text in each cell that has a score."""
    place = view.at("annotations", "text")
    fields = {part: shown(panel.cells, str(part.field), part.format, place) for part in template.fields}
    texts = np.full(panel.grid.scores.shape, "", object)
    report = Report()
    for row, column, part in np.argwhere(~np.isnan(panel.grid.scores)).tolist():
        cell = row, column, part
        try:
            texts[cell] = "".join(part if isinstance(part, str) else fields[part].at(cell) for part in template.parts)
        except ValueError as error:
            labels = f"row '{panel.y.labels[row]}', column '{panel.x.labels[column]}'"
            message = f"the text '{template}' does not fit {labels}: {error}"
            report.add("bad-format", message, place, "such as .1f or g")
            break
    report.check()
    return texts


def _bold(view: View, cells: Cells, asked: Condition) -> Flags:
    if isinstance(asked, bool):
        return np.full(cells.shape, asked)
    labels = view.table.labels(asked, view.at("annotations", "bold"))
    truths = [_TRUTH.get(name.strip().casefold()) for name in labels.names]
    flat = cells.entries.by_row()
    first = _firsts(flat, cells.entries.size)
    known = np.array([bool(truth) for truth in truths], np.bool_)[labels.codes]
    wrong = np.flatnonzero(np.array([truth is None for truth in truths], np.bool_)[labels.codes])
    at_odds = np.flatnonzero(known != known[first[flat]])

    def told(number: int) -> tuple[str, Place, str]:
        row = int(wrong[number])
        message = f"'{labels.names[labels.codes[row]]}' in the column '{asked}' is neither true nor false"
        return message, view.table.place(row), "true, false or empty"

    def told_at_odds(number: int) -> tuple[str, Place, str]:
        row = int(at_odds[number])
        before, here = view.table.place(int(first[flat[row]])), view.table.place(row)
        message = f"the column '{asked}' says both true and false of {cells.told_by_entry(row)}"
        return message, here, f"all rows of a cell say the same; line {before.line} says otherwise"

    report = Report()
    report.add_some("not-boolean", len(wrong), told)
    report.add_some("not-boolean", 0 if len(wrong) else len(at_odds), told_at_odds)
    report.check()
    bold = np.zeros(cells.entries.size, np.bool_)
    bold[flat] = known
    return np.asarray(viewed(bold.reshape(cells.entries.shape), cells.down, cells.across), np.bool_)


def _firsts(flat: Codes, size: int) -> Codes:
    """The first row of each cell."""
    first = np.zeros(size, np.int64)
    first[flat[::-1]] = np.arange(len(flat))[::-1]
    return first
