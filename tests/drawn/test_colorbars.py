"""Colorbars: ticks at their scores, limits at their ends, and the cells' own colours between."""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from decode import Box, Point
from figure_case import Case, is_role, write_sample
from oracle.colors import Colors
from oracle.numerals import PREFIXES, fields_in, letters, number, shown_as
from oracle.panel import Wanted
from oracle.spec import Spec, aggregate_of, mapping, normalizes, texts_of, tracks_of
from oracle.strips import heading_of, label_of, margin_of, quantity, strip_of
from places import cell_boxes

from heatfig.layout.scene.items import Image, Polygon
from heatfig.plan.guides.colorbar import Colorbar
from heatfig.plan.tracks.guide import GuideTrack

MOVED = {
    "share": "share of {}",
    "unit": "normalized {}",
    "zscore": "z-score of {}",
    "center": "{} from its mean",
    "rank": "rank of {}",
    "minmax": "{} from 0 to 1",
}
POINTED = 4.0  # points by which a pointed end moves the middle of a bar
HALF_CAPITAL = 0.33  # of an em, Source Sans Pro


@dataclass(frozen=True, eq=False)
class Key:
    """A colorbar: what its roles name, the box of its gradient, the colours that it is the key to, what is asked."""

    role: dict[str, object]
    box: Box
    colors: Colors
    asked: Spec
    label: str
    panels: list[Wanted]


@pytest.mark.parametrize("form", ["svg", "pdf"])
def test_ticks_stand_at_their_scores(case: Case, form: str) -> None:
    for key in _keys(case):
        assert any(np.allclose(box, key.box, atol=0.01) for box in case.file(form).images())
        found = case.texts(form, "colorbar tick label", **key.role)
        named = _named(key)
        low, high, _ = key.colors.limits
        assert len(found) >= (1 if low == high else 2)
        for words, text in found:
            upright = _upright(key.box)
            assert not named or text.content in named
            side = text.x + words.width / 2, text.y - HALF_CAPITAL * text.size
            score = named[text.content] if named else _power(words.content) if words.math else _value(text.content)
            at = _point(key.box, float(key.colors.scale(score)))
            assert side[upright] == pytest.approx(at[upright], abs=0.5)


def _named(key: Key) -> dict[str, float]:
    """The scores of ticks that have texts of their own: of a list, of classes or of their edges."""
    asked, norm = key.asked, key.colors.norm
    if "labels" in asked:
        return dict(zip(asked["labels"], map(float, asked["ticks"]), strict=True))
    if isinstance(norm, dict) and "labels" in norm:
        edges, labels = key.colors.edges, [shown_as(label, None) for label in norm["labels"]]
        middles = [(low + high) / 2 for low, high in pairwise(edges)]
        return dict(zip(labels, edges if len(labels) == len(edges) else middles, strict=True))
    return {}


@pytest.mark.parametrize("form", ["svg", "pdf"])
def test_ticks_are_those_asked_for_in_the_format_asked_for(case: Case, form: str) -> None:
    for key in _keys(case):
        asked = key.asked
        found = [text.content for _, text in case.texts(form, "colorbar tick label", **key.role)]
        ticks = asked.get("ticks")
        if "labels" in asked:
            assert found == asked["labels"]
        elif isinstance(ticks, list):
            assert found == [number(float(tick), asked.get("format", "")) for tick in ticks]
        elif isinstance(ticks, dict):
            low, high, _ = key.colors.limits
            steps = range(
                math.ceil(low / float(ticks["every"]) - 1e-9), math.floor(high / float(ticks["every"]) + 1e-9) + 1
            )
            assert [_value(text) for text in found] == pytest.approx([step * float(ticks["every"]) for step in steps])
        elif "format" in asked:
            assert found == [number(_value(text), asked["format"]) for text in found]
        elif not _named(key):
            powers = [text.content for words, text in case.texts(form, "colorbar tick label", **key.role) if words.math]
            _check_like([text for text in found if text not in powers], _lent(case, key))
        labels = "".join(text.letters for _, text in case.texts(form, "colorbar label", **key.role))
        assert "".join(sorted(labels)) == "".join(sorted(letters(key.label)))


def _check_like(found: list[str], lent: str) -> None:
    """Ticks are plain numbers, or have the percent sign, the prefix and the unit of a format."""
    form, blank, unit = lent.partition(" ")
    kinds = {"%": "%", "s": f" ?[{''.join(PREFIXES.values())}]?"}
    for text in found:
        assert re.fullmatch(rf"−?[0-9,.]+{kinds.get(form[-1:], '')}{blank.replace(' ', ' ?')}{re.escape(unit)}", text)


