"""The field `class`: the label of the class that each score is in, where the norm has a label for each."""

from dataclasses import replace

import numpy as np

from heatfig.compile.layers import ScaledLayer
from heatfig.compile.texts import spec_text
from heatfig.compile.view import View
from heatfig.data.cells import Cells, Field, TextGrid
from heatfig.diagnostics import Place, problem
from heatfig.language.norms import class_labels
from heatfig.language.templates import Template
from heatfig.scales.norms import Norm
from heatfig.scales.words import CLASS


def with_classes(layer: ScaledLayer) -> ScaledLayer:
    """A layer whose cells know the classes of their scores, if these have labels."""
    labels = class_labels(layer.view.settings.norm)
    if labels is None:
        return layer
    cells, names = layer.cells.cells, tuple(label.replace(r"\$", "$") for label in labels)
    field = Field(lambda: _classes(cells, layer.scale.norm, names))
    return replace(layer, cells=replace(layer.cells, cells=replace(cells, fields={**cells.fields, CLASS: field})))


def check_plain(view: View, template: Template, spec_at: Place) -> None:
    """Raise Problems for a text that shows the label of a class that is math."""
    labels = class_labels(view.settings.norm) or ()
    math = next((label for label in labels if spec_text(label).math), None)
    if math is not None and any(str(field.field) == CLASS for field in template.fields):
        message = f"texts in cells hold no math, and the class '{math}' is written in it"
        raise problem("contradiction", message, spec_at, "labels of `norm` without math, such as α and x²")


def _classes(cells: Cells, norm: Norm, names: tuple[str, ...]) -> TextGrid:
    found = np.rint(norm.fraction(cells.values) * (len(names) - 1))
    return TextGrid(np.where(np.isnan(found), -1, found).astype(np.int64), names, cells.kinds)
