import re
from pathlib import Path

import pytest

from heatfig.app.commands.colormaps import colormaps
from heatfig.app.commands.show import show
from heatfig.build.figure import compiled
from heatfig.scales.colors import KINDS, catalog, named_table

BACKGROUND = re.compile(r"48;2;(\d+);(\d+);(\d+)m *(−?\d+\.\d\d)")


def test_every_cell_has_its_colour_and_text(specs: Path) -> None:
    spec = specs / "cross_dataset_transfer.yaml"
    (shown,) = show(spec, None, 120, True)
    found = [(tuple(map(int, color)), text) for *color, text in BACKGROUND.findall(str(shown))]
    plan = compiled(spec).plan
    panel = plan.panels[0]
    assert panel.texts is not None
    colors = plan.cell_colors(panel).reshape(-1, 3).tolist()
    texts = panel.texts.texts.ravel().tolist()
    assert found == [(tuple(color), text) for color, text in zip(colors, texts, strict=True)]


def test_without_colour_it_is_plain_text_with_all_labels(specs: Path) -> None:
    (shown,) = show(specs / "cross_dataset_transfer.yaml", None, 120, False)
    text = str(shown)
    assert "\x1b" not in text
    for label in ("TriviaQA", "NQ_WC", "−0.39"):
        assert label in text


RICH = """scores: s.csv
value: v
axes:
  y: {column: y, group: {column: kind, labels: {k: Kind K}}, labels: {a: Alpha}}
  x: {column: x, label: Across, ticks: [p]}
split: {column: part}
beside:
  top:
    - strip: {field: part, colormap: {categories: {one: teal, two: "#c8553d"}}, labels: {one: The first}}
annotations: {text: "{value:.1f}", bold: best}
missing: {tokens: {OOM: out of memory, "-": not run}}
colorbar: {label: Points}
range: [0, 1]
"""
SCORES = """y,kind,x,part,v,best
a,k,p,one,0.5,true
a,k,p,two,OOM,
a,k,q,one,-,
b,m,p,one,0.7,
b,m,p,two,0.9,
"""


def lines_of(folder: Path, spec: str, scores: str, color: bool = False, width: int = 80) -> list[str]:
    (folder / "s.csv").write_text(scores, encoding="utf-8")
    (folder / "s.yaml").write_text(spec, encoding="utf-8")
    (shown,) = show(folder / "s.yaml", None, width, color)
    return [line.rstrip() for line in str(shown).splitlines()]


def test_without_colour_all_that_the_figure_says_is_there(tmp_path: Path) -> None:
    assert lines_of(tmp_path, RICH, SCORES) == [
        "in each cell: one | two",
        "       Across",
        "       one  two   one  two",
        "y          p",
        "Kind K",
        "Alpha  0.5*  //    \\\\   ··",
        "m",
        "b       0.7  0.9   ··   ··",
        " ░░░░░░░░▒▒▒▒▒▒▒▒▓▓▓▓▓▓▓▓████████  Points",
        "0.00   0.25    0.50    0.75    1.00",
        "·· no score   // out of memory   \\\\ not run",
        "* bold",
    ]


def test_with_colour_swatches_and_bold_scores_are_those_of_the_figure(tmp_path: Path) -> None:
    text = "\n".join(lines_of(tmp_path, RICH, SCORES, color=True))
    assert "48;2;0;128;128m  \x1b[0m The first" in text
    assert re.search(r"\x1b\[1;38;2;[\d;]+m *0\.5", text)
    assert not re.search(r"\x1b\[1;38;2;[\d;]+m *0\.7", text)
    assert "*" not in text
    plan = compiled(tmp_path / "s.yaml").plan
    assert re.findall(r"48;2;(\d+);(\d+);(\d+)m *0\.5", text) == [
        tuple(str(channel) for channel in plan.cell_colors(plan.panels[0])[0, 0, 0])
    ]


