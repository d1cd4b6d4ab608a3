"""The work that a spec or score file asks for grows with its size, whatever stands in it."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from heatfig.build.figure import prepare
from heatfig.diagnostics import Problems
from heatfig.diagnostics.messages import as_text

SPEC = "scores: s.csv\nvalue: v\naxes: {x: {column: x}, y: {column: y}}\n"
SMALL = "x,y,v\np,a,1\nq,a,2\n"
MOST = 2.6  # times the work, for twice the size
COUNT = 300


def listed(count: int, item: str) -> str:
    return ", ".join(item.format(number) for number in range(count))


def rows(count: int, row: str) -> str:
    return "x,y,g,v\n" + "".join(row.format(number) + "\n" for number in range(count))


X, Y = "{column: x", "{column: y"
# A spec and its scores of a size.
ASKED: dict[str, Callable[[int], tuple[str, str]]] = {
    "ticks": lambda n: (f"{SPEC}range: [0, {n}]\ncolorbar: {{ticks: [{listed(n, '{}')}]}}\n", SMALL),
    "tokens": lambda n: (
        SPEC + "missing: {tokens: {" + listed(n, "{0}t: {{label: l{0}, color: '#{0:06x}'}}") + "}}\n",
        rows(n, "p,b{0},,{0}t") + "p,b,,1\n",
    ),
    "groups": lambda n: (SPEC.replace(X, X + ", group: g"), rows(n, "p,a,g{},1")),
    "labels": lambda n: (SPEC, rows(n, "p,a{},,1")),
    "shown": lambda n: (SPEC.replace(Y, f"{Y}, ticks: [{listed(n, 'a{}')}]"), rows(n, "p,a{},,1")),
    "order": lambda n: (SPEC.replace(Y, f"{Y}, order: [{listed(n, 'a{}')}]"), rows(n, "p,a{},,1")),
    "unknown order": lambda n: (SPEC.replace(Y, f"{Y}, order: [{listed(n, 'label{}b')}]"), rows(n, "p,label{}a,,1")),
    "unknown ticks": lambda n: (SPEC.replace(Y, f"{Y}, ticks: [{listed(n, 'label{}b')}]"), rows(n, "p,label{}a,,1")),
    "unknown labels": lambda n: (
        SPEC.replace(Y, f"{Y}, labels: {{{listed(n, 'label{}b: l')}}}"),
        rows(n, "p,label{}a,,1"),
    ),
    "unknown values": lambda n: (SPEC + f"where: {{y: [{listed(n, 'label{}b')}]}}\n", rows(n, "p,label{}a,,1")),
    "merged": lambda n: (
        SPEC + f"x-a: &a {{{listed(10 * n, 'k{}: 1')}}}\npanels: [{listed(n, '{{<<: *a}}')}]\n",
        SMALL,
    ),
    "unknown keys": lambda n: (SPEC + "".join(f"kay{number}: 1\n" for number in range(n)), SMALL),
    "facets": lambda n: (SPEC + "facet: {column: g}\n", rows(n // 4, "p,a,g{},1")),
    "panels with one colorbar": lambda n: (
        SPEC + f"facet: {{column: g}}\ncolorbar: {{for: [{listed(n // 2, 'g{}')}]}}\n",
        rows(n // 2, "p,a,g{},1"),
    ),
    "panels": lambda n: (SPEC + f"panels: [{listed(n // 4, '{{title: t{}}}')}]\n", SMALL),
    "no numbers": lambda n: (SPEC, rows(n, "p,a{0},,bad{0}")),
    "repeated cells": lambda n: (SPEC, rows(n, "p,a,,{}")),
    "alike labels": lambda n: (SPEC, rows(n, "p,a{0},,1\np,a{0} ,,1")),
    "columns": lambda n: (SPEC.replace("value: v", "value: c"), "x,y," + listed(10 * n, "c{}x") + "\np,a" + ",1" * n),
    "lines": lambda n: (SPEC + 'title: "' + r"line\n" * n + '"\n', SMALL),
    "axis lines": lambda n: (
        SPEC.replace(X, f"{X}, scale: numbers, lines: [{listed(n, '{{at: 1, label: l{}}}')}]"),
        "x,y,v\n1,a,1\n2,a,2\n",
    ),
    "stops": lambda n: (SPEC + f"colormap: {{colors: [{'red, blue, ' * n}red]}}\n", SMALL),
}


# Lists of which each item is much work: where they stand, and an item.
BOUNDED = {
    "layers": (SPEC + "layers: [%s]\n", "{{value: v}}"),
    "lines": (SPEC.replace(X, X + ", lines: [%s]"), "{{at: p, label: l{}}}"),
    "beside": (SPEC + "beside: {right: [%s]}\n", "{{strip: y}}"),
    "annotations": (SPEC + "annotations: [%s]\n", "'{{v}}'"),
    "marks": (SPEC + "marks: [%s]\n", "{{outline: {{where: {{v: {{min: 1}}}}}}}}"),
    "family": (SPEC + "font: {family: [%s]}\n", "F{}"),
}


def work(folder: Path, spec: str, scores: str) -> int:
    """How many calls of functions it takes to draw a figure or to say why there is none."""
    (folder / "s.csv").write_text(scores)
    (folder / "s.yaml").write_text(spec)
    calls = 0

    def count(_frame: Any, event: str, _argument: Any) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        prepare(folder / "s.yaml")
    except Problems as problems:
        told = [as_text(diagnostic) for diagnostic in problems.diagnostics]
        assert told
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.parametrize("asked", ASKED)
def test_twice_the_size_is_about_twice_the_work(tmp_path: Path, asked: str) -> None:
    work(tmp_path, SPEC, SMALL)  # what is imported and remembered once
    once, twice = (work(tmp_path, *ASKED[asked](count)) for count in (COUNT, 2 * COUNT))
    assert twice < MOST * once


@pytest.mark.parametrize(("written", "item"), BOUNDED.values(), ids=BOUNDED)
def test_a_list_of_what_is_much_work_is_refused_before_it_is_done(tmp_path: Path, written: str, item: str) -> None:
    work(tmp_path, SPEC, SMALL)
    (tmp_path / "s.yaml").write_text(written % listed(2_000, item))
    with pytest.raises(Problems, match="2,000 of them are too many here"):
        prepare(tmp_path / "s.yaml")
    assert work(tmp_path, written % listed(2_000, item), SMALL) < 700_000


@pytest.mark.parametrize("length", [201, 4_400, 100_000])
def test_names_that_are_texts_are_not_compared(tmp_path: Path, length: int) -> None:
    work(tmp_path, SPEC, SMALL)
    texts = [f"{'k' * length}{number}" for number in range(8)]
    scores = "x,y,v\n" + "".join(f"{text}m,a,1\n" for text in texts)
    spec = SPEC.replace(X, f"{X}, order: [{', '.join(texts)}]")
    assert work(tmp_path, spec, scores) < 400_000


def test_math_that_no_page_has_room_for_is_refused_before_it_is_parsed(tmp_path: Path) -> None:
    work(tmp_path, SPEC + f"title: '{'$x$' * 700}'\n", SMALL)
    short, long = (work(tmp_path, SPEC + f"title: '{'$x$' * times}'\n", SMALL) for times in (700, 20_000))
    assert long < 2 * short
