"""A value that no row has is told with how a comparison or a pattern is written, if it looks like one."""

from collections.abc import Callable

import pytest

from heatfig.build.figure import Figure
from heatfig.diagnostics import Problems

Make = Callable[..., Figure]


@pytest.mark.parametrize(
    ("said", "hint"),
    [
        ("< 5", "n: {below: 5}"),
        ("> 5", "n: {above: 5}"),
        ("<= 5", "n: {max: 5}"),
        (">=5", "n: {min: 5}"),
        ("1*", "a pattern stands in a mapping: n: {matches: '1*'}"),
    ],
)
def test_what_is_written_like_a_condition_is_told_as_one(said: str, hint: str, make: Make) -> None:
    spec = f"scores: s.csv\nvalue: v\naxes: {{x: x, y: y}}\nwhere: {{n: '{said}'}}\n"
    with pytest.raises(Problems) as found:
        make(spec, s="x,y,n,v\np,a,3,1\nq,a,15,2\n")
    assert hint in [told.hint for told in found.value.diagnostics]
