"""Annotations: texts in the cells, where they stand, how they look."""

from functools import partial

import numpy as np
from numpy.typing import NDArray

from heatfig.compile.cells import PanelCells
from heatfig.compile.colors import color_at
from heatfig.compile.conditions import ShownFirst, holds
from heatfig.compile.facets import View
from heatfig.compile.fields import shown
from heatfig.compile.grounds import Grounds
from heatfig.compile.marks.best_entries import best_entries
from heatfig.compile.marks.place import Made
from heatfig.data.table import At
from heatfig.diagnostics import Report
from heatfig.language.conditions import Condition
from heatfig.language.model.cells import Annotation
from heatfig.language.templates import VALUE, Template
from heatfig.plan.marks.texts import CellTexts
from heatfig.runtime.arrays import Bytes, Flags


def annotations(view: View, panel: PanelCells, grounds: Grounds) -> list[Made]:
    """The texts in the cells of a panel, if it has any."""
    made: list[Made] = []
    for path, asked in view.settings.texts:
        origin = view.origin(*path)
        entries = tuple((entry, origin) for entry in best_entries(view, asked))
        made.append(Made(_texts(view, panel, asked, partial(view.at, *path), grounds), origin, entries))
    return made


def _texts(view: View, panel: PanelCells, asked: Annotation, at: At, grounds: Grounds) -> CellTexts:
    first = next(((str(field.field), field.format) for field in asked.text.fields), (VALUE, None))

    def where(key: str, condition: Condition) -> Flags:
        return holds(panel, condition, partial(at, key), ShownFirst(*first))

    return CellTexts(
        texts=_written(panel, asked.text, where("where", asked.where), at),
        bold=where("bold", asked.bold),
        colors=_colors(panel, asked, grounds, at, ShownFirst(*first)),
        italic=None if asked.italic is False else where("italic", asked.italic),
        underline=None if asked.underline is False else where("underline", asked.underline),
        at=asked.at,
        scale=1.0 if asked.size is None else asked.size / view.figure.document.text_size,
    )


def _written(panel: PanelCells, template: Template, where: Flags, at: At) -> NDArray[np.object_]:
    """A text in each cell that is to have one and has a score."""
    fields = {part: shown(panel.cells, str(part.field), part.format, at("text")) for part in template.fields}
    texts = np.full(panel.grid.scores.shape, "", object)
    report = Report()
    for row, column, part in np.argwhere(where & ~np.isnan(panel.grid.scores)).tolist():
        cell = row, column, part
        try:
            texts[cell] = "".join(part if isinstance(part, str) else fields[part].at(cell) for part in template.parts)
        except ValueError as error:
            labels = f"row '{panel.y.labels[row]}', column '{panel.x.labels[column]}'"
            message = f"the text '{template}' does not fit {labels}: {error}"
            report.add("bad-format", message, at("text"), "such as .1f or g")
            break
    report.check()
    return texts


def _colors(panel: PanelCells, asked: Annotation, grounds: Grounds, at: At, first: ShownFirst) -> Bytes:
    """Black or white after each cell's colour, but where a colour is said."""
    colors = grounds.inks(asked.contrast)
    if isinstance(asked.color, str):
        colors[:] = color_at(asked.color, at("color"))
    elif asked.color is not None:
        left = np.ones(panel.cells.shape, np.bool_)
        for color, condition in asked.color.items():
            chosen = left & holds(panel, condition, partial(at, "color", color), first)
            colors[chosen], left = color_at(color, at("color", color)), left & ~chosen
    return colors
