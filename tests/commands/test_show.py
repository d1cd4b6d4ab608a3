import re
from pathlib import Path

from heatfig.build.figure import prepare
from heatfig.colors import KINDS, catalog, named_table
from heatfig.commands.colormaps import colormaps
from heatfig.commands.show import show

BACKGROUND = re.compile(r"48;2;(\d+);(\d+);(\d+)m *(-?\d+\.\d\d)")


def test_every_cell_has_its_colour_and_text(specs: Path) -> None:
    spec = specs / "cross_dataset_transfer.yaml"
    (shown,) = show(spec, None, 120, True)
    found = [(tuple(map(int, color)), text) for *color, text in BACKGROUND.findall(str(shown))]
    panel = prepare(spec).plan.panels[0]
    assert panel.annotations is not None
    colors = panel.cell_colors().reshape(-1, 3).tolist()
    texts = panel.annotations.texts.ravel().tolist()
    assert found == [(tuple(color), text) for color, text in zip(colors, texts, strict=True)]


def test_without_colour_it_is_plain_text_with_all_labels(specs: Path) -> None:
    (shown,) = show(specs / "cross_dataset_transfer.yaml", None, 120, False)
    text = str(shown)
    assert "\x1b" not in text
    for label in ("TriviaQA", "NQ_WC", "-0.39"):
        assert label in text


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
