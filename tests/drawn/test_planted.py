"""What is drawn is seen in all that it shows: beside what another spec asks for, each figure is found wrong."""

import pytest
from figure_case import Case
from test_covering import GOOD, check_all

# A spec, and what another one says in place of something in it.
PLANTED = (
    ("keys/texts", "underline: {best: min, rank: 2", "underline: {best: min, rank: 1"),
    ("keys/texts", "bold: {best: max, per: [x]}", "bold: {best: max, per: y}"),
    ("keys/texts", "italic: diagonal", "italic: upper"),
    ("keys/texts", "{firebrick: {n: {below: 6}}}", "{firebrick: {n: {below: 5}}}"),
    ("keys/texts", "where: {not: {model: c}}", "where: {not: {model: b}}"),
    ("keys/texts", "at: bottom-right", "at: bottom-left"),
    ("keys/fields", "{p:.1g}", "{p:.2f}"),
    ("keys/fields", "p: min", "p: max"),
    ("keys/repeats", "spread: std", "spread: sem"),
    ("keys/marks", "levels: [60, 10]", "levels: [60, 9]"),
    ("keys/marks", "symbol: {where: lower", "symbol: {where: upper"),
    ("keys/marks", 'text: "†"', 'text: "‡"'),
    ("keys/marks", "outline: {where: {model: b}", "outline: {where: {model: a}"),
    ("keys/marks", "union: true", "union: false"),
    ("keys/marks", "outline: {where: diagonal,", "outline: {where: upper,"),
    ("keys/marks", "{score: {below: 0.2}}", "{score: {below: 0.1}}"),
    ("keys/marks", "lines: crossed", "lines: rising"),
    ("keys/marks", "italic: {best: min, rank: 2, per: y}", "italic: {best: min, rank: 3, per: y}"),
    ("keys/hollow", 'color: "#6e75a4"', "color: teal"),
    ("keys/hollow", "width: 1.5pt", "width: 1pt"),
    ("keys/hollow", "circle, fill: none", "circle, fill: score"),
    ("keys/hollow", "dash: dashed, ", ""),
    ("keys/hollow", "color: teal}, size: runs", "color: teal}, size: share"),
    ("keys/hollow", "fill: none, size: {field: share", "fill: score, size: {field: share"),
    ("keys/hollow", "width: 2pt, color: crimson", "width: 2pt"),
    ("keys/missing_texts", "text: OOM", "text: O"),
    ("keys/thresholds", "[2, 4, 8]", "[2, 4, 9]"),
    ("keys/thresholds", "[low, some,", "[low, few,"),
    ("keys/bins", "bins: 4, labels: [a, b, c, d, e]", "bins: 5, labels: [a, b, c, d, e]"),
    ("keys/bins", "symmetric: true, center: 4", "symmetric: false, center: 4"),
    ("keys/quantile", "percentiles: [5, 95]", "percentiles: [5, 50]"),
    ("keys/quantile", "norm: quantile", "norm: linear"),
    ("keys/stops", '5: "#9ecae1"', '6: "#9ecae1"'),
    ("keys/stops", "under: yellow", "under: gold"),
    ("keys/stops", "over: red", "over: gold"),
    ("keys/power", "power: 0.5", "power: 0.6"),
    ("keys/normalize", "using: share, per: x", "using: share, per: y"),
    ("keys/normalize", "using: share", "using: minmax"),
    ("keys/normalize", "using: share", "using: rank"),
    ("keys/order", "{field: value, using: median}], descending: true", "{field: value, using: median}]"),
    ("keys/order", "{field: value, using: max,", "{field: value, using: min,"),
    ("keys/order", "{cluster: complete, metric: cityblock, panel: a}", "[t1, t3, t2]"),
    ("keys/like", "order: {like: y}", "order: {like: y}, labels: {a: b, b: a}"),
    ("keys/tracks", "bars: {field: value, using: mean", "bars: {field: value, using: min"),
    ("keys/tracks", "bars: {field: value, using: max}", "bars: {field: value, using: min}"),
    ("keys/tracks", "spread: std", "spread: sem"),
    ("keys/tracks", "label: Mean", "label: Median"),
    ("keys/tracks", "order: {cluster: average}, direction: up", "order: {cluster: average}"),
    ("keys/scaled", "points: {field: value, using: mean", "points: {field: value, using: max"),
    ("keys/scaled", "line: {field: value, using: max", "line: {field: value, using: mean"),
    ("keys/scaled", "color: red, format", "color: blue, format"),
    ("keys/texts_beside", "{family}: {best}", "{family}, {best}"),
    ("keys/texts_beside", "using: max", "using: min"),
    ("keys/texts_beside", "italic: true", "italic: false"),
    ("keys/margins", "using: sum, where: {task: [t1, t2]}", "using: sum, where: {task: [t1, t3]}"),
    ("keys/margins", "format: .2f", "format: .1f"),
    ("keys/margins", "colormap: Greens", "colormap: Blues"),
    ("keys/bar_numbers", "using: min, numbers", "using: max, numbers"),
    ("keys/bar_numbers", "format: .1f pt", "format: .1f mm"),
    ("keys/bar_numbers", "format: .1f pt, spread: std", "format: .1f pt, spread: sem"),
    ("keys/strips", "using: mean, where: {task: [t1, t3]}", "using: max, where: {task: [t1, t3]}"),
    ("keys/strips", "colormap: [gold, silver]", "colormap: [silver, gold]"),
    ("keys/strips", "colormap: Set2", "colormap: Set1"),
    ("keys/styles", "italic: true, underline: {best: max}", "italic: true, underline: {best: min}"),
    ("keys/styles", "bold: {task: t1}", "bold: {task: t2}"),
    ("keys/verbs_derive", "divide: [[score, 100], chance]", "divide: [[score, 50], chance]"),
    ("keys/verbs_extract", '"{score} ± {spread_of_it}"', '"{spread_of_it} ± {score}"'),
    ("keys/verbs_filter_compare", "using: difference", "using: ratio"),
    ("keys/verbs_lookup", "to: [0, 1]", "to: [0, 2]"),
    ("keys/verbs_aggregate", "count: 2, into", "count: 3, into"),
    ("keys/verbs_aggregate", "edges: [0, 0.5, 1]", "edges: [0, 0.6, 1]"),
    ("keys/where", "{min: 2, max: 9}", "{min: 2, max: 8}"),
    ("keys/where", "{above: 2, below: 9}", "{above: 2, below: 8}"),
    ("keys/numbers", "format: .0e", "format: .1e"),
    ("keys/dates", "scale: numbers, direction: up", "scale: numbers"),
    ("keys/wide_columns", "{params: {min: 10}}", "{params: {min: 0}}"),
    ("keys/facet", "using: median", "using: max"),
    ("keys/axes_lookup", "order: {by: params, descending: true}", "order: {by: params}"),
    ("keys/axes_lookup", "{maker}: {model}", "{maker}, {model}"),
)


@pytest.mark.parametrize(("name", "said", "instead"), PLANTED, ids=lambda text: text[:40])
def test_what_another_spec_asks_for_is_not_what_is_seen(name: str, said: str, instead: str) -> None:
    spec = GOOD / f"{name}.yaml"
    text = spec.read_text(encoding="utf-8")
    assert said in text
    case = Case(spec, text.replace(said, instead, 1))
    with pytest.raises(AssertionError):
        check_all(case, "svg")