def test_without_colour_and_annotations_cells_are_shades(tmp_path: Path) -> None:
    spec = "scores: s.csv\nvalue: v\naxes: {x: {column: x}, y: {column: y}}\n"
    head, names, row, *_ = lines_of(tmp_path, spec, "x,y,v\np,a,0\nq,a,0.4\nr,a,0.6\ns,a,1\n")
    assert (head, names) == ("  x", "y  p    q    r    s")
    assert row == "a ░░░░ ▒▒▒▒ ▓▓▓▓ ████"


def test_groups_of_columns_stand_above_them_and_wide_letters_take_two_cells(tmp_path: Path) -> None:
    spec = "scores: s.csv\nvalue: v\naxes: {x: {column: x, group: g}, y: {column: y, label: ''}}\nannotations: .1f\n"
    scores = "g,x,y,v\none,p,a,0\none,q,a,1\ntwo,p,ä,2\n"
    _, groups, names, *_ = lines_of(tmp_path, spec, scores)
    assert groups == "  one       two"
    assert names == "   p    q    p"


def test_panels_that_share_a_colorbar_have_one_key(tmp_path: Path) -> None:
    spec = "scores: s.csv\nvalue: v\naxes: {x: {column: x}, y: {column: y}}\nfacet: {column: f}\nrange: [1, 2]\n"
    lines = lines_of(tmp_path, spec, "f,x,y,v\nF,p,a,0\nF,q,a,1\nG,p,a,3\n")
    assert [line for line in lines if line in {"F", "G"}] == ["F", "G"]
    assert [line for line in lines if "▶" in line] == ["◀░░░░░░░░▒▒▒▒▒▒▒▒▓▓▓▓▓▓▓▓████████▶ v"]
    assert lines[-1] == "·· no score"


def test_colormaps_are_listed_by_kind_and_can_all_be_used() -> None:
    lines = [str(line) for line in colormaps([], False)]
    assert [line.rstrip(":") for line in lines if line.endswith(":")] == list(KINDS)
    assert "  rocket" in lines
    for kind in KINDS:
        for name in catalog(kind):
            assert named_table(name).shape[1] == 3


def test_a_swatch_runs_from_the_first_colour_to_the_last() -> None:
    line = next(str(line) for line in colormaps(["sequential"], True) if str(line).endswith(" viridis"))
    first, *_, last = re.findall(r"48;2;(\d+);(\d+);(\d+)m", line)
    assert [int(c) for c in first] == named_table("viridis")[0].tolist()
    assert [int(c) for c in last] == named_table("viridis")[-1].tolist()


BAR = "scores: s.csv\nvalue: v\naxes: {x: {column: x}, y: {column: y}}\n"


def test_the_key_writes_the_ticks_of_the_colorbar_in_its_format(tmp_path: Path) -> None:
    percents = "colorbar: {label: Share, ticks: [0, 0.25, 1], format: .0%}\nrange: [0, 1]\n"
    *_, bar, ticks = lines_of(tmp_path, BAR + percents, "x,y,v\np,a,0.123456\nq,a,0.7\n")
    assert bar == " " + "".join(shade * 8 for shade in "░▒▓█") + "  Share"
    assert ticks == f"{'0%':8}{'25%':23}100%"  # below the first, the eighth and the last shade


@pytest.mark.parametrize(("width", "wide"), [(90, 64), (60, 32)])
def test_the_key_is_wider_where_its_ticks_stand_close_and_there_is_room(tmp_path: Path, width: int, wide: int) -> None:
    spec = BAR + "norm: log\nannotations: .1e\n"
    scores = "x,y,v\np,a,1e-9\nq,a,1\n"
    *_, bar, ticks = lines_of(
        tmp_path, spec + "colorbar: {ticks: [1e-7, 1e-6, 1e-5, 1e-4, 1e-3]}\n", scores, width=width
    )
    assert len(bar.split()[0]) == wide
    assert ticks.split() == ["10^-7", "10^-6", "10^-5", "10^-4", "10^-3"]


