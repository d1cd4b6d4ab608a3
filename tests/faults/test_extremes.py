"""The largest and the least numbers that there are, through all that counts with them: a figure, or what is wrong."""

from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest

from heatfig.build.figure import drawn, prepare
from heatfig.diagnostics import Problems

POOLS = (
    ("1e300",),
    ("1e300", "-1e300"),
    ("5e-324", "-5e-324", "0"),
    ("1e300", "1e-300", "-1"),
    ("-0.0", "0", "1"),
    ("1e300", "-1e300", "5e-324", "1e-310", "0", "-0.0", "0.1", "1e16", "9007199254740993"),
)
AXES, BY_BIN, BY_NUMBER = "axes: {x: x, y: y}\n", "axes: {x: b, y: y}\n", "axes: {y: y, x: {column: w, scale: numbers"
BARS, LINE = "right: [{bars: {field: v, using: sum}}]", "top: [{line: {field: v, using: mean}}]"
SPREAD = "aggregate: {using: mean, spread: std}\nannotations: '{spread:.2g}'\n"
V, C = f"value: v\n{AXES}", f"value: c\n{AXES}"
ASKED = {
    "linear": V,
    "log": f"{V}norm: log\n",
    "symlog": f"{V}norm: {{symlog: 5e-324}}\n",
    "power": f"{V}norm: {{power: 1e300}}\n",
    "root": f"{V}norm: {{power: 5e-324}}\n",
    "quantile": f"{V}norm: quantile\n",
    "two slopes": f"{V}norm: two-slope\nrange: {{center: 0}}\n",
    "centered": f"{V}range: {{center: 1e300, symmetric: true}}\n",
    "thresholds": f"{V}norm: {{thresholds: [-1e300, 5e-324, 1e300]}}\n",
    "stops": f"{V}colormap: {{stops: {{-1e300: white, 0: red, 1e300: blue}}}}\n",
    "whole range": f"{V}range: [-1e300, 1e300]\n",
    "least range": f"{V}range: [0, 5e-324]\n",
    "share": f"{V}normalize: {{using: share, per: y}}\n",
    "zscore": f"{V}normalize: {{using: zscore, per: all}}\n",
    "minmax": f"{V}normalize: {{using: minmax, per: x}}\n",
    "unit": f"{V}normalize: {{using: unit, per: y}}\n",
    "spread": f"value: v\naxes: {{x: x, y: g}}\n{SPREAD}",
    "quotient": f"{C}transform: [{{derive: {{c: {{divide: [v, w]}}}}}}]\n",
    "product": f"{C}transform: [{{derive: {{c: {{add: [[v, w], 1]}}}}}}]\n",
    "difference": f"{C}transform: [{{derive: {{c: {{subtract: [[v, w], [w, v]]}}}}}}]\n",
    "rescaled": f"{V}transform: [{{rescale: {{columns: [v], from: [0, 5e-324], to: [-1e300, 1e300]}}}}]\n",
    "narrow bins": f"value: v\n{BY_BIN}aggregate: mean\ntransform: [{{bin: {{column: v, width: 1e-320, into: b}}}}]\n",
    "wide bins": f"value: v\n{BY_BIN}aggregate: mean\ntransform: [{{bin: {{column: v, width: 1e300, into: b}}}}]\n",
    "percent": f"{C}transform: [{{compare: {{column: v, to: {{x: p}}, using: percent, key: [y], into: c}}}}]\n",
    "sizes": f"{V}cells: {{shape: bar, size: {{field: w, range: [0, 5e-324], label: a}}}}\n",
    "tracks": f"{V}beside: {{{BARS}, {LINE}}}\n",
    "margin": f"{V}beside: {{bottom: [{{margin: {{field: v, using: sum, label: M}}}}]}}\n",
    "clusters": "value: v\naxes: {x: x, y: {column: y, order: {cluster: average}}}\nbeside: {left: [dendrogram]}\n",
    "correlation": "value: v\naxes: {x: x, y: {column: y, order: {cluster: average, metric: correlation}}}\n",
    "numbers": f"value: v\n{BY_NUMBER}}}}}\naggregate: mean\n",
    "least ticks": f"value: v\n{BY_NUMBER}, ticks: {{every: 5e-324}}}}}}\naggregate: mean\n",
    "far lines": f"value: v\n{BY_NUMBER}, lines: [{{at: 1e300}}]}}}}\naggregate: mean\n",
    "fine ticks": f"{V}colorbar: {{ticks: {{every: 5e-324}}}}\n",
    "long format": f"{V}colorbar: {{ticks: [0, 5e-324], format: .99f}}\n",
}
NO_NUMBERS = (">nan", '"nan', " nan", ">inf", ">−inf", '"inf')


def scores(random: Random, pool: Sequence[str]) -> str:
    rows = (f"{x},{y},g,{random.choice(pool)},{random.choice(pool)}\n" for x in "pqr" for y in "abc")
    return "x,y,g,v,w\n" + "".join(rows)


@pytest.mark.parametrize("asked", ASKED)
def test_extreme_numbers_make_a_figure_or_a_problem(tmp_path: Path, asked: str) -> None:
    (tmp_path / "s.yaml").write_text(f"scores: s.csv\n{ASKED[asked]}")
    for pool in POOLS:
        (tmp_path / "s.csv").write_text(scores(Random(7), pool))
        try:
            content = drawn(prepare(tmp_path / "s.yaml"), "svg").decode()
        except Problems as problems:
            told = " ".join(each.message for each in problems.diagnostics)
            assert not {"nan", "inf"} & set(told.split()), told
        else:
            assert not any(text in content for text in NO_NUMBERS)
