"""Plans where two things meet that are each simple alone."""

from collections.abc import Callable

import numpy as np
import pytest

from heatfig.build.figure import Figure
from heatfig.diagnostics import Problems
from parts import colorbar

Make = Callable[..., Figure]
WIDE = "m,t1,t2\nr1,1,2\nr2,3,4\n"
LONG = "x,y,v\n"
AXES = "value: v\naxes: {x: {column: x}, y: {column: y}}\nscores: s.csv\n"


def test_panels_of_one_wide_file_share_its_labels(make: Make) -> None:
    spec = "scores: {file: s.csv, form: wide}\naxes: {x: {label: X}}\npanels: [{title: A}, {title: B, colormap: magma}]"
    plan = make(spec, s=WIDE).plan
    assert [panel.y.labels for panel in plan.panels] == [("r1", "r2")] * 2
    assert [panel.x.labels for panel in plan.panels] == [("t1", "t2")] * 2


def test_a_label_that_the_data_lacks_can_be_renamed_where_it_is_kept(make: Make) -> None:
    spec = AXES.replace("x}", "x, order: [p, q], keep_empty: true, labels: {q: Later}}", 1)
    assert spec != AXES
    x = make(spec, s=LONG + "p,a,1\n").plan.panels[0].x
    assert [tick.text.content for tick in x.ticks] == ["p", "Later"]


def test_ticks_of_large_scores_tell_them_apart(make: Make) -> None:
    rows = "".join(f"a{n},b,{20_000_000 + n}\n" for n in range(9))
    labels = [
        text.content for text in colorbar(make(f"{AXES}colorbar: {{side: right}}\n", s=LONG + rows).plan).ticks.labels
    ]
    assert len(labels) == len(set(labels)) > 2


def test_kinds_of_missing_never_look_alike_unless_told_to(make: Make) -> None:
    tokens = "missing: {hatch: falling, tokens: {A: {label: aa, hatch: crossed}, B: bb, C: cc, D: dd, E: ee}}\n"
    rows = "".join(f"{token},y,{token}\n" for token in "ABCDE") + "F,y,1\nG,y,\n"
    styles = make(AXES + tokens, s=LONG + rows).plan.panels[0].missing
    assert len({(style.color, style.hatch) for style in styles}) == 6


def test_blank_cells_are_white_and_no_legend_names_them(make: Make) -> None:
    plan = make(AXES + "missing: blank\n", s=LONG + "a,y,1\nb,z,2\n").plan
    (style,) = plan.panels[0].missing
    assert (style.color, style.hatch, plan.guides[1:]) == ((255, 255, 255), "none", ())


def test_a_token_has_its_own_colour_though_another_has_its_label(make: Make) -> None:
    tokens = "missing: {tokens: {A: gone, B: {label: gone, color: red}, C: gone}}\n"
    rows = "".join(f"{token},y,{token}\n" for token in "ABC") + "F,y,1\n"
    _, a, b, c = make(AXES + tokens, s=LONG + rows).plan.panels[0].missing
    assert (b.color, a) == ((255, 0, 0), c)


@pytest.mark.parametrize("order", [("OOM", "-"), ("-", "OOM")])
def test_of_several_kinds_in_a_cell_the_first_of_the_spec_counts(make: Make, order: tuple[str, str]) -> None:
    tokens = 'missing: {tokens: {OOM: memory, "-": nothing}}\naggregate: mean\n'
    rows = "".join(f"p,q,{token}\n" for token in order) + "r,q,1\n"
    kinds = make(AXES + tokens, s=LONG + rows).plan.panels[0].grid.kinds
    np.testing.assert_array_equal(kinds[0, :, 0], [1, -1])


@pytest.mark.parametrize(
    ("tokens", "repeats", "kind"),
    [
        ("{OOM: memory}", ("OOM", ""), 0),
        ("{OOM: memory, '': nothing}", ("", "OOM"), 1),
        ("{'': nothing, OOM: memory}", ("OOM", ""), 1),
        ("{OOM: memory}", ("OOM", "1", "3", "OOM"), -1),
    ],
)
def test_a_cell_is_missing_only_if_all_its_repeats_are(
    make: Make, tokens: str, repeats: tuple[str, ...], kind: int
) -> None:
    rows = "".join(f"p,q,{repeat}\n" for repeat in repeats) + "r,q,2\n"
    grid = make(AXES + f"missing: {{tokens: {tokens}}}\naggregate: mean\n", s=LONG + rows).plan.panels[0].grid
    assert grid.kinds[0, 0, 0] == kind
    np.testing.assert_array_equal(grid.scores[0, :, 0], [2 if kind == -1 else np.nan, 2])


def test_a_log_scale_refuses_a_tick_at_zero_and_bears_one_score(make: Make) -> None:
    with pytest.raises(Problems, match="outside the range"):
        make(AXES + "norm: log\ncolorbar: {ticks: [0, 1]}\n", s=LONG + "a,b,1e-10\nc,b,1\n")
    assert colorbar(make(AXES + "norm: log\n", s=LONG + "a,b,3\n").plan).ticks.scores == (3.0,)


def test_a_png_of_too_many_pixels_is_refused(make: Make) -> None:
    with pytest.raises(Problems, match="million pixels"):
        make(AXES + "size: {width: 2000mm}\ndpi: 1200\n", s=LONG + "a,b,3\n")


