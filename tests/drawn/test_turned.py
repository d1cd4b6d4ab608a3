"""Texts are turned as a spec asks: labels of axes and groups, titles, and the names of what stands beside a grid."""

from collections.abc import Iterator
from typing import Any

import pytest
from figure_case import Case
from oracle.spec import Spec, axis_of, grouped, mapping
from test_beside import HEADINGS, tracks
from test_colorbars import asked_of_bars

Asked = tuple[str, dict[str, object], Spec]  # a kind of texts, what their roles name, and what is said of them


@pytest.mark.parametrize("form", ["svg", "pdf"])
def test_texts_are_turned_as_they_are_asked_to_be(case: Case, form: str) -> None:
    for kind, role, said in _asked(case):
        if said.get("rotation", "auto") != "auto":
            for _, text in case.texts(form, kind, **role):
                off = (text.angle - float(said["rotation"]) + 180) % 360 - 180
                assert off == pytest.approx(0, abs=1e-6)


def _asked(case: Case) -> Iterator[Asked]:
    for index, wanted in enumerate(case.wanted):
        for name in "xy":
            axis, role = axis_of(wanted.settings, name), {"panel": index, "axis": name}
            yield "tick label", role, axis
            yield "group label", role, grouped(axis)
            yield "axis label", role, _named(axis)
    for track in tracks(case, *HEADINGS):
        yield HEADINGS[track.kind], track.slot, _named(track.asked)
    for role, asked in asked_of_bars(case):
        yield "colorbar label", role, _named(asked)
    if len(case.wanted) == 1:
        yield "title", {}, mapping(case.wanted[0].settings.get("title", {}), "text")


def _named(said: Any) -> Spec:
    return mapping(said.get("label", {}), "text")
