"""FigurePlan → Scene: measure the texts, find the sizes, place everything, and look once more.

FigurePlan ─measure─▶ Blocks ─size─▶ Page ─draw─▶ items ─check─▶ Scene
"""

from collections.abc import Iterator

from heatfig.layout.around import SIDES
from heatfig.layout.page.cell_size import annotation_size
from heatfig.layout.page.collisions import check_collisions
from heatfig.layout.page.geometry import Blocks
from heatfig.layout.page.page_size import page_misfits
from heatfig.layout.page.placing import draw_page, ink_on
from heatfig.layout.page.sizing import sized_page
from heatfig.layout.page.venue import line_breaks, look_breaks, page_breaks, smallest_text, text_breaks
from heatfig.layout.panel import panel_blocks
from heatfig.layout.problems import Misfit, Misfits
from heatfig.layout.scene.describe import describe, figure_name
from heatfig.layout.scene.items import Image, Scene
from heatfig.layout.section import section_blocks
from heatfig.layout.setting import Setting, Slot
from heatfig.layout.style import Style
from heatfig.layout.texts.typeface import Typeface
from heatfig.layout.texts.walk import check_texts
from heatfig.layout.tracks import track_band
from heatfig.plan.figure import FigurePlan
from heatfig.runtime.formats import IN_PIXELS

MOST_PIXELS = 400e6

__all__ = ["Misfits", "check_pixels", "for_pixels", "lay_out"]


def lay_out(plan: FigurePlan, dpi: int | None = None) -> Scene:
    """Place everything; raises Misfits for what cannot be shown as asked.

    `dpi` is that of the pixels to be drawn, where it is not the plan's: images of large grids show as many means.
    """
    face = Typeface(plan.page.families)
    check_texts(face, plan)
    blocks = _blocks(face, plan, dpi or plan.page.dpi)
    page, page_size = sized_page(blocks), plan.page.size
    width = page_size.width or page.least_width
    height = page_size.height or page.least_height(width)
    misfits = [*page_misfits(page, width, height), *page_breaks(plan.page, width, height)] or [
        misfit for form in plan.page.formats for misfit in _pixel_misfits(form, dpi or plan.page.dpi, width, height)
    ]
    if misfits:
        raise Misfits(misfits)
    items = tuple(draw_page(page, width, height, annotation_size(page), ink_on(plan.page.background)))
    background, families = plan.page.background, plan.page.families
    outlined = plan.page.venue is not None and plan.page.venue.outlined
    scene = Scene(width, height, background, families, outlined, figure_name(plan), describe(plan, items), items)
    check_collisions(scene, page_size)
    broken = [*text_breaks(plan.page, scene), *look_breaks(plan.page, scene), *line_breaks(plan, scene)]
    if broken:
        raise Misfits(broken)
    return scene


def for_pixels(scene: Scene, plan: FigurePlan, dpi: int) -> Scene:
    """A plan's scene for pixels of another size than the plan's: as it is, unless it holds gaps or an image of cells.

    Gaps have whole pixels. Were an image made smaller as it is drawn, colours would be mixed that the colormap does not
    have.
    """
    pictured = any(isinstance(item, Image) and item.role.kind == "cells" for item in scene.items)
    gapped = any(panel.gap for panel in plan.panels)
    return lay_out(plan, dpi) if (pictured or gapped) and dpi != plan.page.dpi else scene


def _blocks(face: Typeface, plan: FigurePlan, dpi: int) -> Blocks:
    style = Style(plan.page.font_size, 72 / dpi, smallest_text(plan.page))
    panels = tuple(panel_blocks(face, plan, index, style) for index in range(len(plan.panels)))
    bands = {
        side: tuple(
            track_band(Setting(face, style, plan, Slot(None, side, number)), track)
            for number, track in enumerate(plan.beside.at(side))
        )
        for side in SIDES
    }
    sections = tuple(section_blocks(face, plan, number, style) for number in range(len(plan.sections)))
    return Blocks(plan, panels, sections, bands, style)


def check_pixels(scene: Scene, form: str, dpi: int) -> None:
    """Raise Misfits for more pixels than can be drawn, where a call asks for other ones than the spec."""
    misfits = list(_pixel_misfits(form, dpi, scene.width, scene.height))
    if misfits:
        raise Misfits(misfits)


def _pixel_misfits(form: str, dpi: int, width: float, height: float) -> Iterator[Misfit]:
    if form in IN_PIXELS and width * height * (dpi / 72) ** 2 > MOST_PIXELS:
        message = f"a {form.upper()} of this page at {dpi} dpi would have over {MOST_PIXELS / 1e6:.0f} million pixels"
        hint = "a lower dpi, a smaller page, or formats: [pdf, svg]"
        yield Misfit("does-not-fit", message, ("page", "dpi"), hint)
