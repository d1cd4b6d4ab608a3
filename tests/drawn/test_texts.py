"""Texts in cells: what they say, where they stand, how they are set and in which colour."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from decode import Box, Shown
from figure_case import Case
from oracle.cells import At
from oracle.spec import Spec, texts_of
from oracle.words import CellText, cell_texts
from places import cell_boxes

from heatfig.layout.scene.items import TextRun

WITH_TEXT = ["svg", "pdf"]
EDGE = 2.0  # points from a text to the edge of its cell
SLACK = 1.1  # by which a cell reaches under its neighbours


@pytest.mark.parametrize("form", WITH_TEXT)
def test_texts_in_cells_say_what_is_asked_set_as_asked(case: Case, form: str) -> None:
    for index, wanted in enumerate(case.wanted):
        expected = {at: sorted(replace(text, at="") for text in texts) for at, texts in cell_texts(wanted).items()}
        found: dict[At, list[CellText]] = {}
        for at, words, text in _texts(case, form, index):
            looks = text.bold, text.italic, case.underlined(form, words, text)
            found.setdefault(at, []).append(CellText(text.content, "", *looks, text.color))
        assert {at: sorted(texts) for at, texts in found.items()} == expected


@pytest.mark.parametrize("form", WITH_TEXT)
def test_texts_in_cells_stand_where_they_are_asked_to(case: Case, form: str) -> None:
    for index, wanted in enumerate(case.wanted):
        boxes, expected = cell_boxes(case.figure, index), cell_texts(wanted)
        for at, words, text in _texts(case, form, index):
            spots = {each.at for each in expected[at] if each.content == text.content}
            if any(sign in text.content for each in texts_of(wanted.settings) if (sign := _sign(each))):
                continue
            lines = sum(each.at in spots for each in expected[at])
            assert any(_stands(spot, words, text, boxes[at], lines > 1) for spot in spots), (at, text, spots, boxes[at])


@pytest.mark.parametrize("form", WITH_TEXT)
def test_texts_at_an_edge_of_cells_stand_in_line_and_all_of_each_is_clear_of_it(case: Case, form: str) -> None:
    for index, wanted in enumerate(case.wanted):
        boxes, expected = cell_boxes(case.figure, index), cell_texts(wanted)
        free, levels = dict[str, list[float]](), dict[str, list[float]]()
        for at, words, text in _texts(case, form, index):
            spots = {each.at for each in expected[at] if each.content == text.content}
            if sum(each.at in spots for each in expected[at]) > 1 or set(text.content) == {"*"}:
                continue  # which of them it is, or which line, is not known; stars stand by themselves
            spot, (up, down) = spots.pop(), case.face.ink(text.content, text.bold, text.italic)
            above, below = text.y - boxes[at][1], boxes[at][3] - text.y
            edge, level, reach = ("top", above, up) if "top" in spot else ("bottom", below, down)
            if edge in spot:
                levels.setdefault(spot, []).append(level)
                free.setdefault(spot, []).append(level - max(reach * text.size, words.ascent if edge == "top" else 0.0))
        for spot, found in free.items():
            assert EDGE - 0.1 < min(found) < EDGE + SLACK, (spot, found)
            assert max(levels[spot]) - min(levels[spot]) < SLACK


def test_numbers_on_both_sides_of_a_sign_stand_in_columns(case: Case) -> None:
    for index, wanted in enumerate(case.wanted):
        boxes, signs = (
            cell_boxes(case.figure, index),
            [sign for each in texts_of(wanted.settings) if (sign := _sign(each))],
        )
        for sign in signs:
            places = set[float]()
            for at, words, _ in _texts(case, "svg", index):
                before, joined, _ = words.content.partition(sign)
                if joined:
                    width = case.face.measure(before, False, words.size, words.bold, words.italic).width
                    places.add(words.x + width - boxes[at][0])
            assert max(places, default=0) - min(places, default=0) < 0.01


def _sign(asked: Spec) -> str:
    """What stands between two numbers of the middle of a cell that have as many decimals in all cells."""
    found = re.search(
        r"\{[^{}:]*:[+,.0-9]*[fd%z][^{}]*\}([^{}0-9.,\n]+)\{[^{}:]*:[+,.0-9]*[fd%z][^{}]*\}", asked["text"]
    )
    return found[1] if found and found[1].strip() and asked.get("at", "center") in {"center", "top", "bottom"} else ""


def _texts(case: Case, form: str, panel: int) -> Iterator[tuple[At, TextRun, Shown]]:
    for words, text in case.texts(form, "annotation", panel=panel):
        role = words.role
        assert role.row is not None
        assert role.column is not None
        yield (role.row, role.column, role.part or 0), words, text


def _stands(spot: str, words: TextRun, text: Shown, box: Box, lines: bool) -> bool:
    """Whether a text stands at a spot of its cell; of one among several lines only from side to side."""
    left, right = text.x - box[0], box[2] - text.x - words.width
    above, below = text.y - words.ascent - box[1], box[3] - text.y
    beside = _near(spot, "left", "right", left, right)
    if "top" in spot or "bottom" in spot:  # stars stand high in their line, and midway between it and the edge
        return beside and (lines or (above < below) == ("top" in spot))
    return beside and (lines or abs(above - below) < SLACK)


def _near(spot: str, first: str, last: str, before: float, after: float) -> bool:
    if first in spot:
        return abs(before - EDGE) < 0.1
    if last in spot:
        return -0.1 < after - EDGE < SLACK
    return abs(before - after) < SLACK