def test_files_that_write_decimals_in_two_ways_are_not_joined(make: Make) -> None:
    spec = AXES.replace("scores: s.csv", 'scores: [s.csv, {file: t.csv, separator: ";", decimal: ","}]')
    with pytest.raises(Problems, match="decimals in two ways"):
        make(spec, s=LONG + "a,b,3\n", t="x;y;v\nc;b;0,5\n")


def test_a_column_may_be_nameless_as_an_index_that_pandas_writes(make: Make) -> None:
    spec = "scores: s.csv\nvalue: v\naxes: {y: {column: ''}, x: {column: x}}\n"
    panel = make(spec, s=",x,v\na,p,1\nb,p,2\n").plan.panels[0]
    assert panel.y.labels == ("a", "b")


PREDICATED = "x,y,v,other,on\np,a,1,p,True\nq,a,2,p,false\nr,a,3,r,TRUE\nst,a,4,,\n"


@pytest.mark.parametrize(
    ("where", "labels"),
    [
        ("{x: q}", "q"),
        ("{x: [q, r]}", "q r"),
        ("{x: {not: [q, r]}}", "p st"),
        ("{v: {min: 2, below: 4}}", "q r"),
        ("{v: {above: 2, max: 4}}", "r st"),
        ("{x: {matches: 's?'}}", "st"),
        ("{x: {matches: 's*'}, v: {min: 4}}", "st"),
        ("{x: {same: other}}", "p r"),
        ("{on: 'true'}", "p r"),
        ("[{x: q}, {v: {above: 3}}]", "q st"),
    ],
)
def test_the_rows_that_pass_predicates_are_shown(make: Make, where: str, labels: str) -> None:
    assert make(f"{AXES}where: {where}\n", s=PREDICATED).plan.panels[0].x.labels == tuple(labels.split())


@pytest.mark.parametrize(
    ("pattern", "matches", "other"),
    [(r"a\*", "a*", "ab"), (r"a\?b", "a?b", "axb"), ("a.c", "a.c", "abc"), (r"a\\*", "a\\b", "ab")],
)
def test_what_stands_behind_a_backslash_in_a_pattern_is_literal(
    make: Make, pattern: str, matches: str, other: str
) -> None:
    rows = f"x,y,v\n{matches},a,1\n{other},a,2\n"
    assert make(f"{AXES}where: {{x: {{matches: '{pattern}'}}}}\n", s=rows).plan.panels[0].x.labels == (matches,)


def test_groups_stand_sorted_as_numbers_and_inner_labels_in_the_order_of_all(make: Make) -> None:
    spec = (
        "scores: s.csv\nvalue: v\naxes: {y: y, x: {column: x, order: [r, q, p], group: {column: g, order: sorted}}}\n"
    )
    rows = "x,y,v,g\np,a,1,10\nq,a,2,9\nr,a,3,9\nq,a,4,10\n"
    x = make(spec, s=rows).plan.panels[0].x
    assert [group.text.content for group in x.groups] == ["9", "10"]
    assert x.labels == ("r", "q", "q", "p")


TWO = "p,a,1\nq,a,2\n"


def test_keys_about_looks_do_not_change_which_labels_are_shared(make: Make) -> None:
    where = "where: {y: a}, axes: {x: {label: Own, rotation: 45}}"
    spec = AXES + f"panels: [{{{where}}}, {{where: {{y: b}}}}]\n"
    rows = LONG + "p,a,1\nq,b,2\n"
    assert [panel.x.labels for panel in make(spec, s=rows).plan.panels] == [("p", "q")] * 2
    assert [panel.x.labels for panel in make(f"{spec}share: {{x: false}}\n", s=rows).plan.panels] == [("p",), ("q",)]


def test_unrelated_wide_panels_share_no_labels_for_a_common_look(make: Make) -> None:
    spec = "axes: {x: {side: top, rotation: -30}}\npanels:\n"
    spec += "- scores: {file: a.csv, form: wide}\n- scores: {file: b.csv, form: wide}\n"
    panels = make(spec, a=WIDE, b=WIDE.replace("t", "u").replace("r", "w")).plan.panels
    assert [panel.x.labels for panel in panels] == [("t1", "t2"), ("u1", "u2")]
    assert [panel.y.labels for panel in panels] == [("r1", "r2"), ("w1", "w2")]
    shared = make(f"{spec}share: {{y: true}}\n", a=WIDE, b=WIDE.replace("r", "w")).plan.panels
    assert [panel.y.labels for panel in shared] == [("r1", "r2", "w1", "w2")] * 2


@pytest.mark.parametrize(("share", "ends"), [("", (1, 4)), ("share: {color: false}\n", (1, 2))])
def test_colours_are_shared_by_the_value_unless_the_spec_says_otherwise(
    make: Make, share: str, ends: tuple[float, float]
) -> None:
    spec = f"{AXES}{share}panels: [{{where: {{y: a}}}}, {{where: {{y: b}}}}]\n"
    plan = make(spec, s=f"{LONG}{TWO}p,b,3\nq,b,4\n").plan
    norm = plan.scale_of(plan.panels[0]).norm
    assert (norm.min, norm.max) == ends


def test_an_annotation_is_a_template_around_the_score(make: Make) -> None:
    spec = AXES + "annotations: {text: '{{{value:.1f}}} of {value}', bold: true}\n"
    texts = make(spec, s=LONG + "p,a,1.25\nq,a,\n").plan.panels[0].texts
    assert texts is not None
    assert texts.texts.ravel().tolist() == ["{1.2} of 1.25", ""]
    assert texts.bold.all()
