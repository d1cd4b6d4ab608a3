"""Rules of looks, held over every good spec and every figure of the project; lengths are for texts of 8 points."""

import io
import re
from dataclasses import replace
from itertools import combinations, pairwise, product

import numpy as np
import pytest
from corpus import (
    MM,
    NAMES,
    SPECS,
    asked,
    bars_of,
    corners_of,
    em,
    grids,
    items,
    of_kind,
    own_sized,
    prepared,
    shaped,
    spans,
)
from PIL import Image as Picture

from heatfig.build.figure import Figure
from heatfig.draw import draw
from heatfig.layout.figure import for_pixels
from heatfig.layout.scene.items import CellGroup, Image, Lines, Rect, TextRun
from heatfig.plan.grid import holds
from heatfig.plan.guides.colorbar import Colorbar
from heatfig.plan.marks.outline import Outline
from heatfig.plan.tracks.diagonal_labels import DiagonalLabels
from heatfig.runtime.fonts import DEFAULT
from heatfig.scales.contrast import luminance

HYPHEN_BEFORE_NUMBER = re.compile(r"(?<![\w.–-])-(?=[\d.])|(?<=\de)-(?=\d)")


@pytest.fixture(params=SPECS, ids=NAMES.get)
def figure(request: pytest.FixtureRequest) -> Figure:
    return prepared(request.param)


def test_numbers_have_minus_signs(figure: Figure) -> None:
    assert [
        run.content for run in figure.scene.text_runs() if not run.math and HYPHEN_BEFORE_NUMBER.search(run.content)
    ] == []


def test_texts_come_in_at_most_four_sizes(figure: Figure) -> None:
    assert len({round(run.size, 3) for run in own_sized(figure)}) <= 4


def test_sizes_of_texts_are_in_proportion(figure: Figure) -> None:
    base = figure.plan.page.font_size
    most = {
        "title": 1.15,
        "tag": 1.15,
        "axis label": 1.1,
        "colorbar label": 1.1,
        "track heading": 1.1,
        "sizes label": 1.1,
    }
    for run in own_sized(figure):
        assert run.size <= most.get(run.role.kind, 1.0) * base + 1e-9, run


def test_only_axes_of_numbers_have_strokes(figure: Figure) -> None:
    for strokes in of_kind(figure, "ticks"):
        panel = figure.plan.panels[strokes.role.panel or 0]
        axis = panel.y if strokes.role.side in {"left", "right"} else panel.x
        assert axis.spacing is not None


def test_strokes_of_ticks_are_short_and_thin(figure: Figure) -> None:
    for strokes in of_kind(figure, "ticks", "colorbar ticks"):
        assert isinstance(strokes, Lines)
        assert strokes.width <= 0.5
        for (x0, y0), (x1, y1) in strokes.strokes:
            assert abs(x1 - x0) + abs(y1 - y0) <= 2.3 + 1e-6


def test_labels_stand_a_millimetre_from_the_grid(figure: Figure) -> None:
    for panel, grid in grids(figure).items():
        beside = figure.plan.panels[panel].beside
        triangle = any(isinstance(track, DiagonalLabels) for track in (*beside.left, *beside.right))
        cells = (item for item in of_kind(figure, "cell") if item.role.panel == panel and isinstance(item, Rect))
        boxes = [corners_of(cell) for cell in cells] if triangle else [grid]
        for run in of_kind(figure, "tick label"):
            if run.role.panel == panel and isinstance(run, TextRun) and run.role.track == 0:
                xs, ys = zip(*run.corners(), strict=True)
                away = min(
                    max(left - max(xs), min(xs) - right, top - max(ys), min(ys) - bottom)
                    for left, top, right, bottom in boxes
                )
                assert away >= 0.9 * MM * em(figure), run.content


def test_guides_stand_two_millimetres_from_the_grid_or_more_where_labels_stand_between(figure: Figure) -> None:
    for bar in of_kind(figure, "colorbar gradient", "legend swatch"):
        assert isinstance(bar, Rect | Image)
        for left, top, right, bottom in grids(figure).values():
            away = max(left - bar.x - bar.width, bar.x - right, top - bar.y - bar.height, bar.y - bottom)
            assert away >= 1.9 * MM * em(figure) - 1.0  # cells reach a point under what follows


def test_labels_of_colorbars_stand_four_points_from_their_ticks(figure: Figure) -> None:
    runs = [run for run in figure.scene.text_runs() if run.role.kind in {"colorbar label", "colorbar tick label"}]
    for label, tick in combinations(runs, 2):
        if label.role.kind != tick.role.kind and replace(tick.role, kind="", index=None) == replace(
            label.role, kind="", index=None
        ):
            assert _apart(label, tick) >= 3.9 * em(figure)


