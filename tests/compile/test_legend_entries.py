"""The legend: what it says of categories, each once."""

from pathlib import Path

import pytest

from heatfig.build.figure import compiled
from heatfig.plan.guides.legend import Legend, LegendEntry
from heatfig.plan.guides.sizes import SizeLegend
from heatfig.plan.marks.texts import CellTexts

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


BARS = "beside: {{right: {{bars: {{label: {name}, stacked: [{bars}]}}}}}}\n"
BAR = "{{field: value, using: count, label: {label}, color: {color}}}"


@pytest.mark.parametrize("name", ['""', "Alterations"])
def test_bars_that_are_called_and_coloured_as_categories_are_explained_once(name: str, tmp_path: Path) -> None:
    spec = LAYERS.format(heading=", heading: Alterations") + "legend: {titles: true}\n"
    bars = [BAR.format(label=label, color=color) for label, color in (("Gain", "red"), ("MUT", "green"))]
    assert legend(tmp_path, spec + BARS.format(name=name, bars=", ".join(bars))) == legend(tmp_path, spec)
    other = BAR.format(label="MUT", color="teal")
    heading = name.strip('"')
    assert (heading, "MUT") in legend(tmp_path, spec + BARS.format(name=name, bars=f"{bars[0]}, {other}"))


def test_bars_without_a_name_are_not_explained(tmp_path: Path) -> None:
    bars = ", ".join(BAR.format(label='""', color=color) for color in ("red", "green"))
    spec = LAYERS.format(heading="")
    assert legend(tmp_path, spec + BARS.format(name="Runs", bars=bars)) == legend(tmp_path, spec)


IN_BOTH = {
    "stars": ("marks: [{stars: {field: p, levels: [0.05, 0.01]}}]\n", ["p < 0.05", "p < 0.01"]),
    "symbols": ("marks: [{symbol: {where: {p: {below: 0.04}}, text: '†', label: low}}]\n", ["low"]),
    "outlines": (
        "marks: [{outline: {where: {p: {below: 0.04}}, label: the same, stroke: {color: red}}}]\n",
        ["the same"],
    ),
    "hatches": ("marks: [{hatch: {where: {p: {below: 0.04}}, label: the same}}]\n", ["the same"]),
    "strips": ("beside: {left: {strip: kind}, top: {strip: x}}\n", ["old", "new", "p", "q"]),
    "what is best": ("annotations: {text: '{value:.1f}', bold: {best: max}}\n", ["highest"]),
    "kinds of missing": ("missing: {tokens: {OOM: out of memory}}\n", ["out of memory"]),
    "sizes": ("cells: {shape: circle, size: v}\n", []),
    "sizes of one colour": ("cells: {shape: circle, size: v, fill: teal}\n", []),
}


@pytest.mark.parametrize("kind", IN_BOTH)
def test_what_means_one_thing_in_two_panels_is_said_once(kind: str, tmp_path: Path) -> None:
    spec, said = IN_BOTH[kind]
    gone, kinds = kind == "kinds of missing", {"pp": "old", "qq": "new"}
    rows = [
        f"{part},{x},{y},{'OOM' if gone and x == y[0] else n},{n % 4 / 100},{kinds[y]}"
        for n, (part, x, y) in enumerate(((part, x, y) for part in "ab" for x in "pq" for y in ("pp", "qq")), start=1)
    ]
    (tmp_path / "s.csv").write_text("\n".join(["part,x,y,v,p,kind", *rows, ""]))
    panels = "panels: [{title: A, where: {part: a}}, {title: B, where: {part: b}}]\n"
    (tmp_path / "s.yaml").write_text(f"scores: s.csv\nvalue: v\naxes: {{x: x, y: y}}\n{panels}{spec}")
    guides = compiled(tmp_path / "s.yaml").plan.guides
    legends = [guide for guide in guides if isinstance(guide, Legend)]
    assert [entry.text.content for guide in legends for entry in guide.entries] == said
    assert len([guide for guide in guides if isinstance(guide, SizeLegend)]) == kind.startswith("sizes")


