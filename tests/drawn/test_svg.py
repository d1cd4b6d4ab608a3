"""The SVG's own promises: a group for every cell, text that stays text, fonts that go along."""

import base64
import io
import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

import numpy as np
import pytest
from figure_case import Case, write_sample
from oracle.panel import Wanted
from PIL import Image
from svg_file import Face
from svg_paint import LINK, NAME, fill_color, style

from heatfig.build.figure import Figure, drawn
from heatfig.layout.scene import items as drawn_from

ODD = ["<b>&amp;", "a, \"b\" 'c'", "_under_ \\$ $", "$x_1$", "50%^2\\frac", "a_b & <c> ^ 5%"]


def test_every_cell_has_a_group_with_its_id_and_no_id_stands_twice(case: Case) -> None:
    expected = [
        f"cell-p{index}-r{row}-c{column}" + f"-s{part}" * ("split" in wanted.settings)
        for index, wanted in enumerate(case.wanted)
        for row, column, part in wanted
        if wanted.settings.get("cells") != "image"
    ]
    assert [group.attrib["id"] for group in case.svg.cells()] == expected
    ids = [element.attrib["id"] for element in case.svg.root.iter() if "id" in element.attrib]
    assert len(ids) == len(set(ids))


def test_a_cells_group_begins_with_its_title_and_holds_its_colour_hatch_and_text(case: Case) -> None:
    cells = iter(case.svg.cells())
    for index, wanted in enumerate(case.wanted):
        if wanted.settings.get("cells") == "image":
            continue
        hatches = case.figure.plan.panels[index].missing
        for at in wanted:
            title, *inside = next(cells)
            assert (title.tag, title.text) == (f"{NAME}title", wanted.title(at))
            assert not len(title)
            if wanted.size(at) == 0:
                assert not inside
                continue
            fill, *rest = inside
            assert fill.tag == f"{NAME}path"
            hollow = [layer for layer in (wanted, *wanted.layers) if is_hollow(layer) and layer.size(at)]
            if "from" not in wanted.settings.get("colormap", {}):
                assert fill_color(fill) == (None if any(layer is wanted for layer in hollow) else wanted.color(at))
            texts = [element.text for element in rest if element.tag == f"{NAME}text"]
            assert texts == [text for text in [wanted.annotation(at)] if text is not None]
            hatched = [element for element in rest if element.tag == f"{NAME}path" and fill_color(element) is None]
            kind = case.figure.plan.panels[index].grid.kinds[at]
            lined = sum(layer is not wanted for layer in hollow)
            assert len(hatched) == lined + (kind >= 0 and hatches[kind].hatch != "none")


def is_hollow(layer: Wanted) -> bool:
    """Whether its shapes are lines alone."""
    cells = layer.settings.get("cells")
    return isinstance(cells, dict) and cells.get("fill") == "none"


def test_the_file_begins_with_a_title_and_a_description(case: Case) -> None:
    title, description = list(case.svg.root)[:2]
    assert (title.tag, description.tag) == (f"{NAME}title", f"{NAME}desc")
    assert title.text
    assert description.text
    for wanted in case.wanted:
        assert f"{len(wanted.y)} rows" in description.text
        assert f"{len(wanted.x)} columns" in description.text


def test_text_stays_text_and_nothing_is_fetched(case: Case) -> None:
    assert not list(case.svg.root.iter(f"{NAME}use"))
    assert not list(case.svg.root.iter(f"{NAME}symbol"))
    assert "white-space: pre" in case.svg.text
    assert case.svg.text.count("url(") == len(case.svg.faces())
    for image in case.svg.root.iter(f"{NAME}image"):
        assert image.attrib[LINK].startswith("data:image/png;base64,")


def test_the_embedded_fonts_have_a_glyph_for_every_character_that_asks_for_them(case: Case) -> None:
    faces = case.svg.faces()
    assert len({(face.family, face.weight, face.style) for face in faces}) == len(faces)
    for text in case.svg.root.iter(f"{NAME}text"):
        for element in [text, *text]:
            missed = set(element.text or "") - _covered(element, faces) - {"\n"}
            assert not missed or not (element.text or "").strip(), (element.text, missed)


@pytest.mark.parametrize("form", ["svg", "pdf"])
def test_labels_show_literally(form: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    case = Case(write_sample(tmp_path_factory.mktemp("odd"), "odd-labels"))
    shown = [text.content for text in case.file(form).texts]
    assert [label for label in ODD if label not in shown] == []


@pytest.mark.parametrize("form", ["svg", "pdf"])
def test_paired_dollars_are_math(form: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    case = Case(write_sample(tmp_path_factory.mktemp("math"), "math"))
    shown = {words.role.kind: sorted("".join(text.content.split())) for words, text in case.matched(form) if words.math}
    assert shown == {"title": sorted("Lossα2i--in$"), "colorbar label": sorted("abofit")}


def _covered(element: Element, faces: list[Face]) -> set[str]:
    """The characters that the faces of an element's families have."""
    look = style(element)
    families = [name.strip(" '\"") for name in look.get("font-family", "").split(",")]
    weight, slant = look.get("font-weight", "400"), look.get("font-style", "normal")
    fitting = [face for face in faces if (face.weight, face.style) == (weight, slant) and face.family in families]
    return set().union(*(face.characters for face in fitting))


def test_an_image_of_cells_is_embedded_with_a_palette_and_with_the_same_pixels(make: Callable[..., Figure]) -> None:
    rows = "".join(f"{y},{x},{(7 * x + 13 * y) % 97}\n" for y in range(30) for x in range(40))
    spec = "scores: s.csv\nvalue: v\naxes: {x: {column: x}, y: {column: y}}\ncells: image\n"
    figure = make(spec, s="y,x,v\n" + rows)
    picture = next(
        item for item in figure.scene.items if isinstance(item, drawn_from.Image) and item.role.kind == "cells"
    )
    found = re.findall(rb"data:image/png;base64,\s*([^\"]+)", drawn(figure, "svg"))
    images = [Image.open(io.BytesIO(base64.b64decode(data))) for data in found]
    assert {image.mode for image in images} == {"P"}
    assert any(np.array_equal(np.asarray(image.convert("RGB"))[::-1], picture.pixels) for image in images)
