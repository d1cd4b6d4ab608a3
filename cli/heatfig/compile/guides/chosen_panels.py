"""Panels that are chosen by name to have one colorbar together."""

from collections.abc import Sequence

from heatfig.compile.page.areas import bounds, meet
from heatfig.compile.view import View
from heatfig.diagnostics import Place, Report
from heatfig.plan.page import Area
from heatfig.runtime.deferred import dataclass

Chosen = tuple[int, ...]  # the numbers of panels


@dataclass(frozen=True)
class Choice:
    """Panels, by their numbers, that have one colorbar, and the one whose spec says what it is like."""

    panels: Chosen
    by: View

    def at(self, index: int | None = None) -> Place:
        """Where the spec names them, or one of them."""
        return self.by.at("colorbar", "for", *(() if index is None else (index,)))


def choices(views: Sequence[View], layer: int, layout: Sequence[Area]) -> list[Choice]:
    """Those that the spec makes of panels with that layer.

    Raises Problems for panels that are not there, or can have no colorbar together.
    """
    report, found = Report(), dict[frozenset[int], Choice]()
    numbers = {view.name: number for number, view in enumerate(views)}
    for view in (view for view in views if view.layer == layer):
        made = _choice(view, numbers, report)
        if made is not None and frozenset(made.panels) not in found:
            _check_place(made, views, layout, report)
            found[frozenset(made.panels)] = made
    _check_once([*found.values()], views, report)
    report.check()
    return [*found.values()]


def lanes_along(view: View, views: Sequence[View], layout: Sequence[Area]) -> int:
    """How many rows or columns of panels the colorbar of a panel runs along."""
    asked = view.settings.colorbar
    if asked is None or asked.panels is None:
        return 1
    names = frozenset(asked.panels)
    areas = [area for other, area in zip(views, layout, strict=True) if other.name in names]
    if layout[view.index] not in areas:
        return 1
    around = bounds(areas)
    return around.across if asked.side in {"top", "bottom"} else around.down


def _choice(view: View, numbers: dict[str, int], report: Report) -> Choice | None:
    """What a panel's spec chooses of panels by name; None where it chooses nothing, or what is wrong."""
    asked = view.settings.colorbar
    if asked is None or asked.panels is None:
        return None
    place = Choice((), view).at
    unknown = [(index, name) for index, name in enumerate(asked.panels) if name not in numbers]
    for index, name in unknown:
        hint = report.nearest(name, numbers, "panels")
        report.add("unknown-label", f"no panel is named '{name}'", place(index), hint)
    chosen = tuple(sorted({numbers[name] for name in asked.panels if name in numbers}))
    if unknown or (view.name not in asked.panels and not view.spec.sets("colorbar", "for")):
        return None  # the figure says it, of others
    if view.name not in asked.panels:
        message = "a panel says of others that they have one colorbar"
        report.add("contradiction", message, place(), "say it at one of them, or name this one, too")
    elif len(chosen) < 2:
        report.add("contradiction", "a panel alone has its own colorbar", place(), "two names or more, or per: panel")
    else:
        return Choice(chosen, view)
    return None


def _check_place(choice: Choice, views: Sequence[View], layout: Sequence[Area], report: Report) -> None:
    """Nothing else stands among them."""
    around = bounds(layout[index] for index in choice.panels)
    others = (n for n, area in enumerate(layout) if n not in choice.panels and meet(area, around))
    between = next(others, None)
    if between is not None:
        named = " and ".join(f"'{views[index].name}'" for index in choice.panels)
        message = f"no colorbar stands beside {named} together: '{views[between].name}' stands among them"
        hint = "`layout.grid` brings them together in one row, one column or a block; or name that one, too"
        report.add("contradiction", message, choice.at(), hint)


def _check_once(made: Sequence[Choice], views: Sequence[View], report: Report) -> None:
    """No panel has two."""
    for number, choice in enumerate(made):
        for index in choice.panels:
            if any(index in other.panels for other in made[:number]):
                message = f"the panel '{views[index].name}' has a colorbar with others already"
                report.add("contradiction", message, choice.at(), "name each panel once")
