"""How a spec is read: short forms, merging, `none` and `default`, `extends`, and what is said of mistakes."""

import subprocess
import sys
from pathlib import PurePosixPath
from typing import Any

import pytest

from heatfig.diagnostics import Diagnostic, Place, Problems, Report
from heatfig.language.columns import after_verbs
from heatfig.language.conditions.predicate import Bounds, Matches, Not, Same
from heatfig.language.model.colors import Blend, NamedColormap
from heatfig.language.model.figure import Panel
from heatfig.language.model.page import Layout, Title
from heatfig.language.model.range import Range
from heatfig.language.model.stroke import Gap
from heatfig.language.norms import Power, SymLog
from heatfig.language.parse import parse
from heatfig.language.read import FigureSpec, read, read_partly
from heatfig.language.source import Source

BASE = "scores: s.csv\nvalue: v\naxes: {x: a, y: b}\n"


def spec(text: str, **files: str) -> FigureSpec:
    """A spec, with those that it may extend by their name without its suffix."""

    def read_spec(file: str, _: Place) -> Source:
        return parse(files[PurePosixPath(file).stem].encode(), file)

    return read(parse(text.encode(), "f.yaml"), read_spec)


def panels(text: str, **files: str) -> list[Panel]:
    return [panel.settings for panel in spec(text, **files).panels]


def only(text: str, **files: str) -> Panel:
    (panel,) = panels(BASE + text, **files)
    return panel


def problems(text: str, **files: str) -> list[Diagnostic]:
    with pytest.raises(Problems) as caught:
        spec(text, **files)
    return caught.value.diagnostics


def said(text: str, **files: str) -> list[tuple[str, str]]:
    return [(str(found.place), found.message) for found in problems(text, **files)]


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("scores: s.csv", "scores: [{file: s.csv}]"),
        ("scores: [s.csv, t.csv]", "scores: [{file: s.csv}, {file: t.csv}]"),
        ("aggregate: mean", "aggregate: {using: mean}"),
        ("axes: {x: a, y: {column: b, group: c}}", "axes: {x: {column: a}, y: {column: b, group: {column: c}}}"),
        ("annotations: .2f", 'annotations: {text: "{value:.2f}"}'),
        ("annotations: '{value} %'", "annotations: {text: '{value} %'}"),
        ("colormap: magma", "colormap: {name: magma}"),
        ("colormap: [red, blue]", "colormap: {colors: [red, blue]}"),
        ("range: [0, 1]", "range: {min: 0, max: 1}"),
        ("split: m", "split: {column: m}"),
        ("cells: image", "cells: {draw: image}"),
        ("where: {m: x}", "where: {m: [x]}"),
        ("where: {m: {not: x}}", "where: {m: {not: [x]}}"),
        ("missing: {tokens: {OOM: out}}", "missing: {tokens: {OOM: {label: out}}}"),
        (
            "beside: {top: {strip: {field: a, colormap: {categories: {p: red}}}}}",
            "beside: {top: [{strip: {field: a, colormap: {categories: {p: red}}}}]}",
        ),
    ],
)
def test_a_short_form_reads_as_its_full_form(short: str, full: str) -> None:
    base = {"scores": "s.csv", "value": "v", "axes": "{x: a, y: b}"}
    one, other = (
        "".join(f"{k}: {v}\n" for k, v in {**base, **dict([text.split(": ", 1)])}.items()) for text in (short, full)
    )
    assert panels(one) == panels(other)


@pytest.mark.parametrize(
    ("short", "across"), [("row", "all"), ("column", 1), ("{across: 3}", 3), ("{labels: outer}", None)]
)
def test_a_layout_says_how_many_stand_across(short: str, across: object) -> None:
    assert spec(f"{BASE}layout: {short}\n").document.layout.across == across


def test_every_kind_of_predicate_is_read() -> None:
    given = "where: {p: [1, 2], q: {not: x}, r: {min: 1, below: 9}, s: {matches: 'a*'}, t: {same: p}}\n"
    where: Any = only(given).where
    assert where == {
        "p": ("1", "2"),
        "q": Not(texts=("x",)),
        "r": Bounds(min=1, below=9),
        "s": Matches(patterns=("a*",)),
        "t": Same(column=where["t"].column),
    }
    assert only("where: [{p: 1}, {q: 2}]\n").where == ({"p": ("1",)}, {"q": ("2",)})


def test_mappings_merge_at_every_depth_and_lists_replace() -> None:
    text = "axes: {y: {column: b, group: {column: g, labels: {p: P}}, order: [p, q]}, x: a}\nwhere: {m: [x, y], n: z}\n"
    text += "panels:\n- {axes: {y: {group: {labels: {q: Q}}, order: [q]}}, where: {m: w}}\n"
    (panel,) = panels(f"scores: s.csv\nvalue: v\n{text}")
    group = panel.axes.y.group
    assert group is not None
    assert (group.column, group.labels, panel.axes.y.order) == ("g", {"p": "P", "q": "Q"}, ("q",))
    assert panel.where == {"m": ("w",), "n": ("z",)}


