"""Strips and legends: the colour of each category and kind of missing, and what it means."""

import pytest
from decode import RGB
from expected import Spec, Wanted
from figure_case import Case
from matplotlib.colors import to_rgb
from places import clearest

from heatfig.layout.scene import Lines, Rect, TextRun
from scales import opaque

FORMATS = ["png", "svg", "pdf"]


@pytest.mark.parametrize("form", FORMATS)
def test_strips_have_the_colours_of_their_categories(case: Case, form: str) -> None:
    for index, wanted in enumerate(case.wanted):
        for number, strip in enumerate(_strips(wanted)):
            expected = [opaque(to_rgb(strip["colors"][name])) for name in _categories(wanted, strip)]
            found = _rects(case, f"strip {number} panel {index}, ")
            middles = [(rect.x + rect.width / 2, rect.y + rect.height / 2) for rect in found]
            assert [case.color(form, *middle) for middle in middles] == expected


@pytest.mark.parametrize("form", FORMATS)
def test_the_legend_names_every_strip_colour_and_kind_of_missing(case: Case, form: str) -> None:
    expected = {entry for wanted in case.wanted for entry in _entries(wanted)}
    swatches = [(rect, case.color(form, *_clear_of_hatch(case, rect))) for rect in _rects(case, "legend swatch ")]
    texts = case.texts("svg" if form == "svg" else "pdf", "legend label ")
    found = [(text.letters, color) for (_, text), (_, color) in zip(texts, swatches, strict=True)]
    assert sorted(found) == sorted(("".join(name.split()), color) for name, color in expected)
    for (words, _), (rect, _) in zip(texts, swatches, strict=True):
        assert rect.x + rect.width < words.x < rect.x + 3 * rect.width
        assert rect.y < words.y < rect.y + rect.height * 1.2


def _strips(wanted: Wanted) -> list[Spec]:
    strips = wanted.settings.get("strip", [])
    return strips if isinstance(strips, list) else [strips]


def _categories(wanted: Wanted, strip: Spec) -> list[str]:
    """The categories along a strip: the parts of each cell, or what the rows of a label say."""
    axis = strip.get("axis", "x")
    labels = wanted.x if axis == "x" else wanted.y
    if strip["column"] == wanted.settings.get("split", {}).get("column"):
        return wanted.parts * len(labels)
    rows = zip(*(wanted.rows[name].tolist() for name in (f"{axis}g", axis, strip["column"])), strict=True)
    category = {(group, label): found for group, label, found in rows}
    return [category[label] for label in labels]


def _entries(wanted: Wanted) -> list[tuple[str, RGB]]:
    """What the legend says of one panel."""
    if wanted.settings.get("legend") == "none":
        return []
    missing = [(wanted.meaning(at), wanted.color(at)) for at in wanted if wanted.score(at) is None]
    return missing + [
        (strip.get("labels", {}).get(name, name), opaque(to_rgb(color)))
        for strip in _strips(wanted)
        for name, color in strip["colors"].items()
    ]


def _rects(case: Case, role: str) -> list[Rect]:
    return [item for item in case.figure.scene.items if isinstance(item, Rect) and item.role.startswith(role)]


def _clear_of_hatch(case: Case, rect: Rect) -> tuple[float, float]:
    hatches: list[TextRun | Lines] = [
        item for item in case.figure.scene.items if isinstance(item, Lines) and item.role == f"hatch {rect.role}"
    ]
    return clearest((rect.x, rect.y, rect.x + rect.width, rect.y + rect.height), hatches)
