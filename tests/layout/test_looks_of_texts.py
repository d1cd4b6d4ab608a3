"""Rules of looks of numbers in cells, of labels along axes and of colours beside the grid, over the same figures."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain, combinations, pairwise
from math import sqrt

import numpy as np
import pytest
from corpus import NAMES, SPECS, asked, items, of_kind, prepared, shaped
from matplotlib.textpath import TextPath

from heatfig.build.figure import Figure
from heatfig.language.tracks import Strip as StripSpec
from heatfig.layout.scene.items import Rect, TextRun
from heatfig.layout.scene.role import Role
from heatfig.plan.marks.texts import CellTexts
from heatfig.plan.tracks.strip import Strip
from heatfig.runtime.fonts import font_properties
from heatfig.scales.distance import OTHERWISE, nearest_distance
from heatfig.scales.palettes import PALETTE
from heatfig.scales.sides import AXIS_ALONG

Make = Callable[..., Figure]
NUMBER = re.compile(r"[−+]?\d+(?:\.(\d+))?%?")
MOST_LINES = 3


@pytest.fixture(params=SPECS, ids=NAMES.get)
def figure(request: pytest.FixtureRequest) -> Figure:
    return prepared(request.param)


def texts_of(figure: Figure, panel: int) -> list[CellTexts]:
    return [mark for mark in figure.plan.panels[panel].marks if isinstance(mark, CellTexts)]


def middle_of_digits(figure: Figure, run: TextRun) -> float:
    """How far above its baseline the middle of a text's digits stands."""
    face = font_properties(figure.plan.page.families, run.size, run.bold, run.italic)
    digits = TextPath((0, 0), "0", run.size, face).get_extents()
    return float(digits.y0 + digits.y1) / 2


def cells_of(figure: Figure, panel: int) -> dict[tuple[int | None, int | None, int | None], Rect]:
    """The cells of a panel without that by which they reach under the next ones."""
    found = [item for item in of_kind(figure, "cell") if isinstance(item, Rect) and item.role.panel == panel]
    lefts, tops = (sorted({getattr(cell, side) for cell in found}) for side in ("x", "y"))
    return {
        (cell.role.row, cell.role.column, cell.role.part): replace(
            cell, width=until(lefts, cell.x, cell.width), height=until(tops, cell.y, cell.height)
        )
        for cell in found
    }


def until(starts: list[float], start: float, length: float) -> float:
    """How long something is that ends where the next one starts, if it gets there."""
    return min([length, *(other - start for other in starts if other > start + 1e-6)])


def test_numbers_are_centred_on_their_digits(figure: Figure) -> None:
    for panel in range(len(figure.plan.panels)):
        marks, boxes = texts_of(figure, panel), cells_of(figure, panel)
        if len(marks) == 1 and marks[0].at == "center" and not marks[0].joined_by and not shaped(figure, panel):
            for run in of_kind(figure, "annotation"):
                if isinstance(run, TextRun) and run.role.panel == panel and NUMBER.fullmatch(run.content):
                    box = boxes.get((run.role.row, run.role.column, run.role.part))
                    if box is not None and "\n" not in str(
                        marks[0].texts[run.role.row, run.role.column, run.role.part or 0]
                    ):
                        assert abs(run.x + run.width / 2 - box.x - box.width / 2) < 0.01
                        middle = run.y - middle_of_digits(figure, run)
                        assert abs(middle - box.y - box.height / 2) < 0.03 * run.size


def test_the_numbers_of_a_grid_have_as_many_decimals(figure: Figure) -> None:
    """But for formats by significant digits."""
    for panel in range(len(figure.plan.panels)):
        for texts in texts_of(figure, panel):
            found = [NUMBER.fullmatch(str(text)) for text in texts.texts.flat if text]
            significant = any(re.search("[gsxz]}", str(each.text)) for _, each in asked(figure, panel).settings.texts)
            if found and all(found) and not significant:
                assert len({len(each[1] or "") for each in found if each}) == 1


def width_of(figure: Figure, run: TextRun, content: str) -> float:
    face = font_properties(figure.plan.page.families, run.size, run.bold, run.italic)
    return float(TextPath((0, 0), content, run.size, face).get_extents().width) if content else 0.0


def least_width(figure: Figure, run: TextRun, label: str) -> float:
    """That of a label in as many lines as labels may have."""
    words = label.split()
    breaks = [combinations(range(1, len(words)), lines) for lines in range(min(MOST_LINES, len(words)))]
    broken = (
        max(width_of(figure, run, " ".join(words[start:end])) for start, end in pairwise((0, *at, len(words))))
        for ways in breaks
        for at in ways
    )
    return min(broken, default=0.0)


