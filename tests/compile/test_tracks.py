"""What stands beside the grid is what the data say of each row and column."""

from collections.abc import Callable
from typing import Any

import pytest

from heatfig.build.figure import Figure
from heatfig.plan.text import Text
from heatfig.plan.tracks.bars import Bars
from heatfig.plan.tracks.box import Box, Boxes
from heatfig.plan.tracks.line import LineTrack
from heatfig.plan.tracks.points import Points
from heatfig.plan.tracks.violin import Violins
from parts import legend

Make = Callable[..., Figure]
SCORES = "m,t,v,size\na,s,1,7\na,u,3,7\nb,s,-4,70\nb,u,-2,70\nc,s,2,1\n"
FACETED = "scores: s.csv\nvalue: v\naxes: {x: x, y: y}\nfacet: {column: k}\n"
TWO_KINDS = "x,y,k,v\np,a,one,1\nq,a,one,9\np,b,one,3\np,a,two,30\nq,b,two,40\n"


def beside(make: Make, tracks: str, axes: str = "y: m, x: t", scores: str = SCORES) -> tuple[Any, ...]:
    """The tracks at the right that a spec asks for."""
    spec = f"scores: s.csv\nvalue: v\naxes: {{{axes}}}\nbeside: {{right: {tracks}}}\ncolorbar: none\nlegend: none\n"
    return make(spec, s=scores).plan.panels[0].beside.right


def test_bars_are_as_long_as_a_summary_and_their_scale_holds_them_and_zero(make: Make) -> None:
    (bars,) = beside(make, "{bars: {field: value, using: mean, spread: std}}")
    (bar,) = bars.bars
    assert bar.values == (2, -3, 2)
    assert bar.spreads == (pytest.approx(2**0.5), pytest.approx(2**0.5), None)
    assert bars.ticks == (-5, 0, 5)
    assert (bars.low, bars.high, bars.label.content) == (-5, 5, "mean v")


@pytest.mark.parametrize("kind", ["points", "line"])
def test_the_scale_of_points_and_lines_holds_their_numbers_and_not_zero(make: Make, kind: str) -> None:
    scores = "m,t,v\na,s,100\nb,s,104\nc,s,\n"
    (track,) = beside(make, f"{{{kind}: {{field: value, using: max}}}}", scores=scores)
    assert (track.kind, track.values, track.ticks) == (kind, (100, 104, None), (100, 102, 104))


def test_bars_of_a_column_take_its_one_number_a_label(make: Make) -> None:
    (bars,) = beside(make, "{bars: size}", "y: {column: m, order: {by: size}}, x: t")
    assert (bars.bars[0].values, bars.label.content, bars.ticks) == ((1, 7, 70), "size", (0, 25, 50, 75))


def test_violins_and_boxes_tell_how_numbers_lie_and_of_one_number_where_it_is(make: Make) -> None:
    scores = "m,t,v\na,s,1\na,t,2\na,u,3\na,w,9\nb,s,4\nc,s,\n"
    violins, boxes = beside(make, "[{violin: v}, {box: v}]", scores=scores)
    violin, one, none = violins.violins
    assert (violin.at[0], violin.at[-1], max(violin.widths)) == (1, 9, 1)
    assert (one.at, one.widths, none) == ((4,), (1,), None)
    assert boxes.boxes == (Box(1, 1.75, 2.5, 4.5, 4.5, (9,)), Box(4, 4, 4, 4, 4, ()), None)
    assert (violins.low, violins.high, boxes.ticks) == (0, 10, (0, 5, 10))


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


FACETS = """
scores: s.csv
value: v
axes: {y: m, x: t}
beside: {left: {strip: STRIP}}
"""
ROWS = "m,family,size,t,part,v\n" + "".join(
    f"{m},{family},{size},{t},{part},1\n"
    for m, family, size, part in (("a", "old", 1, "p"), ("b", "new", 4, "p"), ("c", "odd", 9, "q"))
    for t in "st"
)
LISTED = "{field: family, colormap: {categories: {old: red, new: lime, odd: blue}}}"