def test_what_is_one_of_several_kinds_merges_into_the_same_kind_alone() -> None:
    text = BASE + "colormap: {name: RdBu, from: 0.1}\npanels:\n"
    text += "- {colormap: magma}\n- {colormap: {over: red}}\n- {colormap: [white, black]}\n"
    assert [panel.colormap for panel in panels(text)] == [
        NamedColormap(name="magma", first=0.1),
        NamedColormap(name="RdBu", first=0.1, over="red"),
        Blend(colors=("white", "black")),
    ]


def test_a_range_is_replaced_as_a_whole() -> None:
    (panel,) = panels(BASE + "range: {min: 0}\npanels: [{range: {max: 10}}]\n")
    assert panel.range == Range(max=10)


def test_a_list_of_predicates_under_a_mapping_is_refused() -> None:
    text = BASE + "where: {m: x}\npanels:\n- where: [{m: y}]\n"
    assert said(text) == [("f.yaml:6:10", "a list of predicates and a mapping of them cannot be merged")]


def test_none_says_that_there_is_none() -> None:
    text = "colorbar: {label: L}\nannotations: .2f\nsplit: m\ngap: 2pt\n"
    (panel,) = panels(f"{BASE}{text}panels: [{{colorbar: none, annotations: none, split: none, gap: none}}]\n")
    assert (panel.colorbar, panel.annotations, panel.split, panel.gap) == (None, None, None, Gap(width=0))


def test_default_takes_back_what_the_figure_says() -> None:
    text = "norm: log\nrange: [1, 2]\naxes: {x: {column: a, rotation: 45}, y: b}\n"
    text += "panels: [{norm: default, range: default, axes: {x: {rotation: default}}}]\n"
    (panel,) = panels(f"scores: s.csv\nvalue: v\n{text}")
    assert (panel.norm, panel.range, panel.axes.x.rotation) == ("linear", Range(), "auto")


def test_a_norm_of_another_kind_replaces_the_figures() -> None:
    own = "panels: [{norm: {power: 2}}, {norm: log}, {title: T}]\n"
    assert [panel.norm for panel in panels(f"{BASE}norm: {{symlog: 0.5}}\n{own}")] == [
        Power(power=2),
        "log",
        SymLog(symlog=0.5),
    ]


def test_where_a_label_or_a_column_stands_neither_word_means_anything() -> None:
    panel = only(
        "split: default\nwhere: {m: [none, default]}\naxes: {x: none, y: {column: default, order: [none]}}\n".replace(
            "axes", "x-axes"
        )
    )
    assert panel.split is not None
    assert (panel.split.column, panel.where) == ("default", {"m": ("none", "default")})


def test_a_text_of_ones_own_is_empty_rather_than_none() -> None:
    (found,) = problems(BASE.replace("x: a", "x: {column: a, label: none}"))
    assert (str(found.place), found.message) == ("f.yaml:3:30", "`none` is not a text here")
    assert only("title: 'none'\n".replace("title", "x-title")).title is None
    assert spec(f"{BASE}title: 'none'\n").document.title == Title(text="none")


def test_a_spec_extends_another_that_extends_a_third() -> None:
    made = spec(
        "extends: one.yaml\nrange: [1, 2]\n",
        one="extends: two.yaml\nrange: [1, 3]\nnorm: log\ncolormap: {over: red}\n",
        two=f"{BASE}norm: linear\ncolormap: magma\n",
    )
    (panel,) = made.panels
    assert made.files == ("one.yaml", "two.yaml")
    assert panel.settings.range == Range(min=1, max=2)
    assert (panel.settings.norm, panel.settings.colormap) == ("log", NamedColormap(name="magma", over="red"))


def test_a_path_is_relative_to_the_file_that_writes_it() -> None:
    made = spec("extends: ../shared/one.yaml\n", one="extends: deep/two.yaml\nvalue: v\n", two=BASE)
    assert made.panels[0].settings.scores[0].file == "../shared/deep/s.csv"
    assert made.files == ("../shared/one.yaml", "../shared/deep/two.yaml")


def test_a_problem_stands_in_the_file_that_writes_it() -> None:
    found = said("extends: lib/one.yaml\nnorm: [x]\n", one=f"{BASE}dpi: many\n")
    assert [place for place, _ in found] == ["f.yaml:2:7", "lib/one.yaml:4:6"]


@pytest.mark.parametrize(
    ("files", "place"),
    [
        ({"one": "extends: one.yaml\n"}, "one.yaml:1:10"),
        ({"one": "extends: two.yaml\n", "two": "extends: one.yaml\n"}, "two.yaml:1:10"),
        ({"one": "extends: f.yaml\n"}, "one.yaml:1:10"),
    ],
)
def test_a_circle_is_refused(files: dict[str, str], place: str) -> None:
    ((where, message),) = said("extends: one.yaml\n", **files)
    assert where == place
    assert message.endswith(" extends itself")