def left_to_the_room(figure: Figure) -> Iterator[tuple[list[TextRun], list[str], float]]:
    """The labels below or above each grid, if no spec turns them: as they stand, in full, and their cells' width."""
    for number, panel in enumerate(figure.plan.panels):
        runs = [
            run for run in of_kind(figure, "tick label")
            if isinstance(run, TextRun) and run.role.panel == number and run.role.side in {"top", "bottom"}
        ]  # fmt: skip
        cells = {
            (round(item.x, 3), item.role.column)
            for item in items(figure)
            if isinstance(item, Rect) and item.role.kind == "cell" and item.role.panel == number and not item.role.part
        }
        firsts = {column: x for x, column in sorted(cells, reverse=True)}
        if runs and panel.x.rotation is None and panel.x.spacing is None and len(firsts) > 1:
            step = min(after - before for before, after in pairwise(sorted(firsts.values())))
            yield runs, [tick.text.content for tick in panel.x.ticks], step


def test_labels_are_wrapped_before_they_are_turned(figure: Figure) -> None:
    found = list(left_to_the_room(figure))
    if any(run.angle for runs, _, _ in found for run in runs):
        widest = max(least_width(figure, runs[0], label) for runs, labels, _ in found for label in labels)
        assert widest > min(step for _, _, step in found) - runs_size(found)


def runs_size(found: list[tuple[list[TextRun], list[str], float]]) -> float:
    return max(run.size for runs, _, _ in found for run in runs)


def test_labels_are_turned_by_half_before_they_stand_upright(figure: Figure) -> None:
    for runs, _, step in left_to_the_room(figure):
        angles = {abs(run.angle) for run in runs}
        assert angles <= {0, 45, 90}
        if 90 in angles and not figure.plan.panels[runs[0].role.panel or 0].x.groups:
            assert max(run.ascent + run.descent for run in runs) * sqrt(2) > step


def test_the_categories_of_strips_have_colours_that_no_score_has(figure: Figure) -> None:
    scales = {panel.scale for panel in figure.plan.panels} | {
        layer.scale for panel in figure.plan.panels for layer in panel.layers
    }
    maps = np.concatenate([figure.plan.scale_by_id[scale].colormap.all_colors for scale in sorted(scales)])
    free = {color for color in PALETTE if nearest_distance(np.array(color, np.uint8), maps) >= OTHERWISE}
    for number, panel in enumerate(figure.plan.panels):
        strips = {side: [each for each in panel.beside.at(side) if isinstance(each, Strip)] for side in AXIS_ALONG}
        used = {color for each in chain(*strips.values()) for row in each.colors for color in row if color}
        for side, drawn in strips.items():
            said = [each for each in asked(figure, number).settings.beside.at(side) if isinstance(each, StripSpec)]
            if len(drawn) < len(said):
                continue  # a panel further out shows them
            for track, strip in zip(drawn, said, strict=True):
                own = {color for row in track.colors for color in row if color}
                assert strip.colormap is not None or track.scale is not None or own <= free or free <= used


@pytest.mark.parametrize(("at", "form"), [("top", ".1x"), ("bottom", ",d"), ("top-left", "({value:d})")])
def test_texts_at_an_edge_are_clear_of_it_with_all_their_glyphs(at: str, form: str, make: Make) -> None:
    text = form if "{" in form else f"{{value:{form}}}"
    scores = "x,y,v\np,a,1000\nq,a,2000\n"
    made = make(f"scores: s.csv\nvalue: v\naxes: {{x: x, y: y}}\nannotations: {{text: '{text}', at: {at}}}\n", s=scores)
    for (row, column, _), box in cells_of(made, 0).items():
        (run,) = (
            run for run in made.scene.text_runs() if run.role.on("annotation") == Role("annotation", 0, row, column)
        )
        face = font_properties(made.plan.page.families, run.size, run.bold, run.italic)
        ink = TextPath((0, 0), run.content, run.size, face).get_extents()
        assert run.y - ink.y1 >= box.y + 1.9
        assert run.y - ink.y0 <= box.y + box.height - 1.9


def test_texts_that_make_their_cells_wide_stand_clear_of_the_edges_by_more_than_half_an_em(make: Make) -> None:
    scores = "x,y,v\np,a,1\nq,a,2\np,b,3\nq,b,4\n"
    made = make("scores: s.csv\nvalue: v\naxes: {x: x, y: y}\nannotations: '{value:.6f} meters'\n", s=scores)
    runs = {(run.role.row, run.role.column): run for run in made.scene.text_runs() if run.role.kind == "annotation"}
    assert len(runs) == 4
    for (row, column, _), box in cells_of(made, 0).items():
        run = runs[row, column]
        assert min(run.x - box.x, box.x + box.width - run.x - run.width) >= run.size * 0.55


def test_the_heading_of_texts_beside_rows_stands_in_line_with_the_labels_of_columns(make: Make) -> None:
    scores = "x,y,v\np,a,1\nq,a,2\np,b,3\nq,b,4\n"
    texts = "beside: {right: {text: {text: '{y}', label: p}}}"
    made = make(f"scores: s.csv\nvalue: v\naxes: {{x: {{column: x, side: top}}, y: y}}\n{texts}\n", s=scores)
    label = next(run for run in made.scene.text_runs() if run.role.kind == "tick label" and run.content == "p")
    heading = next(run for run in made.scene.text_runs() if run.role.kind == "text heading")
    assert heading.y == pytest.approx(label.y, abs=0.01)
