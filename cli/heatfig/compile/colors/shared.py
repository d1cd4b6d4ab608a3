"""What panels that share their colours may say of them: each the same, as one norm is of all."""

from collections.abc import Sequence
from typing import assert_never

from heatfig.compile.colors.quantities import OWN, OwnKey, sharing, stops_of
from heatfig.compile.view import View
from heatfig.diagnostics import Report
from heatfig.language.model.colors import Categories


def check_shared(views: Sequence[View], report: Report) -> None:
    """Note each panel that says something of its own of the norm that it shares, unless all say the same."""
    for members in sharing(views):
        for path in OWN:
            values = [value for value in (_value(view, path) for view in members) if value is not None]
            if any(value != values[0] for value in values):
                _refuse([view for view in members if view.spec.sets(*path)], path, report)


def _refuse(members: Sequence[View], path: OwnKey, report: Report) -> None:
    for view in members:
        message = f"the panels share their colours, and this one has a `{path[0]}` of its own"
        report.add("contradiction", message, view.at(path[0]), "say it once, for all panels, or share: {color: false}")


def _value(view: View, path: OwnKey) -> object:
    """What a panel says of the norm; None where there is nothing to compare."""
    colormap = view.settings.colormap
    match path:
        case ("range",):
            return view.settings.range
        case ("norm",):
            return view.settings.norm
        case ("colormap", "stops"):
            return stops_of(view)
        case ("colormap", "categories"):
            return colormap if isinstance(colormap, Categories) else None
        case _:
            assert_never(path)
