"""What stands beside the grid is what the data say of each row and column."""

from collections.abc import Callable
from typing import Any

import pytest

from heatfig.build.figure import Figure

Make = Callable[..., Figure]
SCORES = "m,t,v,size\na,s,1,7\na,u,3,7\nb,s,-4,70\nb,u,-2,70\nc,s,2,1\n"


def beside(make: Make, tracks: str, axes: str = "y: m, x: t", scores: str = SCORES) -> tuple[Any, ...]:
    """The tracks at the right that a spec asks for."""
    spec = f"scores: s.csv\nvalue: v\naxes: {{{axes}}}\nbeside: {{right: {tracks}}}\ncolorbar: none\nlegend: none\n"
    return make(spec, s=scores).plan.panels[0].beside.right


def test_bars_are_as_long_as_a_summary_and_their_scale_holds_them_and_zero(make: Make) -> None:
    (bars,) = beside(make, "{bars: {field: value, using: mean, spread: std}}")
    assert bars.values == (2, -3, 2)
    assert bars.spreads == (pytest.approx(2**0.5), pytest.approx(2**0.5), None)
    assert bars.ticks == (-5, 0, 5)
    assert (bars.low, bars.high, bars.label.content) == (-5, 5, "mean v")


def test_bars_of_a_column_take_its_one_number_a_label(make: Make) -> None:
    (bars,) = beside(make, "{bars: size}", "y: {column: m, order: {by: size}}, x: t")
    assert (bars.values, bars.label.content, bars.ticks) == ((1, 7, 70), "size", (0, 25, 50, 75))


def test_leaves_of_a_tree_stand_at_their_cells_whichever_way_the_axis_runs(make: Make) -> None:
    down, up = (
        beside(make, "dendrogram", f"y: {{column: m, order: {{cluster: average}}, direction: {way}}}, x: t")[0]
        for way in ("down", "up")
    )
    leaves = [at for joint in down.joints for at, high in ends(joint) if high == 0]
    assert sorted(leaves) == [0.5, 1.5, 2.5]
    turned = [(3 - at, high) for joint in down.joints for at, high in ends(joint)]
    assert sorted(turned) == sorted(end for joint in up.joints for end in ends(joint))
    assert max(joint.height for joint in down.joints) == 1


def test_each_cluster_below_the_cut_has_a_colour(make: Make) -> None:
    rows = "m,t,v\n" + "".join(f"{name},s,{v}\n" for name, v in zip("abcde", (0, 1, 10, 11, 40), strict=True))
    cut = "{dendrogram: {clusters: 3, colors: [red, lime, blue]}}"
    (tree,) = beside(make, cut, "y: {column: m, order: {cluster: average}}, x: t", rows)
    at_height = sorted(tree.joints, key=lambda joint: float(joint.height))
    colors = {(255, 0, 0), (0, 255, 0), (0, 0, 255)}
    assert {joint.color for joint in at_height[:2]} < colors
    assert [joint.color for joint in at_height[2:]] == [None, None]


def ends(joint: Any) -> tuple[tuple[float, float], ...]:
    return (joint.first, joint.first_height), (joint.second, joint.second_height)
