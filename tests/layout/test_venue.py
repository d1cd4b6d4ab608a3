import re
from pathlib import Path

import pytest

from heatfig.build.figure import Figure, drawn, prepare
from heatfig.diagnostics import Problems
from heatfig.language.venues import Venue, venues

SCORES = "x,y,v\np,a,0.1\nq,a,0.2\np,b,0.3\nq,b,0.4\n"
SPEC = "scores: s.csv\nvalue: v\naxes: {x: x, y: y}\nannotations: .1f\n"


def figure(folder: Path, looks: str) -> Figure:
    (folder / "s.csv").write_text(SCORES)
    (folder / "s.yaml").write_text(SPEC + looks)
    return prepare(folder / "s.yaml")


@pytest.mark.parametrize("venue", venues().values(), ids=lambda venue: venue.name)
def test_each_line_of_the_table_has_a_source_and_a_year_and_sizes_that_agree(venue: Venue) -> None:
    assert len(venue.source) > 10
    assert 2020 <= venue.year <= 2030
    assert 50 < venue.column_width <= venue.text_width < 600
    assert (venue.smallest_text or 0) <= venue.text_size <= (venue.largest_text or 100)


def test_widths_are_parts_of_those_of_the_venue_in_points_of_postscript(tmp_path: Path) -> None:
    for asked, tex in (("columnwidth", 234.88), ("textwidth", 487.82), ("0.5 textwidth", 487.82 / 2)):
        assert figure(tmp_path, f"venue: icml2026\nsize: {{width: {asked}}}\n").scene.width == pytest.approx(
            tex * 72 / 72.27
        )


@pytest.mark.parametrize(("venue", "least", "most"), [("icml2026", 8, 9.2), ("aaai2026", 9, 10.35), ("nature", 6, 7)])
def test_texts_have_the_size_that_the_venue_asks_for(tmp_path: Path, venue: str, least: float, most: float) -> None:
    sizes = {text.size for text in figure(tmp_path, f"venue: {venue}\n").scene.text_runs()}
    assert least == pytest.approx(min(sizes))
    assert max(sizes) <= most


def test_texts_are_embedded_or_drawn_as_outlines_by_the_rules_of_the_venue(tmp_path: Path) -> None:
    fonts = [
        len(re.findall(rb"/FontFile2?", drawn(figure(tmp_path, f"venue: {v}\n"), "pdf")))
        for v in ("icml2026", "aaai2026")
    ]
    assert fonts[0] > 0
    assert fonts[1] == 0


def test_a_default_page_wider_than_the_text_of_the_venue_is_an_error_at_the_venue(tmp_path: Path) -> None:
    panels = "".join(f"- {{title: A rather long title {n}}}\n" for n in range(7))
    with pytest.raises(Problems, match=r"the text of ICML 2026 has 171\.4") as found:
        figure(tmp_path, f"venue: icml2026\npanels:\n{panels}")
    (problem,) = found.value.diagnostics
    assert (problem.code, problem.place and problem.place.line) == ("breaks-venue", 5)


def test_a_face_that_a_venue_takes_may_be_one_that_was_drawn_after_it(tmp_path: Path) -> None:
    assert figure(tmp_path, "venue: plos\nfont: {family: STIXGeneral}\n").plan.page.families == ("STIXGeneral",)


@pytest.mark.parametrize(
    ("venue", "looks", "said"),
    [
        (
            "icml2026",
            "frame: {width: 0.3pt}",
            "the frame has a line of 0.3 pt, and lines of ICML 2026 have at least 0.5",
        ),
        ("icml2026", "gap: {width: 0.25pt, color: black}", "at least 0.5"),
        ("aaai2026", "marks: {outline: {where: {value: {above: 0.2}}, stroke: {width: 3pt}}}", "have at most 2"),
        ("icml2026", "axes: {x: {lines: {at: p, stroke: {width: 0.4pt}}}}", "the line has a line of 0.4 pt"),
    ],
)
def test_lines_thinner_or_thicker_than_the_venue_has_them_are_an_error(
    tmp_path: Path, venue: str, looks: str, said: str
) -> None:
    spec = SPEC.replace("axes: {x: x, y: y}\n", "") if looks.startswith("axes") else SPEC
    looks = looks.replace("axes: {x: {", "axes: {y: y, x: {column: x, ")
    (tmp_path / "s.csv").write_text(SCORES)
    (tmp_path / "s.yaml").write_text(f"{spec}venue: {venue}\n{looks}\n")
    with pytest.raises(Problems, match=said):
        prepare(tmp_path / "s.yaml")


def test_no_line_is_thinner_than_any_venue_has_it_unless_a_spec_asks_for_it(tmp_path: Path) -> None:
    looks = """marks: [{hatch: {where: {value: {above: 0.2}}}}, {outline: {where: {value: {max: 0.2}}}}]
cells: {shape: circle, size: value}
colormap: {name: viridis, from: 0.6}
beside: {left: {bars: {field: value, using: mean, spread: std}}, right: {points: {field: value, using: mean}}}
"""
    for venue in ("icml2026", "aaai2026"):
        assert figure(tmp_path, f"venue: {venue}\n{looks}").scene.items


@pytest.mark.parametrize("venue", venues())
@pytest.mark.parametrize("width", ["columnwidth", "textwidth"])
def test_a_figure_fits_every_venue_at_both_widths(venue: str, width: str, tmp_path: Path) -> None:
    line = venues()[venue]
    family = "font: {family: STIXGeneral}\n" if line.figure_fonts and "Times" in line.figure_fonts else ""
    looks = f"venue: {venue}\nsize: {{width: {width}, height: 60mm}}\n{family}"
    if line.figure_fonts and not family:
        with pytest.raises(Problems, match="texts in figures in"):
            figure(tmp_path, looks)
        return
    made = figure(tmp_path, looks)
    assert made.scene.width == pytest.approx(line.column_width if width == "columnwidth" else line.text_width)
    assert len({text.size for text in made.scene.text_runs()}) <= 4
