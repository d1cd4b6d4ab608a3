"""Colorbars: ticks at their scores, limits at their ends, and the cells' own colours between."""

import re
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from by_matplotlib import number
from decode import Box, Point
from expected import Wanted
from figure_case import Case, is_role, write_sample

from heatfig.layout.scene import Image, Polygon

HALF_CAPITAL = 0.33  # of an em, Source Sans Pro


@pytest.mark.parametrize("form", ["svg", "pdf"])
def test_ticks_stand_at_their_scores(case: Case, form: str) -> None:
    for role, bar, wanted in _colorbars(case):
        assert any(np.allclose(box, bar, atol=0.01) for box in case.file(form).images())
        found = case.texts(form, "colorbar tick label", **role)
        assert len(found) >= 2
        for words, text in found:
            side = text.x + words.width / 2, text.y - HALF_CAPITAL * text.size
            score = _power(words.content) if words.math else _value(text.content)
            at = _point(bar, float(wanted.scale(score)))
            assert side[_upright(bar)] == pytest.approx(at[_upright(bar)], abs=0.5)


@pytest.mark.parametrize("form", ["svg", "pdf"])
def test_ticks_are_those_asked_for_in_the_format_asked_for(case: Case, form: str) -> None:
    for role, _, wanted in _colorbars(case):
        asked = wanted.settings.get("colorbar", {})
        found = [text.content for _, text in case.texts(form, "colorbar tick label", **role)]
        if "ticks" in asked:
            assert found == [number(float(tick), asked.get("format", "")) for tick in asked["ticks"]]
        elif "format" in asked:
            assert found == [number(_value(text), asked["format"]) for text in found]
        labels = [text.letters for words, text in case.texts(form, "colorbar label", **role) if not words.math]
        label = asked.get("label", _quantity(case, wanted))
        assert labels == (["".join(label.split())] if label and "$" not in label else [])


def _quantity(case: Case, wanted: Wanted) -> str:
    """What the colours show, unless a title says it."""
    aggregate = wanted.settings.get("aggregate", "")
    using = aggregate if isinstance(aggregate, str) else aggregate["using"]
    value = wanted.settings.get("value", "")
    plan = case.figure.plan
    titles = [title.content.casefold() for title in (plan.title, *(panel.title for panel in plan.panels))]
    return "" if any(value.casefold() in title for title in titles) else f"{using} {value}".strip()


@pytest.mark.parametrize("form", ["png", "pdf"])
def test_a_log_bar_has_short_strokes_at_2_to_9_times_each_decade(tmp_path: Path, form: str) -> None:
    case = Case(write_sample(tmp_path, "decades"))
    ((role, bar, wanted),) = _colorbars(case)
    assert [text.content for _, text in case.texts("pdf", "colorbar tick label", **role)] == ["10", "100", "1,000"]
    low, high, _ = wanted.limits
    scores = [times * 10**power for power in range(4) for times in range(1, 10)]
    at = [_point(bar, float(wanted.scale(score)))[1] for score in scores if low <= score <= high]
    assert len(at) > 20
    between = [(one + other) / 2 for one, other in pairwise(at)]
    assert all(max(case.color(form, bar[0] - 0.8, y)) < 150 for y in at)
    assert all(min(case.color(form, bar[0] - 0.8, y)) > 200 for y in between)
    dark = [y for y in at if max(case.color(form, bar[0] - 2, y)) < 150]
    assert dark == pytest.approx([_point(bar, float(wanted.scale(score)))[1] for score in (10, 100, 1000)])


@pytest.mark.parametrize("form", ["png", "svg", "pdf"])
def test_bars_run_from_limit_to_limit_in_the_colours_of_the_cells(case: Case, form: str) -> None:
    for _, bar, wanted in _colorbars(case):
        for share in (0.015, 0.2, 0.4, 0.5, 0.6, 0.8, 0.985):
            steps = (share - 0.006, share, share + 0.006)
            near = [wanted.color_of(float(wanted.scale.inverse(step))) for step in steps]
            shown = np.array(case.color(form, *_point(bar, share)))
            assert (np.min(near, axis=0) - 2 <= shown).all(), (share, shown, near)
            assert (shown <= np.max(near, axis=0) + 2).all(), (share, shown, near)


@pytest.mark.parametrize("form", ["png", "svg", "pdf"])
def test_ends_are_pointed_in_the_colour_of_scores_outside(case: Case, form: str) -> None:
    for role, bar, wanted in _colorbars(case):
        panels = case.wanted if role["panel"] is None else [wanted]
        scores = [score for panel in panels for at in panel if (score := panel.score(at)) is not None]
        low, high, _ = wanted.limits
        tips = [item for item in case.figure.scene.items if isinstance(item, Polygon)]
        for name, outside in (("below", min(scores) < low), ("above", max(scores) > high)):
            tip = next((item for item in tips if is_role(item.role, f"colorbar {name}", **role)), None)
            assert (tip is not None) == outside
            if tip is not None:
                middle = np.mean(tip.points, axis=0)
                score = min(scores) if name == "below" else max(scores)
                assert case.color(form, *middle) == wanted.color_of(score)
        assert len(bar) == 4


def _colorbars(case: Case) -> list[tuple[dict[str, object], Box, Wanted]]:
    """What each colorbar's roles name, the box of its gradient and a panel that it is the key to."""
    found: list[tuple[dict[str, object], Box, Wanted]] = []
    for item in case.figure.scene.items:
        role = item.role
        if isinstance(item, Image) and role.kind == "colorbar gradient":
            box = (item.x, item.y, item.x + item.width, item.y + item.height)
            named: dict[str, object] = {"panel": role.panel, "side": role.side, "track": role.track}
            wanted, before = case.wanted[role.panel or 0], sum(other["panel"] == role.panel for other, *_ in found)
            found.append((named, box, (wanted, *wanted.layers)[before] if wanted.layers else wanted))
    return found


def _upright(bar: Box) -> bool:
    return bool(bar[3] - bar[1] > bar[2] - bar[0])


def _point(bar: Box, share: float) -> Point:
    """The point of a bar's middle line at a share of its length, from the lower or left end."""
    left, top, right, bottom = bar
    if _upright(bar):
        return (left + right) / 2, bottom - share * (bottom - top)
    return left + share * (right - left), (top + bottom) / 2


def _value(text: str) -> float:
    return float(text.replace(",", "").replace("−", "-").removesuffix("%")) / (100 if text.endswith("%") else 1)


def _power(text: str) -> float:
    found = re.fullmatch(r"\$10\^\{(-?\d+)\}\$", text)
    assert found
    return 10.0 ** int(found[1])
