"""No text meets another or leaves the page, over grids of many shapes; sizes are exact."""

import itertools
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heatfig.build.figure import Figure, prepare
from heatfig.diagnostics import Problems
from heatfig.layout.page.collisions import outside, overlaps
from heatfig.layout.scene.items import CellGroup, Rect, Scene

LABEL = st.text("abcdefghijklmnop_-+ XYZ", min_size=1, max_size=24).map(str.strip).filter(bool)
Make = Callable[..., Figure]
SIDES = ["left", "right", "top", "bottom"]


@st.composite
def specs(draw: st.DrawFn) -> tuple[str, str]:
    """A spec and its scores: any labels, sides, titles and panels."""
    xs = draw(st.lists(LABEL, min_size=1, max_size=12, unique=True))
    ys = draw(st.lists(LABEL, min_size=1, max_size=12, unique=True))
    panels = draw(st.integers(1, 3))
    lines = [
        "scores: s.csv",
        "value: score",
        f"axes: {{x: {{column: x, side: {draw(st.sampled_from(['top', 'bottom']))}}}, "
        f"y: {{column: y, side: {draw(st.sampled_from(['left', 'right']))}}}}}",
        f"title: {draw(LABEL)!r}",
        f"colorbar: {{side: {draw(st.sampled_from(SIDES))}, label: {draw(LABEL)!r}}}",
        f"legend: {{side: {draw(st.sampled_from(SIDES))}}}",
        f"annotations: {draw(st.sampled_from(['none', '.2f']))}",
        f"layout: {{across: {draw(st.integers(1, 3))}, labels: {draw(st.sampled_from(['every', 'outer']))}}}",
        f"panels: [{', '.join(f'{{title: {draw(LABEL)!r}}}' for _ in range(panels))}]",
    ]
    rows = [
        f'"{y}","{x}",{(i * 7 % 13) / 10 if i % 5 else ""}'
        for i, (y, x) in enumerate(itertools.product(ys, xs), start=1)
    ]
    return "\n".join(lines), "\n".join(["y,x,score", *rows])


@settings(max_examples=60, deadline=None)
@given(drawn=specs())
def test_nothing_meets_and_nothing_is_outside(drawn: tuple[str, str]) -> None:
    scene = laid_out(*drawn)
    assert [(a.content, b.content) for a, b in overlaps(scene)] == []
    assert list(outside(scene)) == []
    for item in scene.items:
        for rect in item.items if isinstance(item, CellGroup) else (item,):
            if isinstance(rect, Rect):
                assert 0 <= rect.x <= rect.x + rect.width <= scene.width
                assert 0 <= rect.y <= rect.y + rect.height <= scene.height


def laid_out(spec: str, scores: str) -> Scene:
    with TemporaryDirectory() as folder:
        Path(folder, "s.csv").write_text(scores)
        path = Path(folder, "f.yaml")
        path.write_text(spec)
        return prepare(path).scene


SPEC = "scores: s.csv\nvalue: v\naxes: {x: {column: x}, y: {column: y}}\n"
SCORES = "x,y,v\n" + "".join(f"column {x},row {y},{x + y}\n" for x in range(6) for y in range(4))


def cells(scene: Scene) -> list[Rect]:
    return [item.items[0] for item in scene.items if isinstance(item, CellGroup) and isinstance(item.items[0], Rect)]


@pytest.mark.parametrize(
    ("size", "width", "height"),
    [
        ("{width: 85mm, height: 60mm}", 85, 60),
        ("{width: 3.25in, height: 5cm}", 82.55, 50),
        ("{width: 400pt}", 141.1, None),
    ],
)
def test_the_page_has_the_size_asked_for(make: Make, size: str, width: float, height: float | None) -> None:
    scene = make(SPEC + f"size: {size}\n", s=SCORES).scene
    assert scene.width == pytest.approx(width / 25.4 * 72, rel=1e-3)
    if height is not None:
        assert scene.height == pytest.approx(height / 25.4 * 72, abs=1e-9)