def strips(make: Make, strip: str, more: str) -> list[Any]:
    """The strips of all panels."""
    figure = make(FACETS.replace("STRIP", strip) + more, s=ROWS)
    return [panel.beside.left[0] for panel in figure.plan.panels]


@pytest.mark.parametrize(
    "more", ["facet: part", "panels: [{where: {part: p}}, {where: {part: q}}]", "where: {part: p}"], ids=str
)
def test_a_strip_has_the_colours_of_all_categories_over_facets_and_filtered_panels(make: Make, more: str) -> None:
    first, *others = strips(make, LISTED, more)
    known = {"old": (255, 0, 0), "new": (0, 255, 0), "odd": (0, 0, 255)}
    assert first.meanings[:2] == (("old",), ("new",))
    for strip in (first, *others):
        assert [known[meaning] for (meaning,) in strip.meanings] == [color for (color,) in strip.colors]


def test_a_label_that_another_panel_tells_of_has_its_category_and_number_there(make: Make) -> None:
    files = "panels: [{where: {part: p}}, {scores: other.csv, where: {part: q}}]"
    rows = {
        "s": ROWS.replace("c,odd,9,s,q", "c,odd,9,s,p"),
        "other": ROWS.replace("a,old", "z,old").replace(",p,", ",q,"),
    }
    for field, texts in (("family", ["old", "new", "odd", "old"]), ("size", ["1", "4", "9", "1"])):
        figure = make(FACETS.replace("STRIP", field) + files, **rows)
        for panel in figure.plan.panels:
            strip: Any = panel.beside.left[0]
            assert dict(zip(panel.y.labels, [meaning for (meaning,) in strip.meanings], strict=True)) == dict(
                zip("abcz", texts, strict=True)
            )


def test_numbers_of_strips_have_one_range_and_one_colorbar_over_all_panels(make: Make) -> None:
    figure = make(FACETS.replace("STRIP", "{field: size, colorbar: {side: left}}") + "facet: part", s=ROWS)
    shown: list[Any] = [panel.beside.left[0] for panel in figure.plan.panels]
    scales = [figure.plan.scale_by_id[strip.scale] for strip in shown]
    assert [(scale.norm.min, scale.norm.max) for scale in scales] == [(1, 9), (1, 9)]
    assert [track.kind for track in figure.plan.beside.left] == ["guide"]
    assert len([guide for guide in figure.plan.guides if guide.kind == "colorbar"]) == 2


def test_categories_of_texts_have_one_colour_each_in_all_panels(make: Make) -> None:
    first, second = strips(make, "family", "panels: [{where: {part: p}}, {where: {part: q}}]\nshare: {y: false}")
    assert len({color for strip in (first, second) for (color,) in strip.colors}) == 3


def test_tracks_that_panels_have_in_common_stand_at_the_outer_one_alone(make: Make) -> None:
    figure = make(f"{FACETS.replace('STRIP', LISTED)}facet: part\nlayout: {{labels: outer}}", s=ROWS)
    kinds = [[track.kind for track in panel.beside.left] for panel in figure.plan.panels]
    assert ["strip" in shown for shown in kinds] == [True, False]


def test_names_stand_on_runs_of_one_category_and_not_in_the_legend(make: Make) -> None:
    figure = make(FACETS.replace("STRIP", "{field: family, named: true}"), s=ROWS.replace("new", "old"))
    (strip,) = [track for track in figure.plan.panels[0].beside.left if track.kind == "strip"]
    assert [(name.text.content, name.first, name.end) for name in strip.names] == [("old", 0, 2), ("odd", 2, 3)]
    assert [guide.kind for guide in figure.plan.guides] == ["colorbar"]


