"""No character is drawn as another or as a box: what no font has a glyph for is an error, and all else is drawn."""

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from figure_case import write_sample
from matplotlib.font_manager import get_font
from svg_file import Svg

from heatfig.build.figure import Figure, drawn, prepare
from heatfig.diagnostics import Problems
from heatfig.runtime.fonts import font_path
from heatfig.runtime.formats import FORMATS
from heatfig.runtime.text import CONTROL

SPEC = "scores: s.csv\nvalue: v\naxes: {x: {column: x}, y: {column: y}}\n"


@pytest.mark.parametrize("title", ["a 中 b", "$x^2$ and 中"], ids=["text", "math"])
def test_a_character_without_a_glyph_is_an_error_each_time(title: str, tmp_path: Path) -> None:
    path = write_sample(tmp_path, "part")
    path.write_text(f"{path.read_text('utf-8')}title: '{title}'\n", "utf-8")
    for _ in range(2):
        with pytest.raises(Problems) as found:
            prepare(path)
        assert [problem.code for problem in found.value.diagnostics] == ["no-glyph"]
        assert title in found.value.diagnostics[0].message


def drawable() -> dict[str, list[str]]:
    """The characters that the default font has, by Unicode's categories, but for those that no file may hold."""
    found: dict[str, list[str]] = {}
    for code in get_font(font_path("DejaVu Sans")).get_charmap():
        if not CONTROL.match(chr(code)) and chr(code) not in "\ufeff\u202a\u202b\u202c\u202d\u202e":
            found.setdefault(unicodedata.category(chr(code)), []).append(chr(code))
    return found


def test_what_passes_is_drawn_in_every_format_whatever_its_category(make: Callable[..., Figure]) -> None:
    labels = ["-".join(characters[:: max(1, len(characters) // 20)]) for characters in drawable().values()]
    assert len(labels) > 25
    rows = "".join(f'p,"|{number}{label}|",1\n' for number, label in enumerate(labels))
    figure = make(SPEC, s="x,y,v\n" + rows)
    files = {form: drawn(figure, form) for form in FORMATS}
    shown = {text.content for text in Svg(files["svg"]).texts}
    assert [label for number, label in enumerate(labels) if f"|{number}{label}|" not in shown] == []


@pytest.mark.parametrize("title", ["a\ufeffb", "\ufeff", "$x$ \ufeff"], ids=["inside", "alone", "math"])
def test_a_byte_order_mark_inside_a_text_is_an_error(make: Callable[..., Figure], title: str) -> None:
    with pytest.raises(Problems) as found:
        make(f"{SPEC}title: '{title}'\n", s="x,y,v\np,a,1\n")
    (told,) = found.value.diagnostics
    assert (told.code, told.place and told.place.line) == ("no-glyph", 4)
    assert "U+FEFF" in told.message
    with pytest.raises(Problems, match=r"U\+FEFF"):
        make(SPEC, s="x,y,v\np\ufeff,a,1\n")


NESTED = [r"\sqrt{", r"\frac{1}{", "{", "x^{", r"\overline{", r"\left("]


def nested(opened: str, depth: int) -> str:
    closed = "}" if opened.endswith("{") else r"\right)"
    return f"{SPEC}title: '${opened * depth}x{closed * depth}$'\n"


@pytest.mark.parametrize("opened", NESTED)
def test_math_is_drawn_as_deeply_nested_as_it_may_be(make: Callable[..., Figure], opened: str) -> None:
    figure = make(nested(opened, 10), s="x,y,v\np,a,1\n")
    assert all(drawn(figure, form) for form in FORMATS)


@pytest.mark.parametrize("opened", NESTED)
@pytest.mark.parametrize("depth", [11, 30, 100])
def test_math_that_is_nested_too_deeply_is_an_error(make: Callable[..., Figure], opened: str, depth: int) -> None:
    with pytest.raises(Problems, match="math is nested over 10 deep"):
        make(nested(opened, depth), s="x,y,v\np,a,1\n")
