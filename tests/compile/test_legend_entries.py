"""The legend: what it says of categories, each once."""

from pathlib import Path

from heatfig.build.figure import compiled
from heatfig.plan.guides.legend import Legend, LegendEntry

ROWS = "x,y,copies,change,kind\np,s,AMP,MUT,AMP\nq,s,DEL,,DEL\np,t,AMP,,MUT\n"
LAYERS = """\
layers:
  - {{value: copies, colormap: {{categories: {{AMP: red, DEL: blue}}, labels: {{AMP: Gain}}{heading}}}}}
  - {{value: change, colormap: {{categories: {{MUT: green}}{heading}}}, cells: {{shape: circle}}}}
"""


def legend(folder: Path, spec: str) -> list[tuple[str, str]]:
    """What the legend says, each behind its heading."""
    (folder / "s.csv").write_text(ROWS)
    (folder / "s.yaml").write_text(f"scores: s.csv\naxes: {{x: x, y: y}}\nmissing: {{label: ''}}\n{spec}")
    (found,) = (guide for guide in compiled(folder / "s.yaml").plan.guides if isinstance(guide, Legend))
    return [(entry.heading.content, entry.text.content) for entry in found.entries if isinstance(entry, LegendEntry)]


def test_scores_that_are_texts_have_labels_and_stand_under_the_name_of_their_column(tmp_path: Path) -> None:
    spec = LAYERS.format(heading="")
    assert legend(tmp_path, spec) == [("copies", "Gain"), ("copies", "DEL"), ("change", "MUT")]


def test_layers_of_one_heading_stand_together(tmp_path: Path) -> None:
    spec = LAYERS.format(heading=", heading: Alterations") + "legend: {titles: true}\n"
    assert legend(tmp_path, spec) == [("Alterations", "Gain"), ("Alterations", "DEL"), ("Alterations", "MUT")]


def test_colours_that_mean_what_others_do_are_explained_once(tmp_path: Path) -> None:
    strip = "beside: {{left: {{strip: {{field: y, colormap: {{categories: {{s: red, t: blue}}}}{labels}}}}}}}\n"
    spec = LAYERS.format(heading="")
    assert legend(tmp_path, spec + strip.format(labels=", labels: {s: Gain, t: DEL}")) == legend(tmp_path, spec)
    assert ("y", "s") in legend(tmp_path, spec + strip.format(labels=""))