def test_stacked_bars_follow_each_other_and_those_of_negative_numbers_run_to_the_other_side(make: Make) -> None:
    scores = "m,t,v,gain,loss\na,s,1,2,-1\nb,s,1,3,\nc,s,1,1,4\n"
    (bars,) = beside(make, "{bars: [gain, loss, {field: gain, label: again}]}", scores=scores)
    assert bars.ends() == ((2, 3, 1), (-1, None, 5), (4, 6, 6))
    assert [bar.name.content for bar in bars.bars] == ["gain", "loss", "again"]
    assert len({bar.color for bar in bars.bars}) == 3
    assert (bars.low, bars.high, bars.label.content) == (-5, 10, "")


def test_a_category_that_is_named_on_one_strip_has_its_colour_on_another(make: Make) -> None:
    scores = "m,t,v,size,kind\na,s,1,L,p\na,u,3,L,p\nb,s,4,M,q\nb,u,2,M,q\n"
    named, again, other = beside(
        make, "[{strip: {field: size, named: true}}, {strip: size}, {strip: kind}]", scores=scores
    )
    assert named.colors == again.colors
    assert not {*named.colors} & {*other.colors}


def test_one_number_of_a_line_stands_between_two_ticks(make: Make) -> None:
    (line,) = beside(make, "{line: {field: size, using: max, where: {m: b}}}")
    assert line.low < 70 < line.high


def test_tracks_of_other_things_have_other_colours_and_those_of_one_thing_the_same(make: Make) -> None:
    scores = "m,t,v,w,kind,maker\na,s,1,1,x,p\nb,s,2,2,y,q\n"
    tracks = "[strip: kind, strip: maker, strip: kind, bars: [v, w]]"
    first, second, again, bars = beside(make, tracks, scores=scores)
    assert first.colors == again.colors
    colors = {*first.colors, *second.colors, *((bar.color,) for bar in bars.bars)}
    assert len(colors) == 6


def test_a_fact_of_both_axes_is_explained_once_and_by_its_own_name(make: Make) -> None:
    strip = "{strip: {field: coast, colormap: {categories: {sea: blue, land: gold}}}}"
    spec = (
        "scores: s.csv\nvalue: v\nlegend: {titles: true}\n"
        "axes: {y: {column: a, lookup: {file: f.csv, key: city}}, x: {column: b, lookup: {file: f.csv, key: city}}}\n"
        f"beside: {{left: {strip}, top: {strip}}}\n"
    )
    figure = make(
        spec, s="a,b,v\nDune,Dune,1\nDune,Elm,2\nElm,Dune,2\nElm,Elm,1\n", f="city,coast\nDune,sea\nElm,land\n"
    )
    said = [(entry.heading.content, entry.text.content) for entry in legend(figure.plan)]
    assert said == [("coast", "sea"), ("coast", "land")]


@pytest.mark.parametrize("track", ["bars", "points", "line", "violin", "box"])
def test_panels_that_show_the_same_share_its_scale(track: str, make: Make) -> None:
    arguments = "v" if track in {"violin", "box"} else "{field: v, using: max}"
    found = make(FACETED + f"beside: {{right: {{{track}: {arguments}}}}}\n", s=TWO_KINDS).plan
    kinds = Bars | Points | LineTrack | Violins | Boxes
    (one,), (other,) = ([each for each in panel.beside.right if isinstance(each, kinds)] for panel in found.panels)
    assert (one.low, one.high, one.ticks) == (other.low, other.high, other.ticks)
    assert one.high >= 40


@pytest.mark.parametrize("track", ["margin", "strip"])
def test_colours_beside_panels_that_show_the_same_have_one_scale_and_one_colorbar(track: str, make: Make) -> None:
    beside = f"beside: {{right: {{{track}: {{field: v, using: sum, label: Sum}}}}}}\n"
    found = make(FACETED + beside, s=TWO_KINDS).plan
    norms = {scale.norm for scale in found.scales if scale.id != found.panels[0].scale}
    assert len(norms) == 1
    assert len([guide for guide in found.guides if getattr(guide, "label", Text()).content == "Sum"]) == 1


