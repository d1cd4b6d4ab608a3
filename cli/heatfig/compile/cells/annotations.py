"""Annotations: texts in the cells, where they stand, how they look."""

import re
from dataclasses import replace
from functools import partial

import numpy as np
from numpy.typing import NDArray

from heatfig.compile.cells.cell_styles import CellsStyle
from heatfig.compile.cells.classes import check_plain
from heatfig.compile.cells.fields import shown
from heatfig.compile.cells.grounds import Grounds
from heatfig.compile.cells.panel_cells import PanelCells
from heatfig.compile.conditions import ShownFirst
from heatfig.compile.marks.best_entries import look_entries
from heatfig.compile.marks.place import MadeMark
from heatfig.compile.view import View
from heatfig.data.table import At
from heatfig.diagnostics import Report, problem
from heatfig.language.model.cells import Annotation
from heatfig.language.templates import Template
from heatfig.plan.marks.texts import CellTexts
from heatfig.runtime.arrays import Flags
from heatfig.scales.words import VALUE

_MIDDLE = {"center", "top", "bottom"}
_FIXED = re.compile(r"\+?,?(\.[0-9]+[f%z]|d)")
_SIGN = re.compile(r"[^0-9.,\n]+")


def annotations(view: View, panel: PanelCells, grounds: Grounds) -> list[MadeMark]:
    """The texts in the cells of a panel, if it has any."""
    made: list[MadeMark] = []
    for path, spec in view.settings.texts:
        origin = view.origin(*path)
        texts = _texts(view, panel, spec, partial(view.at, *path), grounds)
        made.append(MadeMark(texts, origin, tuple((entry, origin) for entry in look_entries(view, spec, texts))))
    return made


def _texts(view: View, panel: PanelCells, spec: Annotation, at: At, grounds: Grounds) -> CellTexts:
    first = next(((str(field.field), field.format) for field in spec.text.fields), (VALUE, None))
    check_plain(view, spec.text, at("text"))
    style = CellsStyle(panel, spec, at, ShownFirst(*first))
    written = _written(panel, spec.text, style.where("where", spec.where), at)
    inks = grounds.inks(spec.at, spec.contrast)
    if spec.at == "center" and spec.color is None:
        _check_legible(panel, grounds.hidden_by(inks) & (written != ""), at)
    made = style.set(written, spec.at, inks, view.figure.document.text_size)
    return replace(made, joined_by=_sign(spec.text) if spec.at in _MIDDLE else "")


def _check_legible(panel: PanelCells, hidden: Flags, at: At) -> None:
    """Raise Problems for texts that end on what is below a small shape, and cannot be read on the shape itself."""
    if hidden.any():
        first = panel.cells.describe_flat(int(np.flatnonzero(hidden)[0]))
        message = f"no one colour of a text can be read on the small shape of {first} and on what is below it"
        hint = "the part of the colormap nearer to what is below, by its `from` or `to`, or a `color` of the text"
        raise problem("contradiction", message, at("text"), hint)


def _sign(template: Template) -> str:
    """What stands between two numbers of a line, such as ±: these then stand in columns, one over the other."""
    for before, sign, after in zip(template.parts, template.parts[1:], template.parts[2:], strict=False):
        numbers = [part for part in (before, after) if not isinstance(part, str) and _FIXED.match(part.format or "")]
        if len(numbers) == 2 and isinstance(sign, str) and sign.strip() and _SIGN.fullmatch(sign):
            return sign
    return ""


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
