"""What the five published figures must show, checked on their plans."""

import csv
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from matplotlib.colors import rgb_to_hsv

from heatfig.build.figure import compiled
from heatfig.plan.figure import FigurePlan
from heatfig.plan.panel import PanelPlan
from heatfig.scales.contrast import luminance
from heatfig.scales.distance import nearest_distance
from heatfig.scales.norms import Centered, Linear, Norm
from parts import colorbar, legend, side_of, strips

DATA_SETS = ["TriviaQA", "HotpotQA", "Movies", "Winobias", "Winogrande", "NLI", "IMDB", "Math", "HotpotQA_WC", "NQ_WC"]
CATEGORIES = ["Multimodal", "NLP", "CV", "Audio", "Tabular", "RL", "Graph", "Robotics", "Time Series"]


@pytest.fixture(scope="module")
def figures(specs: Path) -> dict[str, FigurePlan]:
    return {path.stem: compiled(path).plan for path in sorted(specs.glob("*.yaml"))}


def score(panel: PanelPlan, row: str, column: str, part: int = 0) -> float:
    return float(panel.grid.scores[panel.y.labels.index(row), panel.x.labels.index(column), part])


def ticks(plan: FigurePlan, panel: int = 0) -> list[str]:
    return [text.content for text in colorbar(plan, panel).ticks.labels]


def colors(plan: FigurePlan, panel: int = 0) -> tuple[str, Norm]:
    scale = plan.scale_of(plan.panels[panel])
    return scale.colormap.name, scale.norm


def test_there_are_five(figures: dict[str, FigurePlan]) -> None:
    assert list(figures) == [
        "category_correlation",
        "core_generalization",
        "cross_dataset_transfer",
        "domain_performance",
        "probe_vs_lora",
    ]