def _lent(case: Case, key: Key) -> str:
    """The one format of all texts that show what the colours do; empty where there are several."""
    every = [layer.settings for panel in case.wanted for layer in (panel, *panel.layers)]
    shown = quantity(key.panels[0].settings) if key.panels else None
    alike = [settings for settings in every if quantity(settings) == shown]
    formats = {form for settings in alike for text in texts_of(settings) for name, form in fields_in(text["text"])
               if name == "value" or (name == shown and not normalizes(settings))}  # fmt: skip
    form, blank, unit = ((formats.pop() if len(formats) == 1 else None) or "").partition(" ")
    return form if unit in re.findall(r"[^\s()\[\],]+", key.label) else form + blank + unit


def _quantity(case: Case, wanted: Wanted) -> str:
    """What the colours show, unless a title says it."""
    value, using = quantity(wanted.settings), aggregate_of(wanted.settings).get("using", "")
    plan = case.figure.plan
    titles = [plan.panels[_number_of(case, wanted)].title.content]
    if len({quantity(layer.settings) for panel in case.wanted for layer in (panel, *panel.layers)}) == 1:
        titles.append(plan.title.content)
    if re.search(rf"(?<!\w){re.escape(value)}(?!\w)", " ".join(titles), re.IGNORECASE):
        return ""
    name = f"{using} {value}".strip() if "value" in wanted.settings else value
    for each in normalizes(wanted.settings):
        if "into" not in each:
            name = MOVED[each["using"]].format(name)
    return name


def _number_of(case: Case, wanted: Wanted) -> int:
    """Which panel shows something, in itself or as a layer over it."""
    return next(number for number, panel in enumerate(case.wanted) if wanted in (panel, *panel.layers))


@pytest.mark.parametrize("form", ["png", "pdf"])
def test_a_log_bar_has_short_strokes_at_2_to_9_times_each_decade(tmp_path: Path, form: str) -> None:
    case = Case(write_sample(tmp_path, "decades"))
    (key,) = _keys(case)
    role, bar, wanted = key.role, key.box, key.colors
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
    for key in _keys(case):
        scale, length = key.colors.scale, max(key.box[2] - key.box[0], key.box[3] - key.box[1])
        end, off = max(0.015, 0.7 / length), max(0.006, 0.2 / length)  # a short bar has a frame, and pixels
        for share in (end, 0.2, 0.4, 0.5, 0.6, 0.8, 1 - end):
            steps = (share - off, share, share + off)
            near = [key.colors.of(float(scale.inverse(step))) for step in steps]
            shown = np.array(case.color(form, *_point(key.box, share)))
            assert (np.min(near, axis=0) - 2 <= shown).all(), (share, shown, near)
            assert (shown <= np.max(near, axis=0) + 2).all(), (share, shown, near)


@pytest.mark.parametrize("form", ["png", "svg", "pdf"])
def test_ends_are_pointed_in_the_colour_of_scores_outside(case: Case, form: str) -> None:
    for key in _keys(case):
        scores = [score for panel in key.panels for score in panel.scores] or key.colors.scores
        edges = key.colors.edges
        low, high = (edges[0], edges[-1]) if edges else key.colors.limits[:2]
        tips = [item for item in case.figure.scene.items if isinstance(item, Polygon)]
        for name, outside in (("below", min(scores) < low), ("above", max(scores) > high)):
            tip = next((item for item in tips if is_role(item.role, f"colorbar {name}", **key.role)), None)
            assert (tip is not None) == (outside and key.asked.get("extend") != "none")
            if tip is not None:
                middle = np.mean(tip.points, axis=0)
                score = min(scores) if name == "below" else max(scores)
                assert case.color(form, *middle) == key.colors.of(score)


def check_ends(case: Case, form: str) -> None:
    """A short colorbar stands at the end of its side that is asked for."""
    grids = [_hull(cell_boxes(case.figure, index).values()) for index in range(len(case.wanted))]
    for key in (key for key in _keys(case) if "align" in key.asked):
        hull = _hull([grid for grid, wanted in zip(grids, case.wanted, strict=True) if wanted in key.panels])
        along, share = int(_upright(key.box)), {"start": 0.0, "center": 0.5, "end": 1.0}[key.asked["align"]]
        ends = [box[along] + share * (box[along + 2] - box[along]) for box in (hull, key.box)]
        assert ends[0] == pytest.approx(ends[1], abs=1.0)  # cells reach as far under what follows
        assert any(np.allclose(box, key.box, atol=0.01) for box in case.file(form).images())


def check_chosen(case: Case, form: str) -> None:
    """A colorbar of panels that are chosen stands in the middle beside them all, and no other panel among them."""
    grids = [_hull(cell_boxes(case.figure, index).values()) for index in range(len(case.wanted))]
    for key in (key for key in _keys(case) if key.role["section"] is not None):
        assert any(np.allclose(box, key.box, atol=0.01) for box in case.file(form).images())
        chosen = [grid for grid, wanted in zip(grids, case.wanted, strict=True) if wanted in key.panels]
        hull, along = _hull(chosen), int(_upright(key.box))
        ends = [(box[along] + box[along + 2]) / 2 for box in (hull, key.box)]
        assert ends[0] == pytest.approx(ends[1], abs=POINTED)
        left, top, right, bottom = _hull([hull, key.box])
        others = [grid for grid in grids if grid not in chosen]
        assert not any(left < grid[2] and grid[0] < right and top < grid[3] and grid[1] < bottom for grid in others)


