"""Every kind of condition in every place where one may stand: what is drawn is what holds."""

from pathlib import Path

import pytest
from figure_case import Case
from test_covering import check_all

CONDITIONS = (
    "true",
    "flag",
    "{score: {above: 0.4}}",
    "{one: [a, d], n: {max: 6}}",
    "{best: max}",
    "{best: min, rank: 2, per: x}",
    "{best: max, field: n, per: y}",
    "{best: max, per: [x, y.group]}",
    "{best: min, per: x.group}",
    "diagonal",
    "upper",
    "{not: lower}",
    "{not: {best: max, per: y}}",
    "{not: flag}",
)
SPEC = """\
scores: scores.csv
value: score
axes: {{y: {{column: one, group: {{column: family}}}}, x: {{column: other, group: {{column: kind}}}}}}
annotations:
  - {{text: "{{score:.1f}}", bold: {0}, italic: {1}, underline: {2}, color: {{firebrick: {3}, navy: {4}}}}}
  - {{text: "{{n}}", where: {5}, at: bottom-left, size: 6, legend: false}}
marks:
  - symbol: {{where: {6}, text: "†", label: a sign, style: {{color: {{teal: {7}}}, bold: {8}, italic: {9}}}}}
  - outline: {{where: {10}, label: chosen, stroke: {{color: red}}}}
  - hatch: {{where: {11}, label: hatched}}
mask: {12}
size: {{cell: [40pt, 34pt]}}
"""
PLACES = 13


@pytest.fixture
def scores(tmp_path: Path) -> Path:
    families = dict(zip("abcd", ("old", "old", "new", "new"), strict=True))
    kinds = dict(zip("abcd", "ppqq", strict=True))
    rows = ["one,other,family,kind,score,n,flag"]
    for row, one in enumerate("abcd"):
        for column, other in enumerate("abcd"):
            score, n = (7 * row + 5 * column) % 11 / 10 + 0.01 * (column % 2), (3 * row + column) % 9
            score_text = "" if (row, column) == (1, 3) else f"{score:.2f}"
            flag = str((row + 2 * column) % 3 == 0).lower()
            rows.append(f"{one},{other},{families[one]},{kinds[other]},{score_text},{n},{flag}")
    (tmp_path / "scores.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("form", ["svg", "pdf"])
@pytest.mark.parametrize("turn", range(len(CONDITIONS)))
def test_a_condition_of_each_kind_holds_in_each_place(scores: Path, turn: int, form: str) -> None:
    chosen = [CONDITIONS[(turn + place) % len(CONDITIONS)] for place in range(PLACES)]
    if chosen[-1] == "true":  # which would hide all
        chosen[-1] = "false"
    spec = scores / "spec.yaml"
    spec.write_text(SPEC.format(*chosen), encoding="utf-8")
    check_all(Case(spec), form)