def _apart(one: TextRun, other: TextRun) -> float:
    """How far apart two texts are, across or down."""
    pairs = [*product(one.corners(), other.corners())]
    across, down = [x - u for (x, _), (u, _) in pairs], [y - v for (_, y), (_, v) in pairs]
    return max(min(across), -max(across), min(down), -max(down))


def test_colorbars_are_thin(figure: Figure) -> None:
    widest = max(right - left for left, _, right, _ in grids(figure).values())
    bars = (guide for guide in figure.plan.guides if isinstance(guide, Colorbar))
    asked = [bar.thickness for bar in bars if bar.thickness is not None]
    for bar in of_kind(figure, "colorbar gradient"):
        assert isinstance(bar, Image)
        thickness = bar.width if bar.role.side in {"left", "right"} else bar.height
        assert thickness >= min([6.0, *asked]) - 1e-9
        assert thickness <= max([6 * max(1.0, em(figure)), 0.04 * widest, *asked]) + 1e-9


def test_numbers_are_white_on_dark_cells_and_black_on_light_ones(figure: Figure) -> None:
    for cell in figure.scene.items:
        if isinstance(cell, CellGroup) and not shaped(figure, cell.role.panel or 0):
            fill = next(item.fill for item in cell.items if isinstance(item, Rect))
            for run in cell.items:
                if isinstance(run, TextRun) and run.color in {(0, 0, 0), (255, 255, 255)}:
                    assert (run.color == (0, 0, 0)) == (luminance(np.array(fill)) >= 0.30)


def test_gaps_are_whole_pixels(figure: Figure) -> None:
    pixel = 72 / figure.plan.page.dpi
    for number, panel in enumerate(figure.plan.panels):
        if panel.gap and not panel.image and panel.shapes is None:
            cells = [item for item in of_kind(figure, "cell") if isinstance(item, Rect) and item.role.panel == number]
            tops = sorted({(round(cell.y, 6), round(cell.y + cell.height, 6)) for cell in cells})
            for (_, end), (start, _) in pairwise(tops):
                pixels = (start - end) / pixel
                assert pixels == pytest.approx(round(pixels), abs=1e-3)


def test_labels_lie_flat_where_they_fit(figure: Figure) -> None:
    for number, panel in enumerate(figure.plan.panels):
        runs = [
            run for run in of_kind(figure, "tick label")
            if isinstance(run, TextRun) and run.role.panel == number and run.role.side in {"top", "bottom"}
        ]  # fmt: skip
        if panel.x.rotation is None and panel.x.spacing is None and any(run.angle for run in runs):
            everything = [
                run.width for run in figure.scene.text_runs()
                if run.role.kind == "tick label" and run.role.side in {"top", "bottom"}
            ]  # fmt: skip
            left, _, right, _ = grids(figure)[number]
            assert max(everything) > (right - left) / len(panel.x.keys) - 3 * em(figure)


def test_titles_stay_on_the_page_and_make_it_no_wider(figure: Figure) -> None:
    reaches = [
        spans(item)[0] for item in items(figure)
        if not isinstance(item, CellGroup | Lines) and item.role.kind != "title"
    ]  # fmt: skip
    room = max(end for _, end in reaches) - min(start for start, _ in reaches)
    for run in of_kind(figure, "title"):
        assert isinstance(run, TextRun)
        if run.angle == 0:
            assert run.x >= 0
            assert run.x + run.width <= figure.scene.width
            assert run.width <= room + 1 or " " not in run.content


def test_a_grid_has_a_gap_or_a_frame_unless_a_spec_asks_for_both(figure: Figure) -> None:
    for number, panel in enumerate(figure.plan.panels):
        white = panel.gap and panel.lines is None
        assert asked(figure, number).gives("frame") or not (white and panel.frame)


def test_frames_are_thin_and_groups_stand_apart_unless_a_spec_asks_otherwise(figure: Figure) -> None:
    for number, panel in enumerate(figure.plan.panels):
        if panel.frame is not None and not asked(figure, number).gives("frame"):
            assert panel.frame.stroke.width == 0.5
        if not asked(figure, number).gives("gap"):
            assert panel.gap in {0.0, 0.5, 1.5}
        for axis, cells in (("x", panel.x), ("y", panel.y)):
            if cells.groups and not panel.image and not asked(figure, number).gives("axes", axis, "group", "gap"):
                assert cells.group_gap is None


