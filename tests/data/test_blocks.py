"""A file read in blocks gives the figure that it gives read whole."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import numpy as np
import pytest

from heatfig.build import files
from heatfig.build.figure import Figure, prepare
from heatfig.diagnostics import Place, Problems
from heatfig.runtime.files.read import read_blocks

SPEC = """
scores: s.csv
value: v
aggregate: {aggregate}
missing: {{tokens: {{OOM: out of memory}}}}
axes: {{x: {{column: x, order: sorted}}, y: {{column: y, order: sorted}}}}
panels: [{{where: {{k: [a, b]}}}}, {{where: {{k: c}}}}]
"""


def rows() -> Iterator[str]:
    random = np.random.default_rng(0)
    for number in range(4000):
        x, y = random.integers(0, 7, 2)
        score = "OOM" if (x, y) == (3, 3) else "" if number % 17 == 0 else f"{random.normal():.6f}"
        yield f"{'abc'[number % 3]},col {x},{y},{score},{number}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "s.csv").write_text("k,x,y,v,unused\n" + "\n".join(rows()) + "\n")
    return tmp_path


def figure(folder: Path, aggregate: str) -> Figure:
    (folder / "f.yaml").write_text(SPEC.format(aggregate=aggregate))
    return prepare(folder / "f.yaml")


def in_blocks(monkeypatch: pytest.MonkeyPatch, size: int = 5000) -> None:
    """From here on files are read in blocks so small that each has many."""
    monkeypatch.setattr(files, "read_blocks", lambda path, named_at, root: read_blocks(path, named_at, size, root))


def line_told_of_a_last_row(folder: Path, row: str) -> int:
    with (folder / "s.csv").open("a") as file:
        file.write(row + "\n")
    with pytest.raises(Problems) as caught:
        figure(folder, "mean")
    (found,) = caught.value.diagnostics
    assert found.place is not None
    return found.place.line


@pytest.mark.parametrize("aggregate", ["mean", "sum", "count", "min", "max", "median"])
def test_in_blocks_and_whole_the_figure_is_the_same(
    folder: Path, monkeypatch: pytest.MonkeyPatch, aggregate: str
) -> None:
    whole = figure(folder, aggregate)
    in_blocks(monkeypatch)
    blocks = figure(folder, aggregate)
    assert blocks.hashes == whole.hashes
    for one, other in zip(whole.plan.panels, blocks.plan.panels, strict=True):
        assert (one.y.labels, one.x.labels) == (other.y.labels, other.x.labels)
        np.testing.assert_allclose(one.grid.scores, other.grid.scores, rtol=1e-12)
        np.testing.assert_array_equal(one.grid.kinds, other.grid.kinds)


def test_a_problem_in_a_late_block_has_the_line_of_the_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    in_blocks(monkeypatch)
    assert line_told_of_a_last_row(folder, "a,q,1,1e,0") == 4002


def test_an_unknown_column_is_told_with_all_that_there_are(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    in_blocks(monkeypatch)
    (folder / "f.yaml").write_text(SPEC.format(aggregate="mean").replace("column: x", "column: z"))
    with pytest.raises(Problems) as caught:
        prepare(folder / "f.yaml")
    assert "k, x, y, v, unused" in caught.value.diagnostics[0].hint


def test_blocks_hold_the_whole_file_and_end_with_lines(folder: Path) -> None:
    blocks = list(read_blocks(folder / "s.csv", Place("f.yaml"), 777))
    assert b"".join(blocks) == (folder / "s.csv").read_bytes()
    assert len(blocks) > 10
    assert all(block.endswith(b"\n") for block in blocks)


@pytest.mark.parametrize("head", ["\n", "\n\n"])
def test_blank_lines_before_the_header_are_passed_over_and_counted(
    folder: Path, monkeypatch: pytest.MonkeyPatch, head: str
) -> None:
    whole = figure(folder, "mean")
    (folder / "s.csv").write_text(head + (folder / "s.csv").read_text())
    in_blocks(monkeypatch)
    np.testing.assert_allclose(figure(folder, "mean").plan.panels[0].grid.scores, whole.plan.panels[0].grid.scores)
    assert line_told_of_a_last_row(folder, "a,q,1,1e,0") == len(head) + 4002


@pytest.mark.parametrize("row", ['a,"col\n1",1,0.5,0', 'a,5" disk,1,0.5,0'])
def test_quotes_are_read_whole(folder: Path, monkeypatch: pytest.MonkeyPatch, row: str) -> None:
    (folder / "s.csv").write_text("\n".join(["k,x,y,v,unused", *islice(rows(), 100), row, ""]))
    whole = figure(folder, "mean").plan.panels[0]
    in_blocks(monkeypatch, 1)  # each line is a block, those in quotes too
    again = figure(folder, "mean").plan.panels[0]
    assert again.x.labels == whole.x.labels
    np.testing.assert_allclose(again.grid.scores, whole.grid.scores, rtol=1e-12)


def test_the_median_says_what_memory_it_needs(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "SMALL", 0)
    monkeypatch.setattr(files, "available_memory", lambda: 1000)
    with pytest.raises(Problems, match=r"needs about 0\.0 GB of memory, and 0\.0 GB are free"):
        figure(folder, "median")


def test_ragged_rows_of_several_blocks_are_all_told_and_never_laid_to_the_header(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scores = folder / "s.csv"
    first, second, third = list(read_blocks(scores, Place("f.yaml"), 5000))[:3]
    second = second.replace(b"col ", b"col,", 1)
    third = b"".join(line + b",more\n" for line in third.splitlines()[:3])
    scores.write_bytes(first + second + third)
    begins = [block.count(b"\n") + 1 for block in (first, first + second)]
    in_blocks(monkeypatch)
    with pytest.raises(Problems) as caught:
        figure(folder, "mean")
    told = [(found.place.line, found.message) for found in caught.value.diagnostics if found.place]
    assert told == [(line, "6 fields where the header has 5") for line in (begins[0], *range(begins[1], begins[1] + 3))]


def test_every_row_is_said_of_a_file_that_was_read_to_its_end_alone(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "s.csv").write_text("k,x,y,v,unused\n" + "a,p,q,1,0,0\n" * 8 + "a,p,q,1\n")
    in_blocks(monkeypatch, 60)
    with pytest.raises(Problems) as caught:
        figure(folder, "mean")
    told = [found.message for found in caught.value.diagnostics]
    assert told == ["6 fields where the header has 5"] * 8 + ["4 fields where the header has 5"]


def test_a_last_line_without_an_end_comes_with_those_before_it(tmp_path: Path) -> None:
    (tmp_path / "s.csv").write_bytes(b"x,y\n1,2\n3,4")
    assert list(read_blocks(tmp_path / "s.csv", Place("f.yaml"))) == [b"x,y\n1,2\n3,4"]
    assert list(read_blocks(tmp_path / "s.csv", Place("f.yaml"), 6)) == [b"x,y\n", b"1,2\n3,4"]


def test_a_file_of_a_million_texts_for_scores_is_read_no_further(tmp_path: Path) -> None:
    row = ",x" * 1000 + "\n"
    names = "".join(f",c{number}" for number in range(1000))
    (tmp_path / "s.csv").write_text(f"name{names}\n" + "".join(f"r{number}{row}" for number in range(1001)))
    (tmp_path / "f.yaml").write_text("heatfig: 2\nscores: {file: s.csv, form: wide}\n")
    with pytest.raises(Problems) as caught:
        prepare(tmp_path / "f.yaml")
    (found,) = caught.value.diagnostics
    assert (found.code, "fields up to here are no finite numbers" in found.message) == ("not-a-number", True)
    assert found.place is not None
    assert found.place.line == 2