def test_all_problems_are_told_at_once_and_once() -> None:
    text = BASE + "norm: lgo\nrange: [1, x]\npanels:\n- {title: [a]}\n- {anotations: .2f, colormap: [red]}\n"
    assert said(text) == [
        ("f.yaml:4:7", "'lgo' is not one of the words allowed here"),
        ("f.yaml:5:12", "expected a finite number, got 'x'"),
        ("f.yaml:7:11", "expected a text or a mapping, got a list"),
        ("f.yaml:8:4", "unknown key 'anotations'"),
        ("f.yaml:8:31", "blending needs at least two colours"),
    ]


def test_what_a_misspelt_key_may_mean_is_neither_missing_nor_looked_at() -> None:
    report = Report()
    made = read_partly(parse(BASE.replace("value", "valeu").encode(), "f.yaml"), report)
    assert [found.message for found in report.diagnostics] == ["unknown key 'valeu'"]
    assert made.panels[0].is_invalid("value")


def test_what_no_panel_has_is_missing_at_the_figure_and_told_once() -> None:
    found = said("scores: s.csv\naxes: {x: a, y: b}\npanels: [{title: p}, {title: q}]\n")
    assert found == [("f.yaml:1:1", "the column of the scores is not named: the key 'value' is missing")]


def test_two_kinds_in_one_mapping_exclude_each_other() -> None:
    found = said(BASE + "colormap: {name: magma, colors: [red, blue]}\n")
    assert found == [("f.yaml:4:33", "`name` and `colors` cannot be used together")]


def test_a_mapping_without_its_kind_names_what_may_stand() -> None:
    assert only("colormap: {name: magma}\n").colormap == NamedColormap(name="magma")
    ((_, message),) = said(BASE + "norm: linear\nbeside: {top: [{strip: {field: a, colormap: {}}}]}\n")
    assert message == "the key 'name' or 'colors' or 'cubehelix' or 'stops' or 'categories' is missing"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("strip: {column: m, colors: {p: red}}", "beside"),
        ("annotations: {format: .2f}", "'text'"),
        ("axes: {x: {column: a, group_labels: {p: P}}, y: b}", "'labels' under group"),
        ("axes: {x: {column: a, group: g, order: {p: [q]}}, y: b}", "group"),
        ("layout: {columns: 2}", "'across'"),
        ("heatfig: 1", "heatfig: 2"),
    ],
)
def test_an_old_word_is_an_error_that_names_the_new_one(old: str, new: str) -> None:
    key = old.split(":")[0]
    text = "".join(line for line in BASE.splitlines(keepends=True) if not line.startswith(f"{key}:"))
    (found,) = [one for one in problems(f"{text}{old}\n") if one.code != "missing-key"]
    assert new in found.hint


def test_one_walk_finds_every_column_that_a_panel_names() -> None:
    text = "where: {p: {same: q}}\nannotations: {text: '{v} {spread} {t}', bold: best}\nsplit: m\n"
    text += "aggregate: {using: mean, spread: std, columns: {t: min}}\n"
    text += "beside: {left: [{strip: {field: f, colormap: {categories: {k: red}}}}]}\n"
    uses = [*after_verbs(only(text), None)]
    assert [(use.column, use.column.holds, use.path, use.by_key) for use in uses] == [
        ("p", "any", ("where", "p"), True),
        ("q", "any", ("where", "p", "same"), False),
        ("v", "numbers", ("value",), False),
        ("t", "texts", ("aggregate", "columns", "t"), True),
        ("a", "labels", ("axes", "x", "column"), False),
        ("b", "labels", ("axes", "y", "column"), False),
        ("t", "texts", ("annotations", "text"), False),
        ("best", "flags", ("annotations", "bold"), False),
        ("m", "labels", ("split", "column"), False),
        ("f", "labels", ("beside", "left", 0, "strip", "field"), False),
    ]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("split: {column: b}\n", "f.yaml:4:17"),
        ("facet: a\n", "f.yaml:4:8"),
        ("x-none: 1\n", None),
    ],
)
def test_a_column_stands_in_one_place_of_a_grid(text: str, place: str | None) -> None:
    if place is None:
        assert only(text)
    else:
        ((where, message),) = said(BASE + text)
        assert where == place
        assert " both name " in message


def test_a_template_with_a_lone_brace_is_refused() -> None:
    assert [m for _, m in said(BASE + "annotations: 'a { b'\n")] == ["a lone { in a template"]
    ((_, annotation),) = only("annotations: '{{{value:.0f}}}'\n").texts
    assert str(annotation.text) == "{{{value:.0f}}}"


def test_the_language_imports_nothing_heavy() -> None:
    code = "import sys, heatfig.language.parse, heatfig.language.read; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"pydantic", "pandas", "numpy", "matplotlib"} & {*done.stdout.split()}


def test_a_default_layout_is_the_same_for_all() -> None:
    assert spec(BASE).document.layout == Layout()
