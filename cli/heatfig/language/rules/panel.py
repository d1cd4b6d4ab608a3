"""Rules of one panel."""

from heatfig.language.model.colors import Categories
from heatfig.language.model.figure import Panel
from heatfig.language.model.page import Facet
from heatfig.language.rules import Rules
from heatfig.language.rules.annotations import check_annotation
from heatfig.language.rules.axes import check_axis
from heatfig.language.rules.cells import check_cells, check_image
from heatfig.language.rules.columns import check_columns
from heatfig.language.rules.conditions import check_conditions
from heatfig.language.rules.normalize import check_normalize
from heatfig.language.rules.orders import check_likeness, check_panels_of_orders
from heatfig.language.rules.records import check_records
from heatfig.language.rules.scale import check_scale
from heatfig.language.rules.scores import check_scores
from heatfig.language.rules.split import check_split
from heatfig.language.rules.text_scores import check_text_scores
from heatfig.scales.sides import AXES


def check_panel(panel: Panel, facet: Facet | None, rules: Rules) -> None:
    """The rules of one panel with the figure's settings merged in, but those of an invalid key."""
    if rules.is_valid("scores"):
        check_scores(panel, rules)
    check_records(panel, rules)
    check_scale(panel, rules)
    if rules.is_valid("colormap") and isinstance(panel.colormap, Categories):
        check_text_scores(panel, rules)
    if rules.is_valid("cells"):
        check_cells(panel, rules)
        check_image(panel, rules)
    _check_axes(panel, rules)
    if rules.is_valid("split") and rules.is_valid("beside"):
        check_split(panel, rules)
    if rules.is_valid("annotations") and rules.is_valid("aggregate"):
        check_annotation(panel, rules)
    if all(rules.is_valid(key) for key in ("normalize", "annotations", "axes", "value")):
        check_normalize(panel, rules)
    check_columns(panel, facet, rules)
    check_conditions(panel, rules)


def _check_axes(panel: Panel, rules: Rules) -> None:
    for name in AXES:
        if rules.is_valid("axes", name):
            check_axis(panel.axes.of(name), name, rules)
            check_panels_of_orders(panel.axes.of(name), name, rules)
    if rules.is_valid("axes"):
        check_likeness(panel.axes, rules)
