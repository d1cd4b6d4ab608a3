"""Specs and score files that ask for much more than they hold: each is answered, in memory that follows from its size.

`make fuzz` tries the same at full size.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from nasty import OF_A_SPEC, OF_SCORES, Case, checked, failures, lay_out, scores, specs

PART = 10
MEMORY = 3_000_000_000  # of addresses, most of which libraries reserve and never use


@pytest.mark.parametrize(("cases", "size"), [(specs, OF_A_SPEC // PART), (scores, OF_SCORES // PART)])
def test_all_are_answered(cases: Callable[[int], Iterator[tuple[str, Case]]], size: int, tmp_path: Path) -> None:
    paths = [lay_out(tmp_path, name, case) for name, case in cases(size)]
    told = checked(tmp_path, paths, MEMORY)
    assert failures(told) == []
    assert len(told.stderr) < 500_000


def test_a_field_of_hundreds_of_megabytes_is_never_made_a_text(tmp_path: Path) -> None:
    (tmp_path / "s.yaml").write_text("scores: s.csv\nvalue: v\naxes: {x: x, y: y}\n")
    with (tmp_path / "s.csv").open("wb") as file:
        file.write(b"x,y,v\np,")
        file.write(b"a" * 300_000_000)
        file.write(b",1\nq,b,2\n")
    told = checked(tmp_path, [tmp_path / "s.yaml"], MEMORY)
    assert failures(told) == []
    assert "s.csv:2: a field of over 1,000,000 characters" in told.stderr