def _hull(boxes: Iterable[Box]) -> Box:
    left, top, right, bottom = zip(*boxes, strict=True)
    return min(left), min(top), max(right), max(bottom)


def asked_of_bars(case: Case) -> list[tuple[dict[str, object], Spec]]:
    """What the roles of each colorbar name, and what is asked of it."""
    return [(key.role, key.asked) for key in _keys(case)]


def _keys(case: Case) -> list[Key]:
    """Each colorbar, of grids and of what stands beside them."""
    found = []
    plan = case.figure.plan
    for item in case.figure.scene.items:
        role = item.role
        if isinstance(item, Image) and role.kind == "colorbar gradient":
            box = (item.x, item.y, item.x + item.width, item.y + item.height)
            named: dict[str, object] = {name: getattr(role, name) for name in ("panel", "side", "track", "section")}
            beside = plan.beside if role.panel is None else plan.panels[role.panel].beside
            beside = beside if role.section is None else plan.sections[role.section].beside
            track = [track for side, track in beside if side == role.side][role.track or 0]
            assert isinstance(track, GuideTrack)
            guide = plan.guide_by_id[track.guide]
            assert isinstance(guide, Colorbar)
            found.append(_key(case, named, box, guide.scale))
    return found


def _key(case: Case, role: dict[str, object], box: Box, scale: str) -> Key:
    """A colorbar by the name of its scale: that of a grid, or that of a panel's track."""
    panels = list(zip(case.figure.plan.panels, case.wanted, strict=True))
    sharing = [wanted for panel, wanted in panels if panel.scale == scale]
    if sharing:
        shown = _shown_by(case, role, sharing)
        asked = next((one.settings["colorbar"] for one in shown if _chosen(one)), shown[0].settings.get("colorbar", {}))
        said = mapping(asked.get("label", _quantity(case, shown[0])), "text")
        return Key(role, box, shown[0].colors, asked, said.get("text", ""), shown)
    for panel, wanted in panels:
        for side, number_there, kind, asked in tracks_of(wanted.settings):
            if scale == f"color-{panel.id}-{side}-{number_there}":
                own = strip_of(wanted, side, asked).colors if kind == "strip" else margin_of(wanted, side, asked)[2]
                assert own is not None
                bar = asked.get("colorbar", {})
                label = heading_of(wanted, kind, asked)
                if kind == "strip" and label_of(asked) is None:
                    label = asked["field"]
                return Key(role, box, own, bar, mapping(bar.get("label", label), "text")["text"], [])
        for layer, shown_over in zip(panel.layers, wanted.layers, strict=True):
            if scale == layer.scale:
                asked = shown_over.settings.get("colorbar", {})
                label = mapping(asked.get("label", _quantity(case, shown_over)), "text").get("text", "")
                return Key(role, box, shown_over.colors, asked, label, [])
    raise AssertionError(f"no scale {scale}")


def _shown_by(case: Case, role: dict[str, object], sharing: list[Wanted]) -> list[Wanted]:
    """The panels beside which a colorbar stands: one, those that are chosen with it, or all of its scale."""
    if role["panel"] is not None:
        return [case.wanted[int(str(role["panel"]))]]
    if role["section"] is None:
        return sharing
    names = [wanted.settings.get("name", f"p{index}") for index, wanted in enumerate(case.wanted)]
    chosen = {name for wanted in sharing for name in _chosen(wanted)}
    return [wanted for name, wanted in zip(names, case.wanted, strict=True) if name in chosen]


def _chosen(wanted: Wanted) -> list[str]:
    """The names of the panels that have one colorbar with this one."""
    return list((wanted.settings.get("colorbar") or {}).get("for", ()))


def _upright(bar: Box) -> bool:
    return bool(bar[3] - bar[1] > bar[2] - bar[0])


def _point(bar: Box, share: float) -> Point:
    """The point of a bar's middle line at a share of its length, from the lower or left end."""
    left, top, right, bottom = bar
    if _upright(bar):
        return (left + right) / 2, bottom - share * (bottom - top)
    return left + share * (right - left), (top + bottom) / 2


def _value(text: str) -> float:
    if "×10" in text:
        mantissa, _, power = text.partition("×10")
        digits = "".join("-0123456789"["⁻⁰¹²³⁴⁵⁶⁷⁸⁹".index(each)] for each in power)
        return float(mantissa.replace("−", "-")) * 10.0 ** int(digits)
    return float(text.replace(",", "").replace("−", "-").removesuffix("%")) / (100 if text.endswith("%") else 1)


def _power(text: str) -> float:
    found = re.fullmatch(r"\$10\^\{(-?\d+)\}\$", text)
    assert found
    return 10.0 ** int(found[1])