def test_cells_have_the_size_asked_for(make: Make) -> None:
    scene = make(SPEC + "size: {cell: [40pt, 20pt]}\n", s=SCORES).scene
    first, second = cells(scene)[:2]
    assert second.x - first.x == pytest.approx(40)
    assert cells(scene)[6].y - first.y == pytest.approx(20)


def test_all_cells_of_a_figure_are_of_one_size(make: Make) -> None:
    panels = "panels: [{where: {x: column 1}}, {where: {y: row 2}}]\nsize: {width: 180mm}\ngap: 1pt\n"
    rects = cells(make(SPEC + panels, s=SCORES).scene)
    assert len({(round(rect.width, 6), round(rect.height, 6)) for rect in rects}) == 1


@pytest.mark.parametrize(
    ("addition", "said"),
    [
        ("size: {cell: 4pt}\n", "tick labels .* overlap"),
        ("size: {width: 20mm}\n", "leaves no room for cells"),
        ("size: {width: 85mm, height: 15mm}\n", "leaves no room for cells"),
        ("annotations: .4f\nsize: {cell: 14pt}\n", "texts do not fit"),
        (f"title: {'verylong' * 20}\nsize: {{width: 85mm}}\n", "too small for the texts"),
        ("size: {cell: 2000mm}\n", "the page width would be"),
        ("font: {family: No Such Font}\n", "no font family is named"),
        ("title: 你好\n", "no font has a glyph for"),
        ("title: $\\nosuch{x}$\n", "does not parse"),
        ("title: $数学$\n", "no font has a glyph for one"),
        ("range: [0, 1]\ncolorbar: {ticks: [0.5, 0.501, 0.502]}\n", "are too close"),
    ],
)
def test_what_does_not_fit_is_an_error_that_says_so(make: Make, addition: str, said: str) -> None:
    with pytest.raises(Problems, match=said) as caught:
        make(SPEC + addition, s=SCORES)
    assert all(d.place is not None and d.place.line for d in caught.value.diagnostics)


def test_annotations_shrink_to_their_cells_all_alike(make: Make) -> None:
    scene = make(SPEC + "annotations: .3f\nsize: {cell: 20pt}\n", s=SCORES).scene
    sizes = {words.size for words in scene.text_runs() if words.role.kind == "annotation"}
    assert len(sizes) == 1
    assert 5 <= sizes.pop() < 8


@pytest.mark.parametrize("width", [44, 48, 52, 56])
def test_a_colorbar_at_the_bottom_is_named_as_a_mend_where_it_is_one(make: Make, width: int) -> None:
    scores = "x,y,v\n" + "".join(f"{x},{y},{x}.{y}\n" for x in range(10) for y in range(6))
    spec = f"scores: s.csv\nvalue: v\naxes: {{x: x, y: y}}\nannotations: .1f\nsize: {{width: {width}mm}}\n"
    with pytest.raises(Problems) as caught:
        make(spec, s=scores)
    said = "a colorbar at the bottom" in str(caught.value.diagnostics)
    try:
        make(f"{spec}colorbar: {{side: bottom}}\n", s=scores)
    except Problems:
        assert not said
    else:
        assert said


def test_every_text_that_cannot_be_drawn_is_told(make: Make) -> None:
    with pytest.raises(Problems) as caught:
        make(SPEC + "title: 你好\ncolorbar: {label: $\\nosuch$}\n", s=SCORES)
    assert [d.code for d in caught.value.diagnostics] == ["no-glyph", "bad-math"]


def test_equal_strips_stand_beside_each_other(tmp_path: Path) -> None:
    strip = "{strip: {field: y, colormap: {categories: {a: red, b: blue}}}}"
    (tmp_path / "s.csv").write_text("x,y,v\np,a,1\np,b,2\n")
    path = tmp_path / "f.yaml"
    path.write_text(f"scores: s.csv\nvalue: v\naxes: {{x: x, y: y}}\nbeside: {{right: [{strip}, {strip}]}}\n")
    strips = [item for item in prepare(path).scene.items if item.role.kind == "strip"]
    assert len({item.role for item in strips}) == 4
    assert len({item.x for item in strips if isinstance(item, Rect)}) == 2