def test_a_panel_explains_beside_it_what_it_alone_shows(tmp_path: Path) -> None:
    (tmp_path / "s.csv").write_text("x,y,n\np,s,1\nq,s,2\np,t,3\n")
    mark = "marks: [{{outline: {{where: {{n: {{above: 1}}}}, label: {}}}}}]"
    one = f"{{{mark.format('more')}, legend: {{side: right}}}}"
    other = f"{{where: {{x: p}}, {mark.format('some')}}}"
    spec = f"scores: s.csv\nvalue: n\naxes: {{x: x, y: y}}\npanels: [{one}, {{}}, {other}]\n"
    (tmp_path / "s.yaml").write_text(f"{spec}beside: {{left: {{strip: y}}}}\n")
    plan = compiled(tmp_path / "s.yaml").plan
    beside = [[guide for guide in plan.guides_in(of) if isinstance(guide, Legend)] for of in plan.all_beside]
    said = [[entry.text.content for guide in guides for entry in guide.entries] for guides in beside]
    assert said == [["s", "t", "some", "no score"], ["more"], [], []]


TEXTS = """\
annotations:
  - {{text: "{{value:.0f}}", where: {{metric: {{not: loss}}}}, bold: {{best: max, per: x}}{first}}}
  - {{text: "{{value:.0f}}", where: {{metric: loss}}, bold: {{best: min, per: x}}{second}}}
"""


def samples(folder: Path, scores: str, spec: str) -> list[tuple[str, str]]:
    """What the legend says of texts, each behind its sample."""
    (folder / "s.csv").write_text(scores)
    form = "{file: s.csv, form: wide}" if "value: v" not in spec else "s.csv"
    (folder / "s.yaml").write_text(f"scores: {form}\n{spec}")
    legends = [guide for guide in compiled(folder / "s.yaml").plan.guides if isinstance(guide, Legend)]
    entries = [entry for legend in legends for entry in legend.entries if not isinstance(entry, LegendEntry)]
    return [(entry.sample.content, entry.text.content) for entry in entries]


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("", "", ["best per metric"]),
        ("", ", legend: false", ["best per metric"]),
        (", legend: {bold: the best}", ", legend: {bold: the best}", ["the best"]),
        (", legend: {bold: most}", ", legend: {bold: least}", ["most", "least"]),
        (', legend: {bold: ""}', ', legend: {bold: ""}', []),
    ],
)
def test_bold_is_explained_once_where_it_is_the_highest_of_some_and_the_lowest_of_others(
    first: str, second: str, said: list[str], tmp_path: Path
) -> None:
    rows = "model,metric,v\na,hits,1\nb,hits,2\na,loss,1\nb,loss,2\n"
    spec = "value: v\naxes: {y: model, x: metric}\n" + TEXTS.format(first=first, second=second)
    assert samples(tmp_path, rows, spec) == [("bold", text) for text in said]


def test_the_legend_says_in_the_words_of_the_spec_what_holds_for_bold_texts(tmp_path: Path) -> None:
    text = "{{text: '{{v}}', bold: {{v: {{above: {}}}}}, legend: {{bold: high}}}}"
    spec = f"value: v\naxes: {{{{y: y, x: x}}}}\nannotations: {text}\n"
    rows = "x,y,v\np,s,1\nq,s,2\n"
    assert samples(tmp_path, rows, spec.format(1)) == [("bold", "high")]
    assert samples(tmp_path, rows, spec.format(2)) == []


def test_the_best_of_columns_that_have_no_name_are_best_per_column(tmp_path: Path) -> None:
    spec = "annotations: {{text: '{{value}}', bold: {{best: max, per: {}}}}}\n"
    rows = ",a,b\np,1,2\nq,3,4\n"
    said = [samples(tmp_path, rows, spec.format(per)) for per in "xy"]
    assert said == [[("bold", "highest per column")], [("bold", "highest per row")]]


def test_stars_stand_where_they_are_asked_for_and_their_number_is_called_as_the_spec_does(
    tmp_path: Path,
) -> None:
    rows = "x,y,v,p-unc\np,s,1,0.01\nq,s,2,0.02\n"
    spec = "value: v\naxes: {y: y, x: x}\nmarks: [{stars: {field: p-unc, where: {x: p}, levels: [0.05], label: $p$}}]\n"
    assert samples(tmp_path, rows, spec) == [("*", "$p$ < 0.05")]
    (panel,) = compiled(tmp_path / "s.yaml").plan.panels
    (stars,) = panel.marks
    assert isinstance(stars, CellTexts)
    assert stars.texts.tolist() == [[["*"], [""]]]
