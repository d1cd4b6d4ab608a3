"""Annotations: the score as text in each cell, its weight, and black or white for contrast."""

import numpy as np
from numpy.typing import NDArray

from heatfig.compile.facets import View
from heatfig.compile.scores import Scores
from heatfig.diagnostics import Place, Report
from heatfig.language.conditions import Condition
from heatfig.language.read import FigureSpec
from heatfig.language.templates import Template
from heatfig.plan.color_scale import ColorScale
from heatfig.plan.marks.texts import CellTexts
from heatfig.plan.panel import PanelPlan
from heatfig.scales.colors import black_reads_better
from heatfig.scales.number_format import formatted

_TRUTH = {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False, "": False}


def annotations(spec: FigureSpec, view: View, scores: Scores, panel: PanelPlan, scale: ColorScale) -> list[CellTexts]:
    """The texts in the cells of a panel, if it has any."""
    asked = view.settings.annotations
    if asked is None:
        return []
    texts = _texts(spec, view, scores, asked.text)
    colors = np.where(black_reads_better(panel.cell_colors(scale))[..., None], np.uint8(0), np.uint8(255))
    return [CellTexts(texts, _bold(spec, view, scores, asked.bold), np.repeat(colors, 3, axis=-1))]


def _texts(spec: FigureSpec, view: View, scores: Scores, template: Template) -> NDArray[np.object_]:
    grid = scores.grid.scores
    texts = np.full(grid.shape, "", object)
    report = Report()
    for index in np.argwhere(~np.isnan(grid)):
        cell = tuple(index)
        try:
            texts[cell] = _filled(template, grid[cell])
        except ValueError as error:
            labels = f"row '{scores.y.plan.labels[cell[0]]}', column '{scores.x.plan.labels[cell[1]]}'"
            place = spec.place(view.origin("annotations", "text"))
            report.add("bad-format", f"the text '{template}' does not fit {labels}: {error}", place, "such as .1f or g")
            break
    report.check()
    return texts


def _filled(template: Template, score: float) -> str:
    """The text of a cell; raises ValueError where the score has no place in a format."""
    parts = (part if isinstance(part, str) else formatted(score, part.format) for part in template.parts)
    return "".join(parts)


def _bold(spec: FigureSpec, view: View, scores: Scores, column: Condition) -> NDArray[np.bool_]:
    bold = np.full(scores.grid.scores.shape, column is True)
    if isinstance(column, bool):
        return bold
    report = Report()
    entries = scores.entries
    texts = view.rows.texts(column, spec.place(view.origin("annotations", "bold")))
    wrong, at_odds = [], []
    first: dict[tuple[int, int, int], int] = {}
    for index, text in enumerate(texts):
        truth = _TRUTH.get(text.strip().casefold())
        cell = (int(entries.y[index]), int(entries.x[index]), int(entries.part[index]))
        if truth is None:
            wrong.append(index)
        elif first.setdefault(cell, index) == index:
            bold[cell] = truth
        elif bold[cell] != truth:
            at_odds.append((first[cell], index))

    def told(number: int) -> tuple[str, Place, str]:
        message = f"'{texts[wrong[number]]}' in the column '{column}' is neither true nor false"
        return message, view.rows.place(wrong[number]), "true, false or empty"

    def told_at_odds(number: int) -> tuple[str, Place, str]:
        before, here = (view.rows.place(index) for index in at_odds[number])
        message = f"the column '{column}' says both true and false of {scores.long.cell(at_odds[number][1])}"
        return message, here, f"all rows of a cell say the same; line {before.line} says otherwise"

    report.add_some("not-boolean", len(wrong), told)
    report.add_some("not-boolean", len(at_odds), told_at_odds)
    report.check()
    return bold
