"""What a page breaks of the rules of the venue at which it is to appear."""

from collections.abc import Iterator

from heatfig.layout.problems import Misfit
from heatfig.layout.scene.items import CellGroup, Circle, Item, Lines, Rect, Scene
from heatfig.layout.style import SMALLEST_TEXT
from heatfig.plan.figure import FigurePlan
from heatfig.plan.page import Page
from heatfig.plan.sources import PlanPath

_MM = 25.4 / 72
_SLACK = 0.05  # points


def smallest_text(page: Page) -> float:
    """The size below which no text is shrunk."""
    smallest = page.venue.smallest_text if page.venue is not None else None
    return min(max(SMALLEST_TEXT, smallest or 0.0), page.font_size)


def page_breaks(page: Page, width: float, height: float) -> Iterator[Misfit]:
    """That a page is wider or higher than the text of the venue."""
    venue = page.venue
    if venue is None:
        return
    for side, length, most in (("width", width, venue.text_width), ("height", height, venue.text_height)):
        if most is not None and length > most + _SLACK:
            message = (
                f"the page {side} would be {length * _MM:.1f} mm, and the text of {venue.name} has {most * _MM:.1f}"
            )
            hint = (
                "size: {width: textwidth}"
                if side == "width"
                else "size: {height: …}, a smaller width or cell, or fewer rows"
            )
            yield Misfit("breaks-venue", message, _sized(page, side), hint)


def _sized(page: Page, side: str) -> PlanPath:
    """What decides a side of the page: the size asked for, or else the venue is at odds with the default."""
    if getattr(page.size, side) is not None:
        return ("page", "size", side)
    return ("page", "size") if page.size.width or page.size.cell else ("page", "venue")


def text_breaks(page: Page, scene: Scene) -> Iterator[Misfit]:
    """That texts are smaller or larger than the venue allows, the first of each kind; tags may be larger."""
    venue = page.venue
    if venue is None:
        return
    seen: set[str] = set()
    for text in scene.text_runs():
        least, most = venue.smallest_text or 0.0, venue.largest_text or float("inf")
        large = text.size > most + _SLACK and text.role.kind != "tag"
        if (large or text.size < least - _SLACK) and text.role.kind not in seen:
            seen.add(text.role.kind)
            message = f"the {text.role.kind} '{text.content}' has {text.size:.1f} pt, and texts of {venue.name} have "
            bound = f"at most {most:g}" if large else f"at least {least:g}"
            hint = "a smaller font: {size}" if large else "leave font: {size} out, or make it larger"
            yield Misfit("breaks-venue", message + bound, ("page", "font_size"), hint)


def look_breaks(page: Page, scene: Scene) -> Iterator[Misfit]:
    """That there are patterns, or texts in colour, where a venue takes none; the first of each."""
    venue = page.venue
    if venue is None:
        return
    if not venue.patterns and any("hatch" in item.role.kind for item in _inner(scene)):
        message, hint = (
            f"there are hatches, and {venue.name} allows no patterns in figures",
            "hatch: none, with colours",
        )
        yield Misfit("breaks-venue", message, ("page", "venue"), hint)
    colored = next((run for run in scene.text_runs() if len({*run.color}) > 1), None)
    if not venue.colored_text and colored is not None:
        message = (
            f"the {colored.role.kind} '{colored.content}' is in colour, and {venue.name} allows no texts in colour"
        )
        yield Misfit("breaks-venue", message, ("page", "venue"), "leave color: of the text out, or bold: in its place")


def line_breaks(plan: FigurePlan, scene: Scene) -> Iterator[Misfit]:
    """That lines are thinner or thicker than the venue allows, the first of each kind."""
    venue = plan.page.venue
    if venue is None:
        return
    least, most = venue.thinnest_line or 0.0, venue.thickest_line or float("inf")
    seen: set[str] = set()
    for item in _inner(scene):
        width = _line_width(plan, item)
        if width is not None and item.role.kind not in seen and not least - _SLACK <= width <= most + _SLACK:
            seen.add(item.role.kind)
            bound = f"at least {least:g}" if width < least else f"at most {most:g}"
            message = f"the {item.role.kind} has a line of {width:g} pt, and lines of {venue.name} have {bound}"
            yield Misfit("breaks-venue", message, ("page", "venue"), "leave its width out, or give it another one")


def _line_width(plan: FigurePlan, item: Item) -> float | None:
    """The width of the lines of something as far as they are seen; those under texts are letters."""
    if item.role.kind == "gap":  # reaches under the cells beside it
        lines = plan.panels[item.role.panel or 0].lines
        return lines.width if lines else None
    if isinstance(item, Lines):
        return item.width if item.strokes and item.role.kind != "underline" else None
    return item.edge.width if isinstance(item, Rect | Circle) and item.edge is not None else None


def _inner(scene: Scene) -> Iterator[Item]:
    for item in scene.items:
        yield from item.items if isinstance(item, CellGroup) else (item,)
