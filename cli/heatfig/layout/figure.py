"""FigurePlan → Scene: measure the texts, find the sizes, place everything, and look once more.

FigurePlan ─measure─▶ Blocks ─size─▶ Page ─draw─▶ items ─check─▶ Scene
"""

from collections.abc import Iterator

from heatfig.diagnostics.origin import Origin
from heatfig.layout.block import block
from heatfig.layout.cell_size import annotation_size
from heatfig.layout.collisions import check
from heatfig.layout.colorbar import bar_blocks
from heatfig.layout.describe import describe
from heatfig.layout.legend import legend_blocks
from heatfig.layout.outer import shows_texts
from heatfig.layout.page import Blocks, Page
from heatfig.layout.panel import panel_blocks
from heatfig.layout.placing import draw_page, ink_on
from heatfig.layout.problems import Misfit, Misfits
from heatfig.layout.scene import Scene
from heatfig.layout.sizing import sized_page
from heatfig.layout.style import Style
from heatfig.layout.typeface import Typeface
from heatfig.plan.figure import FigurePlan, Text
from heatfig.runtime.formats import IN_PIXELS

LARGEST_PAGE = 5000 / 25.4 * 72
MOST_PIXELS = 400e6
SMALLEST_PAGE = 5 / 25.4 * 72

__all__ = ["Misfits", "check_pixels", "lay_out"]


def _check_texts(face: Typeface, plan: FigurePlan) -> None:
    """Raise Misfits for every text that cannot be drawn, for want of a glyph or sense in its math."""
    misfits: list[Misfit] = []
    for text in dict.fromkeys(_texts(plan)):
        try:
            face.check(text)
        except Misfits as unfit:
            misfits += unfit.found
    if misfits:
        raise Misfits(misfits)


def _texts(plan: FigurePlan) -> Iterator[Text]:
    yield plan.title
    yield from (entry.text for entry in plan.legend)
    for panel in plan.panels:
        yield panel.title
        for axis in (panel.y, panel.x):
            yield axis.label
            yield from (tick for tick in axis.ticks if tick is not None)
            yield from (group.text for group in axis.groups)
    for bar in (plan.colorbar, *(panel.colorbar for panel in plan.panels)):
        if bar is not None:
            yield bar.label
            yield from (text for ticks in bar.ticks for text in ticks.labels)


def lay_out(plan: FigurePlan) -> Scene:
    """Place everything; raises Misfits for what cannot be shown as asked."""
    face = Typeface(plan.families)
    _check_texts(face, plan)
    blocks = _blocks(face, plan)
    page = sized_page(face, blocks)
    width = plan.size.width or page.least_width
    height = plan.size.height or page.least_height(width)
    misfits = list(_page_misfits(page, width, height)) or [
        misfit for form in plan.formats for misfit in _pixel_misfits(form, plan.dpi, width, height)
    ]
    if misfits:
        raise Misfits(misfits)
    items = tuple(draw_page(face, page, width, height, annotation_size(face, page), ink_on(plan.background)))
    scene = Scene(width, height, plan.background, plan.families, _title(plan), describe(plan, items), items)
    check(scene)
    return scene


def _blocks(face: Typeface, plan: FigurePlan) -> Blocks:
    style = Style(plan.font_size, 72 / plan.dpi)
    return Blocks(
        plan,
        tuple(
            panel_blocks(face, index, panel, style, (shows_texts(plan, index, "x"), shows_texts(plan, index, "y")))
            for index, panel in enumerate(plan.panels)
        ),
        block(face, plan.title, style.title) if plan.title else None,
        bar_blocks(face, plan.colorbar, style),
        legend_blocks(face, plan, style),
        style,
    )


def _page_misfits(page: Page, width: float, height: float) -> Iterator[Misfit]:
    for side, given, least in (
        ("width", width, page.least_width),
        ("height", height, page.least_height(width)),
    ):
        if given < least - 1e-6:
            message = f"a page {side} of {given / 72 * 25.4:.1f} mm is too small for the texts"
            yield Misfit(
                "does-not-fit", message, Origin(None, ("size", side)), f"at least {least / 72 * 25.4 + 0.05:.1f}mm"
            )
        elif not SMALLEST_PAGE <= given <= LARGEST_PAGE:
            message = f"the page {side} would be {given / 72 * 25.4:.0f} mm"
            hint = "from 5 mm to 5 m: set `size`, or `ticks: none`"
            yield Misfit("does-not-fit", message, Origin(None, ("size", side)), hint)
            if page.blocks.plan.size.height is None and page.blocks.plan.size.cell is None:
                return  # a height that follows from the width


def check_pixels(scene: Scene, form: str, dpi: int) -> None:
    """Raise Misfits for more pixels than can be drawn, where a call asks for other ones than the spec."""
    misfits = list(_pixel_misfits(form, dpi, scene.width, scene.height))
    if misfits:
        raise Misfits(misfits)


def _pixel_misfits(form: str, dpi: int, width: float, height: float) -> Iterator[Misfit]:
    if form in IN_PIXELS and width * height * (dpi / 72) ** 2 > MOST_PIXELS:
        message = f"a {form.upper()} of this page at {dpi} dpi would have over {MOST_PIXELS / 1e6:.0f} million pixels"
        yield Misfit(
            "does-not-fit", message, Origin(None, ("dpi",)), "a lower dpi, a smaller page, or formats: [pdf, svg]"
        )


def _title(plan: FigurePlan) -> str:
    if plan.title:
        return plan.title.content
    titles = [panel.title.content for panel in plan.panels if panel.title]
    return ", ".join(titles) or "Heatmap"