@pytest.mark.parametrize(
    ("name", "bases"),
    [
        ("cross_dataset_transfer", {"stated": 100}),
        ("category_correlation", {"interval": 151, "approximate": 3}),
        ("probe_vs_lora", {"stated": 8}),
        ("core_generalization", {"stated": 97}),
        ("domain_performance", {"approximate": 96}),
    ],
)
def test_every_score_says_where_it_comes_from(specs: Path, name: str, bases: dict[str, int]) -> None:
    with (specs / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert Counter(row["basis"] for row in rows) == bases
    for row in rows:
        if row["basis"] == "interval":
            middle = (float(row["low"]) + float(row["high"])) / 2
            assert float(row["correlation"]) == pytest.approx(middle)


def test_cross_dataset_transfer(figures: dict[str, FigurePlan]) -> None:
    plan = figures["cross_dataset_transfer"]
    (panel,) = plan.panels
    assert not plan.title
    assert list(panel.y.labels) == list(panel.x.labels) == DATA_SETS
    assert (panel.y.label.content, panel.x.label.content) == ("Train dataset", "Test dataset")
    assert colors(plan) == ("RdBu_r", Centered(-0.3, 0.3, 0.0))
    bar = colorbar(plan)
    assert (side_of(panel.beside, bar.id), bar.label.content, bar.below, bar.above) == ("right", "", True, True)
    assert ticks(plan) == ["−0.3", "−0.2", "−0.1", "0.0", "0.1", "0.2", "0.3"]
    grid = panel.grid.scores[:, :, 0]
    assert ((grid < -0.3) | (grid > 0.3)).sum() == 9
    assert (grid.min(), grid.max()) == (-0.39, 0.36)
    cells = panel.texts
    assert cells is not None
    assert cells.texts[0, 5, 0] == "0.00"
    assert cells.texts[4, 7, 0] == "−0.39"
    assert cells.bold.sum() == 14
    assert cells.bold[9, 7, 0]
    assert not cells.bold[5, 7, 0]
    white = plan.cell_colors(panel)[0, 5, 0]
    assert white.min() > 240


def test_category_correlation(figures: dict[str, FigurePlan]) -> None:
    plan = figures["category_correlation"]
    left, right = plan.panels
    assert plan.columns == 2
    for index, panel in enumerate((left, right)):
        assert list(panel.y.labels) == list(panel.x.labels) == CATEGORIES
        assert (colors(plan, index), panel.x.rotation) == (("YlGnBu", Linear(0, 1)), 45.0)
        assert ticks(plan, index) == ["0.00", "0.25", "0.50", "0.75", "1.00"]
        assert (panel.texts, panel.title.content) == (None, "")
    assert (left.y.label.content, left.x.label.content) == ("Dataset Category A", "Model Category B")
    assert (right.y.label.content, right.x.label.content) == ("Model Category A", "Dataset Category B")
    assert [score(left, "NLP", to) for to in ("NLP", "CV", "Audio", "Multimodal")] == [1, 1, 0.825, 0.825]
    assert [score(left, "Multimodal", to) for to in ("NLP", "CV", "Multimodal")] == [0.625] * 3
    assert score(left, "Robotics", "Robotics") == 0.25
    assert score(left, "RL", "NLP") == score(left, "NLP", "RL") == 0.125
    assert [score(right, "NLP", to) for to in ("NLP", "CV", "Audio")] == [0.65, 0.65, 0.125]
    assert [int(np.isnan(panel.grid.scores).sum()) for panel in (left, right)] == [7, 1]
    assert np.isnan(score(right, "NLP", "Multimodal"))
    assert [entry.text.content for entry in legend(plan)] == ["not stated"]
    assert np.nanmean(left.grid.scores) > np.nanmean(right.grid.scores)


def test_probe_vs_lora(figures: dict[str, FigurePlan]) -> None:
    plan = figures["probe_vs_lora"]
    probe, lora = plan.panels
    assert [panel.title.content for panel in plan.panels] == ["Probe", "LoRA + Prompt"]
    assert colors(plan, 0) == ("rocket", Linear(0.5, 0.8))
    assert colors(plan, 1) == ("rocket", Linear(0.5, 0.75))
    assert [len(ticks(plan, index)) for index in (0, 1)] == [7, 6]
    assert probe.grid.scores[:, :, 0].tolist() == [[0.8, 0.7], [0.65, 0.6]]
    assert lora.grid.scores[:, :, 0].tolist() == [[0.75, 0.7], [0.7, 0.65]]
    for panel in plan.panels:
        assert panel.texts is None
        assert panel.y.labels == panel.x.labels == ("Mistral", "LLaMA-2")
        assert (panel.y.label.content, panel.x.label.content) == ("Model", "Trained On")
    named = {0.6: (0x84, 0x1E, 0x5A), 0.65: (0xCB, 0x1B, 0x4F), 0.7: (0xF0, 0x60, 0x43)}
    for at, color in named.items():
        found = plan.scale_of(probe).colors(np.array(at))
        assert np.abs(found.astype(int) - color).max() <= 1


def test_core_generalization(figures: dict[str, FigurePlan]) -> None:
    plan = figures["core_generalization"]
    (panel,) = plan.panels
    assert plan.title.content == "Baseline - Core Generalization - Qwen-2.5 1.5B"
    assert panel.y.labels == tuple(str(n) for n in range(1, 8))
    assert panel.x.labels == tuple(str(n) for n in range(20))
    assert colors(plan) == ("Blues", Linear(0, 100))
    assert colorbar(plan).label.content == "Accuracy (%)"
    assert int(np.isnan(panel.grid.scores).sum()) == 43
    assert score(panel, "4", "10") == np.nanmin(panel.grid.scores) == 53.3
    assert np.nanmin(panel.grid.scores[[1, 5]]) > 90
    assert np.isnan(panel.grid.scores[4, :7]).all()
    assert panel.texts is not None
    assert panel.texts.texts[0, 0, 0] == "100.0"
    assert plan.page.size.cell is not None
    assert plan.page.size.cell[0] == plan.page.size.cell[1]
    assert [entry.text.content for entry in legend(plan)] == ["not tested"]


def test_domain_performance(figures: dict[str, FigurePlan]) -> None:
    plan = figures["domain_performance"]
    (panel,) = plan.panels
    assert (len(panel.y.labels), len(panel.x.labels)) == (28, 6)
    assert panel.parts == ("Zero-Shot Classifier", "Probe", "LoRA", "LoRA + Prompt")
    assert (panel.y.labels[0], panel.y.labels[-1]) == ("abstract_algebra", "high_school_physics")
    assert ticks(plan) == ["20%", "50%", "60%", "80%", "90%"]
    assert colors(plan)[1] == Linear(0.2, 0.9)
    stated = panel.grid.scores[:24, 0]
    assert not np.isnan(stated).any()
    assert int((~np.isnan(panel.grid.scores)).sum()) == 96
    assert (stated[:, 2:].min(axis=1) > stated[:, :2].max(axis=1)).all()
    assert [entry.text.content for entry in legend(plan)] == [*panel.parts, "not reported"]
    assert side_of(plan.beside, "legend") == "bottom"
    (strip,) = strips(panel)
    assert strip.meanings == (panel.parts,) * 6


def test_the_methods_of_domain_performance_have_colours_that_no_score_has(figures: dict[str, FigurePlan]) -> None:
    plan = figures["domain_performance"]
    methods = [entry.color for entry in legend(plan)[:4]]
    scores = plan.scale_of(plan.panels[0]).colormap.table
    assert all(nearest_distance(np.array(color, np.uint8), scores) > 15 for color in methods)
    hues = [rgb_to_hsv(np.array(color) / 255)[0] * 360 for color in methods]
    assert all(255 < hue < 285 for hue in hues[:2])
    assert all(hue < 10 or hue > 350 for hue in hues[2:])
    dark, purple, red, bright = (float(luminance(np.array(color, np.uint8))) for color in methods)
    assert dark < purple / 2
    assert purple < red < bright