def test_colorbars_say_what_they_show(figure: Figure) -> None:
    for bar, number, spec in bars_of(figure):
        assert bar.label or spec.gives("colorbar", "label") or not figure.plan.panels[number].value.name


def test_the_ends_of_a_colorbar_have_ticks_where_its_range_is_said(figure: Figure) -> None:
    for bar, _, spec in bars_of(figure):
        said, norm = spec.settings.range, figure.plan.scale_by_id[bar.scale].norm
        if spec.settings.colorbar and spec.settings.colorbar.ticks is None and not bar.ticks.classes:
            for limit, end in ((said.min, norm.min), (said.max, norm.max)):
                assert limit is None or any(abs(score - end) < 1e-9 for score in bar.ticks.scores), (bar.ticks, limit)


def test_missing_cells_are_a_grey_that_no_score_has(figure: Figure) -> None:
    for number, panel in enumerate(figure.plan.panels):
        if asked(figure, number).gives("missing") or not panel.missing:
            continue
        plain = panel.missing[0]
        assert len({*plain.color}) == 1
        if plain.hatch == "none" and holds(panel.grid.kinds, 0):
            colors = figure.plan.scale_of(panel).colormap.all_colors
            assert np.abs(colors.astype(int) - np.array(plain.color)).sum(axis=1).min() >= 15


def test_guides_at_one_side_stand_four_millimetres_apart(figure: Figure) -> None:
    """From the texts of one to the bar, swatch or shape of the next."""
    reaches: dict[tuple[int, str, int], list[tuple[float, float]]] = {}
    for item in items(figure):
        role = item.role
        guide = role.kind.startswith(("colorbar", "legend", "sizes"))
        if guide and role.panel is not None and role.side is not None and role.track is not None:
            xs, ys = spans(item)
            reaches.setdefault((role.panel, role.side, role.track), []).append(
                xs if role.side in {"left", "right"} else ys
            )
    found: dict[tuple[int, str], list[tuple[float, float]]] = {}
    for (panel, side, _), reach in reaches.items():
        found.setdefault((panel, side), []).append((min(low for low, _ in reach), max(high for _, high in reach)))
    for stretches in found.values():
        for (_, end), (start, _) in pairwise(sorted(stretches)):
            assert start - end >= 3.9 * MM * em(figure)


def test_all_texts_of_one_format_have_as_many_decimals(figure: Figure) -> None:
    """But for norms by rank, whose ticks may be of any size and are as short as they can be."""
    for panel in figure.plan.panels:
        if figure.plan.scale_by_id[panel.scale].norm.kind == "quantile":
            continue
        for guide in figure.plan.guides:
            if isinstance(guide, Colorbar) and guide.scale == panel.scale and not guide.ticks.classes:
                shown = [text.content for text in guide.ticks.labels]
                plain = [re.fullmatch(r"−?\d+(?:\.(\d+))?", text) for text in shown]
                if all(plain):
                    assert len({len(match[1] or "") for match in plain if match}) == 1, shown


def test_gaps_are_whole_pixels_of_the_png(figure: Figure) -> None:
    """As many pixels of the page's colour between all cells that stand beside each other, where no outline runs."""
    panel, *others = figure.plan.panels
    hidden = panel.lines is not None or any(isinstance(mark, Outline) for mark in panel.marks)
    if not panel.gap or hidden or panel.image or panel.parts != ("",) or others:
        return
    dpi = 97
    scene = for_pixels(figure.scene, figure.plan, dpi)
    figure = replace(figure, scene=scene)
    _, top, _, _ = grids(figure)[0]
    cells = sorted(
        {
            (round(cell.x, 4), round(cell.x + cell.width, 4))
            for cell in of_kind(figure, "cell")
            if isinstance(cell, Rect)
        }
    )
    pixels = np.asarray(Picture.open(io.BytesIO(draw(scene, "png", dpi))).convert("RGB"))
    row = pixels[int((top + 1) * dpi / 72)]
    widths = [
        sum((row[at] == 255).all() for at in range(int(end * dpi / 72) - 1, int(start * dpi / 72) + 2))
        for (_, end), (start, _) in pairwise(cells)
    ]
    assert len(set(widths)) <= 1 + bool(panel.x.groups or panel.x.gaps), widths


def test_the_default_face_has_tabular_figures() -> None:
    from heatfig.layout.texts.typeface import Typeface

    face = Typeface((DEFAULT,))
    for bold in (False, True):
        assert len({round(face.measure(digit, False, 8, bold).width, 6) for digit in "0123456789"}) == 1