def test_tracks_that_show_other_numbers_have_scales_of_their_own(make: Make) -> None:
    panels = "panels: [{value: v}, {value: w}]\nbeside: {right: {bars: {field: value, using: max}}}\n"
    found = make(f"scores: s.csv\naxes: {{x: x, y: y}}\n{panels}", s="x,y,v,w\np,a,1,100\nq,a,2,200\n").plan
    one, other = ([each for each in panel.beside.right if isinstance(each, Bars)] for panel in found.panels)
    assert one[0].high < other[0].high


@pytest.mark.parametrize("facet", ["", "facet: {column: k}\n"])
def test_categories_stand_in_the_legend_in_the_order_that_the_spec_lists(facet: str, make: Make) -> None:
    scores = "x,y,k,v\np,12b,one,1\np,70m,one,3\np,410m,one,9\np,12b,two,1\np,410m,two,3\n"
    axes = "axes: {x: x, y: {column: y, order: [70m, 410m, 12b]}}\n" + ("" if facet else "where: {k: one}\n")
    spec = f"scores: s.csv\nvalue: v\n{axes}{facet}beside: {{right: {{strip: {{field: y, colormap: Blues}}}}}}\n"
    made = make(spec, s=scores)
    assert [entry.text.content for entry in legend(made.plan)][:3] == ["70m", "410m", "12b"]


MEANS = "m,family,t,v\ngood,old,s,80\ngood,old,u,80\npeak,new,s,90\npeak,new,u,10\n"


def in_bold(track: Any) -> list[str]:
    return [text.content for text in track.texts if text.style and text.style.bold]


@pytest.mark.parametrize(
    "track",
    [
        "margin: {field: value, using: mean, format: .0f, style: STYLE}",
        "text: {text: '{value:.0f}', using: mean, style: STYLE}",
    ],
    ids=["margin", "text"],
)
@pytest.mark.parametrize(
    ("condition", "bold"),
    [
        ("{best: max}", ["80"]),
        ("{best: max, rank: 2}", ["50"]),
        ("{value: {below: 60}}", ["50"]),
        ("{value: {above: 85}}", []),
        ("{v: {above: 85}}", ["50"]),
        ("{family: old}", ["80"]),
        ("{not: {best: max}}", ["50"]),
    ],
)
def test_conditions_of_a_track_are_of_the_numbers_that_it_shows_and_of_columns_of_cells(
    track: str, condition: str, bold: list[str], make: Make
) -> None:
    asked = track.replace("STYLE", f"{{bold: {condition}}}")
    (made,) = beside(make, f"{{{asked}}}", scores=MEANS)
    assert in_bold(made) == bold


def test_the_best_number_of_a_track_is_among_those_of_its_group_and_as_it_is_written(make: Make) -> None:
    scores = "m,family,t,v\na,old,s,1.01\nb,old,s,1.02\nc,new,s,0.5\n"
    best = "margin: {field: value, using: mean, format: .1f, style: {bold: {best: max, per: PER}}}"
    axes = "y: {column: m, group: family}, x: t"
    found = [in_bold(*beside(make, f"{{{best.replace('PER', per)}}}", axes, scores)) for per in ("all", "y.group")]
    assert found == [["1.0", "1.0"], ["1.0", "1.0", "0.5"]]


def test_a_text_of_one_number_a_label_can_be_the_best_of_them(make: Make) -> None:
    (made,) = beside(make, "{text: {text: '{m}, {size}', style: {bold: {best: max}}}}")
    assert in_bold(made) == ["b, 70"]


def test_numbers_at_bars_have_as_many_decimals_in_all_panels_that_share_their_scale(make: Make) -> None:
    scores = "x,y,k,v\np,a,one,1\np,b,one,3\np,a,two,2.5\np,b,two,4\n"
    figure = make(FACETED + "beside: {right: {bars: {field: value, using: mean, numbers: true}}}\n", s=scores)
    shown = [track for panel in figure.plan.panels for track in panel.beside.right if isinstance(track, Bars)]
    written = [[text.content for text in track.texts] for track in shown]
    assert written == [["1.0", "3.0"], ["2.5", "4.0"]]
