"""What the key to cells says: of which quantity a colorbar is, and what is best."""

from collections.abc import Callable

import pytest

from heatfig.build.figure import Figure
from heatfig.plan.guides.colorbar import Colorbar
from heatfig.plan.guides.legend import Legend, SampleEntry

Make = Callable[..., Figure]
SCORES = "x,y,accuracy,loss,p\na,c,0.1,1,3\na,d,0.2,2,4\nb,c,0.3,3,5\nb,d,0.4,4,6\n"
TOP = "scores: s.csv\naxes: {y: y, x: x}\n"


def bars(make: Make, spec: str) -> list[str]:
    """The labels of all colorbars."""
    return [guide.label.content for guide in make(TOP + spec, s=SCORES).plan.guides if isinstance(guide, Colorbar)]


def test_a_title_of_the_figure_names_no_colours_where_panels_show_several_quantities(make: Make) -> None:
    spec = "title: Accuracy and loss of models\npanels: [{value: accuracy}, {value: loss}]\n"
    assert bars(make, spec) == ["accuracy", "loss"]


def test_the_title_of_a_panel_names_its_own_colours(make: Make) -> None:
    assert bars(make, "panels: [{value: accuracy, title: The accuracy}, {value: loss}]\n") == ["", "loss"]


def test_the_title_of_the_figure_names_the_colours_where_all_show_one_quantity(make: Make) -> None:
    assert bars(make, "value: loss\ntitle: The loss\n") == [""]


@pytest.mark.parametrize(("rank", "said"), [(1, ""), (2, "second "), (4, "4th "), (12, "12th "), (22, "22nd ")])
def test_ranks_are_told_in_words(make: Make, rank: int, said: str) -> None:
    spec = f"value: loss\nannotations: {{text: '{{value}}', bold: {{best: min, rank: {rank}, per: x}}}}\n"
    (legend,) = (guide for guide in make(TOP + spec, s=SCORES).plan.guides if isinstance(guide, Legend))
    assert [entry.text.content for entry in legend.entries] == [f"{said}lowest per x"]


def test_a_condition_sees_the_texts_of_a_later_layer_as_they_are_written(make: Make) -> None:
    spec = """\
layers:
  - {value: a, colormap: {categories: {P: red}}}
  - {value: b, colormap: {categories: {Q: green}}, cells: {shape: circle}}
mask: {b: Q}
"""
    panel = make(TOP + spec, s="x,y,a,b\nc,u,P,\nd,u,P,Q\n").plan.panels[0]
    assert panel.grid.hidden == 1


def test_a_layer_of_texts_without_a_colorbar_has_no_entries(make: Make) -> None:
    spec = """\
layers:
  - {value: a, colormap: {categories: {P: red}}, colorbar: none}
  - {value: b, colormap: {categories: {Q: green}}, cells: {shape: circle}}
missing: blank
"""
    plan = make(TOP + spec, s="x,y,a,b\nc,u,P,\nd,u,P,Q\n").plan
    ((entry,),) = (guide.entries for guide in plan.guides if isinstance(guide, Legend))
    assert entry.text.content == "Q"


@pytest.mark.parametrize(
    ("color", "page", "seen"), [("white", "white", False), ("red", "white", True), ("white", "black", True)]
)
def test_the_legend_shows_a_sign_in_ink_where_the_page_hides_its_colour(
    make: Make, color: str, page: str, seen: bool
) -> None:
    sign = f"marks: [{{symbol: {{where: {{p: {{above: 4}}}}, text: x, label: much, style: {{color: {color}}}}}}}]"
    plan = make(f"{TOP}value: loss\nbackground: {page}\n{sign}\n", s=SCORES).plan
    ((entry,),) = (guide.entries for guide in plan.guides if isinstance(guide, Legend))
    assert isinstance(entry, SampleEntry)
    assert (entry.sample.style is not None and entry.sample.style.color is not None) == seen
