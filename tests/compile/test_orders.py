"""Orders of axes that several panels share."""

from pathlib import Path

import pytest

from heatfig.build.figure import compiled
from heatfig.diagnostics import Problems
from heatfig.plan.figure import FigurePlan

SCORES = "model,task,method,score,loss\n" + "".join(
    f"{model},{task},{method},{score},{-score}\n"
    for model, scores in {"a": (1, 9), "b": (4, 2), "c": (3, 8)}.items()
    for method, score in zip(("p", "q"), scores, strict=True)
    for task in ("s", "t")
)
PANELS = """
scores: scores.csv
value: score
axes: {x: task, y: {column: model, order: {by: {field: value, using: mean}, descending: true}}}
panels:
  - where: {method: p}
  - where: {method: q}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "scores.csv").write_text(SCORES, encoding="utf-8")
    return tmp_path


def plan_of(folder: Path, spec: str) -> FigurePlan:
    (folder / "figure.yaml").write_text(spec, encoding="utf-8")
    return compiled(folder / "figure.yaml").plan


def rows(plan: FigurePlan) -> list[str]:
    return ["".join(panel.y.labels) for panel in plan.panels]


def test_panels_that_share_an_axis_have_one_order_over_the_cells_of_all(folder: Path) -> None:
    assert rows(plan_of(folder, PANELS)) == ["cab", "cab"]


def test_what_a_panel_says_of_an_axis_looks_leaves_the_order_that_all_share(folder: Path) -> None:
    turned = PANELS.replace("{method: q}", "{method: q}\n    axes: {y: {rotation: 45}}")
    assert rows(plan_of(folder, turned)) == ["cab", "cab"]


@pytest.mark.parametrize(("columns", "descending", "wanted"), [("[q, p]", "false", "bca"), ("file", "true", "bca"),
                                                               ("[q, p]", "true", "acb")])  # fmt: skip
def test_rows_stand_by_their_numbers_in_the_first_column_as_columns_stand(
    folder: Path, columns: str, descending: str, wanted: str
) -> None:
    order = f"{{lexicographic: value, descending: {descending}}}"
    axes = f"{{x: {{column: method, order: {columns}}}, y: {{column: model, order: {order}}}}}"
    assert rows(plan_of(folder, f"scores: scores.csv\nvalue: score\naggregate: mean\naxes: {axes}\n")) == [wanted]


def test_panels_with_labels_of_their_own_have_orders_of_their_own(folder: Path) -> None:
    assert rows(plan_of(folder, f"{PANELS}share: {{y: false}}\n")) == ["bca", "acb"]


def test_of_different_quantities_those_of_the_first_panel_count(folder: Path) -> None:
    other = PANELS.replace("- where: {method: q}", "- {where: {method: q}, value: loss}")
    assert rows(plan_of(folder, other)) == ["bca", "bca"]


def test_the_cells_of_the_panel_that_is_named_count_alone(folder: Path) -> None:
    named = PANELS.replace("- where: {method: p}", "- {name: one, where: {method: p}}").replace(
        "- where: {method: q}", "- {name: two, where: {method: q}}"
    )
    assert rows(plan_of(folder, named.replace("descending: true", "descending: true, panel: two"))) == ["acb", "acb"]


def test_an_axis_that_runs_up_keeps_its_order_and_its_like_has_it_too(folder: Path) -> None:
    (folder / "matrix.csv").write_text(",a,b,c\na,1,5,0\nb,5,1,4\nc,0,4,1\n", encoding="utf-8")
    by_sum = "{order: {by: {field: value, using: sum}}, direction: up}"
    matrix = f"scores: {{file: matrix.csv, form: wide}}\naxes: {{x: {{order: {{like: y}}}}, y: {by_sum}}}\n"
    (panel,) = plan_of(folder, matrix).panels
    assert (panel.y.labels, panel.x.labels) == (("b", "a", "c"), ("c", "a", "b"))


def test_a_summary_may_compare_two_columns(folder: Path) -> None:
    """Over the cells in which both say the same, here of one task alone."""
    by = "{field: value, using: sum, where: {task: {same: other}}}"
    spec = f"scores: pairs.csv\nvalue: v\naxes: {{x: task, y: {{column: m, order: {{by: {by}}}}}}}\n"
    (folder / "pairs.csv").write_text("m,task,other,v\na,s,s,5\na,t,s,1\nb,s,s,2\nb,t,s,9\n", encoding="utf-8")
    (folder / "s.yaml").write_text(spec, encoding="utf-8")
    assert compiled(folder / "s.yaml").plan.panels[0].y.labels == ("b", "a")


@pytest.mark.parametrize(
    ("order", "told"),
    [
        ("[u, s]", ["this order lists the labels of x, not of y"]),
        (
            "[s, t, u, w]",
            [
                "the data also has 'a', 'b', 'c', not listed here",
                *(f"the data has no label '{label}'" for label in "stuw"),
            ],
        ),
    ],
)
def test_an_order_of_labels_that_all_are_of_the_other_axis_is_told_once(
    folder: Path, order: str, told: list[str]
) -> None:
    (folder / "scores.csv").write_text(SCORES + "a,u,p,1,-1\n", encoding="utf-8")
    with pytest.raises(Problems) as found:
        plan_of(folder, PANELS.replace("{by: {field: value, using: mean}, descending: true}", order))
    assert [d.message for d in found.value.diagnostics] == told
