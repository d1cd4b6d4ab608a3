"""Random figures, drawn by the command and read back: all that they show is what their specs and scores ask for.

`make fuzz` draws others for longer; a figure that differs is told by its number, from which it is made again.
"""

import ast
import sys
from pathlib import Path

import pytest

sys.path += [str(Path(__file__).parent), str(Path(__file__).parents[1] / "drawn")]

from draw_and_compare import AT_ONCE, compared  # lies beside this file

FIGURES = 40
RUN = "from heatfig.app.cli import main; main()"
# Code that changes what heatfig draws, and what is said of a figure of which that changes something.
PLANTED = {
    "colours": (
        "from heatfig.scales.norms.linear import Linear\nwas = Linear.fraction\n"
        "Linear.fraction = lambda norm, scores: 0.99 * was(norm, scores)",
        "cell (",
    ),
    "texts": (
        "from heatfig.scales import number_format\nwas = number_format._parts\n"
        "number_format._parts = lambda score, form: was(score + 0.1, form)",
        " says ",
    ),
    "orders": (
        "from heatfig.compile.axes import orders\norders._compiled = lambda spec, like: orders.File()",
        "' and not '",
    ),
}


@pytest.mark.parametrize("first", range(0, FIGURES, AT_ONCE))
def test_random_figures_show_what_they_are_to(tmp_path: Path, first: int) -> None:
    result = compared(tmp_path, list(range(first, first + AT_ONCE)))
    assert result.wrong == {}
    assert 2 * result.drawn > AT_ONCE
    assert result.cells > 10 * AT_ONCE


@pytest.mark.parametrize("planted", PLANTED)
def test_a_fault_is_found(tmp_path: Path, planted: str) -> None:
    change, told = PLANTED[planted]
    result = compared(tmp_path, list(range(8)), ("-c", f"{change}\n{RUN}"))
    assert any(told in line for lines in result.wrong.values() for line in lines)


def test_what_reads_figures_back_is_none_of_heatfigs_code() -> None:
    tests = Path(__file__).parents[1]
    seen, left = set[Path](), list(Path(__file__).parent.glob("[!t]*.py"))
    while left:
        path = left.pop()
        seen.add(path)
        for name in _imported(path):
            assert name.split(".")[0] != "heatfig", path
            found = [tests / part / f"{name.replace('.', '/')}.py" for part in ("differential", "drawn")]
            left += [each for each in found if each.exists() and each not in seen]
    assert tests / "drawn" / "oracle" / "verbs.py" in seen


def _imported(path: Path) -> set[str]:
    tree = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    nodes = [node for node in tree if isinstance(node, ast.Import | ast.ImportFrom)]
    return {name for node in nodes for name in _names(node)}


def _names(node: ast.Import | ast.ImportFrom) -> list[str]:
    return [alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module or ""]
