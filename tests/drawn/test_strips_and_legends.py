"""Strips and legends: the colour of each category and kind of missing, and what it means."""

from dataclasses import replace

import numpy as np
import pytest
from by_matplotlib import opaque
from decode import RGB
from expected import Spec, Wanted
from figure_case import Case, is_role
from matplotlib.colors import to_rgb
from places import clearest

from heatfig.layout.scene import Lines, Rect, TextRun

FORMATS = ["png", "svg", "pdf"]
SIDES = ("left", "right", "top", "bottom")


@pytest.mark.parametrize("form", FORMATS)
def test_strips_have_the_colours_of_their_categories(case: Case, form: str) -> None:
    for index, wanted in enumerate(case.wanted):
        for number, strip in enumerate(_strips(wanted)):
            expected = [opaque(to_rgb(strip["colormap"]["categories"][name])) for name in _categories(wanted, strip)]
            found = _rects(case, "strip", panel=index, **_slot(_strips(wanted), number))
            middles = [(rect.x + rect.width / 2, rect.y + rect.height / 2) for rect in found]
            assert [case.color(form, *middle) for middle in middles] == expected


@pytest.mark.parametrize("form", FORMATS)
def test_the_legend_names_every_strip_colour_and_kind_of_missing(case: Case, form: str) -> None:
    expected = {entry for wanted in case.wanted for entry in _entries(wanted)}
    swatches = [(rect, case.color(form, *_clear_of_hatch(case, rect))) for rect in _rects(case, "legend swatch")]
    texts = case.texts("svg" if form == "svg" else "pdf", "legend label")
    found = [(text.letters, color) for (_, text), (_, color) in zip(texts, swatches, strict=True)]
    assert sorted(found) == sorted(("".join(name.split()), color) for name, color in expected)
    for (words, _), (rect, _) in zip(texts, swatches, strict=True):
        assert rect.x + rect.width < words.x < rect.x + 3 * rect.width
        assert rect.y < words.y < rect.y + rect.height * 1.2


def test_no_kind_of_missing_looks_like_another_or_like_a_score(case: Case) -> None:
    plan, meanings = case.figure.plan, dict[object, object]()
    for panel in plan.panels:
        table = plan.scale_of(panel).colormap.table.astype(int)
        for kind in sorted({int(kind) for kind in panel.grid.kinds.flat} - {-1, -2}):
            style = panel.missing[kind]
            assert meanings.setdefault((style.color, style.hatch), style.label) == style.label
            asked = case.wanted[plan.panels.index(panel)].settings.get("missing", {})
            if style.hatch == "none" and "color" not in str(asked):
                assert abs(table - np.array(style.color)).max(axis=1).min() > 20


def _strips(wanted: Wanted) -> list[Spec]:
    """The strips of a panel, each with the side where it stands."""
    beside = wanted.settings.get("beside", {})
    return [{**track["strip"], "side": side} for side in SIDES for track in beside.get(side, [])]


def _categories(wanted: Wanted, strip: Spec) -> list[str]:
    """The categories along a strip: the parts of each cell, or what the rows of a label say."""
    axis = "y" if strip["side"] in {"left", "right"} else "x"
    labels = wanted.x if axis == "x" else wanted.y
    if strip["field"] == wanted.settings.get("split", {}).get("column"):
        return wanted.parts * len(labels)
    rows = zip(*(wanted.rows[name].tolist() for name in (f"{axis}g", axis, strip["field"])), strict=True)
    category = {(group, label): found for group, label, found in rows}
    return [category[label] for label in labels]


def _entries(wanted: Wanted) -> list[tuple[str, RGB]]:
    """What the legend says of one panel."""
    if wanted.settings.get("legend") == "none":
        return []
    missing = [(wanted.meaning(at), wanted.color(at)) for at in wanted if wanted.score(at) is None]
    missing += [(name, opaque(to_rgb(color))) for name, color in wanted.categories.items()]
    return missing + [
        (strip.get("labels", {}).get(name, name), opaque(to_rgb(color)))
        for strip in _strips(wanted)
        for name, color in strip["colormap"]["categories"].items()
    ]


def _slot(strips: list[Spec], number: int) -> dict[str, object]:
    """The side of a strip, and its number there."""
    sides = [strip.get("side", "top" if strip.get("axis", "x") == "x" else "right") for strip in strips]
    return {"side": sides[number], "track": sides[:number].count(sides[number])}


def _rects(case: Case, kind: str, **named: object) -> list[Rect]:
    return [item for item in case.figure.scene.items if isinstance(item, Rect) and is_role(item.role, kind, **named)]


def _clear_of_hatch(case: Case, rect: Rect) -> tuple[float, float]:
    role = replace(rect.role, kind="legend hatch")
    lines = (item for item in case.figure.scene.items if isinstance(item, Lines))
    hatches: list[TextRun | Lines] = [item for item in lines if item.role == role]
    return clearest((rect.x, rect.y, rect.x + rect.width, rect.y + rect.height), hatches)
