"""Legends: the colour of each category and kind of missing, the sample of each mark, and what it means."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import pairwise
from typing import TypeVar

import numpy as np
import pytest
from figure_case import Case, is_role
from oracle.explained import Entry, entries, headings
from oracle.numerals import letters
from oracle.panel import Wanted
from oracle.spec import missing_of
from places import cell_boxes, clearest

from heatfig.layout.scene.items import Lines, Rect, TextRun
from heatfig.layout.scene.role import Role

Told = TypeVar("Told")
FORMATS = ["png", "svg", "pdf"]


@pytest.mark.parametrize("form", FORMATS)
def test_the_legend_names_every_category_kind_of_missing_and_mark(case: Case, form: str) -> None:
    expected = {(home, entry) for home, said in _homes(case, entries).items() for entry in said}
    written = case.written(form)
    swatches = {rect.role: case.color(form, *_clear_of_hatch(case, rect)) for rect in _rects(case, "legend swatch")}
    samples = {words.role: text for words, text in case.texts(written, "legend sample")}
    labels: dict[Role, str] = {}
    for words, text in case.texts(written, "legend label"):  # a wrapped one is several texts
        labels[words.role] = labels.get(words.role, "") + text.letters
    found = {
        (
            role.panel,
            Entry(
                label,
                swatches.get(replace(role, kind="legend swatch")),
                samples[sample].content if (sample := replace(role, kind="legend sample")) in samples else "",
            ),
        )
        for role, label in labels.items()
    }
    assert found == {(home, replace(entry, label=letters(entry.label))) for home, entry in expected}
    assert len(labels) == len(expected)


@pytest.mark.parametrize("form", ["svg", "pdf"])
def test_several_things_that_a_legend_explains_have_headings(case: Case, form: str) -> None:
    for home, said in _homes(case, headings).items():
        legend = case.wanted[home or 0].settings.get("legend", {})
        asked = legend.get("titles") if isinstance(legend, dict) else "false"
        expected = {letters(heading) for heading in said}
        if asked == "false" or (asked is None and len(expected) < 2):
            expected = set()
        found = [text.letters for _, text in case.texts(form, "legend heading", panel=home)]
        assert set(found) == expected
        assert len(found) == len(expected)


@pytest.mark.parametrize("form", ["svg", "pdf"])
def test_a_legend_stands_at_the_side_that_is_asked_for(case: Case, form: str) -> None:
    homes = _homes(case, entries)
    for home in homes:
        others = (number for number in range(len(case.wanted)) if number not in homes)
        legend = case.wanted[next(others, 0) if home is None else home].settings.get("legend", {})
        side = legend.get("side", "bottom") if isinstance(legend, dict) else "bottom"
        grids = [box for index in range(len(case.wanted)) if home in (None, index)
                 for box in cell_boxes(case.figure, index).values()]  # fmt: skip
        for words, _ in case.texts(form, "legend label", panel=home):
            xs, ys = zip(*words.corners(), strict=True)
            beyond = {
                "left": max(xs) < min(box[0] for box in grids),
                "right": min(xs) > max(box[2] for box in grids),
                "top": max(ys) < min(box[1] for box in grids),
                "bottom": min(ys) > max(box[3] for box in grids),
            }
            assert beyond[side]


@pytest.mark.parametrize("form", ["svg", "pdf"])
def test_samples_of_the_legend_look_as_they_say(case: Case, form: str) -> None:
    for words, text in case.texts(form, "legend sample"):
        looks = text.bold, text.italic, case.underlined(form, words, text)
        words_of_looks = ("bold", "italic", "underlined")
        assert text.content not in words_of_looks or looks == tuple(text.content == word for word in words_of_looks)


def test_the_labels_of_a_legend_stand_beside_their_swatches(case: Case) -> None:
    labels = {words.role: words for words, _ in case.texts("svg", "legend label")}
    for rect in _rects(case, "legend swatch"):
        words = labels[replace(rect.role, kind="legend label")]
        assert rect.x + rect.width < words.x
        assert abs(words.y - words.ascent / 2 - rect.y - rect.height / 2) < max(rect.height, words.ascent)


def test_no_kind_of_missing_looks_like_another_or_like_a_score(case: Case) -> None:
    plan, meanings = case.figure.plan, dict[object, object]()
    for panel in plan.panels:
        table = plan.scale_of(panel).colormap.table.astype(int)
        for kind in sorted({int(kind) for kind in panel.grid.kinds.flat} - {-1, -2}):
            style = panel.missing[kind]
            assert meanings.setdefault((style.color, style.hatch), style.label) == style.label
            asked = missing_of(case.wanted[plan.panels.index(panel)].settings)
            if style.hatch == "none" and "color" not in str(asked):
                assert abs(table - np.array(style.color)).max(axis=1).min() > 20


def _homes(case: Case, told: Callable[[Wanted], Iterable[Told]]) -> dict[int | None, set[Told]]:
    """What is told of panels, by the panel beside which it alone explains it; of all others by None."""
    said = [set(told(wanted)) for wanted in case.wanted]
    asking = [number for number, wanted in enumerate(case.wanted) if "legend" in wanted.settings]
    own: dict[int | None, set[Told]] = {number: set(said[number]) for number in asking if len(asking) < len(said)}
    for number in own:
        own[number] -= set().union(*(each for other, each in enumerate(said) if other != number))
    return {**own, None: set().union(*said) - set().union(*own.values())}


def _rects(case: Case, kind: str, **named: object) -> list[Rect]:
    return [item for item in case.figure.scene.items if isinstance(item, Rect) and is_role(item.role, kind, **named)]


def _clear_of_hatch(case: Case, rect: Rect) -> tuple[float, float]:
    roles = {replace(rect.role, kind=f"legend {kind}") for kind in ("hatch", "swatch outline")}
    lines = (item for item in case.figure.scene.items if isinstance(item, Lines))
    pairs = [
        (item, pair) for item in lines if item.role in roles for stroke in item.strokes for pair in pairwise(stroke)
    ]
    hatches: list[TextRun | Lines] = [replace(item, strokes=(pair,)) for item, pair in pairs]
    found = clearest((rect.x, rect.y, rect.x + rect.width, rect.y + rect.height), hatches)
    assert found is not None
    return found