def test_the_key_has_the_most_round_ticks_that_stand_below_it_where_their_scores_are(tmp_path: Path) -> None:
    scores = "x,y,v\n" + "".join(f"p,{row},0\nq,{row},4\n" for row in "abcdef")
    *_, ticks = lines_of(tmp_path, BAR + "range: {min: 0, center: 1, max: 4}\n", scores)
    assert ticks == f"{'0':8}{'1':8}{'2':8}{'3':8}4"
    *_, ticks = lines_of(tmp_path, BAR + "range: [0, 4]\ncolorbar: {format: .9f}\n", scores)
    assert ticks.split() == [f"{score}.000000000" for score in range(5)]


def test_a_grid_wider_than_the_terminal_loses_no_column(tmp_path: Path) -> None:
    rows = "".join(f"column {x},row {y},{(x + y) / 100}\n" for x in range(60) for y in range(2))
    (tmp_path / "s.csv").write_text("x,y,v\n" + rows)
    (tmp_path / "s.yaml").write_text(
        "scores: s.csv\nvalue: v\naxes: {x: {column: x}, y: {column: y}}\nannotations: .2f\n"
    )
    (shown,) = show(tmp_path / "s.yaml", None, 80, False)
    for score in range(61):
        assert f"{score / 100:.2f}" in str(shown)
    assert all(len(line) <= 80 for line in str(shown).splitlines())


def test_a_large_grid_is_a_picture_whose_characters_are_means(tmp_path: Path) -> None:
    spec = BAR + "size: {width: 80mm}\n"
    cells = "".join(f"c{x},r{y},{x}\n" for y in range(200) for x in range(160))
    ticks = "axes: {x: {column: x, ticks: none}, y: {column: y, ticks: none}}\n"
    lines = lines_of(tmp_path, spec.replace(BAR.splitlines(True)[2], ticks), "x,y,v\n" + cells)
    assert len(lines) < 60
    assert lines[1:3] == ["x: 160 columns", "y: 200 rows"]
    assert lines[3:53] == ["░" * 20 + "▒" * 20 + "▓" * 20 + "█" * 20] * 50


def test_the_lines_of_a_large_grid_do_not_grow_with_it(tmp_path: Path) -> None:
    ticks = "axes: {x: {column: x, ticks: none}, y: {column: y, ticks: none}}\nsize: {width: 80mm}\n"
    spec = BAR.replace(BAR.splitlines(True)[2], ticks)
    counts = []
    for side in (100, 200, 400):
        cells = "".join(f"c{x},r{y},{y}\n" for y in range(side) for x in range(side))
        counts.append(len(lines_of(tmp_path, spec, "x,y,v\n" + cells, color=True)))
    assert len(set(counts)) == 1


@pytest.mark.parametrize("width", [5, 10, 20, 31, 40])
def test_in_a_narrow_terminal_no_line_is_broken(tmp_path: Path, width: int) -> None:
    label = "colorbar: {label: A label that is longer than all of it}\n"
    lines = lines_of(tmp_path, BAR + label, "x,y,v\np,a,0\nq,a,123456\n", width=width)
    bars = [line for line in lines if "█" in line and "░" in line and "▒" in line]
    assert all(len(line) <= width for line in bars)
    assert len(lines) < 12


def test_what_lies_over_a_grid_is_shown_behind_it(tmp_path: Path) -> None:
    spec = "scores: s.csv\nvalue: v\naxes: {y: y, x: x}\nlayers: [{}, {value: w, cells: {shape: circle}}]\n"
    lines = lines_of(tmp_path, spec, "x,y,v,w\np,a,0,1\nq,a,1,0\n")
    assert "over them w" in lines
    (one, other) = (line for line in lines if line.startswith("a "))
    assert one.split()[1:] == other.split()[:0:-1]
