"""The PDF's own promises: TrueType fonts, vector cells, and nothing that changes from run to run."""

import re
from typing import Any

from figure_case import Case

from heatfig.plan.guides.colorbar import Colorbar


def test_all_fonts_are_embedded_as_truetype_and_none_as_type_3(case: Case) -> None:
    fonts = case.pdf.fonts()
    assert {font["/Subtype"] for font in fonts} == {"/Type0", "/CIDFontType2"}
    assert b"/Type3" not in case.pdf.content
    for font in fonts:
        if font["/Subtype"] == "/CIDFontType2":
            assert len(font["/FontDescriptor"]["/FontFile2"].get_data()) > 0
        else:
            assert "/ToUnicode" in font
            assert re.fullmatch(r"/[A-Z]{6}\+.+", font["/BaseFont"]), "a subset is named as one"


def test_the_file_names_its_title_and_no_date_or_id(case: Case) -> None:
    scene = case.figure.scene
    information: dict[str, Any] = dict(case.pdf.reader.metadata or {})
    assert (information.pop("/Title"), information.pop("/Subject")) == (scene.title, scene.description)
    assert set(information) <= {"/Keywords"}
    assert "/ID" not in case.pdf.reader.trailer
    assert b"Date" not in case.pdf.content


def test_only_colorbars_and_cells_drawn_as_an_image_are_images(case: Case) -> None:
    plan = case.figure.plan
    bars = [guide for guide in plan.guides if isinstance(guide, Colorbar)]
    grids = sum(wanted.settings.get("cells") == "image" for wanted in case.wanted)
    assert len(case.pdf.images()) == len(bars) + grids
